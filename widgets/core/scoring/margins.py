"""How sure a result is, in words: what is not known leaves, and how far such results lay off.

The two are told side by side wherever a level is told, and never as one figure.
"""

from collections.abc import Sequence
from math import ceil

from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.results import Margin, Result
from widgets.core.words.english import in_words
from widgets.core.words.guide import ORGANISATION, OVERLAY
from widgets.core.words.numbers import between, number, span

PAGE = "method/how-well-does-it-measure/"
"""The page that tells how it was measured, from the root of the site."""

KIND = "One person's answers tend to be kind: "
ASK_TEAM = ("ask your team", "team/")
"""Which way a rater errs, and what leads to the page where others rate too, with its address."""

MANY_UNKNOWN = 1.0
"""Width of a score's range, in levels, from which a trial with most answers known tells less.

Reached with a quarter of the answers not known; our judgement."""


def leeway(result: Result) -> str:
    """The score, and what is not known leaves possible; empty without a score."""
    if result.score is None or not result.level_range or not result.score_range:
        return ""
    low, high = result.level_range
    score = f"The score is {number(result.score)} of 4"
    if not _unsure(result):
        quick = "quick " if result.headline.quick_answers else ""
        return f"{score}; every {quick}answer is known."
    if not result.tells:
        return f"{score} so far; too much is not known to say more."
    level = "which cannot change the level" if low == high else f"and level {low} to {high}"
    return f"{score}. What is not known leaves {span(result.score_range)}, {level}."


def judged(result: Result) -> str:
    """How far results of this kind lay from independent judgement; empty without a score."""
    return "".join(judged_in_parts(result))


def judged_in_parts(result: Result) -> tuple[str, str]:
    """The same as the words that lead to `PAGE`, and the rest of the sentence."""
    if result.score is None:
        return "", ""
    words, rest = _judged(result.measured)
    return words, rest + _fewer_known(result)


def judged_in_short(result: Result) -> tuple[str, str]:
    """The same in one line of a page, in the same two parts; the whole stands in the working."""
    words, rest = judged_in_parts(result)
    margin = result.measured
    if result.score is None or margin.programme is None:
        return words, rest
    fewer = _width(result) >= MANY_UNKNOWN
    where = "In our trial, where more was known" if fewer else words
    within = number(margin.programme)
    return where, f", {_how_many(margin)} such results lay within {within} of independent judges."


def of_many(results: Sequence[Result]) -> str:
    """Both margins of several results in two sentences; empty where none has a score."""
    ranges = [r.level_range for r in results if r.score is not None and r.level_range]
    if not ranges:
        return ""
    scored = [result for result in results if result.score is not None]
    levels = [result.level for result in scored if result.level is not None]
    ends = min(low for low, _ in ranges), max(high for _, high in ranges)
    if not any(map(_unsure, scored)):
        leaves = "Every answer is known."
    elif ends == (min(levels, default=None), max(levels, default=None)):
        leaves = "What is not known leads to no level beyond."
    else:
        leaves = f"What is not known leaves level {between(map(str, ends))}."
    return f"{leaves} {''.join(_judged(_widest([result.measured for result in scored])))}"


def dimensions_judged(result: Result) -> str:
    """How far a single dimension lay from judgement, short enough for a picture's foot."""
    if result.score is None:
        return ""
    if result.measured.dimension is None:
        return "How far they lie from independent judgement is not measured."
    within = number(result.measured.dimension)
    return f"In our trial nine of ten dimensions lay within {within} of the judges."


def _judged(margin: Margin) -> tuple[str, str]:
    if margin.programme is None:
        found = "How far such results lie from independent judgement"
        if OVERLAY:
            return found, f" is not measured: {ORGANISATION} changed what is asked."
        return found, " has not been measured yet."
    kind = "either kind" if margin.of == "mixed" else "this kind"
    return "In our trial with invented firms", (
        f", {_how_many(margin)} results of {kind} lay within {number(margin.programme)} of "
        f"what independent judges said{_dimensions(margin)}."
    )


def _widest(margins: Sequence[Margin]) -> Margin:
    """That of all of them: their own where they are of one kind, and else the widest."""
    first = margins[0]
    if all(margin.of == first.of for margin in margins):
        return first
    known = [(m.programme, m.dimension) for m in margins]
    programme, dimension = (
        None if None in column else max(v for v in column if v is not None)
        for column in zip(*known, strict=True)
    )
    return Margin("mixed", programme, dimension, first.cases)


def _how_many(margin: Margin) -> str:
    """So many as stay within the error: nine of ten, which of nine or fewer are all."""
    every = ceil(margin.cases * 9 / 10) == margin.cases
    return f"all {in_words(margin.cases)}" if every else "nine of ten"


def _dimensions(margin: Margin) -> str:
    if margin.dimension is None:
        return ""
    return f", and nine of ten of their dimensions within {number(margin.dimension)}"


def _fewer_known(result: Result) -> str:
    many = _width(result) >= MANY_UNKNOWN
    return " Most of their answers were known; many of these are not." if many else ""


def _unsure(result: Result) -> bool:
    return _width(result) > TOLERANCE


def _width(result: Result) -> float:
    """How far apart the ends of the score's range lie."""
    low, high = result.score_range or (0.0, 0.0)
    return high - low
