"""What tires a reader of many pages is counted over all of them, and told."""

import pytest

from build_tools import ROOT
from build_tools.checks.tics import MOST_PAGES, check
from build_tools.site.publish import written
from tests.support.case_files import cases


@pytest.mark.parametrize("case", cases("tics"))
def test_habits_are_told(case):
    """What is said of some pages, word for word; nothing where each is within its limit."""
    assert case["says"] == check(case["pages"])


def test_a_fact_may_stand_on_so_many_pages_and_no_more():
    """The limit is the last number that is well; a page that cites a fact twice counts once."""
    pages = {f"people/{n}.md": "Said. [=E001] Said again. [=E001]" for n in range(MOST_PAGES)}
    [told] = check({**pages, "start/one.md": "Once more. [=E001]"})

    assert [] == check(pages)
    assert told.startswith(f"docs: {MOST_PAGES + 1} pages cite E001, {MOST_PAGES} at most")


def test_our_own_pages_have_no_such_habit():
    """The guide as it stands is within every limit."""
    assert [] == check(written(ROOT / "docs"))
