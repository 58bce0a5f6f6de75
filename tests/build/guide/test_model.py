"""The model that we publish: its size, its frozen ids, its form, and how its words are measured."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from build_tools import ROOT
from build_tools.guide.load import load
from build_tools.reading import question_rules
from build_tools.reading.folder import ModelFolder
from build_tools.reading.question_rules import joins, likeness
from build_tools.releases import frozen_ids
from build_tools.site.publish import model_json
from build_tools.text.readability import reading_ease, sentences, syllables, word_list

MODEL = ROOT / "docs" / "model"
EXAMPLES = sorted((MODEL / "examples").glob("*.yaml"))


@pytest.fixture(scope="module")
def guide():
    """The guide in this checkout."""
    return load(MODEL)


def validator(name):
    """A checker for one of the published schemas."""
    schema = json.loads((MODEL / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_size(guide):
    """Eight dimensions of six practices, and eighteen failure factors, all guarded against."""
    assert [6] * 8 == [len(d.practices) for d in guide.model.dimensions]
    assert 18 == len(guide.model.failure_factors)
    assert all(guide.model.guarding.values())


def test_critical_dimensions(guide):
    """A reader cannot be rooted without these four."""
    critical = [d.id for d in guide.model.dimensions if d.critical]

    assert critical == [
        "leaders-entangled",
        "role-apart-from-selling",
        "delivery-on-board",
        "change-politics-culture",
    ]


def test_every_id_is_frozen(guide):
    """The list of the present version holds every id, in model order."""
    text = (MODEL / "released" / f"{guide.model.version}.txt").read_text(encoding="utf-8")
    listed = [entry for _, _, entry in frozen_ids.frozen(text)]

    assert listed == frozen_ids.ids(ModelFolder(MODEL))


def test_published_model_fits_its_schema(guide):
    """Other tools can rely on the schema beside `model.json`."""
    assert [] == list(validator("model").iter_errors(json.loads(model_json(guide))))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_fit_the_schema_of_answers(guide, path):
    """The worked organisations are answers files."""
    example = yaml.safe_load(path.read_text(encoding="utf-8"))
    named = {"id": guide.model.id, "version": guide.model.version}
    parts = {part: example[part] for part in ("answers", "quick") if part in example}

    assert parts
    assert [] == list(validator("answers").iter_errors({"format": 1, "model": named, **parts}))


@pytest.mark.parametrize(
    "part",
    [
        {"answers": {"written-case": 5}},
        {"answers": {"written-case": True}},
        {"answers": {"written-case": "3"}},
        {"answers": {"written-case": {"na": " "}}},
        {"answers": {"Written case": 1}},
        {"quick": {"reason": {"na": "no reason for one here"}}},
        {"details": {"written-case": {"colour": "red"}}},
        {"details": {"written-case": {"proof": "yes"}}},
        {"profile": {"size": 3}},
        {"targets": {"reason": "unknown"}},
        {"retired": {"obstacle-list": {"state": 2}}},
        {"retired": {"practice obstacle-list": {"state": 9}}},
        {"retired": {"practice obstacle-list": {"colour": "red"}}},
        {"format": 2},
        {"name": "Doe"},
    ],
    ids=str,
)
def test_schema_of_answers_refuses(part):
    """What the reader refuses, the schema refuses where it can say so."""
    good = {"format": 1, "model": {"id": "small-model", "version": "1.0.0"}}
    assert validator("answers").is_valid(good)

    assert not validator("answers").is_valid({**good, **part})


@pytest.mark.parametrize("name", ["claims", "hedges", "verbs"])
def test_word_lists_are_sorted_and_hold_no_word_twice(name):
    """An author finds a word, and a change shows as one line."""
    listed = word_list(name)

    assert list(listed) == sorted(set(listed))


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("made", 1), ("people", 2), ("table", 2), ("wanted", 2), ("asked", 1),
        ("changes", 2), ("names", 1), ("criteria", 4), ("idea", 3), ("account", 2), ("value", 2),
        ("operations", 4), ("programme's", 2), ("key-account", 3), ("12", 1),
    ],
)  # fmt: skip
def test_syllables(word, count):
    """As a dictionary of pronunciation counts them."""
    assert count == syllables(word)


def test_reading_ease():
    """By hand: 6 words, 1 sentence, 6 syllables, so 206.835 - 6.09 - 84.6."""
    assert 116.145 == pytest.approx(reading_ease("The cat sat on the mat."))


def test_reading_ease_needs_words():
    """A text without words has no reading ease."""
    with pytest.raises(ValueError, match="no words"):
        reading_ease(" – ")


def test_sentences():
    """A full stop inside a number ends nothing."""
    assert ["We ask 1.5 people.", "Do you?", "Yes"] == sentences("We ask 1.5 people. Do you? Yes")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each key account has one owner, and the sellers know it.", ["and the sellers know"]),
        ("It still has its line, and was checked.", ["and was"]),
        ("It is there; nobody reads it.", ["; nobody reads"]),
        ("One key account or more has a sponsor and a team.", []),
        ("Half of our key accounts or more have a plan.", []),
        ("Leaders decide to go on, hold or stop.", []),
        ("It is there, it was read and it has aims, but it is old.", ["and it has", "but it is"]),
    ],
)
def test_joins(sentence, found):
    """A clause with a verb of its own is a second fact; a list of nouns is not."""
    assert found == joins(sentence)


def test_likeness():
    """By hand: 3 of 5 different words in common, counted as often as they stand."""
    assert likeness("One plan is there", "No plan is there") == pytest.approx(3 / 5)


def test_rules_see_every_text():
    """Every rung, statement and question is measured."""
    asked = list(question_rules.questions(ModelFolder(MODEL)))

    assert len(asked) == 8 * 6 + 48 * 6
