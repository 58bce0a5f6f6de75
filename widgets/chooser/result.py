"""The chooser's answer in three lines, and what follows from it: now and then, keep, or no KAM."""

import htpy as h

from widgets.chooser.questions import sources
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import course
from widgets.core.choosing_words.headline import headline as said_of
from widgets.core.choosing_words.phrases import bare
from widgets.core.model.structures import Claim, Option
from widgets.core.page.view import Place
from widgets.core.words.english import lower_first, upper_first

LABEL = "What we advise"


def headline(place: Place, found: Outcome) -> h.Node:
    """What to do, how clear that is, and what would change it."""
    said = said_of(found)
    peace = next((veto for veto in found.structures.vetoes if veto.id == "V11"), None)
    size = ".kam-headline__level.kam-headline__level--sentence"
    return (
        h.h2(".kam-headline__label")[LABEL],
        said.warning
        and h.p(".kam-headline__warning")[
            said.warning,
            " ",
            peace is not None and sources(place, found.structures, peace.facts),
        ],
        h.p(size)[said.do],
        said.clear and h.p(size if said.even else ".kam-headline__clear")[said.clear],
        said.flip and h.p(".kam-headline__flip")[said.flip],
        [h.p(".kam-headline__extra")[line] for line in said.extra],
        found.first is not None
        and h.p(".kam-headline__more")[
            place.link(found.first.page, f"What {_the(found.first)} is, and what it costs")
        ],
    )


def _the(form: Option) -> str:
    return f"“{form.name}”"


def course_of(place: Place, found: Outcome) -> h.Node:
    """What comes first and what then; what a change costs; or what to do instead."""
    answer = found.choice.answer
    if answer == "no-kam":
        return _instead(place, found)
    return (_conditions(place, found), _price(place, found), _still_open(found))


def _conditions(place: Place, found: Outcome) -> h.Node:
    firsts = course.firsts(found)
    if not firsts:
        return None
    return (
        h.h3["What has to come first"],
        h.ol(".kam-firsts")[[_first(place, found, first) for first in firsts]],
        found.choice.answer == "not-yet" and _now_and_then(place, found),
    )


def _first(place: Place, found: Outcome, first: course.First) -> h.Element:
    one = first.companion
    return h.li[
        h.strong[upper_first(first.condition.first), ". "],
        f"Begin with {lower_first(one.name)}: {lower_first(one.first_step)} ",
        h.span(".kam-agree")[h.strong["Must agree: "], lower_first(one.agree), ". "],
        first.there and "You have this already; it does not carry that far yet. ",
        sources(place, found.structures, one.facts),
    ]


def _now_and_then(place: Place, found: Outcome) -> h.Node:
    structures, choice = found.structures, found.choice
    then = course.aim(choice)
    if then is None:
        return None
    now = structures.option.get(choice.now or "")
    return h.div(".kam-now-then")[
        h.div(".kam-now-then__side")[
            h.h4["Now"],
            _card(place, now, trial=course.today(found) is not now)
            if now
            else h.p["Go on as you are, and promise no customer more."],
        ],
        h.div(".kam-now-then__side")[
            h.h4["Then"],
            h.p[nothing]
            if (nothing := course.no_more(structures, choice))
            else _card(place, structures.option[then]),
        ],
    ]


def _card(place: Place, form: Option, *, trial: bool = False) -> h.Node:
    return (
        h.p[h.strong[place.link(form.page, form.name)]],
        h.p[form.definition],
        trial and h.p["As a trial: one leader, one to three accounts, and a date to look at it."],
    )


def _price(place: Place, found: Outcome) -> h.Node:
    """What a change would cost, and whether it is worth it in our judgement."""
    have, old = course.today(found), course.leaving(found)
    said = list(course.price(found))
    if not said:
        return None
    form = have if found.choice.keep else old
    kept = found.choice.keep is not None
    return (
        h.h3["Why not change?" if kept else "What the change costs"],
        form is not None
        and (
            h.p[
                f"What your {bare(found.structures, form.id)} has for it"
                if kept
                else f"What you give up with your {bare(found.structures, form.id)}",
                ":",
            ],
            _claims(place, found, form.gains),
        ),
        [h.p[line] for line in said[1:]],
    )


def _claims(place: Place, found: Outcome, claims: tuple[Claim, ...]) -> h.Element:
    return h.ul[
        [h.li[claim.text, ". ", sources(place, found.structures, claim.facts)] for claim in claims]
    ]


def _still_open(found: Outcome) -> h.Node:
    """The questions that can still say that it is too early, or not right at all."""
    questions = course.open_questions(found)
    return (
        bool(questions)
        and h.details(".kam-rest")[
            h.summary["What could still make it too early, or not right at all"],
            h.ul[[h.li[h.a(href=f"#q-{one.id}")[one.question]] for one in questions]],
        ]
    )


def _instead(place: Place, found: Outcome) -> h.Node:
    verdict = next(one for one in found.structures.verdicts if one.id == found.choice.gate)
    return (
        h.p[f"This is a full answer. {verdict.means}"],
        h.h3["What to do instead"],
        h.ul[[h.li[one] for one in verdict.instead]],
        h.h3["What would have to change"],
        h.ul[[h.li[one] for one in verdict.change]],
        h.h3["When to ask again"],
        h.p[verdict.ask_again],
        h.p[place.link("start/is-it-right-for-you/", "The seven tests and their evidence")],
    )
