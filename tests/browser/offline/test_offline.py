"""The network cable out: what is kept, how it changes, what ends it, where it is not possible."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.support.pages.bar import press
from tests.support.pages.chooser_page import ANSWERED, Chooser
from tests.support.pages.kept import OTHER, Builds, caches, held, kept, kept_again, mended, spoil
from tests.support.pages.looks import until, value
from tests.support.pages.scan_page import ANSWERS, Scan

PAGE = "about/offline/"
UNREAD = "people/loyalty/"
READ = "glossary/"
UPDATED = "navigator.serviceWorker.getRegistration().then((here) => here.update())"
SETTLED = """({ installing }) =>
    new Promise((done) => (installing.onstatechange = ({ target }) => done(target.state)))"""
"""What becomes of the worker that is found."""
WAITS = f"{UPDATED}.then(({{ waiting }}) => waiting)"
"""A whole newer build waits; a look for it may have begun while it was half."""


@pytest.fixture
def context(readers):
    """A reader whose browser may keep pages."""
    return readers(service_workers="allow")


@pytest.fixture
def builds(deployed, site, tmp_path):
    """What the server "changing" shows for this test."""
    made = Builds.of(site, tmp_path / "site")
    deployed.unlink()
    deployed.symlink_to(made.folder)
    yield made
    deployed.unlink()
    deployed.symlink_to(site)


@pytest.fixture
def root(servers, builds):
    """Where `builds` is shown."""
    assert builds.folder.is_dir()
    return servers["changing"].url


def says(page):
    """What the page about it says."""
    return page.locator("#kam-offline [data-kam-says]:visible").first


def scanned(page, root, headline):
    """A first visit to the quick scan, up to where the tools are kept."""
    scan = Scan(page, root).open().answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    kept(page)
    return scan


@pytest.mark.parametrize("where", ["default at /kam guide/", "recipe at /"])
def test_the_cable_out(servers, where, context, rough, model, headline, tmp_path):
    """After one visit all tools and the pages read answer; after one button, all that there is."""
    root, page = servers[where].url, rough
    scan = scanned(page, root, headline)
    page.goto(root + READ)
    context.set_offline(True)

    chooser = Chooser(page, root, model, "mouse").open(ANSWERED)
    expect(chooser.region("panel")).to_contain_text("Diamond account team")
    page.goto(f"{root}assessment")  # as somebody types it
    expect(page.locator("#assessment .kam-headline__level").first).to_have_text(headline())
    page.goto(root + READ)
    expect(page.locator("h1")).to_contain_text("Glossary")
    page.locator(".md-tabs").get_by_role("link", name="Structures").click()
    expect(page.locator("h1")).to_have_text("This page was not kept")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Glossary")
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.get_by_text("only if everything was made available")).to_be_visible()
    page.goto(root + UNREAD)
    expect(page.locator("h1")).to_have_text("This page was not kept")
    page.get_by_role("link", name="Without a connection").click()
    expect(says(page)).to_contain_text("The tools work without a connection")

    context.set_offline(False)
    page.get_by_role("button", name="Make everything available").click()
    expect(says(page)).to_contain_text("Everything works")
    context.set_offline(True)
    page.goto(root + UNREAD)
    expect(page.locator("h1")).to_contain_text("Loyalty")
    scan.open()
    expect(scan.headline).to_have_text(headline())
    press(scan.widget, "Export")
    with page.expect_download() as download:
        scan.button("Excel workbook").click()
    file = tmp_path / "book.xlsx"
    download.value.save_as(file)
    assert "Summary" in load_workbook(BytesIO(file.read_bytes())).sheetnames
    scan.button("Close").click()
    press(scan.widget, "Share")
    scan.button("Show a QR code").click()
    expect(scan.widget.locator("dialog svg[role=img]")).to_be_visible()


def test_a_newer_build(builds, root, context, rough, headline):
    """It comes whole or not at all, is announced, and is taken by all tabs at once.

    Until then every page is of the old build but those that were never kept, which stay unkept.
    """
    page, other = rough, context.new_page()
    scan = scanned(page, root, headline)
    other.goto(root + READ)
    before = caches(page)

    for changed in ("quick-scan/", READ, UNREAD):
        builds.change(changed, "The newer build.")
    builds.build()
    whole = builds.read("quick-scan/index.html")
    builds.write("quick-scan/index.html", "half copied")
    assert "redundant" == value(page, f"{UPDATED}.then({SETTLED})")
    until(page, f"caches.keys().then((names) => names.length === {len(before)})")
    assert before == caches(page)  # what another look for it had begun is gone too
    scan.open()
    expect(scan.headline).to_have_text(headline())
    newer = page.get_by_text("The newer build.")
    expect(newer).to_have_count(0)
    page.goto(root + UNREAD)
    expect(newer).to_be_visible()
    assert not held(page, root + UNREAD)

    builds.write("quick-scan/index.html", whole)
    until(page, WAITS)
    bar = page.locator("#kam-newer")
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="Later").click()
    expect(bar).to_be_hidden()
    scan.open()
    expect(newer).to_have_count(0)
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="Use it now").click()
    expect(newer).to_be_visible()
    expect(scan.headline).to_have_text(headline())
    expect(other.get_by_text("The newer build.")).to_be_visible()  # nobody touched this tab
    assert len(before) == len(caches(page)) and before != caches(page)

    other.close()
    builds.change("quick-scan/", "The newest.")
    builds.build()
    until(page, WAITS)
    expect(bar).to_be_visible()
    page.reload()  # the only page of the guide
    expect(page.get_by_text("The newest.")).to_be_visible()
    context.set_offline(True)
    page.goto(root + READ)
    expect(newer).to_be_visible()


def test_what_was_spoilt_or_thrown_away(root, builds, context, rough, headline):
    """Nothing spoilt is shown, and all of it comes back with the next visit."""
    page = rough
    scan = scanned(page, root, headline)
    archive = value(page, "JSON.parse(document.getElementById('kam-site').textContent).runtime")
    spoilt = [f"{root}quick-scan/", f"{root}{archive}kam.zip"]
    for url in spoilt:
        spoil(page, url)
    scan.open()
    expect(scan.headline).to_have_text(headline())
    for url in spoilt:  # what came from the network is put in its place once it is there
        until(page, mended(url))
    context.set_offline(True)
    scan.open()
    expect(scan.headline).to_have_text(headline())

    context.set_offline(False)
    drop = "caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))"
    value(page, drop)
    page.goto(root + PAGE)
    expect(says(page)).to_contain_text("Some of the tools are missing")
    scan.open()
    expect(scan.headline).to_have_text(headline())
    kept_again(page, [root + file for file in builds.tools()])
    page.goto(root + PAGE)
    expect(says(page)).to_contain_text("The tools work")


def test_whose_copy_of_the_program_runs(servers, context, rough, headline):
    """The browser's own, beside which it keeps what it compiled, or else the one that is kept."""
    page, scan = rough, scanned(rough, servers["recipe at /"].url, headline)
    copies = []
    for _ in range(2):
        scan.open()
        expect(scan.headline).to_have_text(headline())
        program = "performance.getEntriesByType('resource').find((one) => /wasm/.test(one.name))"
        copies.append(value(page, f"{program}.deliveryType"))
        context.new_cdp_session(page).send("Network.clearBrowserCache")

    assert ["cache", "cache-storage"] == copies


def test_beside_another_site(root, context, rough, headline):
    """Switched off, it takes away its own, stays away, and leaves another site everything."""
    page = rough
    page.goto(root + OTHER)
    theirs = [f"kam:/{OTHER}:build-1", "theirs"]
    value(page, f"Promise.all({json.dumps(theirs)}.map((name) => caches.open(name)))")
    value(page, "localStorage.setItem('theirs', '1')")
    scan = scanned(page, root, headline)
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(root + OTHER)  # not ours to keep, nor to say anything about
    context.set_offline(False)

    page.goto(root + PAGE)
    page.get_by_role("button", name="Switch it off").click()
    expect(says(page)).to_contain_text("This is switched off")
    until(page, "!navigator.serviceWorker.controller")
    scan.open()
    expect(scan.headline).to_have_text(headline())
    page.goto(root + PAGE)
    expect(says(page)).to_contain_text("This is switched off")

    assert sorted(["kam:/:off", *theirs]) == sorted(caches(page))
    assert "1" == value(page, "localStorage.getItem('theirs')")
    assert 0 == value(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length)")


def test_where_pages_are_built_at_every_change(builds, root, rough, headline):
    """Nothing is kept, the page says so, and no wish to have everything is left behind."""
    builds.serve()
    page = rough
    scan = Scan(page, root).open().answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    until(page, "navigator.serviceWorker.getRegistration().then((here) => here?.active)")
    page.goto(root + PAGE)

    expect(says(page)).to_contain_text("Nothing is kept from this server")
    assert not held(page, f"{root}everything.kept")


def test_where_it_is_not_possible(root, readers, headline):
    """On plain http, in a frame and where data is to be saved, the page says what is so."""
    page = readers(service_workers="allow").new_page()
    page.goto(root.replace("127.0.0.1", "intranet.example") + PAGE)
    expect(page.locator("article > p").first).to_contain_text("Where the guide’s address begins")
    expect(says(page)).to_contain_text("Not possible at this address")
    expect(page.get_by_role("button", name="Make everything")).to_be_hidden()

    page.goto(root + OTHER)
    frame = "document.documentElement.append(document.createElement('iframe'))"
    value(page, f"{frame}, document.querySelector('iframe').src = '{root}{PAGE}', 0")
    inside = page.frame_locator("iframe")
    expect(inside.get_by_text("Not from within a frame")).to_be_visible()

    saving = readers(service_workers="allow")
    saving.add_init_script("navigator.connection.__defineGetter__('saveData', () => true)")
    page = saving.new_page()
    expect(Scan(page, root).open().answer(ANSWERS).headline).to_have_text(headline())
    page.goto(root + PAGE)
    expect(says(page)).to_contain_text("Nothing is kept yet")
    assert 0 == value(page, "navigator.serviceWorker.getRegistrations().then((all) => all.length)")


def test_no_room(root, context, rough):
    """Where not even the tools find room, the page says that nothing is kept, and tries again."""
    page = rough
    page.goto(root + PAGE)
    room = {"origin": root.rstrip("/"), "quotaSize": 1_000_000}
    tools = context.new_cdp_session(page)
    tools.send("Storage.overrideQuotaForOrigin", room)
    page.get_by_role("button", name="Make everything available").click()
    expect(says(page)).to_contain_text("Nothing could be kept")
    expect(page.get_by_role("button", name="Switch it off")).to_be_hidden()

    tools.send("Storage.overrideQuotaForOrigin", {"origin": room["origin"]})
    page.get_by_role("button", name="Make everything available").click()
    expect(says(page)).to_contain_text("Everything works")


@pytest.mark.spared
def test_as_an_app(servers, context, rough):
    """The browser finds nothing amiss with the manifest; an app opens at the last tool."""
    root, page = servers["default at /kam guide/"].url, rough
    page.goto(root + "team/")
    until(page, "caches.has('kam:/kam%20guide/:last-tool')")
    tools = context.new_cdp_session(page)
    found = tools.send("Page.getAppManifest")
    manifest = json.loads(found["data"])
    assert [] == found["errors"]
    for icon in manifest["icons"]:
        assert page.request.get(root + icon["src"]).headers["content-type"] == "image/png"

    page.goto(root + manifest["start_url"])
    page.wait_for_url("**/team/")
    page.goto(root)
    expect(page).to_have_url(root)  # whoever turns to the home page stays there
