"""Times the chooser: its weightings and a whole choice in the worker, and an answer on screen."""

import json
from collections.abc import Mapping
from typing import Any

from tests.bench.place import Place
from tests.bench.reporting.rows import Row, p95, slow
from tests.bench.visiting.browser import in_worker, reader, value, visit

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
from widgets.core.structures.structures_json import published

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


def measure(place: Place) -> dict[str, Any]:
    """Answers questions again and again, then runs the chooser with some seeds; milliseconds.

    Only questions that make a criterion of their own: each of their answers moves a figure.
    "drawn": the share of 2,000 weightings in which each option is first.  "whole": everything
    that the chooser says, with weightings that were drawn before.  "screen": from the click.
    """
    place.say("choosing a structure")
    scale, table = place.scale, place.structures
    ids = [question["id"] for question in table["questions"]]
    given = dict(zip(ids, ANSWERS, strict=True))
    alone = [one["asks"][0] for one in table["criteria"] if len(one["asks"]) == 1]
    changes = [
        [f"choose.answers.{id}", str(given[id] if turn % 2 else _another(given[id]))]
        for turn in range(1, 2 + scale.choices // len(alone))
        for id in alone
    ]
    code = _CHOICE.replace("{answers}", str(ANSWERS)).replace("SEEDS", str(scale.seeds))
    with (
        reader(place.browser, {}, service_worker=False) as context,
        visit(context, f"{place.nginx.recipe}timed/{PAGE}") as page,
    ):
        page.wait_for_load_state()
        screen = value(page, f"bench.change({json.dumps(changes[: scale.choices])})")
        drawn, whole, options = in_worker(page, code)
    first = min(len(alone), len(screen) // 2)
    return {
        "options": options,
        "drawn": [round(ms, 1) for ms in drawn],
        "whole": [round(ms, 1) for ms in whole],
        "screen": [round(ms, 1) for ms in screen[first:]],
    }


def _another(step: int) -> int:
    """A step that is not this one, as choosing the same again is no answer."""
    return 0 if step else -1


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table."""
    drawn = p95(figures["drawn"])
    what = f"2,000 weightings of {figures['options']} options by 12 criteria, in the worker, p95"
    whole = "The whole choice of a structure after an answer, in the worker, p95"
    screen = "Answer to new result, the chooser, on screen, p95"
    return [
        Row("weightings", what, f"≤ {BUDGET} ms", slow(figures["drawn"]), "", drawn <= BUDGET),
        Row("choice", whole, "", slow(figures["whole"])),
        Row("chooser-screen", screen, "", slow(figures["screen"])),
    ]
