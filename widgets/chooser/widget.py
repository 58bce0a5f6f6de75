"""The chooser's view: the form in seven parts, and the result in named regions."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.chooser import form_regions, result, result_more, result_why, result_working
from widgets.chooser.account_rows import rows
from widgets.chooser.form import FORM, NAMES, TODAY, asked, form
from widgets.chooser.second_form import second_form
from widgets.core.answers import chooser_fields
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.board import room
from widgets.core.choosing.outcome import Outcome, outcome_of
from widgets.core.choosing_words import not_known, phrases, report
from widgets.core.page import whose_answers
from widgets.core.page.notices import problem
from widgets.core.page.scale import beside
from widgets.core.page.state_line import actions, state_line
from widgets.core.page.view import Place, View, region
from widgets.core.questionnaire import proposals

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The chooser takes no option."""

TOOL = True
"""A reader opens its page in order to answer, so Python may start before they do."""

LATE = True
"""Its modules travel apart, so that the scan and the assessment start without them."""

PARTS = (*("course", "why", "companions", "steps", "accounts", "vetoes", "working", "paper"),)
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
        "course": result.course_of(place, found),
        "why": result_why.why(place, found),
        "companions": result_more.companions(place, found),
        "steps": result_more.steps(place, found),
        "accounts": result_more.accounts(place, found),
        "vetoes": result_why.vetoes(place, found),
        "working": result_working.working(place, found),
        "paper": room.way(found),
        "jump": _jump(found),
        "board": room.room(found, FORM),
    }
    return View(
        form=lambda: _page(place, found, regions),
        regions=regions,
        announce=_heard(found) if found.begun else "",
        file="kam-chooser.json",
        text=lambda: report.text(found),
        progress=_progress(found),
    )


def _heard(found: Outcome) -> str:
    """The answer in one breath, for those who listen; the headline says it in full."""
    choice = found.choice
    if not_known.before(found.structures, found.chooser, choice):
        return "Too early for an answer."
    form = phrases.bare(found.structures, choice.first) if choice.first else ""
    said = {
        "no-kam": "no key account management",
        "keep": f"keep {form}",
        "not-yet": f"not yet; {'first' if choice.first == choice.now else 'then'} {form}",
        "this-form": form,
    }
    return f"The answer: {said[choice.answer or 'this-form']}."


def _of_form(place: Place, found: Outcome, answers: Answers) -> dict[str, h.Node]:
    """The regions that stand in the form."""
    structures = found.structures
    fields = {} if found.problem else chooser_fields.values(answers.chooser)
    told = proposals.had(answers, structures)
    here = () if found.problem else answers.chooser.get("answers") or ()
    return {
        **{
            f"progress-{part}": form_regions.progress(NAMES[part], _done(found, ids), len(ids))
            for part, ids in asked(structures).items()
        },
        **{f"beside-{one.id}": beside(found.counted, one, here) for one in structures.questions},
        **{
            f"had-{one.id}": form_regions.had(found, one.id, told)
            for one in structures.add_ons
            if one.have_from
        },
        "weights": form_regions.weights(found),
        "today": form_regions.today(place, found),
        "account-rows": rows(structures, fields),
        "other-form": second_form(found),
    }


def _answered(found: Outcome, id: str) -> bool:
    """Whether the reader answered what the form asks by this id."""
    return found.own.today is not None if id == TODAY else id in found.own.answers


def _done(found: Outcome, ids: Sequence[str]) -> int:
    return sum(_answered(found, id) for id in ids)


def _all_asked(found: Outcome) -> list[str]:
    """Ids of all that the form asks, in its order."""
    return [id for ids in asked(found.structures).values() for id in ids]


def _progress(found: Outcome) -> tuple[int, int]:
    """How many questions are answered, of how many."""
    ids = _all_asked(found)
    return _done(found, ids), len(ids)


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
    """On a phone: the answer, one tap from the result; and the next question that is open."""
    ids = _all_asked(found)
    following = next((id for id in ids if not _answered(found, id)), None)
    done = f"All {len(ids)} are answered"
    return (
        h.a(".kam-jump", href="#chooser-result")[
            h.span["Your result"], h.strong[report.headline(found)]
        ],
        h.p(".kam-next", data_kam_key="n", data_kam_says=f"{done}.")[done]
        if following is None
        else h.a(
            ".kam-next",
            href=f"#q-{following}",
            data_kam_key="n",
            data_kam_says=f"Next open question: {ids.index(following) + 1} of {len(ids)}.",
            aria_keyshortcuts="n",
        )["Next open question", h.kbd["n"]],
    )
