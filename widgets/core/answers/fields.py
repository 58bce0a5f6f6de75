"""Answers as a browser keeps them: one small record for each question.

The page writes a record at every change and never reads meaning into it; the rules are here.
A record that cannot be used is named and left where it is: nothing is lost, nothing is guessed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from widgets.core.answers import chooser_fields, field_kinds, file
from widgets.core.answers.field_kinds import PLAN_MONTH, PRACTICE, PROFILE, RETIRED_FIELD
from widgets.core.answers.kept_texts import new_record, object_of, record_of, text_of
from widgets.core.answers.problems import Problem, unread
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import Model
from widgets.core.model.release_maps import RETIRED
from widgets.core.words.months import month as month_of

type Usable = Callable[[Mapping[str, Any], Model], bool]
"""Tells whether what is kept of things that are asked no longer can be used."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the kept records say."""

    answers: Answers
    problems: tuple[Problem, ...]
    """One sentence for each kind of record that could not be used."""
    times: dict[str, str]
    """When each field was last changed, by its name; empty text where that is not known."""
    typed: Mapping[str, str]
    """What was typed where that is not as a file would have it, by field; it may say nothing."""


def read_current(records: Mapping[str, str], model: Model, usable: Usable) -> Kept:
    """The answers in `records` of the release of `model`; those of another are named, not used."""
    values: dict[str, str] = {}
    times: dict[str, str] = {}
    damaged: list[str] = []
    foreign: set[str] = set()
    for name, text in records.items():
        record = record_of(text)
        if record is None or record.model is None:
            damaged.append(name)
        elif record.model != model.version:
            foreign.add(record.model)
        else:
            values[name], times[name] = record.value, record.at
    answers, fine = _answers(values, times, model, usable)
    damaged += [name for name, text in values.items() if text and name not in fine]
    problems = unread(sorted(damaged), sorted(foreign), model)
    return Kept(answers, problems, times, _typed(values, model))


def records(answers: Answers, model: Model, at: str = "") -> dict[str, str]:
    """`answers` as a browser would keep them: what `read` gives back.

    `at` is the time of every record whose answer does not carry its own.
    """
    times = {PRACTICE + id: own for id, own in answers.answered_at.items()}
    return {
        name: new_record(value, model.version, times.get(name, at))
        for name, value in _values(answers).items()
    }


def retired_values(retired: Mapping[str, Any]) -> dict[str, str]:
    """What is asked no longer as fields: one for each thing, with its entry as JSON."""
    return {RETIRED_FIELD + thing: text_of(entry) for thing, entry in retired.items()}


def _values(answers: Answers) -> dict[str, str]:
    """The text of every field that holds something, by its name."""
    values = dict(field_kinds.values(file.parts(answers)))
    return values | retired_values(answers.retired) | chooser_fields.values(answers.chooser)


def _answers(
    values: Mapping[str, str], times: Mapping[str, str], model: Model, usable: Usable
) -> tuple[Answers, set[str]]:
    """What fields say together, and the names of those that are no mistake."""
    strange = _strange_options(values, model)
    known = {name: text for name, text in values.items() if name not in strange}
    ids = {
        "dimension": model.dimension,
        "practice": model.practice,
        "question": [question.id for question in model.profile],
        "rule": [rule.id for rule in model.advice],
    }
    data, fine = field_kinds.parts(known, ids.__getitem__)
    data["chooser"], of_chooser = chooser_fields.part(values)
    data[RETIRED] = _retired(values, model, usable)
    fine |= {RETIRED_FIELD + thing for thing in data[RETIRED]}
    for id in data.get("answers", ()):
        if at := times[PRACTICE + id]:
            data.setdefault("details", {}).setdefault(id, {})["answered_at"] = at
    return file.from_json(data), fine | of_chooser


def _strange_options(values: Mapping[str, str], model: Model) -> set[str]:
    """The fields of the profile that name an option which their question does not have."""
    options = {PROFILE + one.id: {option.id for option in one.options} for one in model.profile}
    return {name for name, ids in options.items() if values.get(name) not in ids}


def _retired(values: Mapping[str, str], model: Model, usable: Usable) -> dict[str, Any]:
    """What is kept of things that are asked no longer; what cannot be used is left out."""
    found: dict[str, Any] = {}
    for name in values if model.migrations else ():
        prefix, thing = field_kinds.split(name)
        entry = object_of(values[name]) if prefix == RETIRED_FIELD else {}
        if entry and usable({thing: entry}, model):
            found[thing] = entry
    return found


def _typed(values: Mapping[str, str], model: Model) -> dict[str, str]:
    """The months that were typed in another form than a file has, or that are none."""
    months = {
        name: values.get(name, "") for name in (PLAN_MONTH + rule.id for rule in model.advice)
    }
    return {name: text for name, text in months.items() if text != month_of(text)}
