"""`make check`: code, model, pages and imports; every mistake of one run together."""

import subprocess
import sys
from pathlib import Path

from build_tools.calibration import readings
from build_tools.checks import imports, page_links, tics, unused_styles
from build_tools.guide import warnings
from build_tools.guide.guide import Guide
from build_tools.guide.load import ModelError, load
from build_tools.site.publish import publish_model, written

_PYTHON = (sys.executable, "-m")
_NODE = (str(Path(sys.executable).with_name("node")),)
_TYPES = "build_tools/script_types"
_COMMANDS = (
    ("format", (*_PYTHON, "ruff", "format", "--check", "--quiet", "."), "run `make format`"),
    (
        "lint",
        (*_PYTHON, "ruff", "check", "--quiet", "--output-format=concise", "."),
        "mend what it names",
    ),
    ("types", (*_PYTHON, "mypy"), "mend what it names"),
    ("scripts", (*_NODE, "node_modules/typescript/bin/tsc", "-p", _TYPES), "mend what it names"),
)


def check(checkout: Path) -> list[str]:
    """A sentence for every mistake found in `checkout`; none when all is well."""
    found = []
    for name, command, mend in _COMMANDS:
        found += _told(name, _run(checkout, command, mend))
    guide, wrong = _model(checkout)
    found += _told("model", wrong)
    if guide:
        found += _told("pages", page_links.check(checkout, guide))
    found += _told("habits", tics.check(written(checkout / "docs")))
    found += _told("styles", unused_styles.check(checkout))
    return found + _told("imports", imports.check(checkout))


def _told(name: str, mistakes: list[str]) -> list[str]:
    """The `mistakes` of one step, counted for whoever waits."""
    print(f"check: {name}: {len(mistakes) or 'no'} mistakes", flush=True)
    return mistakes


def _run(checkout: Path, command: tuple[str, ...], mend: str) -> list[str]:
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    if not done.returncode:
        return []
    line = " ".join(command).removeprefix(f"{Path(sys.executable).parent}/")
    said = (done.stdout + done.stderr).strip() or f"it ends with {done.returncode}"
    return [*said.splitlines(), f"{line}: {mend}"]


def _model(checkout: Path) -> tuple[Guide | None, list[str]]:
    """The guide, for all steps that need it, and what is wrong with it; None: it cannot be read."""
    try:
        guide = load(checkout / "docs" / "model")
    except ModelError as error:
        return None, [f"docs/model/{mistake}" for mistake in error.mistakes]
    publish_model(guide, checkout)  # the pages' widgets read it
    for warning in warnings.summary(guide.warnings):
        print(warning)
    for unread in readings.check(checkout, guide.model, guide.structures):
        print(f"warning: {unread}")
    return guide, [f"docs/model/{mistake}" for mistake in guide.changes]
