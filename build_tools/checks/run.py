"""`make check`: code, model, pages and imports; every mistake of one run together."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from build_tools.checks import imports, page_links
from build_tools.guide import warnings
from build_tools.guide.load import ModelError, load
from build_tools.guide.organisations import organisations
from build_tools.site.publish import publish_model

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
    steps: list[tuple[str, Callable[[], list[str]]]] = [
        (name, lambda command=command, mend=mend: _run(checkout, command, mend))  # type: ignore[misc]
        for name, command, mend in _COMMANDS
    ]
    steps += [
        ("model", lambda: _model(checkout)),
        ("pages", lambda: page_links.check(checkout)),
        ("imports", lambda: imports.check(checkout)),
    ]
    found = []
    for name, step in steps:
        mistakes = step()
        print(f"check: {name}: {len(mistakes) or 'no'} mistakes", flush=True)
        found += mistakes
    return found


def _run(checkout: Path, command: tuple[str, ...], mend: str) -> list[str]:
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    if not done.returncode:
        return []
    line = " ".join(command).removeprefix(f"{Path(sys.executable).parent}/")
    said = (done.stdout + done.stderr).strip() or f"it ends with {done.returncode}"
    return [*said.splitlines(), f"{line}: {mend}"]


def _model(checkout: Path) -> list[str]:
    folder = checkout / "docs" / "model"
    try:
        guide = load(folder)
    except ModelError as error:
        return [f"docs/model/{mistake}" for mistake in error.mistakes]
    publish_model(guide, checkout)  # the pages' widgets read it
    for warning in warnings.summary(guide.warnings):
        print(warning)
    wrong = organisations(folder / "examples", guide.model)[1]
    return [f"docs/model/{mistake}" for mistake in (*guide.changes, *wrong)]
