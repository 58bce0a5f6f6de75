"""The chooser's answer: the gate, the home of the programme, and how sure that is."""

import htpy as h

from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import certainty, lines, report
from widgets.core.choosing_words.phrases import one_decimal, percent, title
from widgets.core.page.view import Place
from widgets.core.words.english import one_or_many


def headline(place: Place, found: Outcome) -> h.Node:
    """The answer in large, what the rule says of it, and how sure it is."""
    label = "Home of the programme"
    if found.first is None:
        return (h.h2(".kam-headline__label")[label], _nothing(found))
    choice = found.choice
    head: h.Node = report.headline(found)
    if not choice.tie:
        head = place.link(found.first.page, head)
    return (
        h.h2(".kam-headline__label")[label],
        h.p(".kam-headline__level")[head],
        choice.tie and h.p(".kam-headline__kill")[lines.tie(found)],
        h.p(".kam-headline__kill")[certainty.summary(found.structures, choice)],
        h.p(".kam-headline__range")[certainty.ranges(found.structures, choice, found.chooser)],
    )


def _nothing(found: Outcome) -> h.Node:
    """What the page says while nothing can be ranked."""
    if found.gate_failed:
        return (
            h.p(".kam-headline__level")[report.headline(found)],
            h.p(".kam-headline__kill")[
                "What is left is segment sales or part-time ownership. Answer the twelve criteria "
                "to see which of the two."
            ],
        )
    words = (
        "Every criterion you answered is unknown, so nothing can be ranked. Find out one of them: "
        "start where a colleague can tell you by tomorrow."
        if found.all_unknown
        else "Answer one of the twelve criteria; the more you answer, the narrower the result."
    )
    return (
        h.p(".kam-headline__level")["Nothing to rank yet"],
        h.p(".kam-headline__kill")[words],
    )


def home(place: Place, found: Outcome) -> h.Node:
    """Up to three options, each with its points, its range and how often it comes first."""
    choice = found.choice
    if not choice.home or certainty.all_level(choice):
        return bool(found.carried) and _carried(found)
    rows = [
        h.li[
            h.strong[
                place.link(
                    found.structures.option[one.option].page, title(found.structures, one.option)
                )
            ],
            h.span(".kam-place__points")[_points(found, one.option, one.points)],
            h.span(".kam-place__share")[_first_in(choice.acceptability[one.option])],
        ]
        for one in choice.home[: certainty.PLACES]
        if not choice.tie or one.option in certainty.tied(choice)
    ]
    few = len(choice.home) <= certainty.PLACES - 1
    return (
        h.ul(".kam-places")[rows] if choice.tie else h.ol(".kam-places")[rows],
        few and h.p(".kam-note")["Every other option is closed; below you see by what."],
        h.p(".kam-note")[_more(found, len(rows))],
        bool(found.carried) and _carried(found),
    )


def _more(found: Outcome, shown: int) -> str:
    close = len(certainty.tied(found.choice)) - shown if found.choice.tie else 0
    left = len(found.choice.home) - shown
    if close > 0:
        return f"{close} more {one_or_many(close, 'lies', 'lie')} as close; the working shows all."
    return (
        f"{left} more {one_or_many(left, 'is', 'are')} ranked; the working shows all."
        if left > 0
        else ""
    )


def _first_in(share: float) -> str:
    return f"first in {percent(share) if share else 'none'} of the random weightings"


def _points(found: Outcome, id: str, points: float) -> str:
    low, high = found.choice.points_range[id]
    span = f", {one_decimal(low)} to {one_decimal(high)} possible" if low < high else ""
    may = ", may be closed" if id in found.choice.possible_vetoes else ""
    return f"{one_decimal(points)} points{span}{may}"


def _carried(found: Outcome) -> h.Element:
    names = " and ".join(found.structures.criterion[id].name for id in found.carried)
    return h.p(".kam-note")[f"Carried over from your assessment: {names}. You can overrule it."]


def gate(place: Place, found: Outcome) -> h.Node:
    """The verdict of the gate with its own advice, or the tests that still decide."""
    structures, choice = found.structures, found.choice
    if choice.gate is None:
        tests = [test for test in structures.tests if test.id in choice.gate_open]
        return bool(tests) and (
            h.h3["The gate is not decided"],
            h.p["It depends on what is not known yet:"],
            h.ul[[h.li[h.a(href=f"#g-{test.id}")[test.question]] for test in tests]],
        )
    verdict = next(one for one in structures.verdicts if one.id == choice.gate)
    return h.div(".kam-verdict", data_verdict=verdict.id)[
        h.h3[f"The gate: {verdict.name}"],
        h.p[verdict.means],
        bool(verdict.instead)
        and (h.h4["What to do instead"], h.ul[[h.li[one] for one in verdict.instead]]),
        bool(verdict.change)
        and (h.h4["What would have to change"], h.ul[[h.li[one] for one in verdict.change]]),
        h.h4["When to ask again"],
        h.p[verdict.ask_again],
        h.p[place.link("start/is-it-right-for-you/", "The seven tests and their evidence")],
    ]
