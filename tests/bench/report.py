"""Writes what was measured: a table for the terminal and the speed page."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_PAGE = Path(__file__).with_name("page.md")
"""The speed page with places for what was measured."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    budget: str
    measured: str
    ratio: str
    ok: bool | None
    """None where there is no budget to keep."""

    @property
    def verdict(self) -> str:
        """What the last column says."""
        return {True: "ok", False: "**over**", None: "–"}[self.ok]


def printed(rows: Sequence[Row]) -> str:
    """The table for a terminal."""
    lines = [("what", "budget", "measured", "ratio", "")]
    lines += [(r.what, r.budget, r.measured, r.ratio, r.verdict.strip("*")) for r in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def table(rows: Sequence[Row]) -> str:
    """The table for the page."""
    lines = ["| What | Budget | Measured | Ratio | Kept |", "|---|---|---|---|---|"]
    lines += [f"| {r.what} | {r.budget} | {r.measured} | {r.ratio} | {r.verdict} |" for r in rows]
    return "\n".join(lines)


def machine(browser: str) -> str:
    """The machine in one sentence, without its name."""
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    memory = round(pages * size / 2**30)
    load = os.getloadavg()[1]
    return (
        f"{datetime.now(UTC):%-d %B %Y}, {os.cpu_count()} cores, {memory} GB of memory, "
        f"Chromium {browser}, over loopback. Load of the machine meanwhile: {load:.1f}."
    )


def write_page(page: Path, rows: Sequence[Row], browser: str, later: str) -> None:
    """Write the speed page; `later` names the budgets that nothing can be measured for yet."""
    over = sum(row.ok is False for row in rows)
    kept = "Every budget below is kept." if not over else f"{over} of the budgets below are missed."
    text = _PAGE.read_text("utf-8").format(
        kept=kept, machine=machine(browser), table=table(rows), later=later
    )
    page.write_text(text, "utf-8")
