"""Python's memory is kept for the next visit; whatever is wrong with it, a score comes."""

import pytest
from playwright.sync_api import expect

from build_tools.setup import headless
from tests.browser.conftest import OPTIONS
from tests.support.pages.looks import PATIENCE, until, value
from tests.support.pages.scan_page import ANSWERS, Scan

KEPT = """(async () => {
    let bytes = 0;
    for (const name of await caches.keys())
        if (name.endsWith(":memory")) {
            const cache = await caches.open(name);
            for (const key of await cache.keys())
                bytes += (await (await cache.match(key))?.blob())?.size ?? 0;
        }
    return bytes;
})()"""
"""How many bytes of memory are kept; one that is still being written is listed, but not found."""

PUT = """(async () => {{
    const name = (await caches.keys()).find((one) => one.endsWith(":memory"));
    const cache = await caches.open(name), [key] = await cache.keys();
    const image = new Uint8Array(await (await cache.match(key)).arrayBuffer());
    {spoil}
    await cache.put(key, new Response(image{part}));
    return true;
}})()"""
"""Spoils it."""

RESTORED = "performance.getEntriesByName('kam-ready').at(-1).detail.restored"


@pytest.fixture
def context(playwright, tmp_path):
    """A reader with a profile on disk: what large files need, and no private window has."""
    options = {"executable_path": headless(), "args": OPTIONS, "timeout": PATIENCE}
    options |= {"service_workers": "block"}
    opened = playwright.chromium.launch_persistent_context(tmp_path / "profile", **options)
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


@pytest.fixture
def visited(rough, servers, headline):
    """The quick scan, answered and scored, at an address where browsers keep files; twice."""
    page = rough
    scan = Scan(page, servers["recipe at /kam guide/"].url).open().answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    assert value(page, RESTORED) is False
    until(page, f"{KEPT}.then((bytes) => bytes > 1e7)")
    return scan


def test_the_next_visit_starts_from_memory(visited, headline):
    """The score is the same, from a Python that did not start anew; what is late comes as ever."""
    page = visited.page
    page.reload()

    expect(visited.headline).to_have_text(headline())
    assert value(page, RESTORED) is True
    page.goto(visited.address.replace("quick-scan/", "choose/"))  # drawn by what comes second
    page.locator("#chooser input[type=radio]").first.check(force=True)
    until(page, "performance.getEntriesByName('kam-ready').length")
    expect(page.locator("#chooser [data-kam-region=panel]")).to_contain_text("1 of ")
    assert value(page, RESTORED) is True


@pytest.mark.parametrize(
    ("spoil", "part"),
    [
        ("", ".subarray(0, 1000)"),
        ("image.fill(7, 16, 48);", ""),
        ("", ".subarray(0, 0)"),
    ],
    ids=["cut short", "of another build", "emptied"],
)
def test_spoilt_memory_is_thrown_away(visited, headline, spoil, part):
    """A start from it that fails is made anew without it, and none stays that is spoilt."""
    page = visited.page
    assert value(page, PUT.format(spoil=spoil, part=part))
    page.reload()

    expect(visited.headline).to_have_text(headline())
    assert value(page, RESTORED) is False


def test_a_full_browser_keeps_none(rough, servers, headline):
    """Where the browser gives no room, a visit is as it was, and nothing half is left."""
    page = rough
    root = servers["recipe at /kam guide/"].url
    session = page.context.new_cdp_session(page)
    origin = root.partition("/kam")[0]
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1_000_000})
    said = []
    page.on("console", lambda message: said.append(message.text))
    scan = Scan(page, root).open().answer(ANSWERS)

    expect(scan.headline).to_have_text(headline())
    while not any("Not kept for the next visit" in text for text in said):
        page.wait_for_event("console")
    until(page, f"{KEPT}.then((bytes) => bytes === 0)")
