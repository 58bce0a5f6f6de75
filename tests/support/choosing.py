"""Contexts for the tests of the chooser: the recorded ones and seeded random ones."""

import json
from random import Random

import yaml

from build_tools import ROOT
from tests.support.case_files import CASES
from widgets.core.choosing import choice
from widgets.core.questionnaire.chooser import chooser

TABLE = yaml.safe_load((CASES / "choose" / "table.yaml").read_text(encoding="utf-8"))
CONTEXTS = yaml.safe_load((CASES / "choose" / "contexts.yaml").read_text(encoding="utf-8"))

CRITERIA = [criterion["id"] for criterion in TABLE["criteria"]]
TESTS = [test["id"] for test in TABLE["gate"]["tests"]]
CONTEXT = ("sales_target_only", "operations_on_board", "dependence_alarm")
QUESTIONS = [
    question["id"]
    for question in yaml.safe_load(
        (ROOT / "docs/model/structures/questions.yaml").read_text(encoding="utf-8")
    )
]
STAGES = (
    "exploratory",
    "basic",
    "cooperative",
    "interdependent",
    "integrated",
    "disintegrating",
)
ADD_ONS = ("sponsors", "steering-group", "programme-office", "pay-separation")
FUNCTIONS = ("purchasing", "quality", "engineering")


def reference_table(structures) -> dict:
    """The table of the reference tests, with what each of our options needs."""
    needs = {option.id: list(option.needs) for option in structures.options}
    options = [{**option, "needs": needs[option["id"]]} for option in TABLE["options"]]
    return {**TABLE, "options": options}


def choose(structures, data) -> dict:
    """The result as plain JSON data."""
    return json.loads(
        json.dumps(choice.as_json(choice.choose(structures, chooser(data, structures))))
    )


def random_chooser(random: Random, unknowns: int) -> dict:
    """A chooser with so many unknown or missing criteria; its other parts are there or not."""
    criteria = {id: random.randint(-2, 2) for id in random.sample(CRITERIA, len(CRITERIA))}
    for id in random.sample(CRITERIA, unknowns):
        if random.random() < 0.5:
            criteria[id] = "unknown"
        else:
            del criteria[id]
    found: dict = {"criteria": criteria}
    if random.random() < 0.5:
        chosen = random.sample(CRITERIA, random.randint(1, len(CRITERIA)))
        found["weights"] = {id: random.choice((0, 1, 2, 3, 0.1, 0.25, 1e-5, 7)) for id in chosen}
        if not any(found["weights"].get(id, 1) for id in CRITERIA):
            del found["weights"]
    if random.random() < 0.4:
        answers = ("yes", "yes", "yes", "yes", "no", "unknown")
        tests = random.sample(TESTS, random.randint(1, len(TESTS)))
        found["gate"] = {id: random.choice(answers) for id in tests}
    if random.random() < 0.3:
        found["context"] = {id: random.random() < 0.5 for id in CONTEXT if random.random() < 0.7}
    if random.random() < 0.5:
        found["accounts"] = [random_account(random, n) for n in range(random.randint(1, 3))]
    if random.random() < 0.5:
        found["have"] = random.sample(ADD_ONS, random.randint(0, len(ADD_ONS)))
    if random.random() < 0.5:
        found["seed"] = random.randint(0, 2**32 - 1)
    return found


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


def random_account(random: Random, number: int) -> dict:
    """An account in some stage, with up to three contacts."""
    contacts = [
        {"ours": "sales", "theirs": random.choice(FUNCTIONS)} for _ in range(random.randint(0, 3))
    ]
    return {"name": f"Account {number}", "stage": random.choice(STAGES), "contacts": contacts}
