"""What the page promises where it is shown: in frames, from a disc, beside an older address."""

import json

import pytest
from playwright.sync_api import expect

from tests.support.pages.bar import choose, press
from tests.support.pages.looks import value
from tests.support.pages.scan_page import ANSWERS, Scan

OLD = "/guides/kam%20guide/"
FORBIDDEN = "allow-scripts allow-same-origin"
"""A sandbox as wikis write it: neither files, nor print dialogues, nor new tabs."""


@pytest.fixture
def page(rough):
    """A page that may complain, as sandboxes do."""
    return rough


@pytest.fixture
def framed(page, root):
    """Opens the quick scan in a frame of a page on `host`, which is not of the guide."""

    def scan(host):
        server = root.replace("127.0.0.1", host).removesuffix("kam%20guide/")
        frame = f'<iframe sandbox="{FORBIDDEN}" width="1000" height="800" src="{root}quick-scan/">'
        page.goto(f"{server}outside")
        value(page, f"document.body.innerHTML = {frame!r}")
        return Scan(page.frame_locator("iframe"), root).answer(ANSWERS)

    return scan


def test_in_a_frame_of_another_site(framed, headline):
    """Nothing is announced that was not seen, and the answers can be taken along."""
    scan = framed("intranet.example")
    expect(scan.headline).to_have_text(headline())
    expect(scan.chip).to_have_text("Saved in this frame")
    expect(scan.widget.locator(".kam-kept")).to_contain_text("in a tab of your own")

    desk = scan.widget.locator("dialog")
    press(scan.widget, "Export")
    desk.get_by_role("button", name="CSV").click()
    expect(desk.get_by_role("status")).to_contain_text("was asked to save")
    expect(desk.get_by_role("status")).to_contain_text("may forbid it")
    desk.get_by_role("button", name="JSON").click()
    text = desk.get_by_role("textbox", name="copy this text")
    expect(text).to_be_visible()
    assert len(ANSWERS) == len(json.loads(text.input_value())["quick"])
    desk.get_by_role("button", name="Close").click()

    press(scan.widget, "Print")
    expect(desk).to_contain_text("nothing was printed: the frame around this page forbids it")
    desk.get_by_role("button", name="Take the answers").click()
    way_out = desk.get_by_role("link", name="Open these answers")
    assert way_out.get_attribute("href").startswith(f"{scan.address}#kam=")
    expect(way_out).to_have_attribute("target", "_blank")


def test_in_a_frame_of_the_same_site(framed, root, context, headline):
    """The page sees that this frame forbids files, and that the storage is that of every tab."""
    scan = framed("127.0.0.1")
    expect(scan.headline).to_have_text(headline())
    expect(scan.chip).to_have_text("Saved in this browser")
    press(scan.widget, "Export")
    desk = scan.widget.locator("dialog")
    desk.get_by_role("button", name="Markdown").click()
    expect(desk.get_by_role("status")).to_contain_text("was not saved")

    tab = Scan(context.new_page(), root).open()
    expect(tab.headline).to_have_text(headline())
    tab.answer({"delivery-on-board": "3"})
    expect(tab.widget.locator(".kam-kept")).to_contain_text("has not promised to keep them")


def test_answers_under_another_path(browser, servers, model, headline):
    """They are noticed, shown read-only, and kept beside; the other path keeps what it has."""
    root = servers["default at /kam guide/"].url
    record = {"model": model["version"], "at": "2026-01-01T00:00:00.000Z", "was": ""}
    theirs = {
        f"kam:{OLD}:{model['id']}:answer:default:quick.{id}": json.dumps({"value": rung, **record})
        for id, rung in ANSWERS.items()
    }
    items = [{"name": name, "value": text} for name, text in theirs.items()]
    host = "/".join(root.split("/")[:3])
    state = {"cookies": [], "origins": [{"origin": host, "localStorage": items}]}
    context = browser.new_context(storage_state=state)
    scan = Scan(context.new_page(), root).open()
    expect(scan.widget.locator(".kam-kept")).to_contain_text("/guides/kam guide/")
    expect(scan.headline).to_have_text("No answer yet")

    scan.button("Look at them").click()
    expect(scan.headline).to_have_text(headline())
    expect(scan.widget.locator("[data-kam-region=beside]")).to_contain_text("this guide at")
    expect(scan.chosen("delivery-on-board", "3")).to_be_disabled()
    choose(scan.widget, "Keep them as an assessment of mine")
    scan.button("Keep them").click()
    expect(scan.chip).to_have_text("Saved in this browser")
    scan.answer({"delivery-on-board": "3"})
    expect(scan.headline).to_have_text(headline(ANSWERS | {"delivery-on-board": "3"}))
    kept = json.loads(value(scan.page, "JSON.stringify({...localStorage})"))
    assert theirs == {name: text for name, text in kept.items() if name in theirs}

    scan.page.goto(f"{root}about/privacy/")
    scan.page.get_by_role("button", name="Show what is kept").click()
    scan.page.get_by_role("button", name="Erase these").click()
    expect(scan.page.locator("[data-kam-region=erasing]")).to_contain_text("is erased")
    kept = json.loads(value(scan.page, "JSON.stringify({...localStorage})"))
    assert not theirs.keys() & kept.keys()
    assert any(":answer:" in name for name in kept)
    context.close()


def test_from_a_disc(page, site, root):
    """A page opened as a file says at once that no tool can run, and names the single file.

    A served one does not.
    """
    for address in ("index.html", "quick-scan/index.html", "choose/index.html"):
        page.goto((site / address).as_uri())
        expect(page.locator(".kam-disc")).to_contain_text("The tools cannot run here")
        expect(page.locator(".kam-disc")).to_contain_text("kam-field-guide.html")
        expect(page.locator(".kam-disc")).to_be_in_viewport()
        assert 0 == page.locator(".kam-without:visible, .kam-shut:visible").count()
    page.goto(root)
    expect(page.locator(".kam-disc")).to_be_hidden()
