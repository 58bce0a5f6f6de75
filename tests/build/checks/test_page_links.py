"""What `make check` finds in pages: one bad page for each kind of mistake.

What spoils a page is slow: each time all pages of the guide are looked at.
"""

import pytest

from build_tools import ROOT
from build_tools.checks.page_links import check, orphans
from tests.support.ours import our_guide
from tests.support.project import copy_project

GOOD = "# Title\n\nWhat this page gives to a reader who runs a programme.\n\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project whose pages a test may spoil."""
    return copy_project(tmp_path_factory.mktemp("pages"))


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


@pytest.fixture(scope="module")
def spoilt(project):
    """What the check says of each bad page, in the order of `BAD`; all stand side by side."""
    pages = [project / f"docs/about/spoilt-{number}.md" for number in range(len(BAD))]
    for page, (text, _) in zip(pages, BAD, strict=True):
        page.write_text(text, encoding="utf-8")
    found = check(project, our_guide())
    for page in pages:
        page.unlink()
    return [[line for line in found if line.startswith(f"docs/about/{p.name}:")] for p in pages]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(BAD)), ids=lambda number: BAD[number][1])
def test_mistake_is_found(spoilt, number):
    """One mistake gives one sentence with the page and what is wrong."""
    _, says = BAD[number]

    assert [True] == [says in line for line in spoilt[number]], spoilt[number]


@pytest.mark.slow
def test_lines_count_front_matter(project):
    """The line in a message is the line in the file, front matter included."""
    page = project / "docs/about/spoilt.md"
    page.write_text("---\ntitle: Spoilt\n---\n\n" + GOOD + "[x](no-such.md)\n", encoding="utf-8")
    (found,) = check(project, our_guide())
    page.unlink()

    assert found.startswith("docs/about/spoilt.md:9: ")


@pytest.mark.slow
def test_what_is_right_is_silent(project):
    """Links to headings, to questions in a widget and to works, and code, are no mistakes."""
    page = project / "docs/about/spoilt.md"
    page.write_text(
        GOOD
        + "## A part\n\n[a](#a-part) [b](../quick-scan.md#q-delivery-on-board) [=E015] "
        + "[@jbim-summary-2014] `[=E999]` <https://example.org/>\n\n"
        + "```\n[x](gone.md) [=E999]\n```\n",
        encoding="utf-8",
    )
    found = check(project, our_guide())
    page.unlink()

    assert [] == found


@pytest.mark.slow
def test_orphans_are_found(project):
    """A page for reading needs a link from another one; its own does not count."""
    page = project / "docs/implement/spoilt.md"
    page.write_text(GOOD + "[Here](spoilt.md) " + "It is so. " * 150, encoding="utf-8")
    alone = check(project, our_guide())
    other = project / "docs/about/spoilt.md"
    other.write_text(GOOD + "[x](../implement/spoilt.md)\n", encoding="utf-8")
    linked = check(project, our_guide())
    page.unlink()
    other.unlink()

    assert [
        "docs/implement/spoilt.md: no other page links to it; link to it where a reader needs it"
    ] == alone
    assert [] == linked


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
