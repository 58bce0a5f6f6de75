"""The parts of the bench, in the order in which they stand on the page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.answering import agreeing, answers, choosing, growing, tools
from tests.bench.counting import builds, downloads, lighthouse, scripts, suite
from tests.bench.place import Place
from tests.bench.reporting.rows import Row
from tests.bench.starting import matrix, slowly, start_rows, starts, unplugged

type Figures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """What is measured together."""

    title: str
    """Its heading on the page."""
    rows: Callable[[Figures], Sequence[Row]]
    """The lines of the table for what was measured."""
    measure: Callable[[Place], dict[str, Any]] | None = None
    """None: it is measured without a place, see `BUILDS`, `SCRIPTS` and `SUITE`."""
    table: Callable[[Figures], str] | None = None
    """A table of its own on the page for the rows that `in_table` names; None: a line for each."""
    in_table: tuple[str, ...] = ()
    """Beginnings of the names of the rows that the table has."""


BUILDS, SCRIPTS, SUITE, LIGHTHOUSE = "builds", "scripts", "suite", "lighthouse"
APART = (SUITE, LIGHTHOUSE)
"""Parts that are measured only where they are named: they take long, or fetch much."""
PARTS: Mapping[str, Part] = {
    "starts": Part(
        "First score", start_rows.rows, starts.measure, matrix.starts, start_rows.OF_ALL
    ),
    "slow": Part(
        "First score on a slow machine and line",
        slowly.rows,
        slowly.measure,
        matrix.slowly,
        ("slow-",),
    ),
    "unplugged": Part("With the cable out", unplugged.rows, unplugged.measure),
    "answers": Part("Answers", answers.rows, answers.measure),
    "tools": Part("Smaller tools", tools.rows, tools.measure),
    "chooser": Part("The chooser", choosing.rows, choosing.measure),
    "raters": Part("Teams and many raters", agreeing.rows, agreeing.measure),
    "growth": Part("Larger models", growing.rows, growing.measure),
    "bytes": Part("Bytes", downloads.rows, downloads.measure),
    BUILDS: Part("Builds", builds.rows),
    SCRIPTS: Part("Code", scripts.rows),
    LIGHTHOUSE: Part("Pages in Lighthouse", lighthouse.rows, lighthouse.measure),
    SUITE: Part("The tests", suite.rows),
}


def rows(figures: Mapping[str, Figures]) -> dict[str, list[Row]]:
    """The lines of every part that has figures, in the order of the page."""
    return {name: list(part.rows(figures[name])) for name, part in PARTS.items() if name in figures}
