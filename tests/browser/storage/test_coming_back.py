"""Somebody comes back: greeted on the home page, led on, and told what moved since then."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.pages.looks import LIGHT, until, value
from tests.support.pages.scan_page import ANSWERS, Scan

pytestmark = pytest.mark.spared

THEN = "2026-01-10T10:00:00.000Z"
WORSE, BETTER = "leaders-entangled", "delivery-on-board"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SHIFTED = """
globalThis.shifted = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
HOME, COMPARED = "#greeting [data-kam-region=greeting]", "#compare [data-kam-region=compared]"


class Reader:
    """A reader in `page`, who works it by mouse, touch or keyboard."""

    def __init__(self, page, root, model, how="mouse") -> None:
        self.page, self.root, self.how = page, root, how
        self.version = model["version"]
        self.base = f"kam:{urlsplit(root).path}:{model['id']}:"

    def answered(self, at=THEN):
        """Answered the whole scan, at some time."""
        self.page.goto(f"{self.root}{LIGHT}")
        for id, text in ANSWERS.items():
            record = json.dumps({"value": text, "model": self.version, "at": at, "was": ""})
            key = f"{self.base}answer:default:quick.{id}"
            value(self.page, f"localStorage.setItem({json.dumps(key)}, {json.dumps(record)})")
        return self

    def go(self, address=""):
        """Loads a page."""
        self.page.goto(f"{self.root}{address}")
        return self.page

    def press(self, control) -> None:
        """Works a link, a button, a radio button or a summary."""
        if self.how == "touch":
            control.tap()
        elif self.how == "mouse":
            control.click()
        else:
            control.press("Space" if control.get_attribute("type") == "radio" else "Enter")

    def choose(self, dimension, rung) -> None:
        """Answers one question of the scan anew."""
        scan = Scan(self.page, self.root)
        if self.how == "touch":
            self.go(f"quick-scan/#q-{dimension}")  # a phone shows one question at a time
        if self.how == "keyboard":
            scan.chosen(dimension, rung).press("Space")
        else:
            self.press(scan.choice(dimension, rung))
        expect(scan.chosen(dimension, rung)).to_be_checked()

    def snapshots(self):
        """The snapshots that the browser keeps, the oldest first."""
        everything = json.loads(value(self.page, "JSON.stringify({...localStorage})"))
        keys = sorted(key for key in everything if ":snapshot:" in key)
        return [json.loads(everything[key]) for key in keys]

    def held(self, point):
        """The answers of a restore point."""
        return {
            name.removeprefix("quick."): json.loads(text)["value"]
            for name, text in point["records"].items()
        }


@pytest.mark.parametrize("how", ["mouse", "touch", "keyboard"])
def test_home_then_compare(readers, root, model, how):
    """Greeted, goes on, changes two answers, and Compare opens on them without a press."""
    page = readers(**PHONE if how == "touch" else {}).new_page()
    reader = Reader(page, root, model, how).answered()
    greeting = reader.go().locator(HOME)
    expect(greeting).to_contain_text("Welcome back. Quick scan: 8 of 8")
    expect(greeting).to_contain_text("10 January")
    expect(greeting.get_by_role("link", name="Compare")).to_have_count(0)
    reader.press(greeting.get_by_role("link", name="See your result"))
    page.wait_for_url("**/quick-scan/#result")
    reader.choose(WORSE, "0")
    reader.choose(BETTER, "4")

    greeting = reader.go().locator(HOME)
    reader.press(greeting.get_by_role("link", name="Compare"))
    page.wait_for_url("**/compare/")
    compared = page.locator(COMPARED)
    expect(compared.locator("h2")).to_contain_text("Since 10 January")
    said = compared.inner_text()
    names = {d["id"]: d["name"] for d in model["dimensions"]}
    worse, better = (said.index(f"{names[id]}, a quick answer: ") for id in (WORSE, BETTER))
    assert said.index("What got worse") < worse < said.index("What got better") < better
    assert "3 rungs" in said[better:]

    other = compared.locator("details.kam-other")
    expect(other.locator("fieldset")).to_be_hidden()
    reader.press(other.locator("> summary"))
    reader.press(other.get_by_label("Units side by side"))
    expect(compared.locator("h2")).to_have_text("2 units side by side")
    expect(other.locator("fieldset")).to_be_visible()  # the fold stays open


def test_own_result_is_said_to_come(page, root, model):
    """A bookmark of one's result says that it opens until it is drawn, never "No answer yet"."""
    held, free = [], []

    def hold(route):
        if free:
            route.continue_()
        else:
            held.append(route)

    Reader(page, root, model).answered()
    page.route("**/assets/runtime/**", hold)
    page.goto(f"{root}quick-scan/#result")
    result = page.locator("#result")
    expect(result.get_by_text("Opening your result…")).to_be_visible()
    expect(result.get_by_text("No answer yet")).to_be_hidden()

    free.append(True)
    for route in held:
        route.continue_()
    expect(result.get_by_text("Yours, 10 January 2026")).to_be_visible()
    expect(result.get_by_text("Opening your result…")).to_be_hidden()


def test_a_first_visit_has_no_greeting(page, seen, root):
    """No height, no shift, no byte of Python."""
    page.add_init_script(SHIFTED)
    page.goto(root)
    until(page, "customElements.get('kam-widget') && document.readyState === 'complete'")
    box = page.locator("#greeting").bounding_box()
    assert box is None or box["height"] == 0
    assert [] == seen.runtime()
    assert value(page, "globalThis.shifted") < 0.01


def test_handed_over_is_kept_without_a_word(page, root, model):
    """Printing keeps one; what is printed stays drawn, nothing is said, sharing makes no other."""
    reader = Reader(page, root, model)
    scan = Scan(page, root).open().answer(ANSWERS)
    expect(scan.chip).to_have_text("Saved in this browser")
    report = page.locator("#quick-scan [data-kam-region=report]")
    press = page.locator("#quick-scan [data-kam-do='export.print-report']").first
    press.dispatch_event("click")
    expect(report).not_to_be_empty()
    (point,) = reader.snapshots()
    assert reader.held(point) == ANSWERS
    assert point["why"] == "when you printed it"
    assert "kept" not in (scan.said.text_content() or "")
    page.locator("#quick-scan [data-kam-do='export.share']").first.dispatch_event("click")
    expect(page.locator("#quick-scan dialog .kam-copy")).to_be_visible()
    assert len(reader.snapshots()) == 1
    expect(report).not_to_be_empty()


def test_changed_before_python_has_started(page, root, model):
    """Two changes to one question, at once after a week: the copy holds what stood before."""
    reader = Reader(page, root, model).answered()
    held = []

    def hold(route):
        held.append(route)

    page.context.route("**/cpython", hold)
    scan = Scan(page, root).open()
    expect(scan.chosen(WORSE, ANSWERS[WORSE])).to_be_checked()
    for rung in ("0", "4"):
        reader.choose(WORSE, rung)
    page.context.unroute("**/cpython", hold)
    for route in held:
        route.fallback()
    until(page, "Object.keys(localStorage).some((key) => key.includes(':snapshot:'))")
    (point,) = reader.snapshots()
    assert reader.held(point) == ANSWERS
    assert point["at"] == THEN
    assert point["name"] == "10 January 2026"


def test_one_set_of_answers_and_then_a_link(page, root, model):
    """Compare says when to come back; with a link open it holds the reader's own against it."""
    reader = Reader(page, root, model).answered()
    compared = reader.go("compare/").locator(COMPARED)
    expect(compared).to_contain_text("Come back after your next change")
    expect(compared).to_contain_text("kept as they stood on 10 January")
    assert len(reader.snapshots()) == 1
    page.goto(f"{root}quick-scan/")
    page.locator("#quick-scan [data-kam-do='export.share']").first.dispatch_event("click")
    link = page.locator("#quick-scan dialog .kam-copy").input_value()

    reader.go(f"compare/#{link.partition('#')[2]}")
    expect(compared.locator("h2")).to_have_text("Yours against a link")
    greeting = reader.go().locator(HOME)
    expect(greeting).to_contain_text("Welcome back. Quick scan: 8 of 8")


def test_answers_of_somebody_else_are_not_greeted(page, root, model):
    """Whoever only looked at a link is no one who comes back."""
    reader = Reader(page, root, model).answered()
    page.goto(f"{root}quick-scan/")
    page.locator("#quick-scan [data-kam-do='export.share']").first.dispatch_event("click")
    link = page.locator("#quick-scan dialog .kam-copy").input_value()
    value(page, "localStorage.clear()")
    page.goto("about:blank")
    page.goto(f"{root}quick-scan/#{link.partition('#')[2]}")
    expect(page.locator("#quick-scan[data-kam-beside]")).to_be_attached()
    expect(reader.go().locator(HOME)).to_be_empty()
    assert not reader.snapshots()
