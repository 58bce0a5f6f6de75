"""Where a reader stands: every page of a kind, with what they have there already, and opened."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.support.pages.chooser_page import ANSWERED
from tests.support.pages.scan_page import ANSWERS
from tests.support.pages.search_box import SearchBox
from tests.support.renderings.links import FULL, MODEL, STRUCTURES
from widgets.core.sharing import share_link

IDS = [practice.id for practice in MODEL.practices()]
RUNGS = ("3", "1", "unknown", "2", "0", "4")
PRACTICES = {f"practice.{id}": RUNGS[at % len(RUNGS)] for at, id in enumerate(IDS)}
QUICK = {f"quick.{id}": answer for id, answer in ANSWERS.items()}
RESULT = "[data-kam-region=first-steps] li"

KEPT = """([prefix, kept]) => {
    localStorage.clear();
    for (const [name, text] of Object.entries(kept)) localStorage.setItem(prefix + name, text);
}"""


def _nothing(_: Page) -> None:
    """What a reader does who only reads."""


@dataclass(frozen=True, slots=True)
class Station:
    """An address, the fields kept there, and what the reader did since."""

    address: str
    kept: Mapping[str, str] = field(default_factory=dict)
    waits: str = ""
    """A selector of what shows that the answer is drawn."""
    acts: Callable[[Page], None] = _nothing

    def open(self, page: Page, root: str) -> Page:
        """Goes there, and waits for what is drawn."""
        prefix = f"kam:{urlsplit(root).path}:{MODEL.id}:answer:default:"
        texts = {name: _record(text) for name, text in self.kept.items()}
        page.add_init_script(f"({KEPT})({json.dumps([prefix, texts])})")
        page.goto(root + self.address)
        if self.waits:
            page.locator(self.waits).first.wait_for(state="attached")
        self.acts(page)
        return page


def _record(text: str) -> str:
    return json.dumps({"value": text, "model": MODEL.version, "at": "", "was": ""})


def _opened(selector: str, shows: str = "dialog[open]") -> Callable[[Page], None]:
    """Presses what is at a selector, and waits for what it shows."""

    def act(page: Page) -> None:
        page.locator(selector).first.press("Enter")
        page.locator(shows).first.wait_for()

    return act


def _loading(page: Page) -> None:
    """What the page says until its answer is there; the engine never comes."""
    page.context.route("**/assets/runtime/**", lambda _: None)
    page.reload()


LINK = share_link.fragment(FULL, MODEL, STRUCTURES)
STATIONS: Mapping[str, Station] = {
    "scan": Station("quick-scan/", QUICK, RESULT),
    "assessment": Station("assessment/", PRACTICES, RESULT),
    "chooser": Station("choose/", ANSWERED, RESULT),
    "link": Station(f"assessment/{LINK}", {}, RESULT),
    "link on its way": Station(f"quick-scan/{LINK}", {}, "", _loading),
    "seven tests": Station("start/is-it-right-for-you/", ANSWERED, ""),
    "practice": Station("practices/yes-before-the-promise/", PRACTICES, ""),
    "dimension": Station("dimensions/delivery-on-board/", QUICK, ""),
    "compare": Station("compare/", PRACTICES, ""),
    "team": Station("team/", PRACTICES, ""),
    "home": Station("", QUICK, ""),
    "share": Station("quick-scan/#result", QUICK, RESULT, _opened("[data-kam-do='export.share']")),
}


SPREAD = "() => document.documentElement.scrollWidth <= innerWidth"
"""The theme's search grows over the page for a second, and is wider than it until then."""


def _searching(page: Page) -> None:
    """The search with what it offers for a word."""
    page.reload()
    box = SearchBox(page, "")
    page.locator("[for=__search]:visible, .md-search__input:visible").first.click()
    box.ask("sponsor")
    page.wait_for_function(SPREAD)


PAGES: Mapping[str, Station] = {
    "home, first visit": Station(""),
    "guide": Station("start/what-kam-is/"),
    "factor": Station("why-it-fails/entanglement/"),
    "structure": Station("structures/diamond-team/"),
    "paper": Station("papers/scorecard/"),
    "list of papers": Station("papers/"),
    "figure": Station("g/the-road/"),
    "table of structures": Station("structures/table/"),
    "source": Station("evidence/sources/arnold-et-al-2001/"),
    "facts": Station("evidence/facts/senior-management/"),
    "search open": Station("", {}, "", _searching),
    "nothing here": Station("404.html"),
    "scan, first visit": Station("quick-scan/"),
    "worked organisation": Station("examples/supplier-eighth-year/"),
}
"""Kinds of page that hold no answer of the reader's."""
