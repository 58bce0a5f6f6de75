"""Our own judgement on a page: few signs, which say of all that names no source that it is ours."""

import re

import pytest

from build_tools.guide.ours import MARK, gather, legend
from tests.support.case_files import cases

SOURCE = '(<span class="kam-cite"><a href="x">A</a></span>)'
ANCHOR = '<a class="headerlink" href="#a">¶</a>'
SIGN = r'<span class="kam-cite kam-cite--judgement">\xa0<a [^>]*>.*?</a></span>'


@pytest.mark.parametrize("case", cases("ours"))
def test_where_the_signs_stand(case):
    """At the end of a paragraph, a list or a table; at a heading for a section."""
    page = case["page"].replace("[=]", MARK).replace("(A)", SOURCE).replace("#", ANCHOR)
    found = re.sub(SIGN, "°", gather(page, card=False))
    read = found.replace('<p class="kam-ours-foot">°</p>', "[°]")

    assert case["read"] == read.replace(ANCHOR, "#").replace(SOURCE, "(A)")


@pytest.mark.parametrize("case", cases("ours"))
def test_nothing_is_lost(case):
    """Whatever was marked has a sign, and nothing else has one; a card stands at each."""
    page = case["page"].replace("[=]", MARK)
    found = gather(page)

    assert MARK not in found
    assert ("[=]" in case["page"]) == ("our judgement" in found)
    assert found.count("kam-cite--judgement") == found.count("kam-cite__card")


@pytest.mark.parametrize(
    ("html", "has"),
    [
        ("<p>They say so.</p>", False),
        (f"<p>So {MARK}.</p>", True),
        ('<kam-widget data-kam-tool="">x</kam-widget>', True),
    ],
)
def test_the_legend(html, has):
    """It stands once on a page that has the sign, and on one whose tool may draw it."""
    found = legend(gather(html))

    assert has == ("our own judgement" in found)
