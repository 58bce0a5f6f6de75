"""A result in words: the sentences that the page, the copied text and the printed page share."""

from collections.abc import Sequence

from widgets.core.answers.file import model_name
from widgets.core.model.maturity import TOP, Dimension, Model
from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.margins import ASK_TEAM, KIND, judged, leeway
from widgets.core.scoring.results import LevelRange, Result
from widgets.core.words.answered import of_them, unscored
from widgets.core.words.english import in_words, listed, number_of, one_or_many, upper_first
from widgets.core.words.numbers import number, span


def level_name(model: Model, level: int) -> str:
    """A level with its number, such as "2 Running"."""
    return f"{level} {model.levels[level].name}"


def names(model: Model, ids: Sequence[str]) -> str:
    """The names of dimensions, as English lists them."""
    return listed([model.dimension[id].name for id in ids])


def label(result: Result, whose: str = "Your programme") -> str:
    """Whose result it is, and what kind of figure the headline is."""
    rough = f", rough, from {quick_answers(result)}" if result.headline.quick_answers else ""
    without = result.headline.without
    return f"{whose}{rough}" + (f", without {len(without)} critical" if without else "")


def quick_answers(result: Result) -> str:
    """The quick answers that a dimension stands on, and how many of them nobody knew."""
    quick = [found for found in result.dimensions.values() if found.basis == "quick"]
    asked = sum(found.asked for found in quick)
    return ", ".join([number_of(len(quick), "quick answer"), *of_them(asked)])


def headline(model: Model, result: Result) -> str:
    """The level; while a critical dimension is missing, "between a and b" if that says anything."""
    if result.headline.kind == "nothing" or result.level is None or result.level_range is None:
        return "No answer yet"
    low, high = result.level_range
    if result.headline.kind == "level":
        return level_name(model, result.level)
    if not result.tells:
        return "No level yet"
    if low == high:
        return f"{level_name(model, low)}, whatever is missing"
    return f"Between {level_name(model, low)} and {level_name(model, high)}"


def standing(model: Model, result: Result, done: int, total: int) -> str:
    """The level; before there is one, how many questions are answered, `done` of `total`.

    No range before it says something, here as in `headline`.
    """
    if result.tells or (done == total and result.headline.kind != "nothing"):
        return headline(model, result)
    return f"{done} of {total} answered"


def settled(result: Result) -> bool:
    """Whether one level is left, though a critical dimension has no known answer."""
    low, high = result.level_range or (0, TOP)
    return result.headline.kind == "between" and low == high


KILL = "What would it take to kill it? "
"""What leads in the sentence of `kill`."""


def kill(model: Model, result: Result) -> str:
    """What it would take to kill the programme; empty without a single level."""
    if result.headline.kind != "level" or result.level is None:
        return ""
    return model.levels[result.level].kill


def missing(model: Model, result: Result) -> str:
    """Which critical dimensions must be answered before there is a single level."""
    if result.headline.kind == "nothing":
        return "Answer the first question. The result follows every answer."
    if not result.headline.missing:
        return ""
    if settled(result):
        return f"No answer on {names(model, result.headline.missing)} can change that."
    return f"A single level needs a known answer on {names(model, result.headline.missing)}."


def cap(model: Model, result: Result) -> str:
    """What holds the programme below the level that its mean allows; empty if nothing does."""
    if not result.capped_by or result.mean_allows is None or result.level is None:
        return ""
    held, count = names(model, result.capped_by), len(result.capped_by)
    return (
        f"{held} {one_or_many(count, 'stands', 'stand')} at "
        f"{level_name(model, result.level - 1)} and {one_or_many(count, 'caps', 'cap')} the "
        f"programme one level above. The mean alone would allow "
        f"{level_name(model, result.mean_allows)}."
    )


def held_by(model: Model, result: Result) -> str:
    """What holds the programme back, in a few words; empty if nothing does."""
    if not result.capped_by:
        return ""
    held = one_or_many(len(result.capped_by), "holds", "hold")
    return f"{names(model, result.capped_by)} {held} it at {result.level}."


FEW = 3
"""Dimensions that a sentence names; of more it says how many."""


def lowest(model: Model, result: Result) -> str:
    """What pulls the mean down where no dimension caps the level; empty at the top, or without one.

    Dimensions that stand level are all named, or counted.
    """
    level = result.level
    if result.headline.kind != "level" or result.capped_by or level is None or level == TOP:
        return ""
    scores = {d.id: s for d in model.dimensions if (s := result.dimensions[d.id].score) is not None}
    least = min(scores.values())
    down = [id for id, score in scores.items() if score - least < TOLERANCE]
    if len(down) == len(scores):
        return (
            f"No dimension caps it, and none stands out: all {len(down)} stand at {number(least)}."
        )
    many = f"{in_words(len(down))} dimensions" if len(down) > FEW else names(model, down)
    stand = one_or_many(len(down), "stands", "stand")
    return (
        f"No dimension caps it: the level is that of the mean. {upper_first(many)} {stand} lowest, "
        f"at {number(least)}."
    )


def levels(range_: LevelRange | None) -> str:
    """A range of levels, such as "1 to 2"."""
    if range_ is None:
        return "–"
    low, high = range_
    return str(low) if low == high else f"{low} to {high}"


def result_text(
    model: Model,
    result: Result,
    lists: Sequence[Sequence[str]] = (),
    more: Sequence[str] = (),
) -> str:
    """The whole result as text that can be mailed.

    `lists`: each a sentence and then its items, such as the way up; the lines of `more` follow.
    """
    lines = [
        f"{model.title}: {headline(model, result)}",
        label(result) + ".",
        *(line for line in (missing(model, result), leeway(result), judged(result)) if line),
    ]
    if killer := kill(model, result):
        lines.append(f"What it would take to kill it: {killer}")
    if held := cap(model, result):
        lines.append(held)
    if result.score is not None:
        lines.append(f"{KIND}{ASK_TEAM[0]}.")
    lines += ["", "Dimension by dimension (0 to 4; ◆ critical):"]
    for dimension in model.dimensions:
        lines.append("- " + _line(dimension, result))
    for first, *items in lists:
        lines += ["", first, *(f"- {item}" for item in items)]
    lines += [
        *more,
        "",
        f"Model {model_name(model)}. Scored in the browser; nothing was sent.",
    ]
    return "\n".join(lines) + "\n"


def _line(dimension: Dimension, result: Result) -> str:
    scored = result.dimensions[dimension.id]
    name = f"{dimension.name}{' ◆' if dimension.critical else ''}"
    if scored.score is None:
        return f"{name}: {unscored(scored.range is not None, asked=scored.asked)}"
    text = f"{name}: {number(scored.score)}"
    if scored.basis == "quick" and scored.level is not None:
        return f"{text}: {dimension.ladder[scored.level].said}"
    return f"{text} (range {span(scored.range)})"
