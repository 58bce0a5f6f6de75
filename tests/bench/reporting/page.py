"""The speed page, made from the figures alone."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from tests.bench import parts
from tests.bench.reporting import tables
from tests.bench.reporting.rows import Row

_PAGE = Path(__file__).with_name("page.md")
"""The speed page with places for what was measured."""
_MISSED = Path(__file__).with_name("missed.yaml")
"""By the name of a row: what was found and tried where its budget is missed."""
_UNKNOWN = "Why is not known yet."
_NONE = "No budget that was judged is missed."
BUSY = 1.5
"""Load for each core above which the machine did more than this bench."""


def page(data: Mapping[str, Any]) -> str:
    """The whole page, in Markdown; `data` is what `figures.read` gives."""
    rows = _rows(data)
    with_budget = [row for of in rows.values() for row in of if row.budget]
    return _PAGE.read_text("utf-8").format(
        kept=_kept(with_budget),
        measured="\n".join(_measured(data["parts"])),
        budgets=tables.budgets(with_budget),
        missed="\n\n".join(_missed(with_budget)) or _NONE,
        others="\n\n".join(_others(data["parts"], rows)),
    )


def unexplained(data: Mapping[str, Any]) -> list[str]:
    """Names of the rows whose budget is missed, and of which nothing is said."""
    missed = [row.id for of in _rows(data).values() for row in of if row.ok is False]
    return [id for id in missed if id not in _words()]


def _rows(data: Mapping[str, Any]) -> dict[str, list[Row]]:
    """The lines of every part; none is judged of a part that was tried once to show its rows."""
    measured = data["parts"]
    rows = parts.rows({name: part["figures"] for name, part in measured.items()})
    return {
        name: of if measured[name]["whole"] else [replace(row, ok=None) for row in of]
        for name, of in rows.items()
    }


def _words() -> dict[str, str]:
    words: dict[str, str] = yaml.safe_load(_MISSED.read_text("utf-8"))
    return words


def _kept(rows: Sequence[Row]) -> str:
    over = sum(row.ok is False for row in rows)
    unknown = sum(row.ok is None for row in rows)
    told = f", {over} are missed" if over else ""
    told += f", {unknown} are not judged" if unknown else ""
    kept = len(rows) - over - unknown
    if unknown == len(rows):
        return f"None of the {unknown} budgets is judged yet."
    return f"Of {len(rows)} budgets, {kept} are kept{told}."


def _measured(measured: Mapping[str, Any]) -> Iterator[str]:
    """When and where, and everything that makes the figures worth less."""
    dates = sorted(datetime.fromisoformat(part["date"]) for part in measured.values())
    first, last = f"{dates[0]:%-d %B %Y}", f"{dates[-1]:%-d %B %Y}"
    when = first if first == last else f"{first} to {last}"
    machines = {(part["machine"]["cores"], part["machine"]["memory"]) for part in measured.values()}
    where = " and ".join(f"{cores} cores, {memory} GB of memory" for cores, memory in machines)
    browsers = {part["machine"]["browser"] for part in measured.values()} - {""}
    loops = sorted(part["loop"] for part in measured.values())
    loads = sorted(part["load"] for part in measured.values())
    yield (
        f"Measured on {when}: {where}, Chromium {' and '.join(sorted(browsers))}, over loopback. "
        f"The fixed loop took {loops[0]:.1f} to {loops[-1]:.1f} ms in the machine's own Python; "
        f"its load was {loads[0]:.1f} to {loads[-1]:.1f}."
    )
    if busy := [n for n, p in measured.items() if p["load"] > BUSY * p["machine"]["cores"]]:
        yield f"The machine did other work, too, while it measured {_titles(busy, measured)}."
    if len({part["run"] for part in measured.values()}) > 1:
        yield "The parts come from more than one call."
    if short := [name for name, part in measured.items() if not part["whole"]]:
        titles = _titles(short, measured)
        yield f"Tried once, to show the rows, and so not judged: {titles}."
    if absent := [name for name in parts.PARTS if name not in measured]:
        yield f"Not measured yet: {_titles(absent, parts.PARTS)}."


def _titles(names: Sequence[str], of: Collection[str]) -> str:
    if len(names) == len(of):
        return "every part"
    titles = [part.title for name, part in parts.PARTS.items() if name in names]
    return ", ".join(title[0].lower() + title[1:] for title in titles)


def _missed(rows: Sequence[Row]) -> Iterator[str]:
    words = _words()
    for row in rows:
        if row.ok is False:
            measured, told = row.ratio or row.measured, words.get(row.id, _UNKNOWN).strip()
            yield f"**{row.what}**: {measured}; the budget is {row.budget}.\n{told}"


def _others(measured: Mapping[str, Any], rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Each part's heading with its own table, then with the rows that have no budget."""
    for name, of in rows.items():
        part = parts.PARTS[name]
        plain = [
            row for row in of if not row.budget and not row.id.startswith(part.in_table or "–")
        ]
        drawn = [part.table(measured[name]["figures"])] if part.table else []
        drawn += [tables.others(plain)] if plain else []
        if drawn:
            yield "\n\n".join([f"### {part.title}", *drawn])
