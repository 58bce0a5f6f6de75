"""What a folder of readings may hold, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest

from build_tools.calibration.case_pages import case_pages, read_pages
from build_tools.calibration.command import as_read
from build_tools.calibration.grids import Trial, apart, judges
from build_tools.calibration.practices import agreement, full_pairs, told, unread
from build_tools.calibration.readings import CalibrationError, Choice, check, load, reworded
from build_tools.calibration.second import same_choice, strengths
from build_tools.calibration.targets import Found, measured
from tests.support.given.calibrated import MODEL, ONE, OTHER, write
from widgets.core.model.ladders import Rung

PAIRS = [
    {"pair": ["one", "other"], "lasts": "other", "why": "It holds."},
    {"pair": ["other", "third"], "lasts": "other", "why": "It holds."},
    {"pair": ["one", "third"], "lasts": "third", "why": "It holds."},
]


@pytest.fixture
def folder(tmp_path):
    """Two firms with all that may come later."""
    later = {"sequels": {"one": {"lasted": 1, "why": "So."}}, "notes_1": {"one": "unknown file"}}
    return write(tmp_path / "here", {"one": ONE, "other": OTHER}, **later)


def test_scores_are_those_of_the_site(folder):
    """Unknown answers take no part, as on the site; the programme is the mean of its dimensions."""
    cases = load(folder, MODEL).cases
    full, quick = (Trial(MODEL, cases, way) for way in ("full", "quick"))

    assert [[[3, 0], [2, 1]], [[4, 4], [3.5, 4]]] == full.dimensions.measured.tolist()
    assert [[2.5, 1], [3.5, 4]] == full.dimensions.judged.tolist()
    assert [[[1.5], [1.5]], [[4], [3.75]]] == full.programme.measured.tolist()
    assert [[[1.5], [3]], [[4], [3.5]]] == quick.programme.measured.tolist()
    assert [[[1.5] * 2, [1.5] * 2], [[4] * 2, [3.75] * 2]] == full.copied.measured.tolist()


def test_quick_against_full(folder):
    """Every quick reading beside each full one; the one that is unknown takes no part."""
    cases = load(folder, MODEL).cases
    found = apart(Trial(MODEL, cases, "quick"), Trial(MODEL, cases, "full"))
    # one: 2 and 3 beside 3 and 2; 1 beside 0 and 1. other: 4 and 4 beside 4 and 3.5; 4 and 3 by 4
    differences = [-1, 0, 0, 1, 1, 0, 0, 0.5, 0, 0.5, 0, 0, -1, -1]

    assert found.mean == pytest.approx(np.mean(differences))
    assert found.distance == pytest.approx(np.mean(np.abs(differences)))
    assert 0 == found.two_points == found.two_levels


def test_what_a_practice_tells(folder):
    """Rungs are counted, and so is each reason for choosing none; equal answers by firm."""
    first, second, third, fourth = told(MODEL, load(folder, MODEL).cases)

    assert (0, 0, 2, 1, 1) == first.rungs
    assert (1, 0) == (first.equal * 2, first.silent)
    assert (0, 0, 0, 0, 3, 0.25) == (*second.rungs, second.unanswerable)
    assert second.tells_nothing
    assert not third.tells_nothing
    assert (0.25, 0.25, 1.0, 0.0) == (fourth.na, fourth.ill, fourth.ceiling, fourth.floor)
    assert 2.75 == first.mean


def test_agreement(folder):
    """Of eight pairs four are equal; of six in which both chose, five are, and all within one."""
    found = agreement(full_pairs(MODEL, load(folder, MODEL).cases))

    assert (8, 6, 1) == (found.answers, found.chose, found.within_one)
    assert 4 / 8 == found.equal


def test_judges(folder):
    """Programmes 2 and 3 beside 1 and 4: a mean difference of nothing, a mean distance of one."""
    found = judges(load(folder, MODEL).cases, ())

    assert (0, 1) == (found.difference, found.distance)
    assert 1 == pytest.approx(found.r)


def test_strengths_rank_by_whom_one_beats():
    """Who beats all is strongest; two judges of one mind choose the same everywhere."""
    one = tuple_of(PAIRS)
    found = strengths(["one", "other", "third"], [one, one])

    assert found[1] > found[2] > found[0]
    assert 1 == same_choice([one, one])
    assert np.isnan(strengths(["one"], [])).all()
    assert np.isnan(same_choice([one]))


def test_strengths_of_equals():
    """Two firms that each won once are equally strong: as strong as the firm of strength 1."""
    won, lost = ({"pair": ["a", "b"], "lasts": winner} for winner in "ab")

    assert [1, 1] == pytest.approx(strengths(["a", "b"], [tuple_of([won]), tuple_of([lost])]))


def tuple_of(choices):
    """Choices as they are read."""
    return tuple(Choice(tuple(one["pair"]), one["lasts"]) for one in choices)


def test_what_came_later_is_read(folder):
    """A sequel stands where somebody read it; other files are left aside."""
    assert [1, None] == [case.lasted for case in load(folder, MODEL).cases]


def test_sealed_firms_are_there_once_they_are_read(folder):
    """Without readings nothing is measured; with them the margins are those of the sealed alone."""
    none = {"programme": None, "dimension": None}
    before = load(folder, MODEL)
    of = {"model": {"id": "small", "version": before.model}}
    assert measured(Found(MODEL, before, "sealed")) == of | {
        "cases": 0,
        "quick": none,
        "full": none,
    }

    write(folder, {"shut": OTHER}, "sealed")
    after = load(folder, MODEL)
    # judged 3.5: 3.5 and 4. Full: 4 and 3.75 beside 3.5; 4, 3.5 and 4, 4. Quick: 4 and 3.5; 4 and 3
    margins = {
        "cases": 1,
        "quick": {"programme": 0.5, "dimension": 1.0},
        "full": {"programme": 0.5, "dimension": 0.5},
    }

    assert ["one", "other"] == [case.id for case in before.cases]
    assert of | margins == measured(Found(MODEL, after, "sealed"))
    assert "method/cases/shut.md" in case_pages(after, MODEL)
    assert "method/cases/shut.md" not in case_pages(before, MODEL)


def test_a_practice_of_another_model_is_left_aside(tmp_path):
    """One that the model has no longer does not count; one that some reading lacks is unread."""
    short = {**ONE, "full-2": {"answers": {"d0p0": 1, "gone": 4}}}
    cases = load(write(tmp_path, {"one": short}), MODEL).cases

    assert ("d0p1", "d1p0", "d1p1") == unread(MODEL, cases)
    assert ["d0p0"] == [one.id for one in told(MODEL, cases)]
    assert {"d0p0": 1} == cases[0].full[1]


def test_other_words_must_be_read_anew(folder):
    """A rung that changed is named, with the quick question of a dimension whose ladder did."""
    write_words(folder)
    dimension = MODEL.dimensions[0]
    practice = dimension.practices[1]
    ladder = (*practice.ladder[:4], Rung("Held", "through a bad year"))
    changed = replace(dimension, question="Else?", practices=(replace(practice, ladder=ladder),))
    other = replace(MODEL, dimensions=(changed,))

    assert () == reworded(load(folder, MODEL), MODEL)
    assert ("d0", "d0p1") == reworded(load(folder, other), other)


def write_words(folder):
    """Says that all was read as the small model words it."""
    (folder.parent / "calibration").symlink_to(folder)
    as_read(folder.parent, MODEL)


def test_what_was_not_read_is_told(folder):
    """`make check` warns of it, until it was read."""
    (folder.parent / "calibration").symlink_to(folder)
    (found,) = check(folder.parent, MODEL)
    as_read(folder.parent, MODEL)

    assert "not read as they are worded now: d0, d1, d0p0, d0p1, d1p0, d1p1" in found
    assert [] == check(folder.parent, MODEL)


def test_a_firm_that_a_reader_left_out_is_refused(tmp_path):
    """The message names the firm."""
    folder = write(tmp_path, {"one": ONE, "other": OTHER})
    (folder / "readings/full-2.yaml").write_text("one: {answers: {d0p0: 1}}\n")

    with pytest.raises(CalibrationError, match="other: a reader or judge left this firm out"):
        load(folder, MODEL)


WRONG = (
    ("full-1", {"answers": {"d0p0": "perhaps"}}, "one.answers.d0p0: found “perhaps”"),
    ("full-2", {"answers": {"d0p0": 7}}, "one.answers.d0p0: found “7”; it must be a rung from 0"),
    ("quick-1", {"answers": {"d0": True}}, "one.answers.d0: found “true”"),
    ("quick-2", {"answer": {}}, "one: “answers” is missing"),
    ("judge-1", {"programme": 7, "dimensions": {}}, "one.programme: found “7”"),
    ("judge-2", {"programme": 2.3, "dimensions": {}}, "it must be a number in steps of a half"),
    ("judge-2", {"programme": "high", "dimensions": {}}, "it must be a number from 0 to 4"),
)


@pytest.mark.parametrize(("file", "said", "words"), WRONG)
def test_no_answer_is_refused(tmp_path, file, said, words):
    """What no reader and no judge may give is named with its file, firm and question."""
    folder = write(tmp_path, {"one": {**ONE, file: said}})
    with pytest.raises(CalibrationError, match=rf"calibration/readings/{file}\.yaml:\d: .*{words}"):
        load(folder, MODEL)


@pytest.mark.parametrize(
    ("file", "said", "words"),
    [
        ("sequels", {"one": {"lasted": 9}}, "one.lasted: found “9”"),
        ("advice", {"one": {"of": 4, "own": 1}}, "“other” is missing"),
        ("pairs_1", [{"pair": ["one", "two"], "lasts": "one"}], "two: no judge read this firm"),
        ("pairs_1", [{"pair": ["one", "two"], "lasts": "three"}], "“lasts” one of them"),
    ],
)
def test_what_is_said_of_no_firm_is_refused(tmp_path, file, said, words):
    """Sequels, advice and pairs are held against their form, and pairs against the firms."""
    with pytest.raises(CalibrationError, match=words):
        load(write(tmp_path, {"one": ONE}, **{file: said}), MODEL)


@pytest.mark.parametrize(
    "name",
    [
        *("cases/one/sheet.md", "cases/one/interview.yaml", "cases/one/sequel.md"),
        *("readings/full-1.yaml", "readings/judge-2.yaml", "readings/about.yaml"),
        "keystones.yaml",
    ],
)
def test_a_missing_file_is_named(tmp_path, name):
    """A sentence says which file to add."""
    folder = write(tmp_path, {"one": ONE})
    (folder / name).unlink()
    with pytest.raises(CalibrationError, match=f"^calibration/{name}: is missing; add it$"):
        load(folder, MODEL)


def test_a_project_without_firms_has_no_pages(tmp_path):
    """The site can be built without a calibration."""
    assert {} == read_pages(tmp_path, MODEL)
