"""The page for a board and its slide, on screen and as they are printed.

With `--pictures`, each is also saved in test-results/states/ as the printer would have it.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.support.given.boards import KINDS, LONG, TYPED
from tests.support.pages.chooser_page import Chooser
from tests.support.pages.contact_sheet import SHEET
from tests.support.pages.looks import value
from widgets.core.answers import chooser_fields

pytestmark = pytest.mark.spared

PAGE = b"/Type /Page\n"
PAPERS = {"A4": 680, "Letter": 702}
"""Pixels between the margins of the sheet (`board.css`)."""
BLOCKS = ("reasons", "objection", "change", "cost", "again", "steps", "sign")
CUT = """[...document.querySelectorAll(".kam-board, .kam-board *")].filter((part) =>
    part.checkVisibility() && !part.closest("svg")
    && (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline"))
    .map((part) => part.className || part.tagName)"""
"""Parts of the page whose text is wider than they are."""

CLIPPED = """[...document.querySelectorAll("SELECTOR text")].filter((line) => {
    const [text, all] = [line, line.ownerSVGElement].map((part) => part.getBoundingClientRect());
    return text.left < all.left - 1 || text.right > all.right + 1 || text.bottom > all.bottom + 1;
}).map((line) => line.textContent)"""
"""Words of a drawing that its edge cuts."""

MORE = [
    pytest.param({"board": TYPED}, id="typed", marks=pytest.mark.sweep),  # what is long holds it
    pytest.param(LONG, id="long"),
]

WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def opened(page, root, model, kind, **more):
    """The chooser with the answers of a kind, and its page for a board drawn."""
    fields = chooser_fields.values({**KINDS[kind], **more})
    chooser = Chooser(page, root, model, "mouse").open(fields)
    expect(page.locator(f".kam-board--{kind.replace('trial', 'not-yet')}")).to_be_attached()
    return chooser


def on_paper(page):
    """As a printer has it, again: a look into the page by another session gives the screen back."""
    page.emulate_media(media="screen")
    page.emulate_media(media="print")


def printed(page, expression):
    """What an expression comes to as a printer has the page, its letters there."""
    laid_out = "(document.body.offsetHeight, document.fonts.ready)"  # what it needs is asked for
    return value(page, f"{laid_out}.then(() => {expression})", media="print")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", MORE)
def test_it_is_one_sheet(page, root, model, kind, more, request):
    """On A4 and on Letter, with the longest that is likely; all blocks there and nothing cut."""
    page.set_viewport_size({"width": 1280, "height": 900})
    opened(page, root, model, kind, **more)
    page.get_by_role("button", name="Print the page").click()
    expect(page.locator(".kam-board-only")).to_be_attached()
    for width in PAPERS.values():
        page.set_viewport_size({"width": width, "height": 1000})
        assert [] == printed(page, CUT), width
        assert [] == printed(page, CLIPPED.replace("SELECTOR", ".kam-board")), width
    on_paper(page)
    expect(page.locator(".kam-form")).to_be_hidden()
    for block in BLOCKS:
        expect(page.locator(f".kam-board__block--{block}")).to_be_visible()
    if request.config.getoption("--pictures"):
        SHEET.mkdir(parents=True, exist_ok=True)
        name = f"board-{kind}-{'long' if more is LONG else 'typed'}.jpg"
        page.locator(".kam-board").screenshot(path=SHEET / name, quality=85)
    assert dict.fromkeys(PAPERS, 1) == {
        paper: page.pdf(format=paper).count(PAGE) for paper in PAPERS
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", MORE)
def test_the_slide_is_one_page_of_its_size(page, root, model, kind, more, request):
    """960 by 540 points, with every word within its edges; the sheet stays behind."""
    page.set_viewport_size({"width": 1280, "height": 900})
    opened(page, root, model, kind, **more)
    page.get_by_role("button", name="Print the slide").click()
    expect(page.locator(".kam-slide")).to_be_attached()
    assert [] == printed(page, CLIPPED.replace("SELECTOR", ".kam-slide"))
    on_paper(page)
    expect(page.locator(".kam-slide")).to_be_visible()
    expect(page.locator(".kam-board")).to_be_hidden()
    if request.config.getoption("--pictures"):
        SHEET.mkdir(parents=True, exist_ok=True)
        page.set_viewport_size({"width": 1300, "height": 740})
        name = f"slide-{kind}-{'long' if more is LONG else 'typed'}.jpg"
        page.locator(".kam-slide").screenshot(path=SHEET / name, quality=85)
    paper = page.pdf(prefer_css_page_size=True)
    assert 1 == paper.count(PAGE)
    assert [b"0 0 960 540"] == re.findall(rb"/MediaBox \[([\d. ]+)\]", paper)


def test_its_preview_fits_the_window(page, root, model, request):
    """Without a bar to scroll sideways, however long what was typed."""
    opened(page, root, model, "not-yet", **LONG)
    if request.config.getoption("--pictures"):
        page.get_by_text("For your board: what only you know").click()
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator(".kam-board")).to_be_visible()
        assert value(page, WIDE) <= 0, width
        assert [] == value(page, CUT), width
        if request.config.getoption("--pictures"):
            SHEET.mkdir(parents=True, exist_ok=True)
            picture = SHEET / f"board-preview-{width}.jpg"
            page.locator(".kam-paper").screenshot(path=picture, quality=85)


def test_what_only_the_reader_knows_is_typed_beside_it(page, root, model):
    """It stands on the page at once and after a reload; the slide goes with the next answer."""
    chooser = opened(page, root, model, "keep")
    page.get_by_role("button", name="Print the slide").click()
    expect(page.locator(".kam-slide")).to_be_attached()
    page.get_by_text("For your board: what only you know").click()
    chooser.write("choose.board.organisation", "Adler Packaging")
    page.keyboard.press("Tab")

    expect(page.locator(".kam-board")).to_contain_text("Adler Packaging")
    expect(page.locator(".kam-slide")).to_have_count(0)
    page.reload()
    expect(page.locator(".kam-board")).to_contain_text("Adler Packaging")


def test_the_sheet_is_printed_where_it_is_asked_for(page, root, model):
    """Until then paper has the result; after the next answer again."""
    chooser = opened(page, root, model, "this-form")
    expect(page.locator(".kam-board-only")).to_have_count(0)
    page.get_by_role("link", name="Print one page for a board").click()
    expect(page.get_by_role("button", name="Print the page")).to_be_in_viewport()
    page.get_by_role("button", name="Print the page").click()
    expect(page.locator(".kam-board-only")).to_be_attached()
    page.emulate_media(media="print")
    expect(page.locator(".kam-board")).to_be_visible()
    expect(page.locator("#result")).to_be_hidden()
    page.emulate_media(media="screen")
    chooser.choose("choose.answers.concentration", "2")

    expect(page.locator(".kam-board-only")).to_have_count(0)


def test_without_an_answer_paper_is_the_form(page, root, model):
    """There is no page for a board, and nothing that hides the form."""
    Chooser(page, root, model, "mouse").open()
    page.emulate_media(media="print")

    expect(page.locator(".kam-form")).to_be_visible()
    expect(page.locator(".kam-board")).to_have_count(0)
