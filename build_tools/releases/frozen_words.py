"""The words of each release: what a reader was asked, word for word, and fingerprints of the rest.

`released/words-<version>.txt` keeps them, one line each: thing, key, text.  A thing is a kind and
an id, such as `practice block-removal`.  The file is written once, with the list of ids beside it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from build_tools.reading import kinds
from build_tools.reading.folder import ADVICE, ModelFolder, Thing, options_of

PREFIX = "words-"
"""How the names of these files begin, in `released/`."""

TOLD, COUNTS, NA = "told", "counts", "na"
"""Keys beside the questions: fingerprints of the other words and of what figures rest on, and
whether “does not apply” may be answered."""

CHOOSER = "chooser-"
"""How the kinds of the structures begin in releases 1.0.0 and 2.0.0 of the model, before the
structures had releases of their own; they are not read here."""

_ASKED: Mapping[str, tuple[str, ...]] = {
    "dimension": ("question", "ladder"),
    "practice": ("statement", "ladder"),
    "question": ("question",),
    "option": ("label",),
    "rule": ("title",),
}
"""By kind: the words that a saved answer stands on."""

SAVED = tuple(_ASKED)
"""Kinds of which a reader's file can hold an answer."""

_COUNTS: Mapping[str, tuple[str, ...]] = {
    "dimension": ("critical",),
    "practice": ("guards", "scope", "precondition", "home"),
    "option": ("scope", "contexts"),
    "rule": ("when", "raises", "needs", "first_step_of"),
}
"""By kind: what figures rest on, so that the same answers may come out otherwise."""

_SILENT = ("id", "order", "version", "levels", "level", "practices", "options", "aliases")
"""Keys that no reader sees, or whose things have words of their own."""

_LISTS: Mapping[str, str] = {
    "rule": ADVICE,
    "question": "profile.yaml",
    "role": "roles.yaml",
    "sign": "warning_signs.yaml",
    "source": "evidence/sources.yaml",
    "basis": "evidence/basis.yaml",
    "grade": "evidence/grades.yaml",
    "theme": "evidence/themes.yaml",
}

type Words = Mapping[str, Mapping[str, str]]
"""By thing: the text of each of its keys."""


def things(folder: ModelFolder) -> Iterator[tuple[str, Thing]]:
    """Everything that has words, named, in the order of the model's files."""
    model = folder.reports["model.yaml"]
    value = model.document.value
    yield "model model", Thing(model, (), value)
    for n, level in enumerate(value.get("levels", ())):
        yield f"level {level.get('level')}", Thing(model, ("levels", n), level)
    for kind, found in (
        ("dimension", folder.dimensions),
        ("practice", folder.practices()),
        ("factor", folder.factors),
        *((kind, folder.listed(file)) for kind, file in _LISTS.items()),
    ):
        yield from ((f"{kind} {thing.id}", thing) for thing in found)
    for question in folder.listed("profile.yaml"):
        yield from ((f"option {question.id}.{o.id}", o) for o in options_of(question))
    for fact in folder.listed("evidence/facts.yaml"):
        yield from ((f"fact {id}", fact) for id in (fact.id, *fact.listed("aliases")))


def now(folder: ModelFolder) -> Words:
    """The words that a model has now."""
    return {name: words(name, thing) for name, thing in things(folder)}


def words(name: str, thing: Thing) -> dict[str, str]:
    """The words of one thing, by key."""
    kind = name.partition(" ")[0]
    asked, counts = _ASKED.get(kind, ()), _COUNTS.get(kind, ())
    data = {**thing.data, "home": Path(thing.report.document.file).stem}
    said = {k: plain(data[k]) for k in asked if k in data and k != "ladder"}
    if "ladder" in asked:
        ladder = data.get("ladder", {}).items()
        said |= {str(rung): plain(f"{r['label']}. {r['text']}") for rung, r in ladder}
    told = [key for key in thing.data if key not in (*asked, *counts, *_SILENT)]
    said[TOLD] = fingerprint({key: data[key] for key in told})
    if counts:
        said[COUNTS] = fingerprint({key: data[key] for key in counts if key in data})
    if kind == "practice" and data.get("scope"):
        said[NA] = "may be answered"
    return said


def plain(value: Any) -> str:
    """A text in one line."""
    return " ".join(str(value).split())


def _normal(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _normal(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_normal(item) for item in value]
    return plain(value) if isinstance(value, str) else value


def fingerprint(data: Mapping[str, Any]) -> str:
    """Eight letters that change when `data` does."""
    text = json.dumps(_normal(data), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def path(root: Path, version: str) -> Path:
    """Where the model folder `root` keeps the words of a release."""
    return root / "released" / f"{PREFIX}{version}.txt"


def write(found: Words, target: Path, version: str) -> None:
    """Writes the words of a release."""
    lines = [
        f"# The words of release {version}: what is asked, and fingerprints of the rest. "
        "Written once; never changed."
    ]
    lines += [f"{name} {key} {text}" for name, said in found.items() for key, text in said.items()]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def released(root: Path) -> dict[str, Words]:
    """What each release of the folder `root` said, by version; a file of ours, so trusted."""
    found: dict[str, Words] = {}
    for file in sorted(root.glob(f"released/{PREFIX}*.txt")):
        version = file.stem.removeprefix(PREFIX)
        if kinds.VERSION.fullmatch(version):
            found[version] = _read(file.read_text(encoding="utf-8"))
    return found


def _read(text: str) -> Words:
    said: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        kind, id, key, rest = (*line.split(" ", 3), "", "", "")[:4]
        if key and not line.startswith(("#", CHOOSER)):
            said.setdefault(f"{kind} {id}", {})[key] = rest
    return said


def asked(said: Mapping[str, str]) -> dict[str, str]:
    """Of the words of one thing, those that a saved answer stands on."""
    return {key: text for key, text in said.items() if key not in (TOLD, COUNTS, NA)}


def with_question(id: str) -> tuple[str, ...]:
    """A thing and, for an option, its question, with which it comes and goes."""
    kind, _, name = id.partition(" ")
    return (id, f"question {name.partition('.')[0]}") if kind == "option" else (id,)
