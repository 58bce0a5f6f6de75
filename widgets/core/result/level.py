"""The level as every result begins with it: whose, its headline, and what holds it down."""

import htpy as h

from widgets.core.keeping.visit import Visit
from widgets.core.page.citations import prose
from widgets.core.page.view import Place
from widgets.core.result import terms
from widgets.core.scoring import margins, result_words
from widgets.core.scoring.results import Result
from widgets.core.words.times import day_in_words, milliseconds

UNKNOWN = "Your programme"
"""While nothing is answered, or nothing dates it."""

LINK = "a link"
"""What the source of answers is called that came in a link."""


def whose(visit: Visit, name: str = "") -> str:
    """Such as "Yours, 28 November 2026"; `name` for a worked organisation."""
    if name:
        return name
    if visit.beside == LINK:
        return "Shared with you"
    if visit.beside.startswith(f"{LINK} to "):
        return f"Shared with you, for {visit.beside.removeprefix(f'{LINK} to ')}"
    if visit.beside:
        return f"Not yours: from {visit.beside}"
    newest = max(visit.times.values(), key=milliseconds, default="")
    date = day_in_words(newest)
    return f"Yours, {date}" if date else UNKNOWN


def of_reader(place: Place, result: Result, name: str = "", *, own: bool | None = None) -> h.Node:
    """The headline on the page of a tool; `name`: whose, where it is a worked organisation's."""
    of = whose(place.visit, name)
    mine = not place.visit.beside if own is None else own
    return headline(place, result, of, own=mine, id="your-result")


def headline(
    place: Place, result: Result, of: str, *, id: str | None = None, own: bool = True
) -> h.Node:
    """Whose result it is (`of`), its level, what would kill it, and how sure it is.

    `own`: whether one reader gave the answers, who is told which way such answers err.
    """
    model = place.model
    kill = result_words.kill(model, result)
    return (
        h.h2(".kam-headline__label", id=id)[result_words.label(result, of)],
        h.p(".kam-headline__level", data_kam_kind=result.headline.kind)[
            result_words.headline(model, result)
        ],
        h.p(".kam-headline__kill")[
            kill and (result_words.KILL, h.strong[kill]),
            result_words.missing(model, result),
        ],
        h.p(".kam-headline__range")[margins.leeway(result)],
        _judged(place, result),
        own
        and result.score is not None
        and h.p(".kam-note")[
            margins.KIND, place.link(margins.ASK_TEAM[1], margins.ASK_TEAM[0]), "."
        ],
    )


def _judged(place: Place, result: Result) -> h.Node:
    words, rest = margins.judged_in_short(result)
    return h.p(".kam-headline__judged")[words and place.link(margins.PAGE, words), rest]


def cap(place: Place, result: Result) -> h.Node:
    """What holds the programme below what its mean allows, and why; else what pulls the mean."""
    sentence = result_words.cap(place.model, result)
    if not sentence:
        lowest = result_words.lowest(place.model, result)
        return bool(lowest) and (h.h3["What holds it down"], h.p[lowest], terms.caps(place))
    capping = [place.model.dimension[id] for id in result.capped_by]
    return (
        h.h3["What holds it down, and why"],
        h.p[sentence],
        terms.caps(place),
        [
            h.div[prose(d.why, place.root), h.p[place.link(d.page, f"More on {d.name}")]]
            for d in capping
        ],
    )
