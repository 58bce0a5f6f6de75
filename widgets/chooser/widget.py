"""The chooser's view: the form in seven parts, the panel beside it, and the result page."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.chooser import (
    form_regions,
    panel,
    result,
    result_first,
    result_more,
    result_page,
    result_why,
    result_working,
)
from widgets.chooser.account_rows import rows
from widgets.chooser.form import FORM, NAMES, TODAY, asked, form
from widgets.chooser.second_form import second_form, what_if
from widgets.core.answers import chooser_fields
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.board import room
from widgets.core.choosing.outcome import Outcome, outcome_of
from widgets.core.choosing_words import not_known, phrases, report
from widgets.core.page import whose_answers
from widgets.core.page.notices import problem
from widgets.core.page.scale import beside
from widgets.core.page.view import Place, View, left_off, region
from widgets.core.questionnaire import proposals
from widgets.core.result.panel import aside

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The chooser takes no option."""

TOOL = True
"""A reader opens its page in order to answer, so Python may start before they do."""

LATE = True
"""Its modules travel apart, so that the scan and the assessment start without them."""


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The chooser for `answers`; `problems` are sentences about records that were not used."""
    found = outcome_of(place.model, place.structures(), answers)
    told = [*problems, *filter(None, [found.problem])]
    regions: dict[str, h.Node] = {
        "problems": [problem(words) for words in told],
        **_of_form(place, found, answers),
        "panel": panel.draw(found, *found.progress),
        "kept": whose_answers.region(place),
        "jump": _jump(found),
        **_of_result(place, found),
        "board": room.room(found, FORM),
    }
    return View(
        form=lambda: _page(place, found, regions),
        regions=regions,
        announce=_heard(found) if found.begun else "",
        file="kam-chooser.json",
        text=lambda: report.text(found),
        progress=found.progress,
        later=result_page.LATER,
    )


def _of_result(place: Place, found: Outcome) -> dict[str, h.Node]:
    """The regions of the result page; what is folded is worked out when it is drawn."""
    return {
        "headline": result.headline(place, found),
        "picture": result.picture(found),
        "why": result_why.why(place, found),
        "first-steps": result_first.steps(place, found),
        "instead": result.instead(place, found),
        "warnings": result_why.warnings(place, found),
        "deciding": result_first.deciding(place, found),
        "onward": result_first.onward(place, found),
        "course": lambda: result.course_of(place, found),
        "companions": lambda: result_more.companions(place, found),
        "accounts": lambda: result_more.accounts(place, found),
        "closed": lambda: result_why.closed(place, found),
        "what-if": lambda: what_if(found),
        "working": lambda: result_working.working(place, found),
    }


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


def _page(place: Place, found: Outcome, regions: Mapping[str, h.Node]) -> h.Node:
    drawn = {name: region(name, node) for name, node in regions.items()}
    return (
        drawn["problems"],
        h.div(".kam-columns")[
            form(place, found.structures, drawn),
            aside(drawn),
            drawn["jump"],
        ],
        result_page.section(regions),
        drawn["board"],
        left_off("the answers not chosen, and the working, which “Print a report” has."),
    )


def _jump(found: Outcome) -> h.Node:
    """On a phone: the answer, one tap from the result; and the next unanswered question."""
    ids = _all_asked(found)
    following = next((id for id in ids if not _answered(found, id)), None)
    done = f"All {len(ids)} are answered"
    return (
        panel.jump(found, *found.progress),
        h.p(".kam-next", data_kam_key="n", data_kam_says=f"{done}.")[done]
        if following is None
        else h.a(
            ".kam-next",
            href=f"#q-{following}",
            data_kam_key="n",
            data_kam_says=f"Next unanswered question: {ids.index(following) + 1} of {len(ids)}.",
            aria_keyshortcuts="n",
        )["Next unanswered question", h.kbd["n"]],
    )
