"""How sure a result is, in words: what open answers leave, and how far such results lay off.

The two are told side by side wherever a level is told, and never as one figure.
"""

from collections.abc import Sequence
from math import ceil

from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.results import Margin, Result
from widgets.core.words.english import in_words
from widgets.core.words.numbers import between, number, span

PAGE = "method/how-well-does-it-measure/"
"""The page that tells how it was measured, from the root of the site."""

KIND = "One person's answers tend to be kind: "
ASK_TEAM = ("ask your team", "team/")
"""Which way a rater errs, and what leads to the page where others rate too, with its address."""

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
    if result.score is None:
        return "", ""
    words, rest = _judged(result.measured)
    return words, rest + _fewer_open(result)


def of_many(results: Sequence[Result]) -> str:
    """Both margins of several results in two sentences; empty where none has a score."""
    ranges = [r.level_range for r in results if r.score is not None and r.level_range]
    if not ranges:
        return ""
    scored = [result for result in results if result.score is not None]
    levels = [result.level for result in scored if result.level is not None]
    ends = min(low for low, _ in ranges), max(high for _, high in ranges)
    if not any(map(_open, scored)):
        open_ = "No question is open."
    elif ends == (min(levels, default=None), max(levels, default=None)):
        open_ = "Open answers lead to no level beyond."
    else:
        open_ = f"Open answers leave level {between(map(str, ends))}."
    return f"{open_} {''.join(_judged(_widest([result.measured for result in scored])))}"


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
        return found, " has not been measured yet."
    return "In our trial with invented firms", (
        f", {_how_many(margin)} lay within {number(margin.programme)} of what independent judges "
        f"said{_dimensions(margin)}."
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
    kind = "either kind" if margin.of == "mixed" else "this kind"
    every = ceil(margin.cases * 9 / 10) == margin.cases
    return f"{f'all {in_words(margin.cases)}' if every else 'nine of ten'} results of {kind}"


def _dimensions(margin: Margin) -> str:
    if margin.dimension is None:
        return ""
    return f", and nine of ten of their dimensions within {number(margin.dimension)}"


def _fewer_open(result: Result) -> str:
    many = _width(result) >= MANY_OPEN
    return " Few of their answers were open; many of these are." if many else ""


def _open(result: Result) -> bool:
    return _width(result) > TOLERANCE


def _width(result: Result) -> float:
    """How far apart the ends of the score's range lie."""
    low, high = result.score_range or (0.0, 0.0)
    return high - low
