"""The small panel beside a form: how it stands in one sentence, and the way to the whole result."""

from collections.abc import Mapping

import htpy as h

from widgets.core.drawing.html import joined, kept
from widgets.core.model.maturity import TOP, Model
from widgets.core.page.state_line import already, state_line
from widgets.core.scoring import result_words
from widgets.core.scoring.results import Result
from widgets.core.words.numbers import number

ID = "result"
"""Where the whole result stands on the page of a tool."""

SEE = "See the result"
FOLLOWS = "The result follows"


def panel(model: Model, result: Result, done: int, total: int) -> h.Node:
    """The level or how far the form is, one sentence, the dimensions, and the way to the result."""
    return (
        h.p(".kam-panel__level")[_level(model, result, done, total)],
        h.p(".kam-panel__words")[_sentence(model, result, done, total)],
        _bars(model, result),
        see(done),
    )


def see(done: int) -> h.Element:
    """The way to the result, once something is answered; its room is there before."""
    return h.p[h.a(".md-button.kam-see", href=_to_result(done))[done > 0 and SEE]]


def _level(model: Model, result: Result, done: int, total: int) -> str:
    """One line, always: what it says may not push the bars that stand below it."""
    if result.headline.kind == "level":
        return result_words.headline(model, result)
    if result_words.settled(result) and result.level is not None:
        return result_words.level_name(model, result.level)
    return f"{done} of {total} answered"


def _sentence(model: Model, result: Result, done: int, total: int) -> str:
    if result.headline.kind == "level":
        held = result_words.held_by(model, result)
        return held or f"{result_words.KILL}{result_words.kill(model, result)}"
    if result.tells and not result_words.settled(result):
        return f"{result_words.headline(model, result)}."
    if not done:
        return "The result follows every answer."
    if done < total and not result_words.settled(result):
        return "The level comes once each critical dimension (◆) has an answer."
    return result_words.missing(model, result)


def _bars(model: Model, result: Result) -> h.Node:
    rows = [(d.name, d.critical, result.dimensions[d.id].score) for d in model.dimensions]
    return h.ul(".kam-panel__bars", aria_label="Dimensions, 0 to 4")[
        joined(_bar(name, critical, score) for name, critical, score in rows)
    ]


@kept
def _bar(name: str, critical: bool, score: float | None) -> h.Node:
    said = "–" if score is None else number(score)
    return h.li[
        h.span[critical and "◆ ", name],
        h.span(".kam-panel__value")[said],
        h.meter(min="0", max=str(TOP), value=f"{score or 0:g}", aria_hidden="true"),
    ]


def jump(words: str, done: int, total: int) -> h.Element:
    """On a narrow page: the same in two lines, always in sight."""
    count = f"{done} of {total} answered"
    said = words if words != count else SEE if done else FOLLOWS
    return h.a(".kam-jump", href=_to_result(done))[
        h.span(".kam-jump__said")[count], h.strong(".kam-jump__said")[said]
    ]


def _to_result(done: int) -> str | None:
    """Nowhere while nothing is answered; a style sheet then keeps the link's room."""
    return f"#{ID}" if done else None


def aside(drawn: Mapping[str, h.Node], *more: h.Node) -> h.Element:
    """The panel's place beside the form, from its regions in `drawn`; `more` ends it."""
    return h.aside(".kam-panel", aria_label="How it stands")[
        drawn["panel"], state_line(), already(), drawn["kept"], more
    ]
