"""The guide in frames of another site: a part alone, its height, what a frame forbids."""

import json

import pytest
from playwright.sync_api import expect

from build_tools.embedding.permissions import SANDBOX
from build_tools.embedding.snippet import LISTENER
from tests.support.pages.bar import press
from tests.support.pages.looks import until, value
from tests.support.pages.scan_page import ANSWERS, ONE, Scan
from tests.support.pages.tool_page import reach

pytestmark = pytest.mark.spared

WHOLE = " ".join(one.word for one in SANDBOX)
FIGURE = "structures/over-the-wall/?embed=figure-over-the-wall"
STICKY = """(root) => [...root.querySelectorAll("*")].filter((one) => {
    const { position } = getComputedStyle(one);
    return /sticky|fixed/.test(position) && one.checkVisibility() && !one.closest("dialog");
}).map((one) => one.className)"""
"""What stays in sight while the rest of a page moves, and so could lie over a question."""


@pytest.fixture
def page(rough):
    """A page that may complain, as sandboxes do."""
    return rough


@pytest.fixture
def wiki(page, root):
    """Opens a page of another site with some HTML in it, which notes every message it gets."""

    def opened(html, width=1000):
        host = root.replace("127.0.0.1", "intranet.example").removesuffix("kam%20guide/")
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{host}wiki")
        note = "<script>heard = []; onmessage = ({data}) => heard.push(data)</script>"
        page.set_content(f"<!doctype html><h1>Our wiki</h1>{note}{html}")
        return page

    return opened


@pytest.fixture
def frame(root):
    """The HTML of a frame around an address of the guide."""

    def html(address, sandbox=WHOLE, width="100%", height=400, id=""):
        size = f'width="{width}" height="{height}"'
        return f'<p><iframe id="{id}" src="{root}{address}" sandbox="{sandbox}" {size}></iframe>'

    return html


def grown(wiki, id):
    """Waits until a frame is as high as what it shows: higher or lower than it was written."""
    until(wiki, f"document.getElementById({id!r}).height !== '400'")
    return int(value(wiki, f"document.getElementById({id!r}).height"))


def test_two_tools_and_a_figure_in_a_wiki(wiki, frame, root, headline):
    """Each alone, as high as it is, in its colours; a tool scores; messages hold a height only."""
    parts = {"scan": "quick-scan/?embed", "choose": "choose/?embed&theme=dark", "figure": FIGURE}
    frames = "".join(frame(address, id=id) for id, address in parts.items())
    page = wiki(frames + LISTENER.replace("{origin}", "/".join(root.split("/")[:3])))
    scan, choose, figure = (page.frame_locator(f"#{id}") for id in parts)

    for shown in (scan, choose, figure):
        for gone in (".md-header", ".md-footer"):
            expect(shown.locator(gone)).to_be_hidden()
        expect(shown.locator("h1")).to_have_css("clip-path", "inset(50%)")  # heard, not seen
        way = shown.locator(".kam-embedded a")
        expect(way).to_be_visible()
        expect(way).to_have_attribute("target", "_blank")
        assert "embed" not in way.get_attribute("href")
    expect(figure.locator("#figure-over-the-wall svg")).to_be_visible()
    expect(figure.locator("article > p:not(.kam-embedded)").first).to_be_hidden()
    expect(choose.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(scan.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert grown(page, "figure") < 1200 < grown(page, "choose")

    answered = Scan(scan, root).answer(ANSWERS)
    expect(answered.headline).to_have_text(headline())
    expect(answered.chip).to_have_text("Saved in this frame")
    expect(answered.widget.locator(".kam-kept")).to_contain_text("in a tab of your own")
    expect(answered.widget.get_by_role("link", name="Leaders entangled").first).to_be_visible()
    heard = value(page, "heard")
    assert {("kamFieldGuide", "height")} == {tuple(message) for message in heard}
    assert {"height"} == {message["kamFieldGuide"] for message in heard}
    assert {int} == {type(message["height"]) for message in heard}

    press(answered.widget, "Share")
    desk = scan.locator("dialog[open]")
    link = desk.get_by_role("link", name="Open these answers").get_attribute("href")
    assert link.startswith(f"{root}quick-scan/#kam=")
    box = desk.bounding_box()
    assert 0 <= box["y"] < box["y"] + box["height"] <= 900  # though the frame is much higher


@pytest.mark.parametrize(
    ("sandbox", "open_to_all", "says"),
    [
        ("", False, "Scripts are off here, in this browser or in the frame"),
        ("allow-scripts", False, "The frame that shows this page keeps its tools out"),
        ("allow-scripts", True, "Not saved: this browser or frame forbids storage"),
    ],
)
def test_a_frame_that_keeps_a_tool_out(wiki, frame, sandbox, open_to_all, says):
    """The tool says so, also where the server lets other origins load its scripts."""
    page = wiki("")
    if open_to_all:
        allowed = {"Access-Control-Allow-Origin": "*"}

        def opened(route):
            answer = route.fetch()
            route.fulfill(response=answer, headers=answer.headers | allowed)

        page.route("**/assets/**", opened)
    page.set_content(frame("quick-scan/?embed", sandbox))
    shown = page.frame_locator("iframe")

    if open_to_all:
        shown.locator("label:has(input[value='2'])").first.click()
    said = shown.locator("kam-widget :is(.kam-noscript, .kam-shut, .kam-chip)")
    expect(said.filter(visible=True, has_text=says)).to_be_visible()
    if sandbox and not open_to_all:
        expect(shown.locator(".kam-shut a")).to_have_attribute("href", "/kam%20guide/quick-scan/")
        expect(shown.locator(".md-header")).to_be_hidden()


def test_a_figure_needs_no_more_than_scripts(wiki, frame):
    """It comes alone, with its height, where the frame has no origin."""
    page = wiki(frame(FIGURE, "allow-scripts"))
    expect(page.frame_locator("iframe").locator("figure")).to_be_visible()
    expect(page.frame_locator("iframe").locator(".md-header")).to_be_hidden()
    until(page, "heard.length")


def test_what_a_frame_allows_works(wiki, frame, root):
    """With every permission a file comes, and a link opens a tab of its own, without `?embed`."""
    page = wiki(frame("quick-scan/?embed"))
    scan = Scan(page.frame_locator("iframe"), root).answer(ONE)
    press(scan.widget, "Export")
    with page.expect_download() as saved:
        scan.widget.locator("dialog").get_by_role("button", name="CSV").click()
    assert saved.value.suggested_filename.endswith(".csv")
    scan.widget.locator("dialog").get_by_role("button", name="Close").click()
    with page.context.expect_page() as tab:
        page.frame_locator("iframe").locator(".kam-embedded a").click()
    expect(tab.value).to_have_url(f"{root}quick-scan/")
    expect(tab.value.locator(".md-header")).to_be_visible()


@pytest.mark.parametrize(
    ("address", "width", "height"),
    [
        ("quick-scan/?embed", 340, 300),
        ("quick-scan/?embed", 700, 400),
        ("quick-scan/", 340, 300),
        ("quick-scan/", 700, 400),
    ],
)
def test_small_frames(wiki, frame, root, address, width, height):
    """Nothing sticky lies over a question; a dialog fits the frame and scrolls in it."""
    page = wiki(frame(address, width=width, height=height))
    scan = Scan(page.frame_locator("iframe"), root).answer(ONE)
    assert [] == page.frame_locator("iframe").locator("article").evaluate(STICKY)
    expect(page.frame_locator("iframe").locator(".md-header")).to_have_css("position", "static")

    more = scan.widget.get_by_role("button", name="More", exact=True, include_hidden=True)
    reach(more).click()
    scan.widget.get_by_role("button", name="Export", exact=True).click()
    desk = scan.widget.locator("dialog")
    expect(desk).to_contain_text("To keep, to move")
    inside = desk.evaluate("(one) => [one.clientHeight, one.scrollHeight, innerHeight]")
    assert inside[0] <= inside[2] < inside[1]
    last = desk.get_by_role("button").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


@pytest.mark.parametrize(
    ("address", "shown", "hidden"),
    [
        ("implement/pay/?embed=five-options-table", "table", "p:not(.kam-embedded)"),
        ("glossary/?embed=account-plan", "#account-plan + p", "#account-team"),
        ("glossary/?embed#account-plan", "#account-plan + p", "#account-team"),
        ("quick-scan/?embed#q-delivery-on-board", "#q-reason-and-patience", "article > h2"),
        ("start/is-it-right-for-you/?embed=seven-tests", "#seven-tests legend", ".md-footer"),
        ("implement/pay/?embed", "h1", ".md-sidebar--primary"),
    ],
)
def test_a_part_alone(page, root, address, shown, hidden):
    """A table, a term, a tool with a place in it, a whole text; nothing else of the page."""
    page.goto(root + address)
    expect(page.locator(".kam-embedded")).to_be_visible()
    expect(page.locator(f"article {shown}").first).to_be_visible()
    expect(page.locator(hidden).first).to_be_hidden()
    page.keyboard.press("/")  # a key of the theme, whose search is not there
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_part_that_is_not_there(page, root):
    """It is named as text, whatever it holds, and the page is shown."""
    page.goto(f"{root}glossary/?embed=<img src=x onerror=alert(1)>")
    expect(page.locator(".kam-embedded")).to_contain_text("no part called “<img src=x")
    expect(page.locator(".kam-embedded img")).to_have_count(0)
    expect(page.locator("#account-plan")).to_be_visible()


def test_the_colours_of_a_frame_are_not_the_readers_choice(page, root):
    """Asked for in the address, they are shown there; the next page has those of the system."""
    page.goto(f"{root}{FIGURE}&theme=dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".kam-embedded a").click()
    expect(page.locator(".md-header")).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_no_message_is_listened_to(page, root):
    """A page in a frame has no ear for whoever shows it."""
    page.goto(f"{root}quick-scan/?embed")
    expect(page.locator(".kam-embedded")).to_be_visible()
    Scan(page, root).answer(ONE)
    tools = page.context.new_cdp_session(page)
    window = tools.send("Runtime.evaluate", {"expression": "window"})["result"]["objectId"]
    heard = tools.send("DOMDebugger.getEventListeners", {"objectId": window})["listeners"]

    assert "click" in {one["type"] for one in heard}
    assert not {"message", "messageerror"} & {one["type"] for one in heard}


def test_the_dialog_writes_a_frame_that_works(page, wiki, root):
    """From the mark of a figure to a wiki that shows it: part, colours, size, growing with it."""
    page.goto(f"{root}structures/over-the-wall/")
    figure = page.locator("#figure-over-the-wall")
    figure.hover()
    figure.locator(".headerlink").click()
    page.get_by_role("button", name="Embed…").click()
    dialog = page.get_by_role("dialog", name="Embed in another page")
    part = dialog.get_by_label("What to show")
    expect(part).to_have_value("figure-over-the-wall")
    dialog.get_by_label("Colours").select_option("dark")
    dialog.get_by_label("Height").fill("123")
    dialog.get_by_label("Let the frame grow").check()
    html = dialog.get_by_label("HTML to paste").input_value()
    lasting = FIGURE.replace("structures", "s")
    assert f'src="{root}{lasting}&amp;theme=dark"' in html
    assert 'height="123"' in html
    assert 'title="Figure: Over the wall –' in html
    expect(dialog.get_by_label("oEmbed")).to_be_hidden()  # this build knows no address
    dialog.get_by_role("button", name="Copy the HTML").click()
    expect(dialog.get_by_role("status")).to_contain_text("cop", ignore_case=True)
    picture = dialog.get_by_role("link", name="a picture with its words")
    expect(picture).to_have_attribute("href", f"{root}g/over-the-wall/")
    part.select_option("")
    expect(picture).to_be_hidden()
    assert (
        f'src="{root}s/over-the-wall/?embed&amp;'
        in dialog.get_by_label("HTML to paste").input_value()
    )
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()

    shown = wiki(html)
    expect(shown.frame_locator("iframe").locator("figure")).to_be_visible()
    until(shown, "document.querySelector('iframe').height !== '123'")
    assert json.loads(value(shown, "JSON.stringify(heard)"))[-1]["height"] > 123


def test_a_tool_offers_to_embed_itself(page, root):
    """Under *More*, once there is a result; a shared result is alone there after a reload too."""
    page.goto(f"{root}quick-scan/")
    scan = Scan(page, root).answer(ONE)
    press(scan.widget, "Embed this tool")
    html = page.get_by_label("HTML to paste").input_value()

    assert f'src="{root}quick-scan/?embed" title="Quick scan"' in html
    assert json.dumps(WHOLE) in html
    page.get_by_role("dialog", name="Embed").get_by_role("button", name="Close").click()
    press(scan.widget, "Share")
    shared = scan.widget.get_by_label("The link").input_value().replace("#", "?embed#")
    tab = page.context.new_page()
    tab.goto(shared)
    for _ in range(2):
        expect(tab.locator(".kam-beside")).to_be_visible()
        expect(tab.locator(".md-header")).to_be_hidden()
        expect(tab).to_have_url(shared)
        tab.reload()
