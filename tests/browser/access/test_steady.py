"""Nothing in sight moves when a result appears: measured by the browser itself."""

import pytest
from playwright.sync_api import expect

from tests.support.pages.assessment_page import WIDTHS, Assessment
from tests.support.pages.looks import until, value
from tests.support.pages.tool_page import Tool, reach
from widgets.core.result.page import FIRST, NAMED

pytestmark = pytest.mark.spared

WATCH = """
globalThis.moved = [];
globalThis.shifted = [];
const named = (node) => {
    const element = node?.closest ? node : node?.parentElement;
    return element?.closest("[data-kam-region]")?.dataset.kamRegion ?? element?.className ?? "gone";
};
new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
        shifted.push(shift.value);
        for (const { node, previousRect: was, currentRect: is } of shift.sources)
            moved.push([named(node), was.x, was.y, is.x, is.y].join(" "));
    }
}).observe({ type: "layout-shift" });
"""
"""Collects every shift, also those that follow an input and that a browser would forgive."""

BELOW = {*FIRST[1:], *(name for name, _, _ in NAMED), "copy"}
"""Regions of the result below its headline: they push only each other."""

SETTLED = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)))"

TOOLS = {"quick-scan/": "quick.{dimension}", "assessment/": "practice.{practice}"}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_in_sight_moves(page, root, model, tool, width):
    """From the first answer to the fourth: the form, the headline and the chart stay in place."""
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(WATCH)
    page.goto(root + tool)
    expect(page.locator(".kam-headline__level")).to_have_text("No answer yet")
    value(page, "document.fonts.ready.then(() => (moved.length = 0))")
    for number, rung in enumerate("2104"):
        dimension = model["dimensions"][number]
        ids = {"dimension": dimension["id"], "practice": dimension["practices"][number]["id"]}
        label = page.locator(f"label:has([name='{TOOLS[tool].format(**ids)}'][value='{rung}'])")
        before = page.locator(".kam-headline__range").inner_text()
        reach(label)
        value(page, f"{SETTLED}.then(() => (moved.length = 0))")
        label.click()
        expect(page.locator(".kam-headline__range")).not_to_have_text(before, use_inner_text=True)
        value(page, SETTLED)
        moved = value(page, "moved")
        assert [shift for shift in moved if shift.split()[0] not in BELOW] == []


class QuickScan(Tool):
    """The quick scan in a page."""

    name = "quick-scan"
    address = "quick-scan/"


FILLED = {
    QuickScan: "quick.{dimension}",
    Assessment: "practice.{practice}",
}
"""Tools on whose pages everything is answered, and a field to answer once more by keyboard."""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("tool", FILLED)
def test_an_answer_shifts_nothing(page, root, model, tool, width):
    """The layout shift that the browser counts is 0.000, whatever stands in the form."""
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(WATCH)
    tool(page, root, model, "keyboard").open(everything(model))
    dimension = model["dimensions"][0]
    practice = dimension["practices"][0]["id"]
    changed = FILLED[tool].format(dimension=dimension["id"], practice=practice)
    expect(page.locator(f"[name='{changed}']:checked")).to_have_count(1)
    reach(page.locator(f"[name='{changed}']:checked")).focus()
    value(page, f"document.fonts.ready.then(() => {SETTLED}).then(() => (shifted.length = 0))")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        until(page, "!document.querySelector('.kam-coming')?.checkVisibility()")
        page.keyboard.press(key)
        value(page, f"{SETTLED}.then(() => {SETTLED})")

    assert 0 == round(sum(value(page, "shifted")), 3)


def everything(model):
    """Every question answered, from an earlier visit, and notes beside the answers."""
    practices = [p["id"] for d in model["dimensions"] for p in d["practices"]]
    return {
        **{f"practice.{id}": str(number % 5) for number, id in enumerate(practices)},
        **{f"note.{id}": f"Seen at {id}." for id in practices},
        **{f"quick.{d['id']}": "2" for d in model["dimensions"]},
    }


FOLLOWED_WHILE_SCROLLING = """() => {
    document.querySelector(".kam-whole").click();
    history.replaceState({ x: 0, y: scrollY }, "");  // the theme keeps the place a moment later
}"""


def test_a_link_within_the_page_leads_where_it_says(page, root, model, seen):
    """The browser follows it alone: the theme would fetch the page, and may lead elsewhere."""
    page.set_viewport_size({"width": 390, "height": 900})
    sheet = Assessment(page, root, model, "mouse").open()
    page.get_by_text("All questions on one page").click()
    sheet.answer(trouble_mended="3")
    page.locator(".kam-whole").wait_for()
    expect(page.locator("[data-kam-region=contents]")).not_to_be_in_viewport()
    value(page, "document.querySelector('.md-content').dataset.seen = 'yes'")
    here = page.url.partition("#")[0]
    until(page, "history.state?.y === scrollY")
    page.evaluate(FOLLOWED_WHILE_SCROLLING)

    expect(page.locator("[data-kam-region=contents] a").first).to_be_in_viewport()
    assert "yes" == value(page, "document.querySelector('.md-content').dataset.seen")
    assert 1 == len([url for url in seen.requests if url == here])
    page.go_back()
    expect(page.locator("#q-trouble-mended")).to_be_in_viewport()
    assert "yes" == value(page, "document.querySelector('.md-content').dataset.seen")
