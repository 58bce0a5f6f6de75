"""Recommendations for answers, for tests of advice."""

import json
from dataclasses import replace

from tests.support.ours import our_guide
from widgets.core.advising.advice import advise
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.importing.opened_file import read
from widgets.core.scoring.score import score

MODEL = our_guide().model
RULES = {rule.id: rule for rule in MODEL.advice}
PRACTICES = [practice.id for practice in MODEL.practices()]
DIMENSIONS = [dimension.id for dimension in MODEL.dimensions]


def advised(answers, model=MODEL):
    """The recommendations for `answers`."""
    return advise(model, answers, score(model, answers))


def everywhere(rung, **others):
    """Every practice at `rung`, but for `others`."""
    return Answers({**dict.fromkeys(PRACTICES, rung), **others})


def answers_of(case, model=MODEL) -> Answers:
    """The answers of a case, read as a file is; `every` and `every_quick` fill what it leaves."""
    every = {p.id: case["every"] for p in model.practices()} if "every" in case else {}
    quick = dict.fromkeys(model.dimension, case["every_quick"]) if "every_quick" in case else {}
    parts = {part: case[part] for part in ("details", "profile", "targets") if part in case}
    file = {
        "format": 1,
        "model": {"id": model.id, "version": model.version},
        "answers": every | case.get("answers", {}),
        "quick": quick | case.get("quick", {}),
        **parts,
    }
    return read(json.dumps(file), model)


def fires(rule, answers):
    """Whether `rule` alone would be recommended for `answers`."""
    return bool(advised(answers, replace(MODEL, advice=(rule,))))


def single_changes(answers):
    """Every way to change one answer, with how far it goes; rungs before other states."""
    for id, state in answers.practices.items():
        for rung in range(5):
            if rung != state:
                far = abs(rung - state) if isinstance(state, int) else 5
                yield far, id, rung
        for other in (UNKNOWN, NotApplicable("no such customer")):
            if other != state and (other == UNKNOWN or MODEL.practice[id].scope):
                yield 5, id, other
    for id, state in answers.quick.items():
        for rung in range(5):
            if isinstance(state, int) and rung != state:
                yield abs(rung - state), id, rung


def changed(answers, id, state):
    """`answers` with one of them changed."""
    if id in MODEL.practice:
        return Answers({**answers.practices, id: state}, answers.quick)
    return Answers(answers.practices, {**answers.quick, id: state})


def silencer(id, answers):
    """The smallest single change that silences a rule: id and new state."""
    ordered = sorted(single_changes(answers), key=lambda change: change[0])
    for _, name, state in ordered:
        if not fires(RULES[id], changed(answers, name, state)):
            return name, state
    raise AssertionError(f"no single change silences {id}")
