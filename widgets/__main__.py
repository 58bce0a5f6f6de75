"""The engines without a browser: `python -m widgets score ANSWERS.json` and `… model`."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from widgets.core.answers import Answers, AnswersError, read
from widgets.core.model import Model, as_json, from_json
from widgets.core.score import score

PUBLISHED = Path(__file__).with_name("model.json")
CHECKOUT = Path(__file__).parents[1]


class CommandError(Exception):
    """Something that the person at the keyboard can mend; the message says how."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it printed its JSON, 2 when the input cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        result = options.run(options)
    except (AnswersError, CommandError) as error:
        print(f"{options.prog}: {error}", file=sys.stderr)
        return 2
    print(json.dumps(result, ensure_ascii=True, indent=2))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m widgets", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    model = commands.add_parser("model", help="print the published model")
    model.set_defaults(run=lambda _: as_json(published()), prog="model")
    scored = commands.add_parser("score", help="print the score of an answers file")
    scored.add_argument("answers", type=Path, metavar="ANSWERS.json", help="one answers file")
    scored.set_defaults(run=lambda options: _score(options.answers), prog="score")
    return parser


def _score(file: Path) -> dict[str, Any]:
    model = published()
    return asdict(score(model, _answers(file, model)))


def _answers(file: Path, model: Model) -> Answers:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file}: cannot be read: {error.strerror}; check the path.") from None
    try:
        return read(content, model)
    except AnswersError as error:
        raise AnswersError(f"{file}: {error}") from None


def published() -> Model:
    """The model as published beside this package; in a checkout it is brought up to date first."""
    if (CHECKOUT / "docs" / "model").is_dir() and _outdated():
        _publish()
    if not PUBLISHED.exists():
        raise CommandError("the published model.json is missing beside the package; install again.")
    return from_json(json.loads(PUBLISHED.read_bytes()))


def _outdated() -> bool:
    if not PUBLISHED.exists():
        return True
    made = PUBLISHED.stat().st_mtime
    sources = (CHECKOUT / "docs" / "model").rglob("*")
    return any(path.stat().st_mtime > made for path in sources)


def _publish() -> None:
    """Has the build publish the model, as a command of its own: nothing here imports the build."""
    command = [sys.executable, "-m", "build_tools", "model"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr.strip() or "no reason given").splitlines()
        raise CommandError(
            "the model in docs/model could not be published; "
            f"run `make setup`, then `make check`: {said[-1]}"
        )


if __name__ == "__main__":
    sys.exit(main())
