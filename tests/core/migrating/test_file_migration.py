"""Answers of older releases: what they become, and that nothing is lost on the way."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from build_tools import ROOT
from tests.support.case_files import cases
from tests.support.given import chain
from tests.support.given.older_files import LAST, MODELS, OLD, file, files
from widgets import __main__ as command_line
from widgets.core.answers.file import as_json
from widgets.core.files.refusals import AnswersError
from widgets.core.importing.opened_file import opened
from widgets.core.migrating import file_entries
from widgets.core.migrating.gaps import align, hints
from widgets.core.migrating.things import things as every_thing
from widgets.core.model.maturity_json import as_json as model_json
from widgets.core.model.maturity_json import from_json
from widgets.core.model.release_maps import asked_as
from widgets.core.scoring.score import score


@pytest.mark.parametrize("case", cases("migrate"))
def test_what_becomes_of_answers(case):
    """The file of the new release, and the list that its reader sees, are as worked out by hand."""
    model = MODELS[case.get("to", "2.0.0")]
    found = opened(file(case["from"], **case["file"]), model)
    told = found.migrated
    named = ("carried", "reworded", "split", "merged", "retired", "again")

    assert file(model.version, **case["becomes"]) == as_json(found.answers, model)
    assert {name: case[name] for name in named if name in case} == {
        name: shown for name in named if (shown := shown_as(getattr(told, name), name))
    }


def shown_as(found, name):
    """One part of a migration as a case writes it."""
    if name == "reworded":
        return {o.old.thing: {k: [t, o.now[k]] for k, t in o.old.words.items()} for o in found}
    if name == "again":
        return {thing: [old.thing for old in olds] for thing, olds in found.items()}
    if name == "carried":
        return list(found)
    return [one.thing if name == "merged" else one.old.thing for one in found]


@pytest.mark.parametrize("case", cases("bad_retired"))
def test_refused(case):
    """A release without a way here, and what nobody can have retired, get one sentence."""
    with pytest.raises(AnswersError) as refused:
        opened({**file("2.0.0"), **case["file"]}, LAST)

    assert case["says"] == str(refused.value)


def test_new_questions_are_named():
    """The reader sees what was not asked before, whatever they had answered."""
    assert ("practice compass-kept",) == opened(file("1.0.0"), LAST).migrated.new
    assert ("practice new-people",) == opened(file("1.0.0"), MODELS["1.1.0"]).migrated.new


def test_why_is_told():
    """What left says why, in the words of its map; what a merger makes says its rule."""
    parts = {"answers": {"gone-list": 1, "yearly-check": 2, "red-list": 3, "blue-list": 3}}
    told = opened(file("1.1.0", **parts), LAST).migrated

    assert ["Nobody could answer it."] == [one.because for one in told.retired]
    assert ["It asked for a date and for a vote."] == [one.because for one in told.split]
    assert [("lowest", "A list is as good as its weaker half.")] == [
        (one.becomes, one.because) for one in told.merged
    ]


def test_options_of_a_retired_question_keep_their_words():
    """The list can say what was chosen, though no release has it any more."""
    told = opened(file("1.0.0", profile={"past": "tried"}), LAST).migrated

    assert "We have tried it." == told.retired[0].old.words["tried"]


def test_published_maps():
    """What the browser gets is the same model, and a model without maps carries none."""
    assert from_json(json.loads(json.dumps(model_json(LAST)))) == LAST
    assert "migrations" not in model_json(OLD)
    assert [("1.0.0", "1.1.0"), ("1.1.0", "2.0.0")] == [
        (step.before, step.after) for step in LAST.migrations
    ]


def test_hints_stay_after_the_move():
    """A file that was migrated long ago still tells what its new questions came from."""
    parts = {"answers": {"yearly-check": 2, "day-list": 1, "gone-list": 3}}
    told = opened(file("1.0.0", **parts), LAST)
    later = opened(as_json(told.answers, LAST), LAST).answers

    assert told.migrated.again == hints(later, LAST)
    assert {"practice yearly-vote", "practice hour-list"} == set(
        hints(opened(answered(later, "yearly-date"), LAST).answers, LAST)
    )


def answered(answers, id):
    """A file of `answers` in which one more practice has an answer."""
    data = as_json(answers, LAST)
    return {**data, "answers": {**data.get("answers", {}), id: 3}}


def test_what_cannot_be_compared():
    """Split, merged and retired answers are named, with what is asked in their place."""
    parts = {"answers": {"yearly-check": 2, "red-list": 1, "gone-list": 3, "written-case": 4}}
    answers = opened(file("1.0.0", **parts), LAST).answers

    assert [
        ("practice yearly-check", ("practice yearly-date", "practice yearly-vote"), False),
        ("practice gone-list", (), False),
        ("practice red-list", ("practice colour-list",), True),
    ] == [(gap.old.thing, gap.into, gap.merged) for gap in align(answers, LAST)]
    assert () == align(opened(file("2.0.0"), LAST).answers, LAST)


def things(model):
    """Everything that a file of `model` can hold something about."""
    return [thing for thing in every_thing(model) if not thing.startswith("option ")]


RENAMED = {"practice green-list": "practice olive-list"}
AGAIN = {"dimension lists": "dimension lists@1.1.0"}
"""What is asked again under its id, and where its answer is kept."""


@settings(max_examples=150, deadline=None)
@given(files())
def test_nothing_entered_is_lost(old):
    """Each entry is where it was, under its new id, or among what is asked no longer."""
    new = opened(old, LAST).migrated.data
    retired = new.get("retired", {})
    for thing in things(OLD):
        entry = file_entries.look(old, thing)
        now = file_entries.look(new, RENAMED.get(thing, thing))
        option = f"option size.{entry.get('state')}"
        kept = now, retired.get(AGAIN.get(thing, thing))
        assert not entry or entry in kept or retired[option] == {"state": True}


@settings(max_examples=100, deadline=None)
@given(files())
def test_one_jump_is_every_step(old):
    """A file that skipped a release becomes what it would have become on the way."""
    data, told = old, []
    for _, release in pairwise(chain.RELEASES):
        step = opened(data, MODELS[release]).migrated
        data, told = step.data, [*told, step]
    jump = opened(old, LAST).migrated

    assert data == jump.data
    assert jump.retired == tuple(one for step in told for one in step.retired)
    assert [one.thing for one in jump.merged] == [one.thing for s in told for one in s.merged]


@settings(max_examples=100, deadline=None)
@given(files())
def test_what_comes_out_is_a_file(old):
    """The result is read back unchanged, by the same release, without a word."""
    found = opened(old, LAST)
    again = opened(as_json(found.answers, LAST), LAST)

    assert (found.answers, None) == (again.answers, again.migrated)


@settings(max_examples=100, deadline=None)
@given(files())
def test_scores_of_carried_answers_are_the_same(old):
    """A minor release changes no dimension's score; a major one no rung of what it carries."""
    before = opened(old, OLD).answers
    minor = opened(old, MODELS["1.1.0"]).answers
    major = opened(old, LAST).migrated
    scores = score(OLD, before).dimensions, score(MODELS["1.1.0"], minor).dimensions

    assert {id: d.score for id, d in scores[0].items()} == {
        id: d.score for id, d in scores[1].items()
    }
    assert all(
        file_entries.look(old, thing).get("state")
        == file_entries.look(major.data, thing).get("state")
        for thing in (*major.carried, *(one.old.thing for one in major.reworded))
    )


@settings(max_examples=60, deadline=None)
@given(files(), st.data())
def test_every_answer_is_in_the_list_once(old, data):
    """Whatever was answered is told as carried, reworded, split, merged or retired."""
    release = data.draw(st.sampled_from(["1.1.0", "2.0.0"]))
    told = opened(old, MODELS[release]).migrated
    merged = [part.thing for one in told.merged for part in one.parts]
    listed = [
        *told.carried,
        *(one.old.thing for one in told.reworded if not one.old.thing.startswith("option ")),
        *(asked_as(one.old.thing) for one in (*told.split, *told.retired)),
        *(thing.partition(".")[0].replace("option", "question") for thing in merged),
    ]
    held = [thing for thing in file_entries.things(old) if thing != "question size"]

    assert sorted(held) == sorted(t for t in listed if t != "question size" and t in held)


def schema(name):
    """A checker for one of the published schemas."""
    text = (ROOT / "docs" / "model" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def test_published_schemas_hold():
    """Maps in `model.json` and the part `retired` of a file are what the schemas say."""
    assert [] == list(schema("model").iter_errors(json.loads(json.dumps(model_json(LAST)))))


@settings(max_examples=40, deadline=None)
@given(files())
def test_migrated_files_fit_their_schema(old):
    """Other tools can read a file that came through every release."""
    assert [] == list(schema("answers").iter_errors(opened(old, LAST).migrated.data))


def test_the_command_line_says_what_became_of_an_older_file(tmp_path, capsys):
    """It reads the file and says beside the result what its reader should know."""
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(file("1.0.0", answers={"written-case": 3, "gone-list": 1})))
    answers = command_line.answers_in(path, LAST)

    assert {"written-case": 3} == answers.practices
    assert capsys.readouterr().err == (
        f"{path}: These answers come from version 1.0.0 of the model; this guide has 2.0.0: "
        "1 answer stands as given; 1 answer is kept and no longer asked for; 1 question is new.\n"
    )
