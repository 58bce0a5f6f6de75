"""A shared link opens on the result: while it loads, where it fails, and what can be pressed."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.support.pages.bar import choose
from tests.support.pages.looks import LIGHT, until, value
from tests.support.pages.tool_page import Tool
from tests.support.renderings.links import FULL, MODEL, STRUCTURES
from widgets.core.answers.states import Answers
from widgets.core.page.notices import CHOICES, ITSELF, PASS_ON
from widgets.core.sharing import share_link
from widgets.core.sharing.link_text import MARK

LINK = share_link.fragment(FULL, MODEL, STRUCTURES)
TOOLS = ("quick-scan", "assessment", "choose")
WAYS = ("mouse", "touch", "keyboard")
MINE = {"quick.delivery-on-board": "4"}
MANGLED = (LINK, LINK.replace("#kam=", "?x=%23kam%3D"), LINK.replace("#kam=", "#KAM%3d"))


class Scan(Tool):
    """The quick scan in a page."""

    name = "quick-scan"
    address = "quick-scan/"


@pytest.fixture(params=WAYS)
def reader(request, readers, root, model):
    """A colleague on a phone or at a desk, and how they press."""
    how = request.param
    size = {"width": 390, "height": 844} if how == "touch" else {"width": 1280, "height": 900}
    page = readers(viewport=size, has_touch=how == "touch").new_page()
    tool = Scan(page, root, model, how)

    def press(control):
        if how == "touch":
            control.tap()
        else:
            tool.press(control)

    tool.press_so = press
    return tool


def held(page):
    """Keeps Python's archive back until the test lets it go; a list of what waits."""
    waiting = []
    page.route("**/kam.zip*", lambda route: waiting.append(route))  # noqa: PLW0108 - a method has no place for Playwright
    return waiting


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("link", MANGLED, ids=["plain", "in the query", "odd letters"])
def test_a_page_with_a_link_shows_nothing_else_first(rough, root, model, tool, link):
    """Before Python there is neither a form nor a lead, nor "No answer yet", nor one's own."""
    page = rough
    mine = Scan(page, root, model, "mouse").open(MINE)
    expect(mine.field("quick.delivery-on-board", "4")).to_be_checked()
    waiting = held(page)
    page.goto("about:blank")
    page.goto(f"{root}{tool}/{link}")

    expect(page.get_by_text("Opening the shared result…")).to_be_visible()
    for hidden in (".kam-form", ".kam-result-page", ".kam-panel__level", "article > p"):
        assert 0 == page.locator(hidden).locator("visible=true").count(), hidden
    expect(page.get_by_text("Loading the calculator, once…").last).to_be_visible()
    until(page, "document.querySelector('kam-widget').matches(':defined')")
    while waiting:
        waiting.pop().continue_()


@pytest.mark.parametrize("tool", TOOLS)
def test_without_the_page_s_scripts_there_is_a_way(rough, root, tool):
    """Where the guide's own scripts do not come the page says so, and leads to the form."""
    rough.route("**/host.js", lambda route: route.abort())
    rough.goto(f"{root}{tool}/{LINK}")
    expect(rough.get_by_text("Opening the shared result…")).to_be_visible()
    expect(rough.locator(".kam-form")).to_be_hidden()
    expect(rough.get_by_text("the link stays in its address")).to_be_visible()
    rough.get_by_role("link", name="Score it yourself").click()

    expect(rough.locator(".kam-form")).to_be_visible()
    assert MARK not in rough.url


def test_a_failed_load_says_what_happened(readers, root):
    """The reason stands there with two ways on; *Try again* opens the link, the other the form."""
    page = readers().new_page()
    page.route("**/pyodide.asm.wasm*", lambda route: route.fulfill(status=404))
    page.goto(f"{root}quick-scan/{LINK}")
    expect(page.get_by_role("alert")).to_contain_text("pyodide.asm.wasm is missing")
    expect(page.locator(".kam-form")).to_be_hidden()
    expect(page.locator(".kam-result-page")).to_be_hidden()
    expect(page.get_by_role("link", name="Score it yourself")).to_be_visible()

    page.unroute("**/pyodide.asm.wasm*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".kam-headline__label")).to_contain_text("Shared with you")
    expect(page.locator(".kam-opening")).to_be_hidden()
    assert MARK in page.url


@pytest.mark.spared
def test_the_result_is_the_page(reader):
    """Level, bars and three steps, named as another's; one button leads to an empty form."""
    page, tool = reader.page, reader
    page.goto(f"{tool.root}quick-scan/{LINK}")
    expect(tool.region("headline")).to_contain_text("Shared with you")
    expect(tool.region("headline").locator(".kam-headline__level")).to_be_in_viewport()
    expect(tool.region("first-steps").locator("li")).to_have_count(3)
    expect(tool.region("picture").locator("svg").first).to_be_visible()
    for hidden in (".kam-form", ".kam-panel__level", ".kam-back", ".kam-opening", "article > p"):
        assert 0 == page.locator(hidden).locator("visible=true").count(), hidden
    expect(page.get_by_text("Your result", exact=True)).to_have_count(0)

    tool.press_so(page.get_by_role("button", name="Score it yourself"))
    expect(page.locator(".kam-form")).to_be_visible()
    expect(tool.region("beside")).to_be_empty()
    expect(page.locator("kam-widget input:checked")).to_have_count(0)
    assert MARK not in page.url


@pytest.mark.spared
def test_one_menu_holds_the_rest(reader):
    """It opens at a press; a choice, Escape and a press outside close it; its lines are 44 high."""
    page, tool = reader.page, reader
    tool.open(MINE)
    page.goto("about:blank")
    page.goto(f"{tool.root}quick-scan/{LINK}")
    over = page.get_by_role("group", name="Answers that are not yours")
    expect(over.get_by_role("button", name="Back to my own")).to_be_visible()
    more = over.get_by_role("button", name="More with these answers")
    items = page.locator("#kam-more-beside")
    for close in ("Escape", "outside"):
        tool.press_so(more)
        expect(items).to_be_visible()
        if close == "Escape":
            page.keyboard.press("Escape")
        else:
            page.mouse.click(5, 300)
        expect(items).to_be_hidden()
    tool.press_so(more)
    for item in items.get_by_role("button").all():
        assert item.bounding_box()["height"] >= 44
    tool.press_so(items.get_by_role("button", name="Compare with mine"))
    expect(items).to_be_hidden()
    expect(page.locator("dialog[open]")).to_contain_text("Compare")


@pytest.mark.spared
def test_it_is_passed_on_from_the_menu(reader):
    """Nothing but one button and the menu is offered; sharing and printing stand in the menu."""
    page, tool = reader.page, reader
    page.goto(f"{tool.root}quick-scan/{LINK}")
    over = page.get_by_role("group", name="Answers that are not yours")
    expect(over.get_by_role("button")).to_have_text([ITSELF, "More with these answers"])
    for gone in (".kam-actions--result", ".kam-again"):
        expect(page.locator(gone)).to_be_hidden()
    tool.press_so(over.get_by_role("button", name="More with these answers"))
    items = page.locator("#kam-more-beside").get_by_role("button")
    assert [label for _, label in (*CHOICES, *PASS_ON)] == items.all_inner_texts()

    tool.press_so(items.filter(has_text="Share them"))
    panel = page.locator("dialog[open]")
    expect(panel).to_contain_text("Opens this result, read-only")
    page.keyboard.press("Escape")
    choose(page.locator("#quick-scan"), "Export")
    expect(panel).to_contain_text("To keep, to move")
    page.keyboard.press("Escape")
    choose(page.locator("#quick-scan"), "Copy as text")
    expect(tool.region("copy").locator("textarea")).not_to_have_value("")


@pytest.mark.spared
def test_a_step_within_it_keeps_the_link(page, root, readers):
    """A jump to a part, a reload there, a bookmark of it, and Back from another page."""
    page.goto(f"{root}quick-scan/{LINK}")
    label = page.locator(".kam-headline__label")
    expect(label).to_contain_text("Shared with you")
    for place in ("part-working", "result"):
        value(page, f"location.hash = '{place}'")
        until(page, f"location.hash.startsWith('#{MARK}')")
        assert value(page, f"document.querySelector(':target').id === '{place}'")
        assert page.url == f"{root}quick-scan/{LINK}"
        expect(label).to_contain_text("Shared with you")
    page.reload()
    expect(label).to_contain_text("Shared with you")

    bookmark = readers().new_page()
    bookmark.goto(page.url)
    expect(bookmark.locator(".kam-headline__label")).to_contain_text("Shared with you")

    page.locator(".kam-onward a").first.click()
    expect(page).to_have_url(f"{root}team/")
    expect(page.locator("[data-kam-region=beside]")).to_be_empty()
    expect(page.get_by_role("heading", name="Who answered")).to_be_visible()
    until(page, "shown === location.pathname")  # the theme has told scope.js of the page
    page.go_back()
    expect(label).to_contain_text("Shared with you")
    page.get_by_role("button", name="Score it yourself").click()
    expect(page.locator(".kam-form")).to_be_visible()
    page.reload()
    expect(page.locator(".kam-form")).to_be_visible()


@pytest.mark.spared
def test_another_link_takes_its_place(page, root):
    """A link pasted while one is shown is opened instead; a hurt one gives the form back."""
    other = share_link.fragment(Answers(quick={"delivery-on-board": 1}), MODEL, STRUCTURES)
    page.goto(f"{root}quick-scan/{LINK}")
    level = page.locator(".kam-headline__level")
    before = level.inner_text()
    value(page, f"location.hash = {json.dumps(other)}")
    expect(level).not_to_have_text(before)
    assert other in page.url
    value(page, f"location.hash = {json.dumps(other[:-3])}")
    expect(page.locator("dialog[open]")).to_contain_text("cannot be opened")
    page.keyboard.press("Escape")
    expect(page.locator(".kam-form")).to_be_visible()
    assert MARK not in page.url


@pytest.mark.spared
@pytest.mark.parametrize("tool", ["team", "compare"])
def test_on_a_page_without_questions(page, root, tool):
    """It says what the link holds, leads to its result, and can be put away."""
    page.goto(f"{root}{tool}/{LINK}")
    over = page.get_by_role("group", name="Answers that are not yours")
    expect(over).to_contain_text("They are one result, which this page does not show")
    over.get_by_role("link", name="Open the result").click()
    expect(page.locator(".kam-headline__label")).to_contain_text("Shared with you")
    assert f"{root}assessment/{LINK}" == page.url
    page.go_back()
    over.get_by_role("button", name="Put them away").click()
    expect(over).to_have_count(0)
    assert MARK not in page.url


@pytest.mark.spared
def test_put_together_from_the_menu(page, root, model):
    """The menu adds another's answers to one's own, and asks first."""
    tool = Scan(page, root, model, "mouse").open(MINE)
    page.goto("about:blank")
    page.goto(f"{root}quick-scan/{LINK}")
    choose(page.locator("#quick-scan"), "Add them to my answers")
    panel = page.locator("dialog[open]")
    expect(panel).to_contain_text("An answer of yours is replaced only if you say so here")
    panel.get_by_role("button", name="Add them", exact=True).click()
    expect(panel.get_by_role("heading", name="Added")).to_be_visible()
    assert MARK not in page.url
    expect(tool.region("beside")).to_be_empty()


def test_a_link_on_another_page_leads_to_a_tool(rough, root):
    """A page that cannot show a link leads to the one that can."""
    rough.goto(f"{root}{LIGHT}")
    rough.goto(f"{root}start/{LINK}")
    rough.wait_for_url(re.compile(r"/assessment/#kam="))
    expect(rough.locator(".kam-headline__label")).to_contain_text("Shared with you")
