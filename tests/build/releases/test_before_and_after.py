"""Readings of two releases side by side: which answers are carried, and the table of fates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools import ROOT, BuildError
from build_tools.reading.folder import ModelFolder
from build_tools.releases import before_and_after, fates_table, frozen_words
from build_tools.releases.before_and_after import ENOUGH, Compared, compared, spread
from build_tools.releases.maps import read_folder

READINGS = ROOT / "calibration" / "readings"
FOLDER = ModelFolder(ROOT / "docs" / "model")
OLD = [{"a": {"p": 1, "q": "silent"}, "b": {"p": 2}}, {"a": {"p": 1, "q": 0}, "b": {"p": 4}}]
NEW = [{"a": {"r": 1}, "b": {"r": 3}}, {"a": {"r": "ill"}, "c": {"r": 4}}]


def the_map():
    """The map that leads away from release 1.0.0."""
    return next(one for one in read_folder(FOLDER).maps if one.before == "1.0.0")


def test_rungs_are_compared_reader_by_reader():
    """Only a firm that one reader gave a rung in both releases counts."""
    assert (Compared("p", "r", 2, 1), Compared("q", "r", 0, 0)) == compared(
        [("p", "r"), ("q", "r")], OLD, NEW
    )


def test_rungs_are_counted():
    """Every answer with a rung, whoever gave it; no other answer."""
    assert (0, 2, 1, 0, 1) == spread("p", OLD)
    assert (1, 0, 0, 0, 0) == spread("q", OLD)


@pytest.mark.parametrize(
    ("both", "equal", "holds"),
    [(20, 18, True), (20, 17, False), (19, 19, False), (32, 29, True), (32, 28, False)],
)
def test_when_an_answer_holds(both, equal, holds):
    """Nine of ten, in twenty readings at least."""
    assert 20 == ENOUGH
    assert holds is Compared("p", "r", both, equal).holds


@given(st.integers(0, 32), st.integers(0, 32))
def test_more_equal_rungs_never_take_an_answer_away(both, equal):
    """One more reading that agrees cannot make an answer fall below the line."""
    if equal <= both and Compared("p", "r", both, equal).holds:
        assert Compared("p", "r", both + 1, equal + 1).holds


def test_the_first_release_was_read_whole():
    """Two readers answered each of its practices for the sixteen firms."""
    frozen = (ROOT / "docs/model/released/1.0.0.txt").read_text(encoding="utf-8").splitlines()
    practices = {line.split()[1] for line in frozen if line.startswith("practice ")}
    found = before_and_after.readings(READINGS, "1.0.0")

    assert [16, 16] == [len(one) for one in found]
    assert all(practices == set(said) for one in found for said in one.values())


def test_the_map_carries_what_the_readings_carry():
    """An answer is carried where, and only where, both releases gave the same rung."""
    one = the_map()
    old, new = before_and_after.readings(READINGS, "1.0.0"), before_and_after.readings(READINGS)
    hold = {(c.old, c.new) for c in compared(before_and_after.pairs(one), old, new) if c.holds}

    assert hold == before_and_after.carried(one)


def test_the_table_on_the_page_is_today_s():
    """A changed map, question or reading shows in it: run `python -m build_tools change`."""
    text = (ROOT / fates_table.PAGE).read_text(encoding="utf-8")
    old, new = before_and_after.readings(READINGS, "1.0.0"), before_and_after.readings(READINGS)
    said = frozen_words.released(FOLDER.root)["1.0.0"]
    made = fates_table.table(the_map(), said, frozen_words.now(FOLDER), old, new)

    assert text == fates_table.placed(text, "1.0.0", made)
    assert 48 == made.count('<span id="')


def test_a_page_without_a_place_is_refused():
    """The command says what to write where."""
    with pytest.raises(
        BuildError, match=r"write <!-- fates 1\.0\.0 --> and <!-- end of fates 1\.0\.0"
    ):
        fates_table.placed("# Changes\n", "1.0.0", "| a |\n")
