"""Phone first: one part of a form a screen, by its address; a thumb that scrolls is no answer."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.support.pages.assessment_page import Assessment
from tests.support.pages.looks import until, value
from tests.support.pages.scan_page import Scan
from tests.support.pages.thumb import PHONE, swipe

pytestmark = pytest.mark.spared

SHOWN = ".kam-screen:visible"
FOCUSED = "document.activeElement.id"
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def phone(readers):
    """A phone that was never here before."""
    return readers(**PHONE).new_page()


def parts(model):
    """The ids of the parts, in order."""
    return [f"d-{dimension['id']}" for dimension in model["dimensions"]]


@pytest.mark.parametrize("tool", ["quick-scan", "assessment"])
def test_by_touch(phone, root, model, tool):
    """Next leads through all eight, each alone; then the result alone, and from it back."""
    phone.goto(f"{root}{tool}/")
    shown, on = phone.locator(SHOWN), phone.locator(".kam-ways__on:visible")
    first, *rest = parts(model)
    expect(shown.last).to_have_attribute("id", first)
    for number, part in enumerate(rest, start=2):
        name = model["dimensions"][number - 1]["name"]
        expect(on).to_have_text(f"Next: {name}, {number} of {len(rest) + 1}")
        on.tap()
        expect(shown).to_have_count(1)
        expect(shown).to_have_attribute("id", part)
        expect(shown.locator("legend").first).to_be_in_viewport()
        assert part == value(phone, FOCUSED)
    expect(phone.locator("#result")).to_be_hidden()
    expect(on).to_have_text("See the result")
    on.tap()

    expect(phone.locator("#result")).to_be_in_viewport()
    expect(shown).to_have_count(0)
    phone.get_by_role("link", name="Back to the questions").tap()
    expect(shown.last).to_have_attribute("id", first)
    expect(phone.locator("#result")).to_be_hidden()


def test_back_and_forward(phone, root, model):
    """The browser's own Back and Forward, a reload, and our quiet Back show the part one means."""
    first, second, third, *_ = parts(model)
    phone.goto(f"{root}quick-scan/")
    shown, on = phone.locator(SHOWN), phone.locator(".kam-ways__on:visible")
    on.tap()
    on.tap()
    expect(shown).to_have_attribute("id", third)
    phone.go_back()
    expect(shown).to_have_attribute("id", second)
    phone.go_forward()
    expect(shown).to_have_attribute("id", third)
    phone.reload()
    expect(shown).to_have_attribute("id", third)
    phone.get_by_role("link", name="Back: ").tap()
    expect(shown).to_have_attribute("id", second)
    phone.get_by_role("link", name="Back: ").tap()
    expect(shown).to_have_attribute("id", first)
    expect(phone.get_by_role("link", name="Back: ")).to_have_count(0)


def test_after_a_page_between(phone, root, model):
    """The theme fetches pages without loading them: parts work there, also on the way back."""
    phone.goto(f"{root}method/scoring/")
    until(phone, "window.document$")  # the theme runs, whose scripts bring a widget's
    value(phone, "document.documentElement.dataset.seen = 'yes'")
    phone.locator("article a[href$='quick-scan/']").first.tap()
    shown, on = phone.locator(SHOWN), phone.locator(".kam-ways__on:visible")
    expect(shown).to_have_attribute("id", parts(model)[0])
    on.tap()
    expect(shown).to_have_attribute("id", parts(model)[1])
    phone.get_by_role("link", name="How the score is made").tap()
    expect(phone.locator("kam-widget")).to_have_count(0)
    phone.go_back()

    expect(shown).to_have_attribute("id", parts(model)[1])
    assert "yes" == value(phone, "document.documentElement.dataset.seen")


def test_by_keyboard_in_a_narrow_window(page, root, model):
    """Enter follows Next and the focus goes along; n leads into the part with the open question."""
    page.set_viewport_size({"width": 390, "height": 844})
    sheet = Assessment(page, root, model, "keyboard")
    first, second, *_ = model["dimensions"]
    here = {f"practice.{practice['id']}": "2" for practice in first["practices"]}
    sheet.open(here)
    following = second["practices"][0]["id"]
    expect(page.locator(".kam-next")).to_have_attribute("href", f"#q-{following}")
    page.locator(".kam-jump").focus()
    page.keyboard.press("n")
    expect(sheet.field(f"practice.{following}").first).to_be_focused()
    expect(page.locator(SHOWN)).to_have_attribute("id", f"d-{second['id']}")
    expect(page.locator(f"#q-{following} legend")).to_be_in_viewport()

    page.locator(".kam-ways__on:visible").press("Enter")
    expect(page.locator(SHOWN)).to_have_attribute("id", parts(model)[2])
    assert parts(model)[2] == value(page, FOCUSED)
    page.keyboard.press("Tab")
    assert value(page, f"document.activeElement.closest('#{parts(model)[2]}') !== null")


def test_a_link_into_a_part_shows_it(phone, root, model):
    """A question, the firm's part, a named part of the result, and the list of dimensions."""
    practice = model["dimensions"][4]["practices"][1]["id"]
    Assessment(phone, root, model, "mouse").open({f"practice.{practice}": "1"})
    expect(phone.locator(".kam-jump")).to_contain_text("See the result")
    for anchor, seen, count in (
        (f"#q-{practice}", f"#q-{practice} legend", 1),
        ("#scope", "#scope > summary", 1),
        ("#part-exposure", "#part-exposure", 0),
        ("#contents", "#contents li >> nth=7", 0),
    ):
        value(phone, f"location.hash = '{anchor}'")
        expect(phone.locator(seen)).to_be_in_viewport()
        expect(phone.locator(SHOWN)).to_have_count(count)
        whole = expect(phone.locator(".kam-whole"))
        whole.to_be_hidden() if "part" in anchor else whole.to_be_visible()
    phone.locator("#contents li a").last.tap()
    expect(phone.locator(SHOWN)).to_have_attribute("id", parts(model)[-1])


def test_what_fits_the_firm_is_a_part(phone, root, model):
    """Folded it is one line over the first questions; open it stands alone and leads to them."""
    Assessment(phone, root, model, "mouse").open()
    expect(phone.locator(SHOWN)).to_have_count(2)
    phone.locator("#scope > summary").tap()
    expect(phone.locator(SHOWN)).to_have_count(1)
    phone.locator(".kam-ways__on:visible").tap()
    expect(phone.locator(SHOWN)).to_have_attribute("id", parts(model)[0])
    phone.get_by_role("link", name="Back: what fits your firm").tap()
    expect(phone.locator(SHOWN)).to_have_attribute("id", "scope")


def test_all_on_one_page_is_a_choice(phone, root):
    """A tick shows the whole form with its result, answers nothing, and is taken back."""
    scan = Scan(phone, root).open()
    choice = phone.get_by_text("All questions on one page")
    choice.tap()
    expect(phone.locator(SHOWN)).to_have_count(8)
    expect(phone.locator(".kam-ways:visible")).to_have_count(0)
    expect(phone.locator("#result")).to_be_visible()
    scan.choice("delivery-on-board", "2").tap()
    expect(phone.locator(".kam-jump")).to_contain_text("1 of 8 answered")
    choice.tap()
    expect(phone.locator(SHOWN)).to_have_count(1)


def test_a_wide_page_has_all_at_once(page, root, model):
    """Whatever the address names; and so do paper from a phone and a page without scripts."""
    page.goto(f"{root}quick-scan/#{parts(model)[3]}")
    expect(page.locator(SHOWN)).to_have_count(8)
    expect(page.locator("#result")).to_be_visible()
    expect(page.locator(".kam-ways:visible, .kam-all:visible")).to_have_count(0)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(SHOWN)).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(SHOWN)).to_have_count(8)


def test_without_scripts_a_phone_has_all_at_once(readers, root):
    """Nothing could follow an answer there: the form is for reading and for paper."""
    page = readers(**PHONE, java_script_enabled=False).new_page()
    page.goto(f"{root}quick-scan/")
    expect(page.locator(SHOWN)).to_have_count(8)


FIRST_ANSWER = """() => {
    const controls = document.querySelectorAll(
        "kam-widget :is([type=radio], [type=file], textarea, button.md-button--primary)"
    );
    const first = [...controls].find((control) => control.checkVisibility());
    const boxes = [first, ...(first.labels ?? [])].map((part) => part.getBoundingClientRect());
    return scrollY + Math.max(...boxes.map((box) => box.bottom));
}"""
"""How far down the first option ends; a label may be no box of its own."""


@pytest.mark.parametrize(
    "address",
    ["quick-scan/", "assessment/", "choose/", "team/", "start/is-it-right-for-you/"],
)
def test_the_first_answer_is_near(phone, root, address):
    """Within the first screen and a half of a phone, to the lower edge of the first option."""
    phone.goto(root + address)
    phone.locator("kam-widget").first.wait_for()
    assert phone.evaluate(FIRST_ANSWER) <= PHONE["viewport"]["height"] * 1.5


@pytest.mark.parametrize("address", ["quick-scan/", "assessment/"])
def test_an_option_is_led_by_its_label(phone, root, address):
    """In bold, on a line of its own, the test beneath; 44 pixels high, and nothing hangs out."""
    phone.goto(root + address)
    options = phone.locator(".kam-screen--first .kam-choice:has(strong)")
    for option in options.all():
        label, text = option.locator("strong"), option.locator(".kam-choice__text")
        weight = label.evaluate("(label) => Number(getComputedStyle(label).fontWeight)")
        assert weight >= 600
        assert label.evaluate("(label) => getComputedStyle(label).display") == "block"
        assert label.bounding_box()["height"] < text.bounding_box()["height"] / 1.5
        assert option.bounding_box()["height"] >= 44
    for control in phone.locator(".kam-ways a:visible, .kam-all:visible").all():
        assert control.bounding_box()["height"] >= 44
    tops = [option.bounding_box()["y"] for option in options.all()]
    assert len(tops) >= 5
    assert all(above < below for above, below in pairwise(tops))
    assert value(phone, WIDTH) == PHONE["viewport"]["width"]


@pytest.mark.parametrize("address", ["quick-scan/", "assessment/", "choose/"])
def test_no_keys_are_told_of_without_a_keyboard(phone, page, root, address):
    """On a touch screen no line and no mark names a key; with a keyboard the assessment does."""
    phone.goto(root + address)
    phone.locator("kam-widget").first.wait_for()
    assert "With a keyboard" not in phone.locator("article").inner_text()
    expect(phone.locator("kbd:visible")).to_have_count(0)
    page.goto(f"{root}assessment/")
    expect(page.get_by_text("With a keyboard")).to_be_visible()


STANDS = """new Promise((done) => {
    const before = scrollY;
    setTimeout(() => done(scrollY === before), 300);
})"""
"""Whether the page does not scroll."""


def test_scrolling_over_options_answers_nothing(phone, root):
    """A thumb set down on an option, moved up, down and sideways: nothing is chosen; a tap is."""
    scan = Scan(phone, root).open()
    option = scan.choice("reason-and-patience", "1")
    chosen = phone.locator(".kam-form input:checked")
    for right, down in ((0, -220), (0, 180), (-150, 0), (150, 0), (40, -160)):
        option.scroll_into_view_if_needed()
        swipe(phone, option, right, down)
        expect(chosen).to_have_count(0)
    until(phone, STANDS)  # while a page still glides a tap only stops it
    option.tap()
    expect(chosen).to_have_count(1)


def test_scrolling_over_sliders_weighs_nothing(phone, root):
    """Wherever on a slider a thumb sets down to scroll, it stays; its knob is drawn sideways."""
    phone.goto(f"{root}choose/")
    sliders = phone.locator("input[type=range]")
    sliders.first.evaluate(
        """(slider) => {
            for (let box = slider; box; box = box.parentElement.closest("details")) box.open = true;
        }"""
    )
    slider = sliders.first
    for at in (0.1, 0.5, 0.9):
        for down in (-200, 160):
            slider.scroll_into_view_if_needed()
            before = value(phone, "scrollY")
            swipe(phone, slider, 0, down, at=at)
            expect(slider).to_have_value("0")
            until(phone, f"scrollY !== {before}")
    slider.scroll_into_view_if_needed()
    swipe(phone, slider, 90, 0)
    expect(slider).not_to_have_value("0")
