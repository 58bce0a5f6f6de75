"""The chooser's fields: the part of the file that they make, and the way back."""

import json
from random import Random

import pytest
from jsonschema import Draft202012Validator

from build_tools import ROOT
from tests.support.case_files import cases
from tests.support.given.choosing import random_saved
from widgets.core.answers.chooser_fields import part, values
from widgets.core.answers.states import ANSWERS, UNKNOWN
from widgets.core.questionnaire.chooser import BOARD, PARTS, chooser
from widgets.core.questionnaire.second_context import KEYS
from widgets.core.structures.asked import CONTEXT

SCHEMA = json.loads((ROOT / "docs/model/schema/answers.schema.json").read_text("utf-8"))
CHOOSER = Draft202012Validator({**SCHEMA["$defs"]["chooser"], "$defs": SCHEMA["$defs"]})


@pytest.mark.parametrize("case", cases("choose_fields"))
def test_fields_make_the_part(case, structures):
    """Fields give a part that the engine and the schema take, and say which of them were read."""
    found, used = part(case["fields"] | case.get("ignored", {}))

    assert case["part"] == found
    assert set(case["fields"]) == used
    chooser(found, structures)
    CHOOSER.validate(found)


@pytest.mark.parametrize("case", cases("choose_fields"))
def test_the_part_makes_the_fields(case):
    """Written back, the part fills the fields that it was read from."""
    if "ignored" not in case and "one-way" not in case:
        assert case["fields"] == values(case["part"])


@pytest.mark.parametrize("seed", range(40))
def test_any_chooser_comes_back(seed, structures):
    """A chooser from a file goes through the form without a loss."""
    data = random_saved(Random(seed), seed % 6)
    CHOOSER.validate(data)
    found, used = part(values(data))

    assert chooser(data, structures) == chooser(found, structures)
    assert set(values(data)) == used


def test_the_schema_names_what_the_engine_reads():
    """Parts, facts of the context, fields for a board and steps are the same in both."""
    parts, defs = SCHEMA["$defs"]["chooser"]["properties"], SCHEMA["$defs"]

    assert {*PARTS} == {*parts}
    assert {*KEYS} == {*parts["other"]["properties"]}
    assert {*CONTEXT} == {*defs["context"]["properties"]}
    assert {*BOARD} == {*parts["board"]["propertyNames"]["enum"]}
    for kind in ("steps", "criteria"):
        assert [*ANSWERS, UNKNOWN, None] == defs[kind]["additionalProperties"]["enum"]


def test_a_strange_part_fills_nothing():
    """A part of the wrong shape raises nothing here; the engine refuses it."""
    strange = {
        "criteria": [1],
        "accounts": {"name": "x"},
        "have": "sponsors",
        "other": 3,
        "board": ["x"],
        "answers": 2,
        "gate": 1,
    }

    assert {} == values(strange)
