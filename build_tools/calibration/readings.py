"""What was read and judged of each invented firm, from the folder `calibration/`.

`readings/` holds one file for each reader or judge of the firms in `cases/`; `readings/sealed/`
holds files of the same names for those in `sealed/`, once they are read.  Other files are left
alone, and so are answers about practices that the model has no longer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from build_tools import BuildError, Mistake
from build_tools.reading.yaml12 import read
from widgets.core.model.maturity import RUNGS, Model

type Group = Literal["tuning", "sealed"]
"""The firms on which words and rule were chosen, and those kept shut until both stood."""

type Way = Literal["quick", "full"]

WORDS = "readings/words.yaml"
"""The file that says which words were read."""

GROUPS: Sequence[Group] = ("tuning", "sealed")
WAYS: Sequence[Way] = ("quick", "full")

NOT_CHOSEN = ("silent", "unanswerable", "ill", "na")
"""Why a reader chose no rung: the sheet does not say, nobody in the firm could know, no rung fits,
the question does not apply."""

type Given = int | str
"""A rung, or one of `NOT_CHOSEN`."""

type Reading = Mapping[str, Given]
"""One reader's answers about one firm, by the id of the question."""

_CASES: Mapping[Group, str] = {"tuning": "cases", "sealed": "sealed"}
_READINGS: Mapping[Group, str] = {"tuning": "readings", "sealed": "readings/sealed"}


class CalibrationError(BuildError):
    """Readings that cannot be counted; the message names file and firm."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one judge, who saw no question, said of one firm."""

    programme: float
    """0 to 4, in steps of a half."""
    dimensions: Mapping[str, float]
    why: str
    actions: tuple[str, ...]
    """What the judge would do first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One judge's choice between two firms: which programme outlasts the other."""

    pair: tuple[str, ...]
    """Two firms."""
    lasts: str


@dataclass(frozen=True, slots=True)
class Advice:
    """How many of the judges' first actions stand among five recommendations, matched blind."""

    of: int
    """How many actions the judges named."""
    own: int
    """Found among the first five recommendations for this firm."""
    other: int
    """Found among those for another firm."""


@dataclass(frozen=True, slots=True)
class Case:
    """One invented firm with all that was read and judged of it."""

    id: str
    group: Group
    judged: tuple[Judgement, ...]
    quick: tuple[Reading, ...]
    full: tuple[Reading, ...]
    lasted: int | None
    """What was left two years later, 0 (nothing) to 4 (as before); none: not read yet."""
    advice: Advice | None
    sheet: str
    asked: tuple[tuple[str, str], ...]
    """Answers to further questions: each question with its answer."""
    sequel: str

    def readings(self, way: Way) -> tuple[Reading, ...]:
        """The readings of one way to answer."""
        return self.quick if way == "quick" else self.full

    @property
    def title(self) -> str:
        """The firm's name: the first heading of its sheet."""
        return self.sheet.partition("\n")[0].removeprefix("# ").strip()


@dataclass(frozen=True, slots=True)
class Calibration:
    """Everything that was read, tuning firms first, each group in the order of its ids."""

    model: str
    """Version of the model whose questions were read."""
    cases: tuple[Case, ...]
    choices: Mapping[Group, tuple[tuple[Choice, ...], ...]]
    """By group: the choices of each judge of pairs."""
    keystones: Mapping[str, tuple[str, ...]]
    """By dimension: practices named as its keystones, for one of the rules that were tried."""
    words: Mapping[str, str]
    """What was asked when it was read: a hash of each ladder by practice or dimension."""

    def of(self, *groups: Group) -> tuple[Case, ...]:
        """The firms of some groups."""
        return tuple(case for case in self.cases if case.group in groups)


def load(folder: Path, model: Model) -> Calibration:
    """The calibration in `folder`; a group without a judgement is not read yet.

    A question that was not read has no answer.  Raises `CalibrationError` where a reading lacks a
    firm, or holds what is no answer.
    """
    present = [g for g in GROUPS if (folder / _READINGS[g] / "judge-1.yaml").is_file()]
    about = _yaml(folder / "readings/about.yaml")
    return Calibration(
        model=str(about["model"]),
        cases=tuple(case for group in present for case in _cases(folder, group, model)),
        choices={group: tuple(_choices(folder / _READINGS[group])) for group in present},
        keystones={id: tuple(of) for id, of in _yaml(folder / "keystones.yaml").items()},
        words=_later(folder / WORDS),
    )


def words(model: Model) -> dict[str, str]:
    """A hash of each ladder by its practice, or by its dimension for a quick question."""
    asked = [(d.id, d.question, d.ladder) for d in model.dimensions]
    asked += [(p.id, p.statement, p.ladder) for p in model.practices()]
    return {
        id: sha256("\n".join([question, *(rung.said for rung in ladder)]).encode()).hexdigest()[:12]
        for id, question, ladder in asked
    }


def reworded(calibration: Calibration, model: Model) -> tuple[str, ...]:
    """Practices and dimensions whose words, or whose quick question's, are not those read."""
    return tuple(id for id, now in words(model).items() if calibration.words.get(id) != now)


def check(checkout: Path, model: Model) -> list[str]:
    """A sentence where words of the model were not read as they stand."""
    folder = checkout / "calibration"
    changed = reworded(load(folder, model), model) if folder.is_dir() else ()
    if not changed:
        return []
    found = f"not read as they are worded now: {', '.join(changed)}"
    return [str(Mistake("calibration", found=found, do="have them read, then see its README"))]


def _cases(folder: Path, group: Group, model: Model) -> Iterator[Case]:
    of = folder / _READINGS[group]
    judges = [_yaml(of / f"judge-{n}.yaml") for n in (1, 2)]
    quick = [_yaml(of / f"quick-{n}.yaml") for n in (1, 2)]
    full = [_yaml(of / f"full-{n}.yaml") for n in (1, 2)]
    sequels, advice = _later(of / "sequels.yaml"), _later(of / "advice.yaml")
    dimensions = [d.id for d in model.dimensions]
    practices = [p.id for p in model.practices()]
    for id in sorted(judges[0]):
        texts = folder / _CASES[group] / id
        yield Case(
            id=id,
            group=group,
            judged=tuple(_judgement(_of(judge, id), dimensions) for judge in judges),
            quick=tuple(_reading(_of(one, id), id, dimensions) for one in quick),
            full=tuple(_reading(_of(one, id), id, practices) for one in full),
            lasted=sequels[id]["lasted"] if id in sequels else None,
            advice=Advice(**advice[id]) if id in advice else None,
            sheet=(texts / "sheet.md").read_text(encoding="utf-8"),
            asked=tuple((one["ask"], one["answer"]) for one in _yaml(texts / "interview.yaml")),
            sequel=(texts / "sequel.md").read_text(encoding="utf-8"),
        )


def _later(path: Path) -> Mapping[str, Any]:
    """A file that may come later; empty until then."""
    return _yaml(path) if path.is_file() else {}


def _of(found: Mapping[str, Any], id: str) -> Any:
    if id not in found:
        raise CalibrationError(Mistake("calibration", id, "a reader or judge left this firm out"))
    return found[id]


def _judgement(said: Mapping[str, Any], dimensions: Sequence[str]) -> Judgement:
    return Judgement(
        programme=float(said["programme"]),
        dimensions={
            id: float(said["dimensions"][id]) for id in dimensions if id in said["dimensions"]
        },
        why=str(said.get("why", "")),
        actions=tuple(said.get("actions", ())),
    )


def _reading(said: Mapping[str, Any], case: str, ids: Sequence[str]) -> Reading:
    """The answers to those of the questions `ids` that were read."""
    answers = {id: said["answers"][id] for id in ids if id in said["answers"]}
    for id, given in answers.items():
        if given not in (*RUNGS, *NOT_CHOSEN):
            found = f"“{given}” is no answer to {id}"
            raise CalibrationError(Mistake("calibration", case, found))
    return answers


def _choices(of: Path) -> Iterator[tuple[Choice, ...]]:
    for path in sorted(of.glob("pairs-*.yaml")):
        yield tuple(Choice(tuple(one["pair"]), one["lasts"]) for one in _yaml(path))


def _yaml(path: Path) -> Any:
    document = read(path, f"calibration/{path.name}")
    if document.mistakes:
        raise CalibrationError(*document.mistakes)
    return document.value
