"""`make lighthouse`: what Lighthouse says of five pages, on a phone and on a desk.

For a quiet machine.  Lighthouse with all that it brings weighs 176 MB, so it is no package of the
project: npm fetches the version named here when this is run, into a folder of its own.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from build_tools import ROOT
from build_tools.setup import chromium, network
from tests.bench.nginx import serving

VERSION = "13.5.0"
FOLDER = ROOT / ".cache" / f"lighthouse-{VERSION}"
PAGES: Mapping[str, str] = {
    "home": "",
    "guide page": "why-it-fails/entanglement/",
    "quick scan": "quick-scan/",
    "assessment": "assessment/",
    "chooser": "choose/",
}
"""Address of each page that is measured, by what it is called."""
FLOORS = {"mobile": 90, "desktop": 98}
"""The least that each form must reach in performance; in all else a page must be without fault."""
RUNS = 5
_OPTIONS = "--headless=new --no-sandbox --disable-gpu"
_BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Found:
    """The median of several runs on one page, from 0 to 100; times in seconds."""

    page: str
    form: str
    performance: float
    spread: tuple[float, float]
    """Least and most of the performance."""
    others: Mapping[str, float]
    """The least of each other category."""
    paint: float
    """Largest contentful paint."""
    shift: float
    """Cumulative layout shift."""

    @property
    def kept(self) -> bool:
        """Whether it reaches its floor, and has no fault in anything else."""
        return self.performance >= FLOORS[self.form] and min(self.others.values()) >= 100

    def __str__(self) -> str:
        low, high = self.spread
        others = " ".join(f"{name} {value:.0f}" for name, value in self.others.items())
        return (
            f"{self.page:<11}{self.form:<9}{self.performance:4.0f} ({low:.0f} to {high:.0f})  "
            f"paint {self.paint:.1f} s  shift {self.shift:.3f}  {others}"
            f"{'' if self.kept else '  below'}"
        )


def program() -> Path | None:
    """Lighthouse, fetched if need be; none where it cannot be had."""
    entry = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not entry.is_file():
        command = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]
        line = [str(_BIN / "npm"), *command, "--prefix", str(FOLDER), f"lighthouse@{VERSION}"]
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(line, check=False, capture_output=True, env=_environment())
    return entry if entry.is_file() else None


def _environment() -> dict[str, str]:
    path = os.pathsep.join((str(_BIN), os.environ.get("PATH", "")))
    return {**os.environ, **network(), "PATH": path, "CHROME_PATH": chromium() or ""}


def measured(entry: Path, root: str, runs: int = RUNS) -> Iterator[Found]:
    """What it says of each page in each form, `root` being the address of the site."""
    for form in FLOORS:
        for page, address in PAGES.items():
            yield found(page, form, [_run(entry, root + address, form) for _ in range(runs)])


def found(page: str, form: str, reports: list[dict[str, Any]]) -> Found:
    """The median of what Lighthouse reports of one page in one form."""
    scores = [
        {name: 100 * category["score"] for name, category in report["categories"].items()}
        for report in reports
    ]
    fast = [score.pop("performance") for score in scores]
    paint, shift = (
        median(report["audits"][f"{name}"]["numericValue"] for report in reports)
        for name in ("largest-contentful-paint", "cumulative-layout-shift")
    )
    others = {name: min(score[name] for score in scores) for name in scores[0]}
    return Found(page, form, median(fast), (min(fast), max(fast)), others, paint / 1000, shift)


def _run(entry: Path, address: str, form: str) -> dict[str, Any]:
    preset = ["--preset=desktop"] if form == "desktop" else []
    categories = "--only-categories=performance,accessibility,best-practices,seo"
    line = [str(_BIN / "node"), str(entry), address, *preset, categories, "--output=json"]
    line += ["--quiet", f"--chrome-flags={_OPTIONS}"]
    done = subprocess.run(line, check=False, capture_output=True, env=_environment(), text=True)
    if done.returncode:
        raise SystemExit(f"lighthouse: {address}: {done.stderr.strip()[-300:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def main() -> None:
    """Builds the site, serves it by the recipe and prints a line for each page and form."""
    entry = program()
    if entry is None:
        print(f"lighthouse: npm could not fetch lighthouse {VERSION}; nothing is measured.")
        return
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        subprocess.run([*build, str(folder / "site")], check=True, cwd=ROOT)
        (folder / "work").mkdir()
        with serving(folder / "site", folder / "work") as running:
            for one in measured(entry, running.recipe):
                print(one, flush=True)
    print(f"load of the machine at the end: {os.getloadavg()[1]:.1f}")


if __name__ == "__main__":
    main()
