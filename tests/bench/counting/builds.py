"""Times a full build and the build of one changed page while the site is being served."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from build_tools import ROOT
from tests.bench.reporting.rows import Row
from tests.bench.visiting.browser import PATIENCE
from tests.support.project import build

_PAGE = Path("docs/method/scoring.md")
_ADDRESS = "method/scoring/"


CPU = 25.0
PAGE = 3.0
"""Budgets, in seconds: of a whole build, and of one changed page."""


def measure(project: Path, site: Path, changes: int) -> dict[str, Any]:
    """Builds the copy `project` into `site` and once more, then serves it and changes a page.

    "cold": as after a fresh clone, the runtime is made, too; "warm": again, with it kept.  Both as
    seconds of CPU and of the clock.  "page": seconds from saving a page to the server answering
    with it.  "differ": files that are not the same, byte for byte, after the two builds.
    """
    shutil.rmtree(project / ".cache", ignore_errors=True)
    cold = _build(project, site)
    again = project.with_name("again")
    warm = _build(project, again)
    page = round(_one_page(project, changes), 2)
    return {"cold": cold, "warm": warm, "page": page, "differ": _differ(site, again)}


def _build(project: Path, site: Path) -> dict[str, float]:
    before, began = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    built = build(project, site)
    clock, after = time.perf_counter() - began, getrusage(RUSAGE_CHILDREN)
    if built.returncode:
        raise SystemExit(f"the site does not build:\n{built.stdout}{built.stderr}")
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return {"cpu": round(cpu, 2), "clock": round(clock, 2)}


def _differ(one: Path, other: Path) -> int:
    files = {p.relative_to(root) for root in (one, other) for p in root.rglob("*") if p.is_file()}
    return sum(_bytes(one / file) != _bytes(other / file) for file in files)


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _one_page(project: Path, changes: int) -> float:
    """Median of some changes of one page under `python -m build_tools serve`."""
    output = project / "serve.log"
    environment = {
        **os.environ,
        "PYTHONPATH": str(project),
        "PATH": f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "build_tools", "serve", "--port", "8300"]
    with output.open("w") as file:
        server = subprocess.Popen(
            command, cwd=project, env=environment, stdout=file, stderr=file, start_new_session=True
        )
    try:
        address = f"http://127.0.0.1:{_port(output, server)}/{_ADDRESS}"
        _until(address, "</html>", PATIENCE)
        times = []
        for number in range(changes):
            time.sleep(1)
            word = f"benchword{number}"
            with (project / _PAGE).open("a", encoding="utf-8") as page:
                page.write(f"\n\n{word}\n")
            times.append(_until(address, word, PATIENCE))
        return median(times)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _port(output: Path, server: subprocess.Popen[bytes]) -> int:
    began = time.perf_counter()
    while server.poll() is None and time.perf_counter() - began < PATIENCE:
        found = re.search(r"127\.0\.0\.1:(\d+)/", output.read_text("utf-8"))
        if found:
            return int(found[1])
        time.sleep(0.05)
    raise SystemExit(f"serve said no address: {output.read_text('utf-8')}")


def _until(address: str, text: str, seconds: float) -> float:
    """Seconds until the page at `address` holds `text`."""
    began = time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        try:
            with urlopen(address, timeout=30) as response:
                if text in response.read().decode():
                    return time.perf_counter() - began
        except (URLError, OSError):
            pass
        time.sleep(0.05)
    raise SystemExit(f"{address}: no “{text}” after {passed:.0f} seconds of serving")


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table."""
    differ, page = figures["differ"], figures["page"]
    changed = "One changed page under `make serve`"
    same = "Files that differ between the two builds"
    return [
        _build_row("cold", "Full site build, fresh clone", figures),
        _build_row("warm", "Full site build again, runtime kept", figures),
        Row("page", changed, f"≤ {PAGE:g} s", f"{page:.1f} s", "", page <= PAGE),
        Row("differ", same, "none", str(differ or "none"), "", not differ),
    ]


def _build_row(id: str, what: str, figures: Mapping[str, Any]) -> Row:
    took = figures[id]
    measured = f"{took['cpu']:.1f} s of CPU, {took['clock']:.1f} s on the clock"
    return Row(id, what, f"≤ {CPU:g} s of CPU", measured, "", took["cpu"] <= CPU)
