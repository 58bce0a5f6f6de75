"""Every server that we have a recipe for sends what it must, and the tools work there."""

import pytest
from playwright.sync_api import expect

from tests.support.hosting.asking import wrong
from tests.support.pages.scan_page import ANSWERS, Scan

REAL = ("nginx", "Apache", "Caddy")
BARE = ("policy", "kept", "packed", "twin", "charset", "says")
"""What a server without settings does not give: the site does without."""


@pytest.mark.parametrize("name", [f"{kind}{at}" for kind in REAL for at in ("", " under a path")])
def test_a_recipe_sends_what_it_must(hosts, site, name):
    """Policy, media types, compression, caching, redirects and the page for a missing address."""
    assert [] == wrong(hosts[name], site)


@pytest.mark.parametrize("kind", REAL)
def test_one_line_forbids_embedding(hosts, rough, kind):
    """With `'none'` in its place no other page shows the guide in a frame; else any may."""
    wiki = hosts["python"].replace("127.0.0.1", "intranet.example")
    for name, shown in ((kind, True), (f"{kind} closed", False)):
        rough.goto(f"{wiki}wiki")  # a page that is not there, from another host
        rough.set_content(f'<iframe src="{hosts[name]}about/privacy/"></iframe>')
        (inside,) = rough.main_frame.child_frames
        assert shown == inside.url.startswith(hosts[name]), f"{name}: {inside.url}"


def test_a_bare_server_sends_what_the_tools_need(hosts, site):
    """Python's own server knows the media types; all else the pages do by themselves."""
    assert [] == wrong(hosts["python"], site, BARE)


@pytest.mark.parametrize("name", ["Apache under a path", "Caddy under a path"])
def test_a_missing_page_leads_to_tools_that_work(hosts, rough, seen, headline, name):
    """The page for a missing address is styled, and a scan that begins there is scored."""
    root, page = hosts[name], rough
    assert page.goto(f"{root}no/such/page").status == 404
    expect(page.locator("body")).to_have_css("background-color", "rgb(251, 251, 249)")
    page.get_by_role("link", name="Quick scan").click()
    scan = Scan(page, root).answer(ANSWERS)

    expect(scan.headline).to_have_text(headline())
    assert not [said for said in seen.complaints if "404" not in said]


def test_tools_work_on_a_bare_server(hosts, page, headline):
    """The page unpacks what Python's own server does not pack."""
    scan = Scan(page, hosts["python"]).open().answer(ANSWERS)

    expect(scan.headline).to_have_text(headline())
