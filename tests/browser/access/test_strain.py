"""Pages under strain: at 200 % and 400 %, set wider, without their colours, by Tab alone."""

from io import BytesIO

import pytest
from PIL import Image

from tests.support.pages.axe import AXE, found
from tests.support.pages.spared import spare
from tests.support.pages.stations import STATIONS
from tests.support.pages.strained import COLOURS, COVERED, LOST, OPEN, SCHEMES, SPACED, WIDER

pytestmark = pytest.mark.spared

WIDE, PHONE, TINY = (1280, 720), (390, 844), (320, 256)
HALF = (640, 360)
"""At 200 % of 1280 pixels; `TINY` at 400 %."""

OTHERS = ("compare", "team", "practice", "dimension", "seven tests")
"""Stations without a result page of their own."""

MANY = 600
"""More stops than any page has."""


@pytest.fixture
def stand(browser, request):
    """Opens a station; the policy stays outside, for axe and the style sheet are text."""
    opened = []

    def come(name, root, size=WIDE, **how):
        context = browser.new_context(
            bypass_csp=True,
            reduced_motion="reduce",
            viewport=dict(zip(("width", "height"), size, strict=True)),
            **how,
        )
        opened.append(context)
        if not request.config.getoption("--whole"):
            spare(context)
        context.add_init_script(path=AXE)
        return STATIONS[name].open(context.new_page(), root)

    yield come
    for context in opened:
        context.close()


def sized(page, size):
    """A page in a window of another size."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    return page


@pytest.mark.parametrize("name", STATIONS)
def test_larger_and_set_wider(stand, root, name):
    """No barrier, nothing sideways, cut off or over something else: light, dark, zoomed, spaced.

    Every part is open, so that what a reader opens is looked at too.
    """
    page = stand(name, root)
    faults = {"light": found(page)}
    page.evaluate(OPEN)
    for size in (HALF, TINY):
        sized(page, size)
        faults[size] = page.evaluate(WIDER) + page.evaluate(LOST)
    page.evaluate(COLOURS, SCHEMES["dark"])
    faults["dark"] = found(page)
    page.add_style_tag(content=SPACED)
    for size in (WIDE, PHONE, TINY):
        sized(page, size)
        faults["spaced", size] = page.evaluate(WIDER) + page.evaluate(LOST)

    assert {how: here for how, here in faults.items() if here} == {}


def test_a_strain_is_noticed(stand, root):
    """What is cut off, over another or too wide is found: the looks do not always say yes."""
    page = stand("home", root)
    page.add_style_tag(content="h1 { width: 2000px } .md-content p { margin: -2rem 0 }")
    assert page.evaluate(LOST) != []
    page.add_style_tag(content=".md-content h1 { height: 4px; overflow: hidden }")
    assert "cut off" in {kind for kind, *_ in page.evaluate(LOST)}


def stops(page):
    """What Tab leads to, one after the other, and Shift+Tab back again, with what lies over it."""
    seen = []
    for key in ("Tab", "Shift+Tab"):
        for _ in range(MANY):
            page.keyboard.press(key)
            here = page.evaluate(COVERED)
            if here is None:
                break
            seen.append(here)
    return seen


@pytest.mark.parametrize("size", [WIDE, PHONE, TINY], ids=str)
@pytest.mark.parametrize(
    "name",
    [
        "scan",
        *(
            pytest.param(name, marks=pytest.mark.sweep)
            for name in ("assessment", "chooser", "link", *OTHERS)
        ),
    ],
)
def test_nothing_lies_over_a_stop(stand, root, name, size):
    """On every tool, and where questions stand in place: the focus is never under what stays."""
    page = stand(name, root, size)
    seen = stops(page)
    if size != WIDE and name not in OTHERS:
        page.evaluate("() => { location.hash = '#result'; }")
        seen += stops(page)

    assert len(seen) > (30 if name in OTHERS else 60)
    assert [stop for stop in seen if stop[1]] == []


TALL = """() => {
    const more = document.createElement("div");
    more.style.height = "500px";
    document.querySelector(".kam-panel").append(more);
}"""
"""The panel with all that it may ever have to say."""

LAST = """(at) => {
    [...document.querySelectorAll(".kam-form .kam-question")].at(-1).scrollIntoView({block: at});
    const edge = (what, side) => document.querySelector(what).getBoundingClientRect()[side];
    return edge(".kam-panel__level", "top") - edge(".md-header", "bottom");
}"""
"""How far the panel's headline stands below the head of the page, at the last question."""


@pytest.mark.parametrize("name", ["scan", "assessment"])
def test_the_panel_keeps_its_headline_at_the_last_question(stand, root, name):
    """However much the panel has to say and however tall the window, the level is in sight."""
    page = stand(name, root)
    page.evaluate(TALL)
    for size in (WIDE, (1280, 800), (1920, 1080)):
        sized(page, size)
        for at in ("start", "center", "end"):
            assert page.evaluate(LAST, at) > 0, (size, at)


CHOSEN = """() => [...document.querySelectorAll(".kam-choice input:checked")].map((input) => {
    const other = input.closest("fieldset").querySelector("input:not(:checked)");
    return [input, other].map((one) => getComputedStyle(one).opacity).join(" ");
})"""
"""With forced colours the browser's own buttons stand over ours, the chosen beside another."""


def colours(locator):
    """How many colours a part of the page has on screen, as its picture tells."""
    picture = Image.open(BytesIO(locator.screenshot())).convert("RGB")
    return {found for count, found in picture.getcolors(1 << 24) if count > 20}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours(stand, root, scheme):
    """What is chosen, the bars and the dots are seen with the reader's own few colours too."""
    page = stand("scan", root, (1280, 900), forced_colors="active", color_scheme=scheme)
    assert {"1 1"} == set(page.evaluate(CHOSEN))
    chosen, other = (
        colours(page.locator(f".kam-choice input{state}").first)
        for state in (":checked", ":not(:checked)")
    )
    assert chosen != other
    bars = [colours(bar) for bar in page.locator(".kam-panel meter").all()[:3]]
    assert all(len(seen) > 1 for seen in bars)
    dots = page.locator(".kam-results svg .kam-dots__score")
    paints = {dot.evaluate("(dot) => getComputedStyle(dot).fill") for dot in dots.all()}
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert paints
    assert ground not in paints
