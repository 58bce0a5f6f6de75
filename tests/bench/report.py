"""Writes what was measured: a table for the terminal and the speed page."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


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
    text = _PAGE.format(kept=kept, machine=machine(browser), table=table(rows), later=later)
    page.write_text(text, "utf-8")


_PAGE = """---
title: How fast it starts
description: What a visit downloads and how long it waits, measured against Pyodide as it comes.
---

# How fast it starts

For readers who want to know what a tool costs them before they open it.
Here is what a visit downloads, how long it waits, and how an unchanged Pyodide would do.

{kept}
Bytes and ratios carry over to your machine. Single times do not.

Measured on {machine}

{table}

{later}

## How we measure

One nginx serves two copies of the quick scan's page in the same run.
One copy is ours. In the other, the unchanged files of Pyodide's npm package run on the page's main thread. They unpack the same Python sources and work out the same score.
A third page holds nothing but this stock start. It has no theme, no fonts and no style, so it is the harder one to beat.
All stand under the same security policy.

Each run starts a browser with an empty profile. It makes a first visit and two more. "Repeat" is the third.
Eight answers are in storage before the visit, so the page asks for a score at once.
The clock runs from navigation to the first level on the page. The kinds take turns, and the table holds medians.

For the time of an answer, all practices are answered and one answer after the other changes.
"In Python" is the time inside the worker's call. "On screen" runs from the change of a control to the frame that shows the new result.
The fixed loop adds up 100,000 small whole numbers in the same worker. It says how fast that worker is at all.
Where the page does not yet ask for practices, the bench adds their controls to the form.

Long tasks block the main thread for more than 50 milliseconds. We count those in which one of our scripts ran that long.
The gzip figures are what nginx sent, headers included. The brotli figures are worked out at the highest level.

## Run it again

`make bench` takes about five minutes and writes this page anew.
It needs Chromium and nginx. A missed budget is marked and never fails a test.
"""
