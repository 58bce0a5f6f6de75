"""What Lighthouse says of five pages, on a phone and on a desk: `make lighthouse`.

For a quiet machine.  Lighthouse with all that it brings weighs 176 MB, so it is no package of the
project: npm fetches the version named here when this is run, into a folder of its own.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

from build_tools import ROOT
from build_tools.setup import chromium, network
from tests.bench.place import Place
from tests.bench.reporting.rows import Row

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
FAULTLESS = 100
RUNS = 5
_OPTIONS = "--headless=new --no-sandbox --disable-gpu"
_BIN = Path(sys.executable).parent


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


def measure(place: Place) -> dict[str, Any]:
    """What it says of each page, by form and by what the page is called.

    "performance": of every run, from 0 to 100; "others": the least of each other category; "paint"
    and "shift": medians of the largest contentful paint, in seconds, and of the layout's shift.
    """
    entry = program()
    if entry is None:
        raise SystemExit(f"npm could not fetch lighthouse {VERSION}; nothing is measured")
    return {form: _form(place, entry, form) for form in FLOORS}


def _form(place: Place, entry: Path, form: str) -> dict[str, Any]:
    root, reports = f"{place.nginx.recipe}ours/", {}
    for page, address in PAGES.items():
        place.say(f"asking Lighthouse about the {page}, {form}")
        runs = RUNS if place.scale.whole else 1
        reports[page] = found([_run(entry, root + address, form) for _ in range(runs)])
    return reports


def found(reports: list[dict[str, Any]]) -> dict[str, Any]:
    """What the reports of one page in one form come to."""
    scores = [
        {name: round(100 * one["score"]) for name, one in report["categories"].items()}
        for report in reports
    ]
    fast = [score.pop("performance") for score in scores]
    paint, shift = (
        median(report["audits"][name]["numericValue"] for report in reports)
        for name in ("largest-contentful-paint", "cumulative-layout-shift")
    )
    others = {name: min(score[name] for score in scores) for name in scores[0]}
    return {
        "performance": fast,
        "others": others,
        "paint": round(paint / 1000, 2),
        "shift": round(shift, 4),
    }


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table: a page keeps its budget with no fault in anything else."""
    return [
        _row(form, page, told) for form, pages in figures.items() for page, told in pages.items()
    ]


def _row(form: str, page: str, told: Mapping[str, Any]) -> Row:
    fast, others = told["performance"], told["others"]
    faults = ", ".join(f"{name} {score}" for name, score in others.items() if score < FAULTLESS)
    seen = f"{median(fast):.0f} ({min(fast)} to {max(fast)}), {faults or 'all else 100'}; "
    seen += f"largest paint after {told['paint']:.1f} s, shift {told['shift']:.3f}"
    kept = median(fast) >= FLOORS[form] and not faults
    id = f"lighthouse-{form}-{page.replace(' ', '-')}"
    return Row(id, f"Lighthouse, {form}: {page}", f"≥ {FLOORS[form]}, all else 100", seen, "", kept)


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
