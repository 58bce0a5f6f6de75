"""Contexts for the tests of the chooser: the recorded ones and seeded random ones."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest
import yaml

from tests.reference.structures.structure_files import table
from tests.support.case_files import CASES
from widgets.core.choosing import choice
from widgets.core.questionnaire.chooser import chooser

CONTEXTS = yaml.safe_load((CASES / "choose" / "contexts.yaml").read_text(encoding="utf-8"))

QUESTIONS, CRITERIA, TESTS, CONTEXT, STAGES, ADD_ONS = (
    [one["id"] for one in table()[name]]
    for name in ("questions", "criteria", "tests", "context", "stages", "add_ons")
)
TODAY = [
    *(one["id"] for one in table()["options"] if one["kind"] != "add-on"),
    "none",
]
"""What may be today's arrangement."""

FUNCTIONS = ("purchasing", "quality", "engineering")


def choose(structures, data) -> dict:
    """The result as plain JSON data."""
    return json.loads(
        json.dumps(choice.as_json(choice.choose(structures, chooser(data, structures))))
    )


@contextmanager
def equal_shares() -> Iterator[None]:
    """The chooser draws no weights: each form has the same share of first places.

    For laws of what shares have no part in, over many contexts: drawing takes most of its time.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choice, "acceptability", lambda _, eligible: dict.fromkeys(eligible, 0.5))
        yield


def random_chooser(random: Random, unknowns: int, facts: list[str] = CONTEXT) -> dict:
    """A chooser that gives criteria directly, so many of them unknown or missing.

    Its other parts are there or not; of the context it may answer `facts`.
    """
    found: dict = {"criteria": _answers(random, CRITERIA, unknowns), **_surroundings(random)}
    if random.random() < 0.4:
        answers = ("yes", "yes", "yes", "yes", "no", "unknown")
        tests = random.sample(TESTS, random.randint(1, len(TESTS)))
        found["gate"] = {id: random.choice(answers) for id in tests}
    if random.random() < 0.3:
        found["context"] = {id: random.random() < 0.5 for id in facts if random.random() < 0.7}
    return found


def random_answers(random: Random, unknowns: int) -> dict:
    """A chooser that answers the questions, so many of them with "unknown" or not at all."""
    return {"answers": _answers(random, QUESTIONS, unknowns), **_surroundings(random)}


def random_saved(random: Random, unknowns: int) -> dict:
    """A chooser as it is kept: what `random_chooser` holds, and what the form asks now."""
    return random_chooser(random, unknowns) | {
        "answers": random_steps(random),
        "other": {"name": "Then", "answers": random_steps(random), "weights": {CRITERIA[0]: 2}},
        "today": random.choice(("none", "diamond-team")),
        "board": {"decision": "Two teams", "date": "4 March"},
    }


def random_steps(random: Random) -> dict:
    """Answers to some of the questions that are asked now."""
    asked = random.sample(QUESTIONS, random.randint(1, len(QUESTIONS)))
    return {id: random.choice((-2, -1, 0, 1, 2, "unknown")) for id in asked}


def _answers(random: Random, ids: list[str], unknowns: int) -> dict:
    steps = (-2, -1, -1, 0, 0, 1, 1, 2, 2)  # fewer poles, so that the gate ends fewer contexts
    answers: dict = {id: random.choice(steps) for id in random.sample(ids, len(ids))}
    for id in random.sample(ids, unknowns):
        if random.random() < 0.5:
            answers[id] = "unknown"
        else:
            del answers[id]
    return answers


def _surroundings(random: Random) -> dict:
    found: dict = {}
    if random.random() < 0.5:
        chosen = random.sample(CRITERIA, random.randint(1, len(CRITERIA)))
        found["weights"] = {id: random.choice((0, 1, 2, 3, 0.1, 0.25, 1e-5, 7)) for id in chosen}
        if not any(found["weights"].get(id, 1) for id in CRITERIA):
            del found["weights"]
    if random.random() < 0.5:
        found["accounts"] = [random_account(random, n) for n in range(random.randint(1, 3))]
    if random.random() < 0.5:
        found["have"] = random.sample(ADD_ONS, random.randint(0, len(ADD_ONS)))
    if random.random() < 0.8:
        found["today"] = random.choice(TODAY)
    if random.random() < 0.5:
        found["seed"] = random.randint(0, 2**32 - 1)
    return found


def random_account(random: Random, number: int) -> dict:
    """An account in some stage, with up to three contacts."""
    contacts = [
        {"ours": "sales", "theirs": random.choice(FUNCTIONS)} for _ in range(random.randint(0, 3))
    ]
    return {"name": f"Account {number}", "stage": random.choice(STAGES), "contacts": contacts}
