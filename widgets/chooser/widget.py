"""The chooser's view: the form in six parts, and the result in named regions."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.chooser import form_regions, result, result_more, result_why
from widgets.chooser.account_rows import rows
from widgets.chooser.form import form
from widgets.chooser.second_form import second_form
from widgets.core.answers import chooser_fields
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.choosing.outcome import Outcome, outcome_of
from widgets.core.choosing_words import report
from widgets.core.page import whose_answers
from widgets.core.page.notices import problem
from widgets.core.page.state_line import actions, state_line
from widgets.core.page.view import Place, View, region

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The chooser takes no option."""

TOOL = True
"""A reader opens its page in order to answer, so Python may start before they do."""

LATE = True
"""Its modules travel apart, so that the scan and the assessment start without them."""

PARTS = (
    *("gate", "home", "why", "vetoes", "flips", "facts", "accounts", "add-ons", "steps"),
    *("working", "paper"),
)
"""The regions of the result below its headline, in the order of the page."""


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The chooser for `answers`; `problems` are sentences about records that were not used."""
    found = outcome_of(place.model, place.structures(), answers)
    told = [*problems, *filter(None, [found.problem])]
    regions: dict[str, h.Node] = {
        "problems": [problem(words) for words in told],
        **_of_form(place, found, answers),
        "headline": result.headline(place, found),
        "kept": whose_answers.region(place),
        "gate": result.gate(place, found),
        "home": result.home(place, found),
        "why": result_why.why(place, found),
        "vetoes": result_why.vetoes(place, found),
        "flips": result_why.flips(found),
        "facts": result_why.facts(place, found),
        "accounts": result_more.accounts(place, found),
        "add-ons": result_more.add_ons(place, found),
        "steps": result_more.steps(place, found),
        "working": result_more.working(place, found),
        "paper": result_more.paper(found),
        "jump": _jump(found),
        "board": result_more.board(found),
    }
    return View(
        form=lambda: _page(place, found, regions),
        regions=regions,
        announce=report.headline(found) if found.begun else "",
        file="kam-chooser.json",
        text=lambda: report.text(found),
        progress=_progress(found, answers),
    )


def _of_form(place: Place, found: Outcome, answers: Answers) -> dict[str, h.Node]:
    """The regions that stand in the form."""
    structures, own = found.structures, found.own
    fields = {} if found.problem else chooser_fields.values(answers.chooser)
    return {
        "progress-gate": form_regions.progress("The gate", *_gate(found, answers)),
        "progress-criteria": form_regions.progress(
            "The criteria", len(own.criteria), len(structures.criteria)
        ),
        **{
            f"proposed-{one.id}": form_regions.proposed(found, one.id)
            for one in structures.criteria
            if one.from_assessment
        },
        "weights": form_regions.weights(found),
        "today": form_regions.today(place, found),
        "account-rows": rows(structures, fields),
        "other-form": second_form(found),
    }


def _gate(found: Outcome, answers: Answers) -> tuple[int, int]:
    """How many questions of the first part are answered, of how many."""
    facts = 0 if found.problem else len(answers.chooser.get("context") or ())
    total = len(found.structures.tests) + len(found.structures.questions)
    return len(found.own.gate) + facts, total


def _progress(found: Outcome, answers: Answers) -> tuple[int, int]:
    """How many tests, facts and criteria are answered, of how many."""
    given, total = _gate(found, answers)
    return given + len(found.own.criteria), total + len(found.structures.criteria)


def _page(place: Place, found: Outcome, regions: Mapping[str, h.Node]) -> h.Node:
    drawn = {name: region(name, node) for name, node in regions.items()}
    return (
        drawn["problems"],
        h.div(".kam-columns")[
            form(place, found.structures, drawn),
            drawn["jump"],
            h.section(".kam-results", id="chooser-result", aria_label="Your result")[
                drawn["headline"],
                state_line(),
                drawn["kept"],
                [drawn[name] for name in PARTS],
                actions(),
            ],
        ],
        drawn["board"],
    )


def _jump(found: Outcome) -> h.Node:
    """On a phone: the answer, one tap from the result; and the next criterion that is open."""
    total = len(found.structures.criteria)
    asked = [
        (number, one)
        for number, one in enumerate(found.structures.criteria, start=1)
        if one.id not in found.own.criteria
    ]
    number, following = asked[0] if asked else (0, None)
    done = f"All {total} are answered"
    return (
        h.a(".kam-jump", href="#chooser-result")[
            h.span["Your result"], h.strong[report.headline(found)]
        ],
        h.p(".kam-next", data_kam_key="n", data_kam_says=f"{done}.")[done]
        if following is None
        else h.a(
            ".kam-next",
            href=f"#q-{following.id}",
            data_kam_key="n",
            data_kam_says=f"Next open criterion: {number} of {total}.",
            aria_keyshortcuts="n",
        )["Next open criterion", h.kbd["n"]],
    )
