"""What `make check` finds in pages: one bad page for each kind of mistake.

What spoils a page is slow: each time all pages of the guide are looked at.
"""

import pytest

from build_tools import ROOT
from build_tools.checks.page_links import check, orphans
from tests.support.ours import our_guide
from tests.support.project import copy_project

GOOD = "# Title\n\nWhat this page gives to a reader who runs a programme.\n\n"


def test_our_pages_have_no_mistake():
    """Every page of this checkout is sound."""
    assert [] == check(ROOT, our_guide())


BAD = [
    (GOOD + "[x](no-such.md)", "5: links to “no-such.md”: no such page; correct it"),
    (GOOD + "[x](../quick-scan.md#q-nobody)", "the page has no “q-nobody”"),
    (GOOD + "[x](#nowhere)", "the page has no “nowhere”"),
    (GOOD + "[x](/quick-scan/)", "an address of one host; link to a file of the guide"),
    (GOOD + '<a href="gone.md">x</a>', "links to “gone.md”: no such page"),
    (GOOD + "![x](none.svg)", "links to “none.svg”: no such page"),
    (GOOD + "So it is [=E999].", "cites the fact “E999”, which does not exist"),
    (GOOD + "So it is [@nobody-1999].", "cites the source “nobody-1999”, which does not exist"),
    ("# Title\n\n## Straight on\n", "no paragraph under the title; say what the reader gets"),
    ("# Title\n\nToo short.\n", "the first paragraph has fewer than 8 words"),
    ("No title at all stands on this page of words.\n", "has no title; begin with “# …”"),
    (GOOD + "```widget\nnobody\n```\n", "5: there is no widget “nobody”; there are:"),
]
"""A page, and what is said of it."""


RIGHT = (
    "## A part\n\n[a](#a-part) [b](../quick-scan.md#q-delivery-on-board) [=E015] "
    "[@jbim-summary-2014] `[=E999]` <https://example.org/>\n\n"
    "```\n[x](gone.md) [=E999]\n```\n"
)
READ = "It is so. " * 150
"""As long as a page for reading must be."""

MORE = {
    "about/in-front.md": "---\ntitle: Spoilt\n---\n\n" + GOOD + "[x](no-such.md)\n",
    "about/right.md": GOOD + RIGHT,
    "implement/alone.md": f"{GOOD}[Here](alone.md) {READ}",
    "implement/led-to.md": f"{GOOD}{READ}",
    "about/leading.md": GOOD + "[x](../implement/led-to.md)\n",
}
"""Pages beside the bad ones, by their addresses."""


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    """What the check says of each bad page and of `MORE`, by address: all stand side by side."""
    project = copy_project(tmp_path_factory.mktemp("pages"))
    pages = {f"about/spoilt-{number}.md": text for number, (text, _) in enumerate(BAD)} | MORE
    for name, text in pages.items():
        (project / "docs" / name).write_text(text, encoding="utf-8")
    found = check(project, our_guide())
    return {name: [line for line in found if line.startswith(f"docs/{name}:")] for name in pages}


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(BAD)), ids=lambda number: BAD[number][1])
def test_mistake_is_found(spoilt, number):
    """One mistake gives one sentence with the page and what is wrong."""
    _, says = BAD[number]
    found = spoilt[f"about/spoilt-{number}.md"]

    assert [True] == [says in line for line in found], found


@pytest.mark.slow
def test_lines_count_front_matter(spoilt):
    """The line in a message is the line in the file, front matter included."""
    (found,) = spoilt["about/in-front.md"]

    assert found.startswith("docs/about/in-front.md:9: ")


@pytest.mark.slow
def test_what_is_right_is_silent(spoilt):
    """Links to headings, to questions in a widget and to works, and code, are no mistakes."""
    assert [] == spoilt["about/right.md"]


@pytest.mark.slow
def test_orphans_are_found(spoilt):
    """A page for reading needs a link from another one; its own does not count."""
    assert [
        "docs/implement/alone.md: no other page links to it; link to it where a reader needs it"
    ] == spoilt["implement/alone.md"]
    assert [] == spoilt["implement/led-to.md"] + spoilt["about/leading.md"]


def test_what_citations_lead_to_is_no_orphan():
    """Citations reach pages of sources and facts; pages beside the guide may stand alone."""
    links = {
        "evidence/figures.md": {"evidence/figures.md"},
        "evidence/sources/x.md": set(),
        "about/x.md": set(),
        "people/a.md": {"people/b.md"},
        "people/b.md": {"people/a.md"},
    }

    assert [found.partition(":")[0] for found in orphans(links)] == ["docs/evidence/figures.md"]
