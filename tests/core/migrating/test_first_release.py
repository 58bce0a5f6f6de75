"""Answers of release 1.0.0 in this release: what a reader, a link, a file and a team make of them.

`tests/cases/releases/1.0.0.json` was written by the code of that release, for all its questions.
"""

import json

import pytest

from build_tools import ROOT
from tests.support.case_files import CASES
from widgets.core.answers.file import as_json
from widgets.core.answers.kept_texts import new_record, text_of
from widgets.core.commands.borrowed import put_together
from widgets.core.commands.earlier import migrate as command
from widgets.core.comparing import candidates
from widgets.core.drawing.html import html
from widgets.core.importing import field_words
from widgets.core.importing.incoming import incoming
from widgets.core.importing.opened_file import opened
from widgets.core.keeping import opening, restore_points, shelf
from widgets.core.keeping.steps import Put
from widgets.core.keeping.visit import Visit
from widgets.core.migrating.gaps import align, hints
from widgets.core.migrating.record_migration import move
from widgets.core.migrating.report import sections, sentence
from widgets.core.page.desk import Desk, run
from widgets.core.page.view import Place
from widgets.core.panels.comparison_panel import panel
from widgets.core.result import asked_again
from widgets.core.scoring.score import score
from widgets.core.sharing import share_link
from widgets.core.team import raters
from widgets.core.team.comparison import compared
from widgets.core.team.people import people

OLD = json.loads((CASES / "releases" / "1.0.0.json").read_text(encoding="utf-8"))
FROZEN = (ROOT / "docs" / "model" / "released" / "1.0.0.txt").read_text(encoding="utf-8")
PRACTICES = [line.split()[1] for line in FROZEN.splitlines() if line.startswith("practice ")]
NOW = "2026-12-05T08:00:00.000Z"


@pytest.fixture(scope="module")
def step(model):
    """The map that leads away from release 1.0.0."""
    return next(one for one in model.migrations if one.before == "1.0.0")


@pytest.fixture
def place(model):
    """The page of a reader without answers."""
    return Place(model, "../", {}, Visit(now=NOW))


def test_every_old_practice_has_a_fate(step, model):
    """Each of the 48 became one or several practices of this release, or is asked no longer."""
    left = {one.thing.removeprefix("practice "): one.into for one in step.left}
    merged = {part.removeprefix("practice ") for one in step.merged for part in one.parts}

    assert 48 == len(PRACTICES)
    assert set(PRACTICES) <= left.keys() | merged
    assert not set(PRACTICES) & set(model.practice)


def test_every_quick_question_is_asked_again(step, model):
    """The ids stay, and the old answer stands beside each question."""
    again = {one.into: one.thing for one in step.left if "@" in one.thing}

    assert {(f"dimension {id}",): f"dimension {id}@1.0.0" for id in model.dimension} == again


@pytest.mark.parametrize("name", ["full", "quick"])
def test_links_are_read_as_they_were_written(name, model, structures):
    """Letter by letter: the frozen list of the release gives back what was put in."""
    link = OLD if name == "full" else OLD["quick"]
    read = share_link.read(link["link"], model, structures)

    assert "1.0.0" == read.version
    for part, said in link["carries"].items():
        assert part == "model" or said == as_json(read.answers, model)[part]


def states(answers):
    """What is kept of questions that are asked no longer, without what was written beside it."""
    return {thing: entry["state"] for thing, entry in answers.retired.items() if "state" in entry}


def test_a_link_a_file_and_records_tell_the_same(place, model):
    """Whatever the way in, the same old answers stand beside the same questions."""
    link = incoming(OLD["link"], place).answers
    file = incoming(json.dumps(OLD["file"]), place).answers
    kept = opening.read_records(OLD["records"], model).answers
    told = states(file)
    bare = {thing: {"na": ""} if isinstance(said, dict) else said for thing, said in told.items()}

    assert len(OLD["file"]["answers"]) + len(OLD["file"]["quick"]) <= len(told)
    assert told == states(kept)
    assert bare == states(link)
    assert file.profile == link.profile == kept.profile
    assert file.chooser == kept.chooser


def test_nothing_of_an_old_file_is_lost(model):
    """Each answer, note, target and mark is in the file of this release."""
    new = opened(OLD["file"], model).migrated.data
    for id, state in OLD["file"]["answers"].items():
        kept = new["retired"][f"practice {id}"]
        assert (state, OLD["file"]["details"].get(id)) == (kept["state"], kept.get("details"))
    for id, state in OLD["file"]["quick"].items():
        kept = new["retired"][f"dimension {id}@1.0.0"]
        assert (state, OLD["file"]["targets"].get(id)) == (kept["state"], kept.get("target"))
    assert OLD["file"]["chooser"] == new["chooser"]
    assert as_json(opened(new, model).answers, model) == as_json(
        opened(OLD["file"], model).answers, model
    )


def test_no_level_is_made_of_less_than_half(model):
    """The old file showed a level; here so few of its answers count that there is none."""
    found = opened(OLD["file"], model)

    assert "2 Running" == OLD["headline"]
    assert (True, True) == (found.migrated.few, found.migrated.apart)
    assert len(OLD["file"]["answers"]) + len(OLD["file"]["quick"]) == found.migrated.given
    assert score(model, found.answers).level is None
    assert "so no level is shown and no movement is told." in sentence(found.migrated)


def test_the_reader_sees_what_became_of_each(model):
    """Carried, asked again with the old answer beside it, or no longer asked: each old answer."""
    told = opened(OLD["file"], model).migrated
    text = json.dumps([s.title for s in sections(told, model)])
    gone = {one.old.thing for one in told.retired}
    beside = {old.thing for olds in told.again.values() for old in olds}

    assert "Asked again" in text and "No longer asked" in text
    for id in OLD["file"]["answers"]:
        assert f"practice {id}" in (gone | beside)
    assert {f"dimension {id}@1.0.0" for id in OLD["file"]["quick"]} <= beside
    assert all(one.because for one in (*told.retired, *told.split))


def test_old_answers_stand_beside_the_questions(place, model):
    """The list above the form leads to each question, and an answer takes it off."""
    answers = opened(OLD["file"], model).answers
    shown = html(asked_again.region(place, answers))
    data = as_json(answers, model)
    later = opened({**data, "answers": {"block-removal": 3}}, model).answers

    assert 'href="#q-block-removal"' in shown
    assert 'href="#d-leaders-entangled"' in shown
    for text in ("Kept by Ann", "Two visits", "Your target was 3"):
        assert text in shown
    assert hints(answers, model).keys() - hints(later, model).keys() == {"practice block-removal"}
    assert align(answers, model)


def desk(model, stored, **given):
    """The desk of a reader who keeps these things."""
    visit = Visit(now=NOW, stored=stored)
    records = shelf.records(stored, "default")
    kept = opening.read_records(records, model)
    place = Place(model, "../", {}, visit)
    return Desk(place, "assessment", kept.answers, kept.problems, given, records)


@pytest.fixture
def stored():
    """The browser of a reader of release 1.0.0."""
    return {f"answer:default:{name}": text for name, text in OLD["records"].items()}


def test_a_restore_point_of_the_old_release_opens(model, stored):
    """Keeping the answers makes one first; brought back, it tells the same as before."""
    after = dict(stored)
    for one in command.run(desk(model, stored, value="keep")).steps:
        if isinstance(one, Put):
            after[one.key] = one.text
        else:
            del after[one.key]
    [point] = restore_points.points(after, "default")
    now = shelf.records(after, "default")

    assert OLD["records"] == dict(point.records)
    assert move(now, model).records == now
    assert (
        opening.read_records(dict(point.records), model).answers
        == opening.read_records(now, model).answers
    )


def test_no_movement_is_told_across_the_step(model, stored):
    """Beside answers to this release, old ones are named and not compared."""
    record = json.loads(next(iter(stored.values())))
    new = {
        f"answer:a1:practice.{id}": json.dumps({**record, "value": "4", "model": model.version})
        for id in model.practice
    }
    there = candidates.offered(Visit(now=NOW, stored=stored | new), {})
    picked = {f"pick {side.key}": "yes" for side in there}
    both = desk(model, stored | new, asked="yes", **picked)
    drawn = html(panel(both))

    assert 2 == len(there)
    assert "it is not compared, and no movement is told." in drawn
    for word in ("Up ", "Down ", "Level:", "▲", "▼", "moved"):
        assert word not in drawn.replace("Nothing is left", "")


def test_a_team_never_mixes_releases(model):
    """A rater of the old release is kept apart, in words, and pasting one is refused so."""
    new = {"format": 1, "model": {"id": model.id, "version": model.version}}
    answers = [dict.fromkeys(model.practice, rung) for rung in (1, 3)]
    files = [{**new, "answers": a} for a in answers] + [{**OLD["file"], "chooser": None}]
    stored = {
        f"rater:{n}": json.dumps({"number": n, "file": file}) for n, file in enumerate(files, 1)
    }
    everybody = raters.present(stored, model)
    found = compared(model, everybody)
    drawn = html(people(everybody, []))

    assert ["", "", "Rater 3"] == [one.problem and one.name for one in everybody]
    assert (2, ("Rater 3",)) == (found.figures.raters, tuple(r.name for r in found.left_out))
    assert "these are answers to model 1.0.0, which asks in another way" in drawn


def test_a_quick_answer_before_keeping_writes_over_nothing(model, stored):
    """The first view sets aside what the next answer would take the place of, and only once."""
    visit, before = Visit(now=NOW), dict(OLD["records"])
    made = list(opening.set_aside(visit, before, model))
    after = shelf.records(shelf.after(stored, made), "default")
    quick = [name for name in before if name.startswith("quick.")]
    new = json.loads(before[quick[0]]) | {"value": "4", "model": model.version, "was": "1"}
    answered = {**after, **dict.fromkeys(quick, json.dumps(new))}
    told = opening.read_records(answered, model).answers
    kept = move(answered, model).records

    assert len(quick) == len(made)
    assert [] == list(opening.set_aside(visit, after, model))
    assert [] == list(opening.set_aside(Visit(now=NOW, beside="a link"), before, model))
    assert opening.read_records(before, model).answers.retired == told.retired
    assert told == opening.read_records(kept, model).answers
    assert dict.fromkeys(model.dimension, 4) == told.quick
    assert opening.read_records(before, model).answers == opening.read_records(after, model).answers


def test_an_old_answer_is_never_put_together_with_a_new_one(model, stored):
    """The same rung of another question is not the same answer: what comes in fills the blank."""
    came = {f"quick.{id}": new_record("1", model.version) for id in model.dimension}
    mine = shelf.records(stored, "default")
    visit = Visit(now=NOW, stored=stored, beside="a link")
    shown = opening.read_records(came, model).answers
    given = Desk(Place(model, "../", {}, visit), "assessment", shown, (), {"value": "do"}, came)
    after = shelf.records(shelf.after(stored, put_together.run(given).steps), "default")
    told = opening.read_records(after, model).answers

    assert dict.fromkeys(model.dimension, 1) == told.quick
    assert opening.read_records(mine, model).answers.retired == told.retired


def test_an_old_answer_is_named_in_words(model):
    """Where two people kept other answers of an older version, the choice can be read."""
    entry = text_of({"state": 2, "details": {"note": "Kept by Ann"}})
    field = "retired.practice obstacle-list"

    assert field_words.label(field, model).startswith("In an older version: Each quarter our exec")
    assert field_words.values_together({field: entry}, model).startswith("2: Executives cleared")


@pytest.mark.parametrize("name", ["export.show", "export.share"])
def test_what_leaves_old_answers_behind_says_so(name, model, stored):
    """A link and every export but the JSON tell that answers of an older version stay here."""
    told = html(run(name, desk(model, stored)).panel)
    none = html(run(name, desk(model, {"answer:default:profile.size": new("small", model)})).panel)

    assert "Answers to an older version of the questions" in told
    assert "Answers to an older version of the questions" not in none


def new(value, model):
    """A record of this release."""
    return new_record(value, model.version)
