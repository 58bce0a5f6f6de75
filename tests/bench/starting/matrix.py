"""First scores as one table on the page: a line for each engine, a column for each figure."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.bench.reporting.rows import megabytes, middle, spread
from tests.bench.starting.start_rows import NAMES


def starts(figures: Mapping[str, Any]) -> str:
    """What `starts.measure` found of every engine, and what is only ours."""
    heads = ("Longest task of the page", "Sent, gzip", "Memory of the tab")
    lines = []
    for kind in NAMES:
        longest = max(figures["long"][kind], default=0)
        task = f"{longest:.0f} ms" if longest else "under 50 ms"
        sent, memory = (middle(figures[name][kind]) for name in ("bytes", "memory"))
        lines.append((kind, (task, megabytes(sent), megabytes(memory))))
    return _table(figures, heads, lines)


def slowly(figures: Mapping[str, Any]) -> str:
    """What `slowly.measure` found of every engine."""
    return _table(figures, (), [(kind, ()) for kind in figures["first"]])


def _table(
    figures: Mapping[str, Any],
    heads: Sequence[str],
    lines: Sequence[tuple[str, Sequence[str]]],
) -> str:
    columns = ("Engine", "First visit", "Ours of it", "Repeat visit", "Ours of it", *heads)
    drawn = [columns, ("---",) * len(columns)]
    for kind, rest in lines:
        told = []
        for visit in ("first", "repeat"):
            times, ours = figures[visit][kind], middle(figures[visit]["ours"])
            told += [spread(times), "" if kind == "ours" else f"{ours / middle(times):.2f}"]
        drawn.append((NAMES[kind], *told, *rest))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in drawn)
