"""One way through the tools: the row on their pages, the menu of a phone, the tabs."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from build_tools import ROOT
from tests.support.pages.looks import until, value

pytestmark = pytest.mark.spared

TOOLS = {
    "Quick scan": "quick-scan/",
    "Full assessment": "assessment/",
    "Which structure?": "choose/",
    "Your team": "team/",
    "Compare": "compare/",
    "Examples": "examples/",
}
PHONE = {"width": 390, "height": 844}
EXAMPLE = "examples/outsourced-hr-best/"
READING = "implement/letting-go/"
TARGET = 44


@pytest.fixture
def phone(readers):
    """A page in a phone's hand."""
    return readers(viewport=PHONE, has_touch=True, is_mobile=True).new_page()


def row(page):
    """The row of tools under the tabs."""
    return page.get_by_role("navigation", name="Tools", exact=True)


def menu(page):
    """The tools at the head of the menu."""
    return page.get_by_role("navigation", name="Tools, in the menu")


def open_menu(page):
    """Opens a phone's menu by its button; it has slid in once it stands at the left edge."""
    page.locator("label.md-header__button[for=__drawer]").tap()
    until(page, "document.querySelector('.md-sidebar--primary').getBoundingClientRect().x === 0")


def sizes(links):
    """Width and height of each link."""
    return [(box["width"], box["height"]) for box in (link.bounding_box() for link in links.all())]


def test_a_window_is_called_what_its_page_is(page, root):
    """The guide's name stands once, at home alone and elsewhere after the page's own."""
    for address, title in (("", ""), *((address, f"{name} - ") for name, address in TOOLS.items())):
        page.goto(root + address)

        expect(page).to_have_title(f"{title}The KAM Field Guide")


def test_pages_call_the_seven_tests_by_their_name():
    """Every page asks for us, as the page itself does."""
    pages = [page for page in (ROOT / "docs").rglob("*.md") if "decisions" not in page.parts]
    assert [] == [page for page in pages if "KAM right for you?" in page.read_text("utf-8")]


@pytest.mark.parametrize(("name", "address"), [*TOOLS.items(), ("Examples", EXAMPLE)])
def test_the_row_stands_on_every_tool(page, root, name, address):
    """The same six in the same order, the one that is open marked, all a thumb wide, none cut."""
    page.goto(root + address)
    for width in (320, 390, 820, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        links = row(page).get_by_role("link")
        expect(links).to_have_text(list(TOOLS))
        current = row(page).locator("[aria-current]")
        expect(current).to_have_text([name])
        mark = "page" if address == TOOLS[name] else "true"
        expect(current).to_have_attribute("aria-current", mark)
        assert [] == [size for size in sizes(links) if min(size) < TARGET - 0.5], width
        assert value(page, "document.documentElement.scrollWidth <= innerWidth"), width
        wide = "[...document.querySelectorAll('.kam-tools--row a')].every((link) => "
        assert value(page, wide + "link.scrollWidth <= link.clientWidth)"), width
        bottom = row(page).bounding_box()
        assert (
            bottom["y"] + bottom["height"] <= page.get_by_role("heading").first.bounding_box()["y"]
        ), width


def test_only_tools_have_the_row(page, root):
    """A page for reading, home and a page behind the guide have none; nor has paper."""
    for address in ("", READING, "about/"):
        page.goto(root + address)
        expect(page.locator("h1")).to_be_visible()
        expect(row(page)).to_have_count(0)
    page.goto(root + TOOLS["Compare"])
    shown = "getComputedStyle(document.querySelector('.kam-tools--row')).display"

    assert "none" != value(page, shown)
    assert "none" == value(page, shown, media="print")


def test_the_row_follows_the_mouse(page, root, seen):
    """A step through the tools fetches no page anew, and the mark goes along, back too."""
    page.goto(root + TOOLS["Quick scan"])
    before = seen.loads
    for name in ("Which structure?", "Examples", "Your team"):
        row(page).get_by_role("link", name=name).click()
        page.wait_for_url(f"**/{TOOLS[name]}")
        expect(row(page).locator("[aria-current]")).to_have_text([name])
        expect(page).to_have_title(f"{name} - The KAM Field Guide")
    page.go_back()

    expect(row(page).locator("[aria-current]")).to_have_text(["Examples"])
    assert before == seen.loads
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="Implement").click()
    expect(page.get_by_role("heading", name="Implement", level=1)).to_be_visible()
    expect(row(page)).to_have_count(0)


def test_the_row_by_keyboard(page, root):
    """Tab goes through it in its order with a ring to be seen, and Enter opens."""
    page.goto(root + TOOLS["Compare"])
    row(page).get_by_role("link", name="Quick scan").focus()
    for name in list(TOOLS)[1:3]:
        page.keyboard.press("Tab")
        expect(row(page).get_by_role("link", name=name)).to_be_focused()
    assert "solid" == value(page, "getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/{TOOLS['Which structure?']}")
    expect(row(page).locator("[aria-current]")).to_have_text(["Which structure?"])


def test_the_row_by_touch(phone, root):
    """A tap opens another tool, and the mark is there."""
    phone.goto(root + TOOLS["Quick scan"])
    row(phone).get_by_role("link", name="Full assessment").tap()

    phone.wait_for_url(f"**/{TOOLS['Full assessment']}")
    expect(row(phone).locator("[aria-current]")).to_have_text(["Full assessment"])


@pytest.mark.parametrize("address", ["", READING, TOOLS["Compare"]])
def test_the_menu_begins_with_the_tools(phone, root, address):
    """However deep a reader is: all six, in sight, a thumb wide, above everything else."""
    phone.goto(root + address)
    open_menu(phone)
    links = menu(phone).get_by_role("link")
    expect(links).to_have_text(list(TOOLS))
    assert [] == [size for size in sizes(links) if min(size) < TARGET - 0.5]
    head = menu(phone).bounding_box()
    rest = phone.locator(".md-nav__link").locator("visible=true").first.bounding_box()
    assert head["y"] + head["height"] <= rest["y"]
    current = [name for name, to in TOOLS.items() if to == address]
    expect(menu(phone).locator("[aria-current]")).to_have_text(current)

    menu(phone).get_by_role("link", name="Your team").tap()
    phone.wait_for_url(f"**/{TOOLS['Your team']}")
    expect(phone.get_by_role("heading", name="Your team", level=1)).to_be_visible()


def test_the_menu_by_keyboard(page, root):
    """In a narrow window the menu opens for the keyboard, with the tools before the sections."""
    page.set_viewport_size(PHONE)
    page.goto(root + READING)
    page.locator(".kam-drawer__home").focus()
    page.keyboard.press("Tab")
    expect(menu(page).get_by_role("link").first).to_be_focused()
    until(page, "document.querySelector('.md-sidebar--primary').getBoundingClientRect().x === 0")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/{TOOLS['Compare']}")


def test_the_menu_leads_home_and_to_every_section(phone, root):
    """What was a tab called home is the guide's name; tools are not listed a second time."""
    phone.goto(root + TOOLS["Quick scan"])
    open_menu(phone)
    sections = phone.locator(".md-nav--primary > .md-nav__list > .md-nav__item")
    expect(sections).to_have_text(
        [
            "Start here",
            "Why programmes fail",
            "Implement",
            "Structures",
            "People",
            "Behind the guide",
        ]
    )
    phone.get_by_role("link", name="The KAM Field Guide").locator("visible=true").first.tap()

    phone.wait_for_url(root)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_first_answer_is_near(page, root, width):
    """A title and one line stand over a form: nobody scrolls far before the first answer."""
    page.set_viewport_size({"width": width, "height": 844})
    for name in ("Quick scan", "Full assessment", "Which structure?", "Your team"):
        page.goto(root + TOOLS[name])
        lead = page.locator("h1 + p").bounding_box()
        widget = page.locator("kam-widget").bounding_box()
        first = page.locator("kam-widget :is(.kam-question label span, textarea)")
        box = first.locator("visible=true").first.bounding_box()

        assert widget["y"] - (lead["y"] + lead["height"]) < TARGET, "nothing between them"
        assert lead["height"] < 4 * 32, "a line or two, three or four in a narrow window"
        assert box["y"] + box["height"] < 1.5 * 844


def test_a_link_opens_without_what_is_for_answering(page, root):
    """While another's result is open, neither the line above the form nor how to answer shows."""
    body = re.search(r"^#kam=\S+$", (ROOT / "docs/method/share-link.md").read_text("utf-8"), re.M)
    page.goto(f"{root}{TOOLS['Full assessment']}{body[0]}")
    expect(page.locator("kam-widget[data-kam-beside]")).to_be_visible()

    expect(page.locator("h1 + p")).to_be_hidden()
    expect(page.locator("#how-to-answer")).to_be_hidden()
    expect(page.get_by_text("Skip, stop and come back as you like")).to_be_hidden()


def test_no_key_is_explained_on_a_touch_screen(phone, page, root):
    """Who taps has no arrows; who has a keyboard reads what they do."""
    for at, shown in ((phone, False), (page, True)):
        at.goto(root + TOOLS["Full assessment"])
        expect(at.get_by_text("With a keyboard, the arrows choose")).to_be_visible(visible=shown)


def test_tabs_fit_and_what_is_behind_stands_apart(page, root):
    """The last tab, for authors and sceptics, stands at the right edge of all of them."""
    page.set_viewport_size({"width": 1220, "height": 800})
    page.goto(root + READING)
    tabs = page.get_by_role("navigation", name="Tabs").get_by_role("link")
    boxes = [tab.bounding_box() for tab in tabs.all()]
    gaps = [b["x"] - (a["x"] + a["width"]) for a, b in pairwise(boxes)]

    assert len(boxes) <= 7
    assert boxes[-1]["x"] + boxes[-1]["width"] <= 1220
    assert gaps[-1] > 3 * max(gaps[:-1])
