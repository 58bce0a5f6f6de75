"""Units side by side, drawn: the figure, its table and what to talk about."""

from collections.abc import Sequence

import htpy as h

from widgets.core.comparing import comparison_words as say
from widgets.core.comparing.candidates import ChosenSide
from widgets.core.comparing.units import RollUp, roll_up
from widgets.core.model.maturity import Dimension, Model
from widgets.core.panels.dumbbells import UnitMarks, strips
from widgets.core.panels.over_time import headed_list
from widgets.core.scoring import result_words
from widgets.core.words import english, numbers

APART = 2
"""Rungs between two units from which a practice is listed as one to talk about; our judgement."""


def side_by_side(model: Model, row: Sequence[ChosenSide]) -> h.Node:
    """Where the units in `row` differ: worst, spread and the one that differs."""
    found = roll_up(model, [one.answers for one in row])
    first, *rest = say.units(model, found, row)
    apart = [id for id, a in found.practices.items() if (a.spread or 0) >= APART]
    quick = [
        f"{one.letter} in {result_words.names(model, ids)}"
        for one, result in zip(row, found.results, strict=True)
        if (ids := [id for id, d in result.dimensions.items() if d.basis == "quick"])
    ]
    return (
        h.h3[first],
        [h.p[words] for words in rest],
        strips(
            "compare-chart",
            "Each dimension in every unit, 0 to 4",
            [_line(dimension, found, row) for dimension in model.dimensions],
        ),
        h.p(".kam-note")[
            english.listed([f"{one.letter}: {one.side.name}" for one in row]), ". ◆ critical."
        ],
        bool(quick) and h.p(".kam-note")[f"Rough, from quick answers: {english.listed(quick)}."],
        _table(model, row, found),
        headed_list(
            "Talk about these first",
            [_apart(model, id, found, row) for id in apart],
            f"No practice lies {APART} rungs or more apart.",
        ),
    )


def _line(dimension: Dimension, found: RollUp, row: Sequence[ChosenSide]) -> UnitMarks:
    across = found.dimensions[dimension.id]
    marks = [(one.letter, v) for one, v in zip(row, across.values, strict=True) if v is not None]
    return UnitMarks(dimension.name, dimension.critical, tuple(marks), say.across(across, row))


def _table(model: Model, row: Sequence[ChosenSide], found: RollUp) -> h.Node:
    heads = ["Dimension", *(one.letter for one in row), "Worst, spread, who differs"]
    return h.details(".kam-table")[
        h.summary["The same as a table"],
        h.div(".kam-scroll", tabindex="0", role="group", aria_label="Table of the units")[
            h.table(".kam-values")[
                h.caption(".kam-hidden")["Score of each dimension in every unit"],
                h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
                h.tbody[
                    [
                        h.tr[
                            h.th(scope="row")[d.name, d.critical and " ◆"],
                            [h.td[numbers.number(v)] for v in found.dimensions[d.id].values],
                            h.td[say.across(found.dimensions[d.id], row)],
                        ]
                        for d in model.dimensions
                    ]
                ],
            ]
        ],
    ]


def _apart(model: Model, id: str, found: RollUp, row: Sequence[ChosenSide]) -> str:
    across = found.practices[id]
    rungs = ", ".join(
        f"{one.letter} {v:g}" for one, v in zip(row, across.values, strict=True) if v is not None
    )
    return f"{model.practice[id].statement} Rungs: {rungs}; {say.across(across, row)}."
