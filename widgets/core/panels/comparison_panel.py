"""The panel that compares: which answers, and what moved between them or where units differ."""

from collections.abc import Sequence

import htpy as h

from widgets.core.comparing import candidates, chooser_lines, comparison_words
from widgets.core.comparing.candidates import ChosenSide, Side
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk
from widgets.core.panels import over_time, side_by_side, too_few
from widgets.core.words import times

PICK = "pick "
"""Prefix of the fields that choose what is compared; a side's key follows."""


def panel(desk: Desk, heading: h.Element = h.h3) -> h.Node:
    """What a reader most likely means, or chose, under a heading; the choice is folded below."""
    there = candidates.offered(desk.place.visit, desk.records)
    keys = _picked(desk, there)
    units = desk.text("as") == "units"
    row = candidates.chosen_sides(
        there, keys, desk.place.model, bool(desk.text("turned")) and not units
    )
    choice = len(there) > 1 and _choice(desk, there, row, units, len(keys))
    if len(keys) < 2 and not desk.text("asked"):
        return too_few.too_few(desk, there, heading), choice
    return (
        h.div(".kam-comparing__result")[
            heading[_title(desk, row, units)], _whose(row), _result(desk, row, units)
        ],
        choice,
    )


def alone(desk: Desk) -> bool:
    """Whether there is nothing yet that the reader's answers can be compared with."""
    there = candidates.offered(desk.place.visit, desk.records)
    return len(candidates.usual(desk.place.visit, there)) < 2


def _title(desk: Desk, row: Sequence[ChosenSide], units: bool) -> str:
    """What is compared, as a heading."""
    visit = desk.place.visit
    mine = candidates.own_key(visit)
    sides = [one.side for one in row]
    if len(sides) < 2:
        return "Compare"
    if units:
        return f"{len(sides)} units side by side"
    first, last = sides[0], sides[-1]
    if last.key == mine and first.key.startswith("point:"):
        return f"Since {times.since(first.at, visit.now)}"
    if last.key == mine and first.key == candidates.BESIDE:
        return f"Yours against {first.name}"
    return f"From {first.name} to {last.name}"


def _whose(row: Sequence[ChosenSide]) -> h.Node:
    """What each letter stands for."""
    if len(row) < 2:
        return None
    said = [(one.letter, one.side.name, one.side.date or "no date") for one in row]
    return h.p(".kam-note")[
        [
            (n > 0 and "; ", letter, ": ", h.bdi[name], f", {date}")
            for n, (letter, name, date) in enumerate(said)
        ],
        ".",
        row[0].side.key == candidates.BESIDE and " Up: yours stands higher.",
    ]


def _picked(desk: Desk, there: list[Side]) -> list[str]:
    """Keys of what the reader ticked; at first what they most likely mean."""
    if not desk.text("asked"):
        return candidates.usual(desk.place.visit, there)
    return [side.key for side in there if desk.text(PICK + side.key)]


def _choice(
    desk: Desk, there: list[Side], row: Sequence[ChosenSide], units: bool, count: int
) -> h.Node:
    letters = {one.side.key: one.letter for one in row}
    points = [side for side in there if side.key.startswith("point:")]
    others = [side for side in there if side not in points]
    return h.details(".kam-other", open=bool(desk.text("asked")))[
        h.summary["Compare something else"], _fields(desk, others, points, letters, units, count)
    ]


def _fields(
    desk: Desk,
    others: Sequence[Side],
    points: Sequence[Side],
    letters: dict[str, str],
    units: bool,
    count: int,
) -> h.Element:
    opened = any(side.key in letters for side in points)
    return h.fieldset(".kam-pick")[
        h.legend["What to compare"],
        h.input(type="hidden", name="asked", value="yes"),
        [_side(side, letters) for side in others],
        bool(points)
        and h.details(open=opened)[
            h.summary[f"Earlier states of the open assessment ({len(points)})"],
            [_side(side, letters) for side in points],
        ],
        count > candidates.MOST_SIDES
        and h.p(".kam-note")[f"The first {candidates.MOST_SIDES} are compared."],
        h.div(".kam-pick__how")[
            _radio("time", "One programme over time", not units),
            _radio("units", "Units side by side", units),
            not units
            and h.label(".kam-tick")[
                h.input(
                    id="compare-turned",
                    type="checkbox",
                    name="turned",
                    value="yes",
                    checked=bool(desk.text("turned")),
                    data_kam_do="borrowed.compare",
                ),
                h.span["The other way round"],
            ],
        ],
        h.div(".kam-actions")[
            button("borrowed.bring-in", "Open a file or a link", id="compare-bring-in")
        ],
    ]


def _side(side: Side, letters: dict[str, str]) -> h.Element:
    letter = letters.get(side.key, "")
    return h.label(".kam-tick")[
        h.input(
            id=f"compare-{side.key}",
            type="checkbox",
            name=PICK + side.key,
            value="yes",
            checked=bool(letter),
            data_kam_do="borrowed.compare",
        ),
        h.span[
            letter and (h.strong[letter], " "),
            side.name,
            ", ",
            side.date or "no date",
        ],
    ]


def _radio(value: str, label: str, checked: bool) -> h.Element:
    return h.label(".kam-tick")[
        h.input(
            id=f"compare-{value}",
            type="radio",
            name="as",
            value=value,
            checked=checked,
            data_kam_do="borrowed.compare",
        ),
        h.span[label],
    ]


def _result(desk: Desk, row: Sequence[ChosenSide], units: bool) -> h.Node:
    if len(row) < 2:
        return h.p["Tick two or more."]
    model = desk.place.model
    problems = [
        h.div(".kam-error", role="note")[h.p[f"{one.letter}: not compared: {words}"]]
        for one in row
        for words in one.problems
    ]
    problems += [
        h.p(".kam-note")[f"{one.letter}: ", " ".join(comparison_words.older(one.migrated))]
        for one in row
        if one.migrated
    ]
    row = [one for one in row if not (one.migrated and one.migrated.few)]
    if len(row) < 2:
        return problems, h.p["Nothing is left to compare with."]
    if units:
        return problems, side_by_side.side_by_side(model, row)
    chooser = list(
        chooser_lines.lines(model, desk.place.structures(), row[0].answers, row[-1].answers)
    )
    return problems, over_time.over_time(model, row, chooser)
