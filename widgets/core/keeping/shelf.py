"""What the browser keeps, read by its keys: assessments, their records, their restore points.

Keys, after the base that names site and model: `answer:<assessment>:<field>`,
`about:<assessment>`, `restore:<assessment>:<time>` and the kind (see `point_keys`), `current`.
Pure; a damaged entry is shown as empty, never an error, and never dropped unasked.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from widgets.core.answers.chooser_fields import TODAY
from widgets.core.answers.field_kinds import PRACTICE, QUICK
from widgets.core.answers.kept_texts import object_of, text_of, time_of, value_of
from widgets.core.keeping.steps import Aside, Drop, Put, Step
from widgets.core.words.times import milliseconds

type Stored = Mapping[str, str]

DEFAULT = "default"
"""Id of the assessment that is there without being made."""
UNNAMED = "My assessment"
"""What it is called until the reader names it."""
COUNTED = (QUICK, PRACTICE, "choose.answers.", TODAY, "choose.criteria.", "choose.gate.")
"""What the names of fields begin with that are answers, not notes on them."""
OF_ONE = ("answer", "about", "restore", "overtaken:answer")
"""What the keys of one assessment begin with, before its id."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One assessment on the reader's shelf."""

    id: str
    name: str
    made: str
    exported: str
    """When it was last exported as a file; empty if never."""
    deleted: str
    """When it was taken off the shelf; empty if it stands there."""


def assessments(stored: Stored) -> list[Shelved]:
    """Every assessment that is not deleted, the default one first, then by time made."""
    return [one for one in _all(stored) if not one.deleted]


def deleted(stored: Stored) -> list[Shelved]:
    """Every assessment that is deleted and can still be brought back."""
    return [one for one in _all(stored) if one.deleted]


def _all(stored: Stored) -> list[Shelved]:
    ids = {key.split(":")[1] for key in stored if key.startswith(("answer:", "about:"))}
    found = [shelved(stored, id) for id in ids | {DEFAULT}]
    return sorted(found, key=lambda one: (one.id != DEFAULT, one.made, one.id))


def shelved(stored: Stored, id: str) -> Shelved:
    """What is known about the assessment `id`."""
    about = object_of(stored.get(f"about:{id}", ""))
    unnamed = UNNAMED if id == DEFAULT else f"Assessment {id}"
    said = [about.get(key) for key in ("name", "made", "exported", "deleted")]
    name, made, exported, gone = (text if isinstance(text, str) else "" for text in said)
    return Shelved(id, name or unnamed, made, exported, gone)


def new_id(stored: Stored, now: str) -> str:
    """An id that no assessment in `stored` has or had, from the reader's clock."""
    return f"a{free(now, lambda number: any(f':a{number}:' in f'{key}:' for key in stored))}"


def free(now: str, taken: Callable[[int], bool]) -> int:
    """The reader's clock in milliseconds, or the first number after it that is not `taken`."""
    return next(number for number in itertools.count(milliseconds(now)) if not taken(number))


def about(stored: Stored, id: str, **changes: str) -> Put:
    """Keeps `changes` in what is known about the assessment `id`."""
    known = {**object_of(stored.get(f"about:{id}", "")), **changes}
    return Put(f"about:{id}", text_of(known))


def records(stored: Stored, id: str) -> dict[str, str]:
    """The records of the assessment `id`: field name to text."""
    prefix = f"answer:{id}:"
    return {key.removeprefix(prefix): t for key, t in stored.items() if key.startswith(prefix)}


def count(records: Mapping[str, str]) -> int:
    """How many questions are answered in `records`."""
    named = (text for name, text in records.items() if name.startswith(COUNTED))
    return sum(bool(value_of(text)) for text in named)


def changed(records: Mapping[str, str]) -> str:
    """When the newest of `records` was written; empty if that is not known."""
    return max(map(time_of, records.values()), default="")


def everything(stored: Stored, id: str) -> Iterator[Drop]:
    """Erases all that is kept of the assessment `id`, restore points too."""
    mine = tuple(f"{part}:{id}:" for part in OF_ONE)
    yield from (Drop(key) for key in stored if f"{key}:".startswith(mine))


def after(stored: Stored, steps: Iterable[Step]) -> dict[str, str]:
    """What the browser keeps once `steps` are done."""
    kept = dict(stored)
    for each in steps:
        step = each.step if isinstance(each, Aside) else each
        if isinstance(step, Put):
            kept[step.key] = step.text
        elif isinstance(step, Drop):
            kept.pop(step.key, None)
    return kept
