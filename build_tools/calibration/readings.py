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
from build_tools.reading import readings_schema as schema
from build_tools.reading.folder import checked
from build_tools.reading.kinds import Kind
from build_tools.structure_trial.readings import Firm, firm
from build_tools.structure_trial.readings import reworded as chooser_reworded
from widgets.core.model.maturity import Model
from widgets.core.structures.structures import Structures

type Group = Literal["tuning", "sealed"]
"""The firms on which words and rule were chosen, and those kept shut until both stood."""

type Way = Literal["quick", "full"]

WORDS = "readings/words.yaml"
"""The file that says which words were read."""

CHOOSER_WORDS = "readings/chooser-words.yaml"
"""The same of the chooser's questions."""

GROUPS: Sequence[Group] = ("tuning", "sealed")
WAYS: Sequence[Way] = ("quick", "full")

type Given = int | str
"""A rung, or one of `NOT_CHOSEN`."""

type Reading = Mapping[str, Given]
"""One reader's answers about one firm, by the id of the question."""

type _Said = Mapping[str, Any]
"""What a file holds, by firm."""

_HOME = "calibration"
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
    lasted: float | None
    """What was left two years later, 0 (nothing) to 4 (as before); none: not read yet."""
    advice: Advice | None
    sheet: str
    asked: tuple[tuple[str, str], ...]
    """Answers to further questions: each question with its answer."""
    sequel: str
    forms: Firm | None = None
    """What was read and judged of its structure; none: not read yet."""

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
    chooser_words: Mapping[str, str]
    """The same of the chooser, by question."""

    def of(self, *groups: Group) -> tuple[Case, ...]:
        """The firms of some groups."""
        return tuple(case for case in self.cases if case.group in groups)


def load(folder: Path, model: Model) -> Calibration:
    """The calibration in `folder`; a group without a judgement is not read yet.

    A question that was not read has no answer.  Raises `CalibrationError` where a file is missing,
    a reading lacks a firm, or one holds what is no answer.
    """
    present = [g for g in GROUPS if (folder / _READINGS[g] / "judge-1.yaml").is_file()]
    files = _Files(folder)
    keystones = files.value("keystones.yaml", schema.KEYSTONES)
    return Calibration(
        model=files.value("readings/about.yaml", schema.ABOUT)["model"],
        cases=tuple(case for group in present for case in _cases(files, group, model)),
        choices={group: tuple(_choices(files, group)) for group in present},
        keystones={id: tuple(of) for id, of in keystones.items()},
        words=files.later(WORDS, schema.WORDS),
        chooser_words=files.later(CHOOSER_WORDS, schema.WORDS),
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


def check(checkout: Path, model: Model, structures: Structures | None = None) -> list[str]:
    """A sentence where words of the model, or of the chooser, were not read as they stand."""
    folder = checkout / "calibration"
    if not folder.is_dir():
        return []
    found = load(folder, model)
    asked = chooser_reworded(found.chooser_words, structures) if structures else ()
    unread = [("", reworded(found, model)), (" by readers of the chooser", asked)]
    return [
        str(
            Mistake(
                "calibration",
                found=f"not read{whom} as they are worded now: {', '.join(changed)}",
                do="have them read, then see its README",
            )
        )
        for whom, changed in unread
        if changed
    ]


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of the folder, each held against its form."""

    folder: Path

    def value(self, name: str, kind: Kind) -> Any:
        """What a file of YAML holds."""
        self._there(name)
        report = checked(self.folder / name, f"{_HOME}/{name}", kind)
        if report.mistakes:
            raise CalibrationError(*report.mistakes)
        return report.document.value

    def later(self, name: str, kind: Kind) -> Mapping[str, Any]:
        """The same of a file that may come later; empty until then."""
        found: Mapping[str, Any] = self.value(name, kind) if (self.folder / name).is_file() else {}
        return found

    def text(self, name: str) -> str:
        """A text as it stands."""
        return self._there(name).read_text(encoding="utf-8")

    def _there(self, name: str) -> Path:
        if not (self.folder / name).is_file():
            raise CalibrationError(Mistake(f"{_HOME}/{name}", found="is missing", do="add it"))
        return self.folder / name


def _cases(files: _Files, group: Group, model: Model) -> Iterator[Case]:
    of = _READINGS[group]
    judges = [files.value(f"{of}/judge-{n}.yaml", schema.JUDGE) for n in (1, 2)]
    quick = [files.value(f"{of}/quick-{n}.yaml", schema.READER) for n in (1, 2)]
    full = [files.value(f"{of}/full-{n}.yaml", schema.READER) for n in (1, 2)]
    choosers = [files.later(f"{of}/chooser-{n}.yaml", schema.CHOOSER) for n in (1, 2)]
    sequels = files.later(f"{of}/sequels.yaml", schema.SEQUELS)
    advice = files.later(f"{of}/advice.yaml", schema.ADVICE)
    dimensions = [d.id for d in model.dimensions]
    practices = [p.id for p in model.practices()]
    for id in sorted(judges[0]):
        texts = f"{_CASES[group]}/{id}"
        interview = files.value(f"{texts}/interview.yaml", schema.INTERVIEW)
        yield Case(
            id=id,
            group=group,
            judged=tuple(_judgement(_of(judge, id), dimensions) for judge in judges),
            quick=tuple(_reading(_of(one, id), dimensions) for one in quick),
            full=tuple(_reading(_of(one, id), practices) for one in full),
            lasted=sequels[id]["lasted"] if id in sequels else None,
            advice=Advice(**advice[id]) if id in advice else None,
            sheet=files.text(f"{texts}/sheet.md"),
            asked=tuple((one["ask"], one["answer"]) for one in interview),
            sequel=files.text(f"{texts}/sequel.md"),
            forms=_forms(id, judges, choosers),
        )


def _forms(id: str, judges: Sequence[_Said], choosers: Sequence[_Said]) -> Firm | None:
    """None until both have read the chooser, and where a judge named no form."""
    if not all(choosers) or not all("structures" in judge[id] for judge in judges):
        return None
    judged = [judge[id]["structures"] for judge in judges]
    return firm(id, judged, [_of(one, id) for one in choosers])


def _of(found: Mapping[str, Any], id: str) -> Any:
    if id not in found:
        raise CalibrationError(Mistake(_HOME, id, "a reader or judge left this firm out"))
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


def _reading(said: Mapping[str, Any], ids: Sequence[str]) -> Reading:
    """The answers to those of the questions `ids` that were read."""
    return {id: said["answers"][id] for id in ids if id in said["answers"]}


def _choices(files: _Files, group: Group) -> Iterator[tuple[Choice, ...]]:
    of = _READINGS[group]
    firms = files.value(f"{of}/judge-1.yaml", schema.JUDGE)
    for path in sorted((files.folder / of).glob("pairs-*.yaml")):
        found = files.value(f"{of}/{path.name}", schema.PAIRS)
        for id in (id for one in found for id in one["pair"] if id not in firms):
            wrong = "no judge read this firm"
            raise CalibrationError(Mistake(f"{_HOME}/{of}/{path.name}", id, wrong))
        yield tuple(Choice(tuple(one["pair"]), one["lasts"]) for one in found)
