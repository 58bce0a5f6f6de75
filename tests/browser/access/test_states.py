"""Every example of every widget as a reader sees it: 390 and 1280, light and dark, no barriers.

With `--pictures`, saves one for each look of the contact sheet in test-results/states/.
"""

import html
import json
from collections.abc import Mapping
from urllib.parse import urlsplit

import pytest

from build_tools import ROOT
from build_tools.runtime.examples import Example, examples
from tests.support.ours import our_guide
from tests.support.pages import contact_sheet
from tests.support.pages.axe import AXE, found
from tests.support.pages.contact_sheet import A4, LOOKS, PAPER
from tests.support.pages.spared import spare
from widgets.worker import handle

EXAMPLES = examples(ROOT, our_guide().model)
LOOKED_AT = ("light 1280", "dark 390")
"""What axe looks at: what is wrong in another look is wrong in one of these."""
IN_COLOUR = 3
"""One state of so many is looked at in light too, and for contrast, each day; all before a release:
colours come from the same tokens in every state, and what is too wide is so at 390."""
HEIGHT = 1300
NARROWEST = 320
SETTLED = """(expected) => {
    const text = (node) => node.textContent.replace(/\\s+/g, " ").trim();
    return Object.entries(expected).every(([name, html]) => {
        const wanted = document.createElement("div");
        wanted.innerHTML = html;
        return text(document.querySelector(`[data-kam-region="${name}"]`)) === text(wanted);
    });
}"""
KEEP = """([prefix, kept]) => {
    localStorage.clear();
    for (const [name, text] of Object.entries(kept)) localStorage.setItem(prefix + name, text);
}"""
OPEN_WRITTEN = """() => {
    for (const box of document.querySelectorAll(".kam-form details")) {
        const fields = [...box.querySelectorAll("input, textarea, select")];
        box.open = fields.some((field) => (/radio|checkbox/.test(field.type) ? field.checked
            : field.value));
    }
}"""
OPEN_ALL = """() => {
    for (const box of document.querySelectorAll(".kam-all__box")) box.checked = true;
    for (const box of document.querySelectorAll(".kam-widget details")) box.open = true;
}"""
"""On a narrow page with every part of a form, and the result, below each other."""
SCROLL = """(widget) => {
    const one = widget.querySelector(".kam-question:has([value=na]:checked)");
    if (one && !one.checkVisibility()) location.hash = one.id;
    scrollTo(0, scrollY + (one ?? widget).getBoundingClientRect().top - 60);
}"""
SHOW = """(result) => {
    if (!result.checkVisibility()) location.hash = result.id;
}"""
"""On a narrow page the result is a screen of its own."""
UNSTUCK = ".md-header { position: static !important }"
TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    return [...document.querySelectorAll(".kam-widget, .kam-widget *")]
        .filter((part) => part.checkVisibility() && !part.closest(".kam-scroll, .kam-hidden, svg"))
        .filter((part) => part.getBoundingClientRect().right > room + 1)
        .map((part) => ["hangs out of the window", part.className || part.tagName]);
}"""


DESIGNED = (
    *("nothing answered", "one answer", "half answered", "all unknown", "all 0", "all 4"),
    *("all that may not apply does not", "very long notes", "at 200 %", "on paper, half answered"),
)
"""States of the full assessment that must be among its examples.  No dimension can be left out
whole: in each a practice applies to every programme."""


def named(example):
    """How a test and the contact sheet name a state."""
    return f"{example.widget}: {example.name}"


def addresses(site):
    """Where each widget stands, by its name and its options: the first page that holds it."""
    pages = {}
    for path in sorted(site.glob("**/index.html")):
        text = html.unescape(path.read_text(encoding="utf-8"))
        for part in text.split('data-kam-widget="')[1:]:
            name = part.partition('"')[0]
            options = part.partition('data-kam-options="')[2].partition('}"')[0] + "}"
            pages.setdefault((name, options), f"{path.parent.relative_to(site)}/")
    return pages


class States:
    """The states of all widgets in one context of the browser, and what was seen of them."""

    def __init__(
        self,
        context,
        root: str,
        pages: Mapping[tuple[str, str], str],
        model: str,
        *,
        pictures: bool,
    ) -> None:
        self.context = context
        self.root = root
        self.pictures = pictures
        self.pages = pages
        self.prefix = f"kam:{urlsplit(root).path}:{model}:"
        self.shots: dict[str, list[str]] = {}

    def open(self, example: Example):
        """The page that holds an example, with its records kept and its result drawn."""
        page = self.context.new_page()
        records = {f"answer:default:{name}": text for name, text in example.records.items()}
        kept = [self.prefix, records | dict(example.stored)]
        page.add_init_script(f"({KEEP})({json.dumps(kept)})")
        page.goto(self.root + self.pages[example.widget, json.dumps(dict(example.options))])
        expected = json.loads(handle(example.message(urlsplit(self.root).path)))["html"]
        page.wait_for_function(SETTLED, arg=expected)
        page.evaluate(OPEN_WRITTEN)
        return page

    def shoot(self, page, example: Example, look: str) -> None:
        """Saves what the window shows of the widget, and all of a result that is further down."""
        page.locator(f"[data-kam-widget={example.widget}]").first.evaluate(SCROLL)
        whole = example.seen == "printed"
        page.screenshot(path=self._file(example, look), full_page=whole, quality=75)
        if "390" in look:
            self.shoot_result(page, example, f"{look} result")

    def shoot_result(self, page, example: Example, look: str) -> None:
        """Saves the whole result, however long it is; a question in place has none."""
        result = page.locator(f"[data-kam-widget={example.widget}] .kam-results")
        if result.count() and example.seen != "printed":
            result.evaluate(SHOW)
            result.screenshot(path=self._file(example, look), style=UNSTUCK, quality=75)
            page.evaluate("() => { location.hash = ''; }")

    def _file(self, example: Example, look: str):
        file = contact_sheet.picture(named(example), look)
        self.shots.setdefault(named(example), []).append(file.name)
        return file


@pytest.fixture(scope="module")
def states(browser, servers, site, model, request, testrun_uid):
    """All states; at the end their contact sheet, if pictures are asked for."""
    pictures = request.config.getoption("--pictures")
    if pictures:
        contact_sheet.clear(testrun_uid)
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    if not request.config.getoption("--whole"):
        spare(context)
    context.add_init_script(path=AXE)
    root = servers["default at /kam guide/"].url
    seen = States(context, root, addresses(site), model["id"], pictures=pictures)
    yield seen
    context.close()
    if pictures:
        contact_sheet.write("states", map(named, EXAMPLES))


def show(page, example, look):
    """Gives the page the width and the colours of a look; twice the size leaves half the width."""
    if example.seen == "printed":
        page.emulate_media(media="print")
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        page.set_viewport_size({"width": A4, "height": HEIGHT})
        return
    colours, width = look.split()
    page.set_viewport_size(
        {
            "width": max(NARROWEST, int(width) // 2) if example.seen == "zoomed" else int(width),
            "height": HEIGHT,
        }
    )
    scheme = {"light": "default", "dark": "slate"}[colours]
    if page.locator("body").get_attribute("data-md-color-scheme") != scheme:
        page.locator("[data-md-component=palette] label:visible").click()


def test_every_state_is_designed(model):
    """The full assessment's examples hold every state that must be looked at."""
    assert set(DESIGNED) <= {e.name for e in EXAMPLES if e.widget == "assessment"}
    assert all(any(not p.get("scope") for p in d["practices"]) for d in model["dimensions"])


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_state(states, example, request):
    """With every box open a state fits the window and axe finds nothing; if asked, its pictures.

    axe looks at the tool: `test_access` looks at the page around it, and `--whole` at both here.
    """
    whole = request.config.getoption("--whole")
    within = "html" if whole else ".kam-widget"
    colours = whole or EXAMPLES.index(example) % IN_COLOUR == 0
    axed = LOOKED_AT if colours else LOOKED_AT[1:]
    page, printed = states.open(example), example.seen == "printed"
    looks = [PAPER] if printed else LOOKS
    if states.pictures:
        for look in looks:
            show(page, example, look)
            states.shoot(page, example, look)
    page.evaluate(OPEN_ALL)
    if states.pictures:
        states.shoot_result(page, example, "opened")
        assert len(states.shots[named(example)]) >= len(looks)
    faults = {}
    for look in [PAPER] if printed else axed:
        show(page, example, look)
        faults[look] = found(page, within=within, contrast=colours or printed) + page.evaluate(
            TOO_WIDE
        )
    page.close()

    assert {look: here for look, here in faults.items() if here} == {}
