"""What moved over time, drawn: the figure, its table and the lists."""

from collections.abc import Iterator, Sequence

import htpy as h

from widgets.core.comparing import comparison_words as say
from widgets.core.comparing.candidates import ChosenSide
from widgets.core.comparing.comparison import compare
from widgets.core.comparing.falls import Fall, falls
from widgets.core.comparing.movement import Comparison, DimensionMove, Direction, PracticeMove
from widgets.core.model.maturity import Dimension, Model
from widgets.core.panels.dumbbells import Change, dumbbells
from widgets.core.scoring.score import score
from widgets.core.words import numbers
from widgets.core.words.numbers import hundredths

LISTED = 8
"""Lines of a list before the rest is folded."""


def over_time(model: Model, row: Sequence[ChosenSide], chooser: Sequence[str]) -> h.Node:
    """What moved from the first of `row` to the last; `chooser`: lines on the chooser."""
    found = compare(model, row[0].answers, row[-1].answers)
    fallen = falls(model, [one.answers for one in row])
    risen = sorted(
        (m for m in found.practices.values() if (m.steps or 0) > 0), key=lambda m: -(m.steps or 0)
    )
    of_chooser = headed_list("The chooser", list(chooser), "")
    if chooser and all(one.headline.kind == "nothing" for one in (found.before, found.after)):
        return of_chooser  # of the assessment neither has an answer
    level, *levels = say.levels(model, found)
    return (
        h.p(".kam-comparing__verdict")[say.verdict(found)],
        h.p[level],
        headed_list(
            "What got worse first" if len(row) > 2 else "What got worse",
            [*(_fallen(model, row, fall) for fall in fallen), *_quick(model, found, "down")],
            "Nothing that both have got worse.",
        ),
        headed_list(
            "What got better",
            [*(_risen(model, m) for m in risen), *_quick(model, found, "up")],
            "Nothing that both have got better.",
        ),
        h.h3["Dimension by dimension"],
        dumbbells(
            "compare-chart",
            f"Each dimension from {row[0].letter} to {row[-1].letter}, 0 to 4",
            [_pair(dimension, found) for dimension in model.dimensions],
        ),
        _table(model, row, found),
        bool(levels) and (h.h3["About the level"], [h.p[words] for words in levels]),
        headed_list("Targets", list(say.targets(model, found)), ""),
        headed_list(
            "Failures that came closer",
            [
                f"{name}: exposure +{hundredths(by)} of 100"
                for name, by in say.exposures(model, found)
            ],
            "",
        ),
        of_chooser,
        _left_out(model, found),
    )


def _pair(dimension: Dimension, found: Comparison) -> Change:
    move = found.dimensions[dimension.id]
    shown = found.like if move.basis else (found.before, found.after)
    before, after = (result.dimensions[dimension.id].score for result in shown)
    return Change(
        label=dimension.name,
        critical=dimension.critical,
        before=before,
        after=after,
        said=say.came_of(move),
        joined=move.basis is not None,
    )


def _table(model: Model, row: Sequence[ChosenSide], found: Comparison) -> h.Node:
    """The figure's data, every assessment as it stands, and how much each movement says."""
    results = [score(model, one.answers) for one in row[1:-1]]
    every = [found.before, *results, found.after]
    heads = ["Dimension", *(f"{one.letter}, {one.side.date or 'no date'}" for one in row)]
    return h.details(".kam-table")[
        h.summary["The same as a table"],
        h.div(".kam-scroll", tabindex="0", role="group", aria_label="Table of the dimensions")[
            h.table(".kam-values")[
                h.caption(".kam-hidden")["Score of each dimension, and its movement"],
                h.thead[h.tr[[h.th(scope="col")[head] for head in (*heads, "Moved", "How sure")]]],
                h.tbody[
                    [
                        h.tr[
                            h.th(scope="row")[d.name, d.critical and " ◆"],
                            [
                                h.td[numbers.number(result.dimensions[d.id].score)]
                                for result in every
                            ],
                            h.td[say.came_of(found.dimensions[d.id])],
                            h.td[_sure(found.dimensions[d.id])],
                        ]
                        for d in model.dimensions
                    ]
                ],
            ]
        ],
        h.p["Scores as each assessment has them; movement over what both have. ◆ critical."],
    ]


def _sure(move: DimensionMove) -> str:
    levels = (move.before.level, move.after.level)
    moved = (
        "" if None in levels or levels[0] == levels[1] else f" Level {levels[0]} to {levels[1]}."
    )
    return say.sure(move) + moved


def _quick(model: Model, found: Comparison, way: Direction) -> Iterator[str]:
    """Quick answers that moved up, or down."""
    for id, move in found.dimensions.items():
        if move.basis == "quick" and move.direction == way:
            was, now = (result.dimensions[id].level for result in found.like)
            yield (
                f"{model.dimension[id].name}, a quick answer: {was}, then {now} "
                f"({say.rungs(move.level_change or 0)})."
            )


def _risen(model: Model, move: PracticeMove) -> str:
    return (
        f"{model.practice[move.practice].statement} Rung {move.before}, then {move.after} "
        f"({say.rungs(move.steps or 0)})."
    )


def _fallen(model: Model, row: Sequence[ChosenSide], fall: Fall) -> str:
    since = row[fall.first]
    when = f", from {since.letter} on" if len(row) > 2 else ""
    return (
        f"{model.practice[fall.practice].statement} Rung {fall.before}, then {fall.after} "
        f"({say.rungs(fall.after - fall.before)}{when})."
    )


def _left_out(model: Model, found: Comparison) -> h.Node:
    """What could not be compared, with the reason."""
    lines = list(_reasons(model, found))
    if not lines:
        return None
    return h.details[
        h.summary[f"Not comparable ({sum(len(m) for m in say.not_comparable(found).values())})"],
        lines,
    ]


def _reasons(model: Model, found: Comparison) -> Iterator[h.Node]:
    for reason, moves in say.not_comparable(found).items():
        yield h.p[h.strong[f"Not comparable: {reason}"]]
        yield h.ul[[h.li[model.practice[m.practice].statement] for m in moves]]


def headed_list(title: str, lines: Sequence[str], nothing: str) -> h.Node:
    """A heading and its lines; the rest of a long list is folded."""
    if not lines:
        return nothing and (h.h3[title], h.p[nothing])
    return (
        h.h3[title],
        h.ul[[h.li[line] for line in lines[:LISTED]]],
        len(lines) > LISTED
        and h.details[
            h.summary[f"{len(lines) - LISTED} more"],
            h.ul[[h.li[line] for line in lines[LISTED:]]],
        ],
    )
