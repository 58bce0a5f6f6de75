"""Fields in a reader's words: which question one belongs to, and what its value says.

Knows every kind of field and no rule; a field that the model does not have keeps its own name.
"""

from collections.abc import Mapping
from itertools import chain

from widgets.core.answers import field_kinds
from widgets.core.answers.kept_texts import object_of
from widgets.core.answers.states import UNKNOWN
from widgets.core.migrating.file_migration import Old
from widgets.core.migrating.report import name as called
from widgets.core.migrating.report import old_answer, written
from widgets.core.model.ladders import Ladder
from widgets.core.model.maturity import Model
from widgets.core.model.release_maps import Words
from widgets.core.words.english import number_of, short

LONGEST = 160
"""Characters of a reader's own text that are shown in a table."""

_CHOOSER = {
    "choose.account.": "The chooser's accounts",
    "choose.other.": "The chooser's second context",
    "choose.today": "The chooser: how it is today",
}
_PART = {
    "answers": "The chooser",
    "criteria": "The chooser, first release",
    "gate": "The chooser, first release",
    "context": "The chooser, first release",
    "weights": "The chooser, importance",
    "have": "The chooser, there already",
    "board": "The page for a board",
}
"""What the chooser's fields belong to, by the part of a file that they make."""


def label(name: str, model: Model) -> str:
    """The question behind the field `name`, or behind the question that begins with it."""
    if name in _CHOOSER:
        return _CHOOSER[name]
    start, id = field_kinds.split(name)
    if start == field_kinds.RETIRED_FIELD and (old := _words_of(id, model)):
        return f"In an older version: {called(old)}"
    if start == "choose.":
        part, _, about = id.rpartition(".")
        words = about.replace("-", " ").replace("_", " ")
        return f"{_PART.get(part, 'The chooser')}: {words}"
    things = field_kinds.PLACE_OF[start].things if start in field_kinds.PLACE_OF else ()
    asked = next(filter(None, (_asked(thing, id, model) for thing in things)), "")
    words = field_kinds.KINDS[start].words if asked else ""
    return ": ".join(filter(None, (words, asked))) or name


def _asked(thing: str, id: str, model: Model) -> str:
    """What the model calls a thing in a list; empty if it does not have it."""
    if thing == "practice" and id in model.practice:
        return model.practice[id].statement
    if thing == "dimension" and id in model.dimension:
        return model.dimension[id].name
    if thing == "question":
        return next((q.question for q in model.profile if q.id == id), "")
    return next((r.title for r in model.advice if r.id == id and thing == "rule"), "")


def values_together(values: Mapping[str, str], model: Model) -> str:
    """What the fields of one question say together; empty for none."""
    if any(name.startswith(("choose.account.", "choose.other.")) for name in values):
        return number_of(len(values), "answer")
    told = "; ".join(_one(name, text, model) for name, text in values.items())
    return short(told, LONGEST)


def _one(name: str, text: str, model: Model) -> str:
    start, id = field_kinds.split(name)
    if start in (field_kinds.PRACTICE, field_kinds.QUICK):
        ladder = _ladder(start, id, model)
        rung = text in {"0", "1", "2", "3", "4"} and bool(ladder)
        return f"{text}: {ladder[int(text)].said}" if rung else _plain(text)
    if start == field_kinds.PROFILE:
        labels = {o.id: o.label for q in model.profile if q.id == id for o in q.options}
        return labels.get(text, text)
    if start == field_kinds.RETIRED_FIELD and (words := _words_of(id, model)):
        old = Old(id, words, object_of(text))
        return "; ".join((old_answer(old), *("".join(line) for line in written(old))))
    return text


def _words_of(thing: str, model: Model) -> Words:
    """The words of a thing that is asked no longer; empty where no map names it."""
    left = (one for step in model.migrations for one in step.left)
    parts = (one.parts.items() for step in model.migrations for one in step.merged)
    found = {one.thing: one.words for one in left} | dict(chain.from_iterable(parts))
    return found.get(thing, {})


def _plain(text: str) -> str:
    return {UNKNOWN: "not known", field_kinds.NA: "does not apply"}.get(text, text)


def _ladder(start: str, id: str, model: Model) -> Ladder:
    if start == field_kinds.PRACTICE and id in model.practice:
        return model.practice[id].ladder
    return model.dimension[id].ladder if id in model.dimension else ()
