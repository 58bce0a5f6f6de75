"""Answers to the first release of the structures, kept by both releases of the model.

`tests/cases/releases/2.0.0-first-chooser.json` was written by the code of model 2.0.0 before the
structures had a version of their own: every criterion, test, fact and weight, and a second context.
"""

import json

import pytest

from tests.support.case_files import CASES
from widgets.__main__ import chooser_in
from widgets.core.answers.chooser_fields import question
from widgets.core.answers.file import as_json
from widgets.core.answers.kept_texts import new_record
from widgets.core.choosing.outcome import outcome_of
from widgets.core.importing.incoming import incoming
from widgets.core.importing.union import merged, units
from widgets.core.keeping import opening, shelf
from widgets.core.keeping.visit import Visit
from widgets.core.page.view import Place
from widgets.core.questionnaire.chooser import chooser
from widgets.core.sharing import share_link

OLD = {
    version: json.loads((CASES / "releases" / f"{version}.json").read_text(encoding="utf-8"))
    for version in ("1.0.0", "2.0.0-first-chooser")
}
NOW = OLD["2.0.0-first-chooser"]
CARRIED = {
    "1.0.0": {"co-creation": -2, "complex-offer": 2, "kam-maturity": 2},
    "2.0.0-first-chooser": {
        "co-creation": 2,
        "account-pays-for-resource": -2,
        "strong-functions-or-countries": -2,
        "kam-maturity": 2,
    },
}
OLD_ONLY = {"accounts", "seed"}
"""What a link never carried."""


@pytest.fixture
def place(model):
    """The page of a reader without answers."""
    return Place(model, "../", {}, Visit(now="2026-12-05T08:00:00.000Z"))


def ways_in(version, place):
    """The answers of a release by each way: a file, a link, and what the browser kept."""
    yield incoming(json.dumps(OLD[version]["file"]), place).answers
    yield incoming(OLD[version]["link"], place).answers
    yield opening.read_records(OLD[version]["records"], place.model).answers


@pytest.mark.parametrize("version", OLD)
def test_every_way_in_keeps_everything(version, place):
    """Each old answer is in the answers that come in, word for word; a link has no names."""
    part = OLD[version]["file"]["chooser"]
    file, link, kept = (one.chooser for one in ways_in(version, place))
    bare = {key: value for key, value in part.items() if key not in OLD_ONLY}
    if other := part.get("other"):
        bare["other"] = {key: value for key, value in other.items() if key != "name"}

    assert part == file == kept
    assert bare == link


@pytest.mark.parametrize("version", OLD)
def test_every_way_in_tells_the_same(version, place, structures):
    """Ends count where a question means the same; each old answer stands beside a question."""
    outcomes = [outcome_of(place.model, structures, one) for one in ways_in(version, place)]
    part = OLD[version]["file"]["chooser"]
    lines = [line for of_one in structures.earlier.values() for line in of_one]
    given = {key: {**part.get(key, {})} for key in ("criteria", "gate", "context")}
    asked = {line.asked for line in lines if given[line.part].get(line.id) is not None}

    for found in outcomes:
        assert CARRIED[version] == found.own.answers
        assert ("", {}, {}) == (found.problem, found.own.criteria, found.own.gate)
        told = " ".join(words for of_one in found.earlier.values() for words in of_one)
        assert all(f"to “{words}”" in told for words in asked)


def test_the_second_context_keeps_what_it_said(place, structures):
    """What it carried over counts there; what it did not is open, and not the first one's."""
    for answers in ways_in("2.0.0-first-chooser", place):
        found = outcome_of(place.model, structures, answers)

        assert {
            "complex-offer": 2,
            "co-creation": "unknown",
            "units-per-account": "unknown",
            "something-customised": "unknown",
            "operations-accept": "unknown",
        } == found.own.other.answers
        assert {*found.own.other.answers} == {*found.earlier_other}
        assert {"spread": 4} == found.own.other.weights


def test_an_answer_to_the_new_question_takes_nothing_away(place, structures):
    """It counts, and the old record stays where it is."""
    new = {question("co-creation"): new_record("0", place.model.version)}
    answers = opening.read_records(NOW["records"] | new, place.model).answers
    found = outcome_of(place.model, structures, answers)

    assert 0 == found.own.answers["co-creation"]
    assert found.earlier["co-creation"][0].startswith("+2 to “Does the customer want")
    assert (
        NOW["file"]["chooser"]["criteria"] == as_json(answers, place.model)["chooser"]["criteria"]
    )
    assert shelf.count(NOW["records"]) + 1 == shelf.count(NOW["records"] | new)


def test_the_command_reads_a_saved_file_as_saved(model, structures):
    """As the page does; the chooser alone is taken as it stands, every criterion of it."""
    in_file = chooser_in(json.dumps(NOW["file"]).encode(), model, structures)
    alone = chooser_in(json.dumps(NOW["file"]["chooser"]).encode(), model, structures)

    assert CARRIED["2.0.0-first-chooser"] == in_file.answers
    assert ({}, {}, {}) == (in_file.criteria, in_file.gate, in_file.context)
    assert chooser(NOW["file"]["chooser"], structures) == alone


def test_old_and_new_are_put_together(place):
    """Answers to the old and to the new questions are different fields: neither replaces one."""
    part = {"chooser": {"answers": {"co-creation": -1}, "board": {"doubt": "Too slow"}}}
    theirs = incoming(json.dumps({**NOW["file"], **part}), place).records
    both = merged(NOW["records"], theirs, take=[])

    stands = {unit.key: unit.stand for unit in units(NOW["records"], theirs)}
    assert "only theirs" == stands[question("co-creation")]
    assert "only mine" == stands["choose.criteria.co-creation"]
    answers = opening.read_records(both, place.model).answers
    assert {**NOW["file"]["chooser"], **part["chooser"]} == answers.chooser


def test_a_link_passes_them_on(place, structures):
    """What an old link brought leaves again in a new one, and comes back the same."""
    for answers in ways_in("2.0.0-first-chooser", place):
        link = share_link.fragment(answers, place.model, structures)
        bare = share_link.read(link, place.model, structures).answers

        assert bare.chooser == share_link.read(NOW["link"], place.model, structures).answers.chooser
