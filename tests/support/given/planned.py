"""Plans on top of answers, for tests of the plan and of typed months."""

import json
from dataclasses import replace

from tests.support.ours import our_guide
from widgets.core.advising.advice import advise
from widgets.core.advising.plan import plan
from widgets.core.answers.states import Answers, Planned
from widgets.core.keeping import opening
from widgets.core.scoring.score import score

MODEL = our_guide().model
PRACTICES = [practice.id for practice in MODEL.practices()]
LOW = Answers(dict.fromkeys(PRACTICES, 0))


def planned(actions, answers=LOW):
    """The plan with `actions` on top of `answers`."""
    full = replace(answers, actions={id: Planned(**kept) for id, kept in actions.items()})
    return plan(MODEL, full, advise(MODEL, full, score(MODEL, full)))


def kept(**values):
    """What the browser keeps, read back; `__` stands for a dot and `_` for a hyphen."""
    records = {
        name.replace("__", ".").replace("_", "-"): json.dumps(
            {"value": value, "model": MODEL.version}
        )
        for name, value in values.items()
    }
    return opening.read_records(records, MODEL)
