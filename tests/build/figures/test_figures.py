"""Every figure can be read by a screen reader, follows the policy, and stands where named."""

import re
from pathlib import Path
from xml.dom.minidom import parseString

import pytest

from build_tools.figures import FIGURES, MARK, draw

DOCS = Path("docs")
CSS = "\n".join(path.read_text() for path in (DOCS / "assets" / "stylesheets").glob("*.css"))


@pytest.fixture(params=FIGURES)
def figure(request):
    """The markup of each figure, with its slug."""
    return request.param, str(FIGURES[request.param]())


def test_names_and_describes_itself(figure):
    """A role, a title, a description and a caption; the ids carry the slug."""
    slug, markup = figure
    svg = parseString(markup).getElementsByTagName("svg")[0]

    assert "img" == svg.getAttribute("role")
    assert f"figure-{slug}-title figure-{slug}-desc" == svg.getAttribute("aria-labelledby")
    for name in ("title", "desc"):
        [element] = svg.getElementsByTagName(name)
        assert f"figure-{slug}-{name}" == element.getAttribute("id")
        assert element.firstChild.data.strip()
    assert "<figcaption>" in markup


def test_is_coloured_by_classes_alone(figure):
    """No style, no colour; every class stands in a stylesheet."""
    _, markup = figure

    assert not re.search(r"<style|\s(style|fill|stroke)=", markup)
    for name in set(re.findall(r"kam-drawing[\w-]*", markup)):
        assert f".{name}" in CSS


def test_every_mark_has_its_figure():
    """No page names a figure that nobody has drawn; drawing leaves no mark behind."""
    for page in DOCS.rglob("*.md"):
        text = page.read_text()
        assert {mark["slug"] for mark in MARK.finditer(text)} <= FIGURES.keys(), page
        assert "<!-- figure" not in draw(text), page


def test_a_figure_is_one_block_of_html():
    """A blank line would end the block in Markdown."""
    assert "\n\n" not in draw("<!-- figure: bow-tie: one pair -->")
