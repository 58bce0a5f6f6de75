"""Times the chooser: its weightings and a whole choice in the worker, and an answer on screen."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

from tests.bench.answers import middle, p95
from tests.bench.browser import reader, value, visit
from tests.bench.nginx import Nginx
from tests.bench.report import Row
from tests.bench.scale import Scale

BUDGET = 300
PAGE = "choose/"
ANSWERS = (2, 0, -2, -1, -1, 2, 1, 0, 2, 1, 1, 1, 1, 1, -1, 1, 1, 1, 1, 1, -1, 1)
"""To the questions in model order: no veto closes any of the nine options."""
_CHOICE = """
import json, time
from widgets.core.choosing.choice import choose
from widgets.core.questionnaire.chooser import chooser
from widgets.core.questionnaire.derived import derived
from widgets.core.choosing.points import contest
from widgets.core.choosing.robustness import acceptability
from widgets.core.model.structures_json import published

def timed(run):
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000

ANSWERS = {answers}

def times():
    table = published()
    answers = dict(zip(table.question, ANSWERS, strict=True))
    drawn, whole, ranked = [], [], 0
    for seed in range(1, 1 + SEEDS):
        asked = chooser({"answers": answers, "seed": seed}, table)
        field = contest(table, derived(table, asked))
        open_ = [option for option, _ in field.ranked(field.known)]
        drawn.append(timed(lambda: acceptability(field, open_)))
        whole.append(timed(lambda: choose(table, asked)))
        ranked = len(open_)
    return json.dumps([drawn, whole, ranked])
times()
"""


@dataclass(frozen=True, slots=True)
class Choosing:
    """How long it took in the worker, in milliseconds, with every question answered."""

    drawn: Sequence[float]
    """The share of 2,000 weightings in which each option is first."""
    whole: Sequence[float]
    """Everything that the chooser says, with weightings that were drawn before."""
    screen: Sequence[float]
    """From the click on an answer to the frame with its result."""
    options: int
    """Options that are open, and so ranked in each weighting."""


def measure(browser: Browser, nginx: Nginx, table: Mapping[str, Any], scale: Scale) -> Choosing:
    """Answers questions of `table` again and again, then runs the chooser with some seeds.

    Only questions that make a criterion of their own: each of their answers moves a figure.
    """
    ids = [question["id"] for question in table["questions"]]
    given = dict(zip(ids, ANSWERS, strict=True))
    alone = [one["asks"][0] for one in table["criteria"] if len(one["asks"]) == 1]
    changes = [
        [f"choose.answers.{id}", str(given[id] if turn % 2 else _another(given[id]))]
        for turn in range(1, 2 + scale.choices // len(alone))
        for id in alone
    ]
    code = _CHOICE.replace("{answers}", str(ANSWERS)).replace("SEEDS", str(scale.seeds))
    with reader(browser, {}) as context, visit(context, f"{nginx.recipe}timed/{PAGE}") as page:
        page.wait_for_load_state()
        screen = value(page, f"bench.change({json.dumps(changes[: scale.choices])})")
        said = value(page, f"bench.python({json.dumps(code)})")
    if "error" in said:
        raise SystemExit(f"the chooser in the worker: {said['error']}")
    drawn, whole, options = json.loads(said["value"])
    return Choosing(drawn, whole, screen[min(len(alone), len(screen) // 2) :], options)


def _another(step: int) -> int:
    """A step that is not this one, as choosing the same again is no answer."""
    return 0 if step else -1


def rows(found: Choosing) -> list[Row]:
    """The lines of the table."""
    drawn = p95(found.drawn)
    what = f"2,000 weightings of {found.options} options by 12 criteria, in the worker, p95"
    others = {
        "The whole choice of a structure after an answer, in the worker, p95": found.whole,
        "Answer to new result, the chooser, on screen, p95": found.screen,
    }
    return [
        Row(what, f"≤ {BUDGET} ms", _told(found.drawn), "", drawn <= BUDGET),
        *(Row(what, "", _told(times), "", None) for what, times in others.items()),
    ]


def _told(times: Sequence[float]) -> str:
    return f"{p95(times):.0f} ms (median {middle(times):.0f}, of {len(times)})"
