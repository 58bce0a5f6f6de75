"""A whole quick scan, in every way a reader may take it, wherever the site is served."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import EVERYWHERE
from tests.support.pages.looks import value
from tests.support.pages.scan_page import ANSWERS, Scan

FOUR = ["kam.zip", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide.js"]


@pytest.mark.parametrize("where", EVERYWHERE)
def test_by_mouse(servers, where, page, seen, score, headline, model):
    """A click on every question gives the command line's figures, from four requests."""
    scan = Scan(page, servers[where].url).open().answer(ANSWERS)
    result = score(ANSWERS)

    expect(scan.headline).to_have_text(headline())
    picture = page.locator("[data-kam-region=picture]")
    picture.get_by_text("The same as a table").click()
    rows = picture.locator(".kam-table tbody tr")
    for row, dimension in zip(rows.all(), model["dimensions"], strict=True):
        expected = result["dimensions"][dimension["id"]]["score"]
        expect(row.locator("td").first).to_have_text(
            "we don’t know" if expected is None else f"{expected:.1f}"
        )
    assert seen.runtime() == FOUR


@pytest.mark.spared
def test_by_keyboard(root, page, headline):
    """Tab, arrows and Space reach and set every answer; Enter works the buttons."""
    scan = Scan(page, root).open()
    focus = page.locator("*:focus")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the link that skips to the content
    for dimension, answer in ANSWERS.items():
        _tab_to(page, f"input[name='quick.{dimension}']")
        page.keyboard.press("Space")
        for _ in range(5 if answer == "unknown" else int(answer)):
            page.keyboard.press("ArrowDown")
        expect(scan.chosen(dimension, answer)).to_be_checked()
        expect(focus).to_have_attribute("value", answer)
    expect(scan.headline).to_have_text(headline())

    _tab_to(page, "[data-kam-do='assessments.start-again']")
    page.keyboard.press("Enter")
    expect(scan.headline).to_have_text("No answer yet")


def _tab_to(page, selector):
    reached = page.locator(f":is({selector}):focus")
    for _ in range(40):
        page.keyboard.press("Tab")
        if reached.count():
            return
    raise AssertionError(f"forty Tabs do not reach {selector}")


def test_at_390_pixels(browser, root, headline):
    """A phone asks one question a screen, none scrolls sideways; the last leads to the result."""
    size = {"width": 390, "height": 844}
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True)
    page = context.new_page()
    scan = Scan(page, root).open()
    for dimension, answer in ANSWERS.items():
        scan.choice(dimension, answer).tap()
        assert value(page, "document.documentElement.scrollWidth") == 390
        page.locator(".kam-ways__on:visible").tap()
    expect(scan.headline).to_have_text(headline())
    expect(scan.headline).to_be_in_viewport()
    page.get_by_role("link", name="Back to the questions").tap()
    expect(scan.headline).to_be_hidden()
    page.locator("a.kam-jump").tap()

    expect(scan.headline).to_be_in_viewport()
    assert value(page, "document.documentElement.scrollWidth") == 390
    context.close()


@pytest.fixture
def without_scripts(browser, root):
    """The quick scan in a browser whose scripts are off."""
    context = browser.new_context(java_script_enabled=False)
    yield Scan(context.new_page(), root).open()
    context.close()


def test_without_scripts_the_form_is_whole(without_scripts, model):
    """Every question with all its answers is there, and the page says what scripts would add."""
    page = without_scripts.page
    for dimension in model["dimensions"]:
        form = page.locator(f"#q-{dimension['id']}")
        expect(form).to_contain_text(dimension["question"])
        for text in (*(f"{r['label']}. {r['text']}" for r in dimension["ladder"]), "We don’t know"):
            expect(form.get_by_text(text, exact=True)).to_be_visible()
    expect(page.locator(".kam-noscript")).to_contain_text("Scripts are off")


def test_without_scripts_it_prints_as_a_paper_form(without_scripts, model):
    """Paper shows a ring to tick beside every answer, and no button that paper cannot press."""
    page = without_scripts.page
    sheets = page.pdf(format="A4")
    page.emulate_media(media="print")
    rings = page.locator(".kam-choice__rung")

    assert sheets.startswith(b"%PDF")
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", sheets)) <= 6
    expect(rings).to_have_count(6 * len(model["dimensions"]))
    for ring in (rings.first, rings.last):
        expect(ring).to_be_visible()
        assert len(Image.open(io.BytesIO(ring.screenshot())).convert("L").getcolors()) > 5
    expect(page.locator(".kam-actions")).to_be_hidden()
    expect(page.locator(".md-header")).to_be_hidden()


def test_reading_fetches_no_python(page, seen, root):
    """A page without a widget loads nothing of the runtime, however long the reader looks."""
    for address in ("", "dimensions/", "why-it-fails/", "method/scoring/"):
        page.goto(root + address, wait_until="networkidle")
    page.mouse.wheel(0, 2000)
    page.wait_for_load_state("networkidle")

    assert seen.runtime() == []
    assert seen.workers == []
