"""One name for each page: in tab, menu, heading and title, and in every link to a tool."""

import posixpath
import re
from html import unescape

import pytest
from mkdocs.utils.yaml import yaml_load

from build_tools import ROOT
from build_tools.calibration.case_pages import read_pages
from build_tools.pages import navigation
from build_tools.pages.generated import pages
from build_tools.papers import pages as paper_pages
from build_tools.papers.load import load
from build_tools.site.publish import written
from build_tools.text.markdown import title

HEADED_OTHERWISE = {
    "index.md": "home asks the question of the whole guide; its title is the guide's name",
}
"""Pages whose heading is not their title, with the reason."""

LISTED_OTHERWISE = {
    "index.md": "its title is that of the guide; a menu says home",
    "dimensions/": "in the section of its own name, a dimension's page says what it adds",
}
"""Pages, or folders of pages, that the menu calls something else, with the reason."""

CALLS = {
    "index.md": "the first door says what it takes",
}
"""Pages that may call a tool something else, with the reason."""

LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])+)\]\(([^)\s]+)\)")
MOST_TABS = 7


@pytest.fixture(scope="module")
def everything(guide):
    """Every page of this checkout as Markdown, by address."""
    by_hand = written(ROOT / "docs")
    made = pages(guide, by_hand) | dict(read_pages(ROOT, guide.model, guide.structures))
    papers = paper_pages.pages(load(ROOT / "docs" / "model", guide.model.practice.keys()), by_hand)
    return made | papers | by_hand


@pytest.fixture(scope="module")
def settings():
    """What `mkdocs.yml` says."""
    return yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def nav(settings, everything, guide):
    """The navigation, filled."""
    titles = {address: title(text) for address, text in everything.items()}
    return navigation.fill(settings["nav"], titles, guide.model)


@pytest.fixture(scope="module")
def tools(settings, nav, everything):
    """The name of each tool by its address."""
    section = next(e[settings["extra"]["tools"]] for e in nav if settings["extra"]["tools"] in e)
    firsts = [navigation.addresses(entry)[0] for entry in section]
    return {address: title(everything[address]) for address in firsts}


def _heading(text: str) -> str:
    """The heading of a page as a reader sees it."""
    found = re.search(r"^# (.+)$", text, re.MULTILINE)
    return unescape(re.sub(r"\\(.)", r"\1", found[1])) if found else ""


def _listed(entries, names):
    """Adds to `names` what the menu calls each page that it names itself, and each section."""
    for entry in entries:
        if isinstance(entry, dict):
            ((name, below),) = entry.items()
            if isinstance(below, str):
                names[below] = name
            else:
                head = below[0]
                if isinstance(head, str) and head.endswith("index.md"):
                    names[head] = name
                _listed(below, names)
    return names


def test_heading_and_title_are_one(everything):
    """What the browser's tab says is what stands over the page."""
    apart = {
        address: (title(text), _heading(text))
        for address, text in everything.items()
        if title(text) != _heading(text) and address not in HEADED_OTHERWISE
    }

    assert {} == apart


def test_menu_and_title_are_one(nav, everything):
    """Tabs, sections and entries are called what their pages are called."""
    other = {
        address: (name, title(everything[address]))
        for address, name in _listed(nav, {}).items()
        if name != title(everything[address]) and not address.startswith(tuple(LISTED_OTHERWISE))
    }

    assert {} == other


def test_no_exception_is_idle(nav, everything):
    """Each exception above is still needed."""
    headed = {a for a, text in everything.items() if title(text) != _heading(text)}
    other = [a for a, n in _listed(nav, {}).items() if n != title(everything[a])]

    assert set(HEADED_OTHERWISE) == headed
    assert [] == [p for p in LISTED_OTHERWISE if not any(a.startswith(p) for a in other)]


def test_tools_stand_in_their_order(tools):
    """The row leads from the first look to the last."""
    assert [
        "Quick scan",
        "Full assessment",
        "Which structure?",
        "Your team",
        "Compare",
        "Examples",
    ] == list(tools.values())


def test_links_call_a_tool_by_its_name(everything, tools):
    """A link to a tool says its name, be it in small letters or with an article."""
    wrong = {
        f"{address}: [{words}]({to})"
        for address, text in everything.items()
        for words, to in LINK.findall(text)
        if (at := posixpath.normpath(posixpath.join(posixpath.dirname(address), to))) in tools
        if words.lower().removeprefix("the ") != tools[at].lower()
        if address not in CALLS
    }

    assert set() == wrong


def test_few_tabs(nav):
    """A manager chooses among seven at most; home is the mark, what is for authors stands last."""
    tabs = [next(iter(entry)) for entry in nav if entry != {"Home": "index.md"}]

    assert len(tabs) <= MOST_TABS
    assert "Behind the guide" == tabs[-1]
    assert tabs.index("Start here") < tabs.index("Tools")


def test_practices_are_with_what_managers_do(nav):
    """The practices stand under *Implement*; model, evidence and method behind the guide."""
    at = {address: next(iter(entry)) for entry in nav for address in navigation.addresses(entry)}

    assert {"Implement"} == {at[a] for a in at if a.startswith("practices/")}
    assert {"Behind the guide"} == {
        at[a] for a in at if a.startswith(("about/", "contributing/", "evidence/", "method/"))
    }


def test_a_section_is_called_what_its_index_is(model):
    """Whatever stands in `mkdocs.yml`; a section without an index keeps its name."""
    nav = [{"One": ["a/index.md", {"Two": ["b.md", {"Three": ["c/index.md"]}]}]}]
    titles = {"a/index.md": "First", "b.md": "Second", "c/index.md": "Third"}

    filled = navigation.fill(nav, titles, model)

    assert [{"First": ["a/index.md", {"Two": ["b.md", {"Third": ["c/index.md"]}]}]}] == filled


WORDS_A_MINUTE = 240
"""How fast a careful adult reads to themselves; our judgement."""


def test_the_promised_minutes_are_true(model, everything):
    """Who reads all that the quick scan asks, and thinks at each question, is done in time."""
    asked = [
        " ".join((d.question, *(f"{rung.label} {rung.text}" for rung in d.ladder)))
        for d in model.dimensions
    ]
    reading = sum(len(words.split()) for words in asked) / WORDS_A_MINUTE
    promised = re.search(r"\[Score us: (\d+) minutes\]\(quick-scan\.md\)", everything["index.md"])

    assert reading + len(asked) * 5 / 60 <= int(promised[1])
    assert "Eight questions, five minutes." in everything["quick-scan.md"]
