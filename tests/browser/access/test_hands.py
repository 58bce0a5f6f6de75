"""Hands, eyes, ears: blank again, confirmed at the thumb, briefly told, nothing in the way."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.support.pages.assessment_page import Assessment
from tests.support.pages.looks import value
from tests.support.pages.scan_page import ANSWERS, Scan
from tests.support.pages.strained import COVERED
from tests.support.pages.tool_page import reach

pytestmark = pytest.mark.spared

FIRST = "reason-and-patience"
PHONE = {"width": 390, "height": 844}

HEARD = """
globalThis.heard = [];
addEventListener("DOMContentLoaded", () => {
    const status = document.querySelector(".kam-status");
    new MutationObserver(() => status.textContent.trim() && heard.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true });
});
"""
"""Collects all that assistive technology is told."""


def test_every_way_back_to_blank(readers, root):
    """By touch, mouse and keyboard, before Python is there; what was blank is so after a reload."""
    context = readers(viewport=PHONE, has_touch=True, is_mobile=True)
    context.route("**/assets/runtime/**", lambda _: None)
    page = context.new_page()
    scan = Scan(page, root).open()
    blank = page.locator(f"#q-{FIRST}").get_by_role("button", name="Make blank")
    expect(blank).to_be_hidden()
    scan.choice(FIRST, "2").tap()
    page.locator(".kam-ways__on:visible").tap()
    scan.choice("leaders-entangled", "3").tap()
    page.get_by_role("link", name="Back: ").tap()
    page.reload()
    expect(scan.chosen(FIRST, "2")).to_be_checked()

    blank.tap()
    expect(scan.chosen(FIRST, "2")).not_to_be_checked()
    expect(blank).to_be_hidden()
    scan.button("Undo").tap()
    expect(scan.chosen(FIRST, "2")).to_be_checked()
    blank.click()
    expect(page.locator(f"#q-{FIRST} input:checked")).to_have_count(0)
    scan.choice(FIRST, "1").click()
    page.keyboard.press("Delete")
    expect(page.locator(f"#q-{FIRST} input:checked")).to_have_count(0)
    expect(page.locator(f"#q-{FIRST} input").first).to_be_focused()
    page.reload()
    expect(scan.chosen("leaders-entangled", "3")).to_be_checked()
    expect(page.locator(f"#q-{FIRST} input:checked")).to_have_count(0)
    context.close()


def test_confirmed_where_the_thumb_is(readers, root, model):
    """On a phone, before Python, an answer or note is confirmed in sight, and taken back there."""
    context = readers(viewport=PHONE, has_touch=True, is_mobile=True)
    context.route("**/assets/runtime/**", lambda _: None)
    assessment = Assessment(context.new_page(), root, model, "mouse").open()
    page = assessment.page
    undo = page.locator("#assessment").get_by_role("button", name="Undo")
    practices = [p["id"] for d in model["dimensions"] for p in d["practices"]]
    for id in (practices[3], practices[20]):
        reach(page.locator(f"#q-{id} label").nth(5)).tap()
        expect(page.locator(f"#q-{id} .kam-foot")).to_contain_text("Saved")
        expect(undo).to_be_in_viewport(ratio=1)
    note = page.locator(f"#q-{practices[20]} + .kam-detail")
    note.locator("summary").tap()
    note.locator("textarea").fill("Ask Ann")
    expect(note.locator(".kam-foot")).to_contain_text("Saved")

    undo.tap()
    expect(note.locator("textarea")).to_have_value("")
    expect(note.locator(".kam-foot")).to_contain_text("Taken back")
    undo.tap()
    expect(page.locator(f"#q-{practices[20]} input:checked")).to_have_count(0)
    undo.tap()
    expect(page.locator(f"#q-{practices[3]} input:checked")).to_have_count(0)
    expect(page.locator(f"#q-{practices[3]}")).to_be_in_viewport()
    context.close()


def test_what_is_heard(page, root, model):
    """Each change in a few words with the count; a note is one word; nothing twice in a row."""
    page.add_init_script(HEARD)
    assessment = Assessment(page, root, model, "mouse").open()
    first, second = (p["id"] for p in model["dimensions"][0]["practices"][:2])
    assessment.choose(f"practice.{first}", "0")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    expect(assessment.said).to_have_text("Answered, 1 of 38.")
    assessment.choose(f"practice.{second}", "2")
    expect(assessment.said).to_contain_text("Answered, 2 of 38.")
    assessment.unfold(page.locator(f"#q-{first} + .kam-detail"))
    assessment.write(f"note.{first}", "Ask Ann in March")
    expect(assessment.said).to_have_text("Noted.")
    page.locator(f"#q-{second}").get_by_role("button", name="Make blank").click()
    expect(assessment.said).to_contain_text("Blank, 1 of 38.")

    heard = value(page, "heard")
    assert [text for text in heard if len(text) > 90] == []
    assert [a for a, b in pairwise(heard) if a == b] == []


@pytest.mark.parametrize("tool", ["assessment/", "examples/supplier-eighth-year/"])
def test_no_key_of_the_theme_in_a_tool(page, root, tool):
    """On a radio, a summary, a button: no letter turns the page or takes the focus away."""
    page.goto(root + tool)
    kinds = ("input[type=radio]", "summary", "button")
    for kind in (f"kam-widget :is({kind}):visible >> nth=0" for kind in kinds):
        for control in page.locator(kind).all():
            control.focus()
            for key in "fs/p,.":  # n is ours
                page.keyboard.press(key)
            if "radio" not in kind:
                expect(control).to_be_focused()
            assert value(page, "Boolean(document.activeElement.closest('kam-widget'))")
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url == root + tool


def test_the_last_question_has_a_word(page, root, model):
    """With all 38 answered, n says so, and the page shows it."""
    assessment = Assessment(page, root, model, "keyboard").everywhere(2)
    expect(assessment.region("headline")).to_contain_text("2 Running")
    page.locator("#scope > summary").focus()
    page.keyboard.press("n")

    expect(assessment.said).to_have_text("All 38 are answered.")
    expect(page.locator(".kam-next")).to_have_text("All 38 are answered")


PALE = """(body) => {
    const parts = (colour) => colour.match(/[\\d.]+/g).slice(0, 3);
    const light = (colour) => parts(colour).reduce((sum, part) => sum + Number(part), 0) / 765;
    const clear = (colour) => /, 0\\)$/.test(colour);
    const pale = [];
    for (const element of body.querySelectorAll("*")) {
        const style = getComputedStyle(element);
        const text = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        if (!text || !element.checkVisibility() || element.closest("svg")) continue;
        let on = element;
        while (on && clear(getComputedStyle(on).backgroundColor)) on = on.parentElement;
        const ground = on ? light(getComputedStyle(on).backgroundColor) : 0;
        if (Math.abs(light(style.color) - ground) < 0.3) pale.push(element.textContent.trim());
    }
    return pale;
}"""
"""Texts that can hardly be told from their ground; where nothing paints one it counts as dark."""


def test_paper_is_light(readers, root):
    """In a dark scheme every kind of page prints dark ink on a light ground."""
    context = readers(color_scheme="dark", reduced_motion="reduce")
    page = context.new_page()
    pages = ("", "start/what-kam-is/", "dimensions/delivery-on-board/", "evidence/facts/")
    tools = ("quick-scan/", "assessment/", "choose/", "team/", "structures/table/")
    for address in (*pages, *tools):
        page.goto(root + address)
        page.emulate_media(media="print")
        body = page.locator("body")
        assert "rgb(255, 255, 255)" == value(
            page, "getComputedStyle(document.documentElement).backgroundColor"
        )
        assert body.evaluate(PALE) == [], address
        page.emulate_media(media="screen")
    context.close()


def test_paper_says_what_it_lacks(page, root, model):
    """A note without an answer is on the paper, and one sentence names what is left off."""
    assessment = Assessment(page, root, model, "mouse")
    assessment.open({"practice.block-removal": "2", "note.service-apart": "Ask Ann"})
    expect(assessment.region("headline")).to_contain_text("The score is 2.0 of 4")
    left = page.locator(".kam-left-off:visible")
    expect(left).to_have_count(0)
    page.emulate_media(media="print")

    expect(assessment.field("note.service-apart")).to_be_visible()
    expect(assessment.field("note.service-apart")).to_have_value("Ask Ann")
    expect(page.locator("#q-service-apart")).to_be_visible()
    expect(page.locator("#q-ties-outside-deals")).to_be_hidden()
    expect(left).to_contain_text("Left off this paper: questions with neither an answer nor a note")


ALL_IN_ONE = "() => { document.querySelector('.kam-all__box').checked = true; }"
"""Every part of a form at once, with the focus left where it was."""


def stop(page, key):
    """Where a key leads the focus, and what lies over it; none outside of the page."""
    page.keyboard.press(key)
    return page.evaluate(COVERED)


@pytest.mark.parametrize("address", ["assessment/", "start/what-kam-is/"])
@pytest.mark.parametrize("size", ["320 x 256", "390 x 844"])
def test_nothing_covers_what_has_the_focus(readers, root, address, size):
    """Tab and Shift+Tab through a whole page: no stop lies under anything that stays in place."""
    width, height = map(int, size.split(" x "))
    context = readers(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(root + address)
    if address == "assessment/":
        page.evaluate(ALL_IN_ONE)
    stops = [stop(page, "Tab")]
    while stops[-1]:  # after the last one the browser's own window has its turn
        stops.append(stop(page, "Tab"))
    back = [stop(page, "Shift+Tab") for _ in stops]

    assert len(stops) > 40
    assert [found for found in stops + back if found and found[1]] == []
    context.close()


def test_a_whole_scan_fits_a_phone(readers, root):
    """No question of the scan is wider than a small phone, with all that an answer adds."""
    context = readers(viewport={"width": 320, "height": 640})
    page = context.new_page()
    scan = Scan(page, root).open()
    page.get_by_text("All questions on one page").click()
    scan.answer(ANSWERS)
    assert value(page, "document.documentElement.scrollWidth") == 320
    context.close()
