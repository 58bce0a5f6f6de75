"""The engines without a browser: `python -m widgets score ANSWERS.json`, and its other commands."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from widgets.core.answers.states import Answers
from widgets.core.choosing import choice
from widgets.core.comparing import agreement, unit_figures
from widgets.core.comparing.units import roll_up
from widgets.core.files.refusals import FILE, AnswersError, Refusal, RefusedError
from widgets.core.files.strict_json import parsed
from widgets.core.importing.opened_file import opened
from widgets.core.migrating.report import sentence
from widgets.core.model.maturity import Model
from widgets.core.model.maturity_json import as_json, from_json
from widgets.core.questionnaire import chooser
from widgets.core.questionnaire.earlier import saved
from widgets.core.questionnaire.proposals import proposals, with_proposals
from widgets.core.scoring.score import score
from widgets.core.structures import structures, structures_json

PUBLISHED = Path(__file__).with_name("model.json")
STRUCTURES = Path(__file__).with_name("core") / "structures" / "structures.json"
CHECKOUT = Path(__file__).parents[1]

TWICE = "a file is named twice; name each unit once."
UNPUBLISHED = (
    "the model in docs/model could not be published; run `make setup`, then `make check`: "
)


class CommandError(Exception):
    """Something that the person at the keyboard can mend; each argument is a line that says how."""

    @classmethod
    def of(cls, refused: RefusedError, file: Path) -> "CommandError":
        """The mistakes of a file, a line each."""
        return cls(*refused.lines(str(file)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it printed its JSON, 2 when the input cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        result = options.run(options)
    except CommandError as error:
        print(*(f"{options.prog}: {line}" for line in error.args), sep="\n", file=sys.stderr)
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
    chosen = commands.add_parser("choose", help="print the structure that fits an answers file")
    chosen.add_argument(
        "answers", type=Path, metavar="ANSWERS.json", help="an answers file, or its chooser alone"
    )
    chosen.set_defaults(run=lambda options: _choose(options.answers), prog="choose")
    agreed = commands.add_parser("agree", help="compare what several people answered")
    agreed.add_argument(
        "answers",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="one answers file a person; of several folders each is a function, such as sales",
    )
    agreed.set_defaults(run=lambda options: _agree(options.answers), prog="agree")
    rolled = commands.add_parser("roll-up", help="lay several units side by side")
    rolled.add_argument(
        "answers", type=Path, nargs="+", metavar="FILE", help="one answers file a unit"
    )
    rolled.set_defaults(run=lambda options: _roll_up(options.answers), prog="roll-up")
    return parser


def _score(file: Path) -> dict[str, Any]:
    model = published()
    result = asdict(score(model, answers_in(file, model)))
    for dimension in result["dimensions"].values():
        dimension |= {"mean_allows": dimension["level"], "held_by": ()}  # nothing holds one down
    return result


def answers_in(file: Path, model: Model) -> Answers:
    """The answers in a file, migrated if it is older, which is said on stderr.

    Raises `CommandError` for what cannot be used or read.
    """
    content = _content(file)
    try:
        found = opened(parsed(content), model, partial(chooser.chooser, structures=_structures()))
    except AnswersError as error:
        raise CommandError.of(error, file) from None
    if found.migrated:
        print(f"{file}: {sentence(found.migrated)}", file=sys.stderr)
    return found.answers


def _choose(file: Path) -> dict[str, Any]:
    model, table = published(), _structures()
    try:
        answered = chooser_in(_content(file), model, table)
    except AnswersError as error:
        raise CommandError.of(error, file) from None
    return choice.as_json(choice.choose(table, answered))


def _agree(files: Sequence[Path]) -> dict[str, Any]:
    """The agreement of the people behind `files`; the folders, if there are several, tell them."""
    model, folders = published(), [file.resolve().parent for file in files]
    told = len(set(folders)) > 1
    raters = [
        agreement.Rating(answers_in(file, model), folder.name if told else None)
        for file, folder in zip(files, folders, strict=True)
    ]
    return agreement.as_json(agreement.agree(model, raters))


def _roll_up(files: Sequence[Path]) -> dict[str, Any]:
    """The units in `files`, named after them; by their whole paths where two are called alike."""
    model, names = published(), [file.stem for file in files]
    if len(set(names)) < len(names):
        names = list(map(str, files))
    if len(set(names)) < len(names):
        raise CommandError(TWICE)
    return unit_figures.as_json(roll_up(model, [answers_in(file, model) for file in files]), names)


def chooser_in(content: bytes, model: Model, table: structures.Structures) -> chooser.Chooser:
    """The chooser in a file: the file is the chooser alone, or an answers file that holds one.

    Alone, it is taken as it stands, with criteria, gate and context of its own.  In an answers file
    those are answers to the first release of the structures and go through `saved`.
    """
    data = parsed(content)
    if not isinstance(data, dict) or "format" not in data:
        return chooser.chooser(data, table, FILE)
    answers = opened(data, model, partial(chooser.chooser, structures=table)).answers
    if data.get("chooser") is None:
        do = "answer the chooser in the guide first"
        raise AnswersError(Refusal(FILE, "no “chooser” in it", do=do))
    kept = saved(table, chooser.chooser(answers.chooser, table)).chooser
    return with_proposals(kept, proposals(model, answers, table))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        unread = f"{file}: cannot be read: {error.strerror}; check the path."
        raise CommandError(unread) from None


def published() -> Model:
    """The model as published beside this package; in a checkout it is brought up to date first."""
    return from_json(_published(PUBLISHED))


def _structures() -> structures.Structures:
    return structures_json.from_json(_published(STRUCTURES))


def _published(file: Path) -> dict[str, Any]:
    if (CHECKOUT / "docs" / "model").is_dir() and _outdated(file):
        _publish()
    if not file.exists():
        missing = f"the published {file.name} is missing beside the package; install again."
        raise CommandError(missing)
    found: dict[str, Any] = json.loads(file.read_bytes())
    return found


def _outdated(file: Path) -> bool:
    if not file.exists():
        return True
    made = file.stat().st_mtime
    sources = (CHECKOUT / "docs" / "model").rglob("*")
    return any(path.stat().st_mtime > made for path in sources)


def _publish() -> None:
    """Has the build publish the model, as a command of its own: nothing here imports the build."""
    command = [sys.executable, "-m", "build_tools", "model"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr.strip() or "no reason given").splitlines()
        raise CommandError(f"{UNPUBLISHED}{said[-1]}")
    for file in filter(Path.exists, (PUBLISHED, STRUCTURES)):
        file.touch()  # one that did not change keeps its time, and would look outdated for ever


if __name__ == "__main__":
    sys.exit(main())
