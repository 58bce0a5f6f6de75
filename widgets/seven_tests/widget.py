"""The seven tests: the chooser's questions that decide whether to begin, and what they say.

Shares its answers with the chooser: answered here, they are answered there.
"""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.choosing.seven_tests import asked, seven_tests
from widgets.core.page.notices import problem
from widgets.core.page.scale import beside, scale
from widgets.core.page.state_line import state_line
from widgets.core.page.view import Place, View, left_off, region
from widgets.core.questionnaire.counted import counted
from widgets.core.structures.asked import GateTest
from widgets.core.structures.structures import Structures
from widgets.core.words.english import in_words
from widgets.seven_tests.verdict import HEADLINES, verdict

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The seven tests take no option."""

TOOL = False
"""They stand on a reading page: Python starts only when a reader answers, or has answered."""

LATE = True
"""Its modules travel apart, with those of the chooser."""

ID = "verdict"
"""Where the verdict stands on the page."""


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The tests for `answers`; `problems` are sentences about records that were not used."""
    structures = place.structures()
    found = counted(place.model, structures, answers)
    told = seven_tests(structures, found)
    ids = asked(structures)
    here = () if found.problem else answers.chooser.get("answers") or ()
    progress = (sum(id in found.own.answers for id in ids), len(ids))
    regions: dict[str, h.Node] = {
        "problems": [problem(words) for words in (*problems, *filter(None, [found.problem]))],
        **{f"beside-{id}": beside(found, structures.question[id], here) for id in ids},
        "verdict": verdict(place, structures, found, told, progress),
        "jump": _jump(HEADLINES[told.kind], *progress),
    }
    return View(
        form=lambda: _page(structures, regions),
        regions=regions,
        announce="" if told.kind == "blank" else HEADLINES[told.kind],
        file="kam-chooser.json",
        progress=progress,
    )


def _page(structures: Structures, regions: Mapping[str, h.Node]) -> h.Node:
    drawn = {name: region(name, node) for name, node in regions.items()}
    places = _places(structures)
    return (
        drawn["problems"],
        h.div(".kam-columns")[
            h.form(".kam-form.kam-chooser", data_kam_form=True, autocomplete="off")[
                [
                    scale(structures.question[id], place, drawn[f"beside-{id}"])
                    for id, place in places.items()
                ]
            ],
            drawn["jump"],
            h.section(".kam-results", id=ID, aria_label="The verdict")[
                drawn["verdict"], state_line()
            ],
        ],
        left_off("the steps not chosen."),
    )


def _places(structures: Structures) -> dict[str, str]:
    """By question: which of the tests it belongs to, and where a test asks several, its place."""
    tests = asked(structures)
    last = max(test.number for test in tests.values())
    return {
        id: f"Test {test.number} of {last}{_part(tests, id, test)}" for id, test in tests.items()
    }


def _part(tests: Mapping[str, GateTest], id: str, test: GateTest) -> str:
    same = [other for other, its in tests.items() if its.number == test.number]
    if len(same) == 1:
        return ""
    return f", question {in_words(same.index(id) + 1)} of {in_words(len(same))}"


def _jump(words: str, done: int, total: int) -> h.Element:
    """On a narrow page: how far the form is, and the verdict, one tap away."""
    return h.a(".kam-jump", href=f"#{ID}")[h.span[f"{done} of {total} answered"], h.strong[words]]
