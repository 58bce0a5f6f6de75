"""Times the whole test suite, as `make test` runs it."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

from build_tools import ROOT
from tests.bench.reporting.rows import Row

MINUTES = 15
CPU = 884
"""Budgets: minutes on two quiet cores; seconds of CPU where commit 3cbd124 takes 1,608."""


def measure(options: Sequence[str]) -> dict[str, Any]:
    """Seconds of the clock and of CPU, and whether all passed."""
    before, began = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        stdout=subprocess.DEVNULL,
    )
    clock, after = time.perf_counter() - began, getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return {"clock": round(clock, 1), "cpu": round(cpu, 1), "passed": not ended.returncode}


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table."""
    clock, cpu = figures["clock"] / 60, figures["cpu"]
    ended = "all passed" if figures["passed"] else "a test failed"
    return [
        Row(
            "suite",
            "`make test` on two cores",
            f"≤ {MINUTES} min",
            f"{clock:.1f} min, {ended}",
            "",
            clock <= MINUTES and figures["passed"],
        ),
        Row(
            "suite-cpu",
            "`make test`, CPU, where commit 3cbd124 takes 1,608 s",
            f"≤ {CPU} s",
            f"{cpu:.0f} s",
            "",
            cpu <= CPU,
        ),
    ]
