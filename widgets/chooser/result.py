"""The chooser's answer in three lines, its drawing, and what follows: now and then, or no KAM."""

import htpy as h

from widgets.chooser.questions import claims, sources
from widgets.core.board.meetings import picture as meeting
from widgets.core.board.meetings import width
from widgets.core.board.panels import Drawing, drawn
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import course
from widgets.core.choosing_words.headline import headline as said_of
from widgets.core.choosing_words.phrases import bare
from widgets.core.page.view import Place
from widgets.core.result.level import whose
from widgets.core.structures.structures import Option
from widgets.core.words.english import lower_first, upper_first

LABEL = "what we advise"


def headline(place: Place, found: Outcome) -> h.Node:
    """What to do, how clear that is, and what would change it."""
    said = said_of(found)
    peace = next((veto for veto in found.structures.vetoes if veto.id == "V11"), None)
    size = ".kam-headline__level.kam-headline__level--sentence"
    label = whose(place.visit)
    return (
        h.h2(".kam-headline__label")[f"{label}: {LABEL}" if said.settled else label],
        said.warning
        and h.p(".kam-headline__warning")[
            said.warning,
            " ",
            peace is not None and sources(place, found.structures, peace.facts),
        ],
        h.p(size, data_kam_kind=_kind(found) if said.settled else "nothing")[said.do],
        said.clear and h.p(size if said.even else ".kam-headline__clear")[said.clear],
        said.flip and h.p(".kam-headline__flip")[said.flip],
        [h.p(".kam-headline__extra")[line] for line in said.extra],
        found.first is not None
        and h.p(".kam-headline__more")[
            place.link(found.first.page, f"What {_the(found.first)} is, and what it costs")
        ],
    )


def _kind(found: Outcome) -> str:
    return found.choice.answer or "nothing"


def picture(found: Outcome) -> h.Node:
    """One account, today and then: who meets whom, or what changes first."""
    if found.choice.answer is None or not said_of(found).settled:
        return None
    drawing = drawn(found)
    wide, many = width(drawing), len(drawing.panels)
    return (
        h.h3["Today and then, at one account"],
        h.figure(f".kam-meeting.kam-meeting--{many}")[
            [
                meeting(panel, drawing.account, wide, f"result-panel-{n}")
                for n, panel in enumerate(drawing.panels)
            ],
            h.figcaption[
                h.strong[h.bdi[drawing.account]],
                f" {drawing.others}" if drawing.others else "",
                ". ",
                _note(drawing),
            ],
        ],
    )


def _note(drawing: Drawing) -> str:
    blank = any(panel.blank for panel in drawing.panels)
    made = any(tie.number for panel in drawing.panels for tie in panel.ties)
    said = [
        "Who meets whom today stands here once you name an account and its contacts." * blank,
        "Numbered pairs are an example: choose your own." * made,
    ]
    return " ".join(filter(None, said))


def _the(form: Option) -> str:
    return f"“{form.name}”"


def course_of(place: Place, found: Outcome) -> h.Node:
    """What comes first and what then; and what a change costs."""
    if found.choice.answer == "no-kam":
        return None
    return _conditions(place, found), _price(place, found)


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
            claims(place, found.structures, form.gains),
        ),
        [h.p[line] for line in said[1:]],
    )


def instead(place: Place, found: Outcome) -> h.Node:
    """What to do where key account management is not right, and when to ask again."""
    if found.choice.answer != "no-kam":
        return None
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
