"""Hosts that cannot run here: what the site makes of their habits, imitated by a small server."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.hosting.asking import wrong
from tests.support.hosting.imitations import DROPPER, LOGIN, PAGES, STORE, iis, imitation
from tests.support.pages.scan_page import ANSWERS, ONE, Scan

UNPACKED = ("packed", "twin")
"""What IIS does with modules that no site may set."""

LINK = "#kam=1.kam-programme.2.0.0.Fn4c.a0000000000000000001wwRO.rYwO"
STYLED = ("background-color", "rgb(251, 251, 249)")


def test_iis_sends_what_it_must(site):
    """By the `web.config` in the site: policy, media types, caching, the page that is missing."""
    with imitation(site, iis(site)) as root:
        assert [] == wrong(root, site, UNPACKED)


@pytest.mark.spared
@pytest.mark.parametrize(
    ("habits", "path"), [(PAGES, "/project/"), (STORE, "/"), (DROPPER, "/kam guide/")]
)
def test_tools_work(site, rough, headline, habits, path):
    """A scan is scored, and kept under the same name on the next page, whatever the slashes."""
    with imitation(site, habits, path) as root:
        scan = Scan(rough, root).open().answer(ANSWERS)
        expect(scan.headline).to_have_text(headline())
        expect(rough.locator("body")).to_have_css(*STYLED)
        rough.reload()
        expect(scan.answer(ONE).headline).to_have_text(headline(ANSWERS | ONE))

        rough.locator(".md-tabs a", has_text="Why programmes fail").click()
        expect(rough.locator("h1")).to_contain_text("Why")
        expect(rough).to_have_url(f"{root}why-it-fails/")
        keys = rough.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('kam:'))")
        assert {f"kam:{urlsplit(root).path}"} == {
            key.partition(":kam-programme:")[0] for key in keys
        }


def test_a_page_without_its_slash_has_the_address_with_it(site, rough):
    """Query and fragment stay, and what the page names is found."""
    with imitation(site, DROPPER) as root:
        rough.goto(f"{root}implement/pay?utm_source=mail#next")
        expect(rough).to_have_url(f"{root}implement/pay/?utm_source=mail#next")
        expect(rough.locator("body")).to_have_css(*STYLED)


def test_pages_takes_the_page_for_a_missing_address(site, rough):
    """Under the path of a project it is styled and leads home."""
    with imitation(site, PAGES, "/project/") as root:
        assert rough.goto(f"{root}no/such/page").status == 404
        expect(rough.locator("body")).to_have_css(*STYLED)
        expect(rough.get_by_role("link", name="Home")).to_have_attribute("href", "/project/")


@pytest.mark.spared
def test_a_form_before_the_guide_loses_what_stands_behind_the_hash(site, rough):
    """As the page on hosting says: sign in first, then open the link once more."""
    with imitation(site, LOGIN) as root:
        rough.goto(f"{root}assessment/{LINK}")
        rough.get_by_role("button", name="Sign in").click()
        expect(rough).to_have_url(f"{root}assessment/")
        rough.goto("about:blank")

        rough.goto(f"{root}assessment/{LINK}")
        bar = rough.locator("#assessment [data-kam-region=beside]")
        expect(bar).to_contain_text("These answers come from a link")
