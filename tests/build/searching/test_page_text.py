"""What the search reads of a page: what a reader reads, and nothing that is hidden or drawn."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.guide.cite import cite
from build_tools.searching.page_text import sections
from tests.support.case_files import cases

LINES = st.lists(st.text("abc déX&<>'", min_size=1).map(str.split).map(" ".join).filter(bool))


def _wrapped(inner):
    return "".join(f"<span>{one}</span>" for one in inner)


@pytest.mark.parametrize("case", cases("search_text"))
def test_sections(case):
    """Each heading with the lines under it; what is hidden, drawn or a mark is left out."""
    assert case["read"] == [[s.id, s.title, s.blocks] for s in sections(case["html"])]


@given(LINES, st.sampled_from(("p", "li", "tr", "div", "figcaption")))
def test_every_line_comes_back(lines, tag):
    """Whatever a page says is read as it stands, in its order, one line for each block."""
    html = "".join(f"<{tag}>{escape(line)}</{tag}>" for line in lines)

    assert lines == [block for section in sections(html) for block in section.blocks]


@given(st.recursive(st.just("hidden"), lambda inner: st.lists(inner).map(_wrapped), max_leaves=8))
def test_nothing_of_an_excluded_element_is_read(inner):
    """However elements of the same tag lie in one another."""
    html = f"<p>Seen <span data-search-exclude>{inner}</span> again</p>"

    assert [["Seen again"]] == [section.blocks for section in sections(html)]


def test_our_citations_leave_no_trace(guide):
    """Neither the name of a source, nor the card, nor a space before the stop."""
    page = cite("<p>It is so [=E015], we say [=judgement]. And more.</p>", guide.evidence, True)

    assert "kam-cite__card" in page
    assert [["It is so, we say. And more."]] == [section.blocks for section in sections(page)]
