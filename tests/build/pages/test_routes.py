"""The ways in by role are defined once, and every page that shows them shows the same."""

import re

import pytest

from build_tools import ROOT
from build_tools.pages.routes import FILE, MARK, RouteError, draw, routes
from build_tools.site.publish import written
from tests.support.case_files import cases

SHOWN = ("index.md", "start/index.md", "people/index.md")
GOOD = """\
- you: Head of | finance
  begin: {page: start/one.md, called: One}
  then: {page: people/two.md, called: Two}
"""


def given(folder, text):
    """The folder, which holds `text` as its routes."""
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", cases("bad_routes"))
def test_what_is_wrong_is_said(case, tmp_path):
    """Every mistake of the file is named, with its line."""
    with pytest.raises(RouteError) as error:
        routes(given(tmp_path, case["file"]), {"start/one.md", "people/two.md"})

    assert case["says"] == str(error.value).splitlines()


def test_the_table_is_drawn_from_where_it_stands(tmp_path):
    """Links are relative to the page; a bar in a role breaks no table."""
    ways = routes(given(tmp_path, GOOD), {"start/one.md", "people/two.md"})

    expected = "| Head of &#124; finance | [One](one.md) | [Two](../people/two.md) |"
    assert expected == draw("# T\n\n<!-- routes -->\n", "start/index.md", ways).splitlines()[-1]
    assert "[One](start/one.md)" in draw("<!-- routes -->", "index.md", ways)


def test_no_file_no_ways(tmp_path):
    """A guide without the file has no ways in."""
    assert () == routes(tmp_path, set())


def test_home_start_and_people_show_the_same():
    """Three hubs ask for the table, no other page does, and none tells it by hand."""
    by_hand = written(ROOT / "docs")
    asking = [page for page, text in by_hand.items() if MARK.search(text)]
    again = r"\| (?:You are|Your role) \||\*\*(?:Managing director|Head of HR):\*\*"

    assert sorted(SHOWN) == sorted(asking)
    assert [] == [page for page, text in by_hand.items() if re.search(again, text)]
