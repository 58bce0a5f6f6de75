"""Fields in a reader's words: which question one belongs to, and what its value says.

Knows every kind of field and no rule; a field that the model does not have keeps its own name.
"""

from collections.abc import Mapping

from widgets.core.answers import field_names
from widgets.core.answers.states import UNKNOWN
from widgets.core.model.maturity import Model
from widgets.core.words.english import number_of, short

LONGEST = 160
"""Characters of a reader's own text that are shown in a table."""

_OF_PRACTICE = {
    field_names.PRACTICE: "",
    field_names.REASON: "Reason: ",
    "note.": "Note: ",
    "evidence.": "Evidence: ",
    "dated.": "Day of the evidence: ",
    "owner.": "Who knows: ",
    "proof.": "Proof at hand: ",
    field_names.LEAVE: "Left out of the way up: ",
}
_OF_DIMENSION = {
    field_names.QUICK: "Quick answer: ",
    field_names.TARGET: "Target: ",
    field_names.LEAVE: "Left out of the way up: ",
}
_CHOOSER = {
    "choose.account.": "The chooser's accounts",
    "choose.other.": "The chooser's second context",
    "choose.today": "The chooser: how it is today",
}


def label(name: str, model: Model) -> str:
    """The question behind the field `name`, or behind the question that begins with it."""
    if name in _CHOOSER:
        return _CHOOSER[name]
    prefix, _, id = name.partition(".")
    start = f"{prefix}."
    if start in _OF_PRACTICE and id in model.practice:
        return _OF_PRACTICE[start] + model.practice[id].statement
    if start in _OF_DIMENSION and id in model.dimension:
        return _OF_DIMENSION[start] + model.dimension[id].name
    if start == "choose.":
        return f"The chooser: {id.rpartition('.')[2].replace('-', ' ').replace('_', ' ')}"
    titles = {field_names.PLAN + rule.id: f"Plan: {rule.title}" for rule in model.advice}
    asked = {field_names.PROFILE + q.id: f"Profile: {q.question}" for q in model.profile}
    return (titles | asked).get(name, name)


def said(values: Mapping[str, str], model: Model) -> str:
    """What the fields of one question say together; empty for none."""
    if any(name.startswith(("choose.account.", "choose.other.")) for name in values):
        return number_of(len(values), "answer")
    told = "; ".join(_one(name, text, model) for name, text in values.items())
    return short(told, LONGEST)


def _one(name: str, text: str, model: Model) -> str:
    prefix, _, id = name.partition(".")
    start = f"{prefix}."
    if start in (field_names.PRACTICE, field_names.QUICK):
        ladder = _ladder(start, id, model)
        rung = text in {"0", "1", "2", "3", "4"} and bool(ladder)
        return f"{text}: {ladder[int(text)]}" if rung else _plain(text)
    if start == field_names.PROFILE:
        labels = {o.id: o.label for q in model.profile if q.id == id for o in q.options}
        return labels.get(text, text)
    return text


def _plain(text: str) -> str:
    return {UNKNOWN: "not known", field_names.NA: "does not apply"}.get(text, text)


def _ladder(start: str, id: str, model: Model) -> tuple[str, ...]:
    if start == field_names.PRACTICE and id in model.practice:
        return model.practice[id].ladder
    return model.dimension[id].ladder if id in model.dimension else ()
