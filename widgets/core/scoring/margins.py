"""How sure a result is, in words: what open answers leave, and how far such results lay off.

The two are told side by side wherever a level is told, and never as one figure.
"""

from math import ceil

from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.results import Margin, Result
from widgets.core.words.english import in_words
from widgets.core.words.numbers import number, span

PAGE = "method/how-well-does-it-measure/"
"""The page that tells how it was measured, from the root of the site."""

MANY_OPEN = 1.0
"""Width of a score's range, in levels, from which a trial with few open answers tells less.

Reached with a quarter of the answers open; our judgement."""


def leeway(result: Result) -> str:
    """The score, and what the open questions leave possible; empty without a score."""
    if result.score is None or not result.level_range or not result.score_range:
        return ""
    low, high = result.level_range
    score = f"The score is {number(result.score)} of 4"
    if not _open(result):
        quick = "quick " if result.headline.quick_answers else ""
        return f"{score}; no {quick}question is open."
    level = "which cannot change the level" if low == high else f"and level {low} to {high}"
    return f"{score}. Open answers leave {span(result.score_range)}, {level}."


def judged(result: Result) -> str:
    """How far results of this kind lay from independent judgement; empty without a score."""
    return "".join(judged_in_parts(result))


def judged_in_parts(result: Result) -> tuple[str, str]:
    """The same as the words that lead to `PAGE`, and the rest of the sentence."""
    margin = result.measured
    if result.score is None:
        return "", ""
    if margin.programme is None:
        found = "How far such results lie from independent judgement"
        return found, " has not been measured yet."
    return "In our trial with invented firms", (
        f", {_how_many(margin)} lay within {number(margin.programme)} of what independent judges "
        f"said{_dimensions(margin)}.{_fewer_open(result)}"
    )


def _how_many(margin: Margin) -> str:
    """So many as stay within the error: nine of ten, which of nine or fewer are all."""
    kind = "either kind" if margin.of == "mixed" else "this kind"
    every = ceil(margin.cases * 9 / 10) == margin.cases
    return f"{f'all {in_words(margin.cases)}' if every else 'nine of ten'} results of {kind}"


def _dimensions(margin: Margin) -> str:
    if margin.dimension is None:
        return ""
    return f", and nine of ten of their dimensions within {number(margin.dimension)}"


def _fewer_open(result: Result) -> str:
    low, high = result.score_range or (0.0, 0.0)
    return " Few of their answers were open; many of these are." if high - low >= MANY_OPEN else ""


def _open(result: Result) -> bool:
    low, high = result.score_range or (0.0, 0.0)
    return high - low > TOLERANCE
