"""The bar under a result: what is there and when, how it is pressed, and what is said beside it."""

import json

import pytest
from playwright.sync_api import expect

from tests.support.pages.bar import press
from tests.support.pages.looks import value
from tests.support.pages.scan_page import ANSWERS, Scan
from widgets.core.page.state_line import MORE

pytestmark = pytest.mark.spared

WAYS = ("mouse", "touch", "keyboard")
PHONE = {"width": 390, "height": 844}
SHEET = """navigator.share = async (given) => {
    globalThis.passed = given.url;
    if (globalThis.refuses) throw new DOMException("no", globalThis.refuses);
};"""


@pytest.fixture
def opened(readers, root):
    """Opens the quick scan for somebody on a phone or at a desk; answered unless told otherwise."""

    def open_(how="touch", answers=ANSWERS, scripts=()):
        phone = how == "touch"
        context = readers(viewport=PHONE if phone else None, has_touch=phone)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        for script in scripts:
            context.add_init_script(script)
        scan = Scan(context.new_page(), root).open().answer(answers)
        return seen(scan) if answers else scan

    return open_


def seen(scan):
    """Goes on to the result, which on a phone is a screen of its own."""
    value(scan.page, "location.hash = 'result'")
    return scan


def pressed(control, how):
    """Presses a control by hand, finger or key."""
    if how == "touch":
        control.tap()
    elif how == "mouse":
        control.click()
    else:
        control.press("Enter")


@pytest.mark.parametrize("how", WAYS)
def test_before_there_is_a_result(opened, how):
    """Nothing can be shared or printed; answers given before are one press away."""
    scan = opened(how, {})
    expect(scan.widget.get_by_role("group", name="Keep and pass on")).to_have_count(0)
    dialog = scan.widget.locator("dialog")
    for label in ("Open a file or a link", "My assessments"):
        way = scan.button(label)
        assert way.bounding_box()["height"] >= 44
        pressed(way, how)
        expect(dialog.get_by_role("heading", name=label)).to_be_visible()
        scan.page.keyboard.press("Escape")

    seen(scan.answer({"delivery-on-board": "3"}))
    expect(scan.button("Share")).to_be_visible()
    expect(scan.widget.locator(".kam-already")).to_be_hidden()


@pytest.mark.parametrize("how", WAYS)
def test_the_bar(opened, how, headline):
    """One filled button, one plain, one menu; *Start again* is the last of the page, apart."""
    scan = opened(how)
    expect(scan.headline).to_have_text(headline())
    bar = scan.widget.get_by_role("group", name="Keep and pass on")
    assert ["Share", "Print", "More"] == bar.get_by_role("button").all_inner_texts()
    assert ["Share"] == bar.locator(".md-button--primary").all_inner_texts()
    pressed(bar.get_by_role("button", name="More"), how)
    items = scan.page.locator("#kam-more").get_by_role("button")
    heights = [item.bounding_box() for item in items.all()]
    assert min(box["height"] for box in heights) >= 44
    assert [label for _, label in MORE] == items.all_inner_texts()

    pressed(items.filter(has_text="Export"), how)
    expect(scan.page.locator("#kam-more")).to_be_hidden()
    expect(scan.page.locator("dialog[open]")).to_contain_text("To keep, to move")
    scan.page.keyboard.press("Escape")
    last = scan.button("Start again")
    parts = scan.widget.locator(".kam-part summary").last.bounding_box()
    assert last.bounding_box()["height"] >= 44
    assert last.bounding_box()["y"] > parts["y"] + parts["height"] + 20
    pressed(last, how)
    panel = scan.page.locator("dialog[open]")
    expect(panel).to_contain_text("nothing is lost")
    expect(bar).to_be_hidden()
    expect(last).to_be_hidden()
    pressed(panel.get_by_role("button", name="Put them back"), how)
    expect(scan.headline).to_have_text(headline())


def beside(button, said):
    """Whether what is said stands right beside a button, or right below where there is no room."""
    one, other = button.bounding_box(), said.bounding_box()
    right = other["x"] - one["x"] - one["width"]
    below = other["y"] - one["y"] - one["height"]
    same_line = other["y"] < one["y"] + one["height"] and other["y"] + other["height"] > one["y"]
    return (same_line and 0 <= right < 40) or 0 <= below < 40


def test_the_share_panel_on_a_phone(opened):
    """*Copy the link* is in sight; what it came to stands beside it; the rest is folded."""
    scan = opened()
    scan.button("Share").tap()
    panel = scan.page.locator("dialog[open]")
    copy = panel.get_by_role("button", name="Copy the link")
    expect(copy).to_be_in_viewport(ratio=1)
    assert 0 == value(scan.page, "document.querySelector('dialog[open]').scrollTop")
    expect(panel.get_by_text("Never in it: names")).to_be_hidden()
    expect(panel.get_by_role("button", name="Send it…")).to_have_count(0)
    copy.tap()
    said = panel.locator(".kam-said")
    expect(said).to_have_text("Copied.")
    expect(said).to_be_in_viewport(ratio=1)
    assert beside(copy, said)
    panel.get_by_text("What is never in it").tap()
    expect(panel.get_by_text("Never in it: names")).to_be_visible()


def test_the_phone_s_own_sheet(opened):
    """Where the device has one it takes the link; changing one's mind is no error."""
    scan = opened(scripts=[SHEET])
    scan.button("Share").tap()
    panel = scan.page.locator("dialog[open]")
    send = panel.get_by_role("button", name="Send it…")
    expect(send).to_be_in_viewport(ratio=1)
    link = panel.locator(".kam-copy").input_value()
    send.tap()
    assert link == value(scan.page, "globalThis.passed")
    value(scan.page, "globalThis.refuses = 'AbortError'")
    send.tap()
    expect(scan.trouble).to_have_count(0)
    expect(panel.locator(".kam-said")).to_be_empty()
    value(scan.page, "globalThis.refuses = 'NotAllowedError'")
    send.tap()
    expect(panel.locator(".kam-said")).to_have_text("Copied.")


@pytest.mark.parametrize("how", ["mouse", "touch"])
def test_export_says_it_beside(opened, how):
    """Under *Export* too: in sight, at the format that was pressed, and then at the next."""
    scan = opened(how)
    press(scan.widget, "Export")
    panel = scan.page.locator("dialog[open]")
    for label, says in (("Copy for a wiki", "Copied."), ("CSV", "was asked to save")):
        button = panel.get_by_role("button", name=label, exact=True)
        pressed(button, how)
        said = panel.locator(".kam-said")
        expect(said).to_contain_text(says)
        expect(said).to_be_in_viewport()
        assert beside(button, said)


def test_copy_as_text_says_so(opened):
    """What the menu did is said beside it once it has closed."""
    scan = opened("mouse")
    press(scan.widget, "Copy as text")
    said = scan.widget.locator(".kam-said")
    expect(said).to_have_text("Copied.")
    expect(said).to_be_in_viewport()


PRINTERS = {
    "a dialogue": "print = () => { count(); dispatchEvent(new Event('beforeprint')); };",
    "no dialogue": "print = () => count();",
}


@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("address", ["quick-scan/", "choose/"])
def test_one_press_prints_once(opened, root, printer, address):
    """Whether a print dialogue opens or none, one press asks for one."""
    count = "globalThis.count = () => localStorage.setItem('n', 1 + +localStorage.getItem('n'));"
    script = f"if (self === top) {{ {count} globalThis.{PRINTERS[printer]} }}"
    scan = opened("mouse", scripts=[script])
    expect(scan.chip).to_have_text("Saved in this browser")
    page = scan.page
    if address != "quick-scan/":
        page.goto(f"{root}{address}")
    tool = page.locator("kam-widget[data-kam-tool]")
    tool.locator("[data-kam-do='export.print-report']").dispatch_event("click")
    if printer == "no dialogue":
        expect(page.locator("dialog[open]")).to_contain_text("nothing was printed")
    page.wait_for_timeout(500)
    assert 1 == json.loads(value(page, "localStorage.getItem('n')"))
