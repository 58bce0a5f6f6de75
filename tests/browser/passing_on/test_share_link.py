"""Share links in a real browser: made and copied on plain HTTP, opened beside, kept, discarded."""

import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.pages.assessment_page import Assessment
from tests.support.pages.bar import choose
from tests.support.pages.looks import until, value
from widgets.core.sharing.link_text import MARK

pytestmark = pytest.mark.spared

INTRANET = "intranet.example"
"""A name without a certificate: no clipboard there, as on many intranets."""


@pytest.fixture
def root(servers):
    """The site on plain HTTP by name, in a folder whose name has a space."""
    return servers["default at /kam guide/"].url.replace("127.0.0.1", INTRANET)


@pytest.fixture
def sender(page, root, model):
    """A reader who answered all 38 practices and all 8 quick questions."""
    practices = [p["id"] for d in model["dimensions"] for p in d["practices"]]
    records = {f"practice.{id}": str(n % 5) for n, id in enumerate(practices)}
    records |= {f"quick.{d['id']}": "3" for d in model["dimensions"]}
    records |= {f"note.{practices[0]}": "Ada said so"}
    return Assessment(page, root, model, "mouse").open(records)


def shared(sender):
    """The link that the panel shows."""
    sender.page.locator("#assessment").get_by_role("button", name="Share", exact=True).click()
    return sender.page.locator("#assessment dialog .kam-copy").input_value()


def kept(page):
    """All that the browser keeps."""
    return json.loads(value(page, "JSON.stringify({...localStorage})"))


def answered(page):
    """The checked answers of the form, by name."""
    ticked = "[...document.querySelectorAll('#assessment input:checked')]"
    return json.loads(value(page, f"JSON.stringify({ticked}.map((i) => [i.name, i.value]))"))


def test_a_link_is_made_and_copied_without_a_clipboard(sender, root):
    """The panel says what is in the link, selects it where it cannot copy, and draws its code."""
    page, link = sender.page, shared(sender)
    panel = page.locator("#assessment dialog")

    expect(panel).to_contain_text("answers to 38 practices")
    expect(panel).to_contain_text("8 quick answers")
    expect(panel.get_by_text("Never in it: names, notes")).to_be_hidden()
    panel.get_by_text("What is never in it").click()
    expect(panel.get_by_text("Never in it: names, notes")).to_be_visible()
    assert link.startswith(f"{root}assessment/#{MARK}")
    assert len(link) - len(f"{root}assessment/") < 80
    assert "Ada" not in link

    page.get_by_role("button", name="Copy the link").click()
    field = "document.querySelector('#assessment dialog .kam-copy')"
    chosen = f"{field}.value.slice({field}.selectionStart, {field}.selectionEnd)"
    said = page.locator("dialog[open] :is([role=status], .kam-said)")
    for told in said.all():  # to those who listen, and beside the button
        expect(told).to_contain_text("The text is selected")
    expect(panel.locator(".kam-copy")).to_be_focused()
    assert link == value(page, chosen)

    page.get_by_role("button", name="Show a QR code").click()
    expect(panel.locator("svg[role=img]")).to_be_visible()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the QR code").click()
    assert "kam-link.png" == saving.value.suggested_filename


def test_a_link_opens_beside_and_is_kept_or_discarded(sender, root, model, readers):
    """Another reader's answers stay as they are, until they keep what the link brought."""
    link, expected = shared(sender), answered(sender.page)
    there = readers()
    page = there.new_page()
    own = Assessment(page, root, model, "mouse").open({"practice.block-removal": "2"})
    expect(own.region("headline")).to_contain_text("No level yet")
    before = kept(page)

    page.goto(f"{link}).")  # a mail program took the bracket and the full stop into it
    bar = own.region("beside")
    expect(bar).to_contain_text("These answers come from a link")
    expect(own.field("practice.block-removal", "2")).to_be_disabled()
    assert expected == answered(page)
    assert before == kept(page)
    assert MARK in page.url  # for a bookmark
    stays(page, own, expected)
    assert before == kept(page)

    bar.get_by_role("button", name="Back to my own").click()
    expect(bar).to_be_empty()
    assert MARK not in page.url
    page.reload()
    expect(own.region("headline")).to_contain_text("No level yet")
    expect(own.field("practice.block-removal", "2")).to_be_enabled()
    assert [["practice.block-removal", "2"]] == answered(page)
    assert before == kept(page)

    again = json.dumps(urlsplit(link).fragment)
    value(page, f"location.hash = {again}")  # on the page that is open
    choose(page.locator("#assessment"), "Keep them as an assessment of mine")
    name = page.locator("#assessment dialog input[name=name]")
    expect(name).to_have_value(re.compile("^From a link, [0-9]+ "))
    name.fill("Team A")
    page.get_by_role("button", name="Keep them").click()
    expect(bar).to_be_empty()
    assert expected == answered(page)
    page.reload()
    expect(own.field("practice.block-removal", "0")).to_be_enabled()
    assert expected == answered(page)
    assert before.items() <= kept(page).items()


def stays(page, own, expected):
    """Shared answers outlive a reload, also after a step within the page, and a page and Back."""
    bar = own.region("beside")
    page.reload()
    expect(bar).to_contain_text("These answers come from a link")
    assert expected == answered(page)
    value(page, "location.hash = 'delivery-on-board'")
    page.reload()
    expect(bar).to_contain_text("These answers come from a link")
    assert expected == answered(page)
    page.locator("#assessment .kam-onward a").first.click()
    expect(own.region("beside")).to_have_count(0)
    until(page, "history.state?.y === scrollY")  # the theme has arrived, and follows a step back
    page.go_back()
    expect(bar).to_contain_text("These answers come from a link")
    expect(own.field("practice.block-removal", "2")).to_be_disabled()
    assert expected == answered(page)


REWRITTEN = ("?utm_source=mail&x=%23kam%3D", "#KAM%3d", "?a=1%2523kam%253D", "#%23kam=")
"""How filters write the mark in an address that still leads to the page."""


def test_a_rewritten_address_opens(sender, root, readers):
    """The address is put right, and shows the answers; the query stays behind."""
    link, expected = shared(sender), answered(sender.page)
    there = readers()
    page = there.new_page()
    for mark in REWRITTEN:
        page.goto(link.replace(f"#{MARK}", mark))
        expect(page.locator("#assessment [data-kam-region=beside]")).to_contain_text("from a link")
        assert link == page.url
        assert expected == answered(page)
        page.goto("about:blank")
    page.goto(f"{root}practices/block-removal/{link[link.index('#') :]}")  # a page that is no tool
    expect(page.locator("#assessment [data-kam-region=beside]")).to_contain_text("from a link")
    assert link == page.url


HURT = [
    ("{link_cut}", "its last letters do not fit the rest"),
    ("#kam=7.from-the-future", "this guide reads form 1"),
    ("#kam=__proto__", "it ends after “#kam=”"),
    ("#kam=1.constructor.1.0.0.0000.0000", "its last letters do not fit the rest"),
    ("#kam=" + "%3Cimg%20src=x%20onerror=alert(1)%3E", "it ends after “#kam=”"),
    ("#kam=" + "A" * 30_000, "found 30,005 characters"),
]


def test_a_hurt_link_says_so_and_changes_nothing(sender):
    """One sentence each, in the place of an answer; the reader's own answers stay."""
    page, link = sender.page, shared(sender)
    fragment = f"#{urlsplit(link).fragment}"
    page.keyboard.press("Escape")
    before, mine = kept(page), answered(page)
    panel = page.locator("#assessment dialog")
    for hurt, says in HURT:
        value(page, f"location.hash = {json.dumps(hurt.replace('{link_cut}', fragment[:-9]))}")
        expect(panel.get_by_role("alert")).to_contain_text(says)
        expect(panel).to_contain_text("Nothing was changed")
    assert before == kept(page)
    assert mine == answered(page)

    broken = f"See {link[:60]}\r\n> {link[60:]}, as agreed.\r\nRegards"  # by a mail program
    panel.locator("textarea").fill(broken)
    panel.get_by_role("button", name="Open it").click()
    expect(panel).to_be_hidden()
    expect(sender.region("beside")).to_contain_text("These answers come from a link")
    assert before == kept(page)
