"""The raters whose answers the browser keeps, read from its keys `rater:<id>` and written there.

A rater's text is JSON: `number`, `name`, `function`, `at`, `removed` (when; empty: still here),
`own` (id of the reader's assessment that it came from, or empty) and `file`, an answers file
without notes, names or reasons.  Pure; what cannot be read is named, never dropped unasked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from widgets.core.answers import file as files
from widgets.core.answers.kept_texts import object_of, text_of
from widgets.core.answers.states import Answers, NotApplicable
from widgets.core.files.refusals import AnswersError
from widgets.core.importing import opened_file
from widgets.core.keeping.steps import Put
from widgets.core.migrating.file_migration import Migrated
from widgets.core.model.maturity import Model
from widgets.core.words.english import tidy
from widgets.core.words.times import milliseconds

PREFIX = "rater:"
"""What the keys of raters begin with."""
MOST_RATERS = 200
"""How many raters are kept; the command line takes as many as there are."""
LONGEST_NAME = 60
"""Characters of a rater's name."""


@dataclass(frozen=True, slots=True)
class Function:
    """What a rater does in the firm."""

    id: str
    label: str
    mark: str
    """Its letter in a figure."""
    says: str
    """Name and verb, such as "sales says"."""


FUNCTIONS = (
    Function("sales", "Sales", "S", "sales says"),
    Function("delivery", "Delivery", "D", "delivery says"),
    Function("managers", "Key account managers", "K", "key account managers say"),
    Function("executives", "Executives", "E", "executives say"),
    Function("finance", "Finance", "F", "finance says"),
    Function("other", "Other", "O", "others say"),
)
FUNCTION = {function.id: function for function in FUNCTIONS}


@dataclass(frozen=True, slots=True)
class Rater:
    """One rater."""

    id: str
    number: int
    given: str
    """The name that somebody typed; empty if nobody did."""
    function: str
    """Id of a `Function`; empty if it is not told."""
    removed: bool
    own: str
    answers: Answers
    problem: str
    """Why the answers cannot be read; empty if they can."""

    @property
    def name(self) -> str:
        """The name, or a pseudonym."""
        return self.given or (f"Rater {self.number}" if self.number else "A rater without a number")

    @property
    def rungs(self) -> int:
        """How many practices have a rung."""
        return sum(isinstance(state, int) for state in self.answers.practices.values())


def present(stored: Mapping[str, str], model: Model) -> list[Rater]:
    """Every rater that is not removed, in the order in which they came."""
    return [rater for rater in everybody(stored, model) if not rater.removed]


def removed(stored: Mapping[str, str], model: Model) -> list[Rater]:
    """Every rater that was removed and can be brought back."""
    return [rater for rater in everybody(stored, model) if rater.removed]


def everybody(stored: Mapping[str, str], model: Model) -> list[Rater]:
    """All raters, the removed ones too."""
    keys = sorted(key for key in stored if key.startswith(PREFIX))
    return [_rater(key.removeprefix(PREFIX), object_of(stored[key]), model) for key in keys]


def _rater(id: str, held: Mapping[str, Any], model: Model) -> Rater:
    said = [held.get(part) for part in ("name", "function", "removed", "own")]
    name, function, gone, own = (text if isinstance(text, str) else "" for text in said)
    number = held.get("number")
    found, problem = Answers(), ""
    try:
        opened = opened_file.opened(held.get("file"), model, from_link=True)
        found, problem = opened.answers, ""
        if opened.migrated and opened.migrated.apart:
            found, problem = Answers(), f"{other_release(opened.migrated)}."
    except AnswersError as error:
        problem = str(error)
    return Rater(
        id=id,
        number=number if isinstance(number, int) else 0,
        given=tidy(name, LONGEST_NAME),
        function=function if function in FUNCTION else "",
        removed=bool(gone),
        own=own,
        answers=found,
        problem=problem,
    )


def other_release(migrated: Migrated) -> str:
    """Why a rater of an older release is kept apart."""
    return (
        f"these are answers to model {migrated.before}, which asks in another way than "
        f"{migrated.after}; figures of a team never mix the two"
    )


def added(
    stored: Mapping[str, str], new: Iterable[Answers], model: Model, now: str, own: str = ""
) -> Iterator[Put]:
    """Keeps each of `new` as a rater of its own."""
    numbers = [object_of(t).get("number") for k, t in stored.items() if k.startswith(PREFIX)]
    last = max((n for n in numbers if isinstance(n, int)), default=0)
    stamp = milliseconds(now)
    for number, answers in enumerate(new, start=last + 1):
        while (key := f"{PREFIX}{stamp:015d}-{number:03d}") in stored:
            stamp += 1
        held = {"number": number, "name": "", "function": "", "at": now, "removed": ""}
        yield _put(key, {**held, "own": own, "file": files.as_json(bare(answers), model)})


def changed(stored: Mapping[str, str], id: str, **changes: Any) -> Iterator[Put]:
    """Changes what is kept of the rater `id`; nothing where there is none."""
    held = object_of(stored.get(key := PREFIX + id, ""))
    if key in stored:
        yield _put(key, {**held, **changes})


def bare(answers: Answers) -> Answers:
    """The states alone: no notes, no names, no plan, no reasons."""
    return Answers(
        practices={
            id: NotApplicable("") if isinstance(state, NotApplicable) else state
            for id, state in answers.practices.items()
        },
        quick=answers.quick,
    )


def _put(key: str, held: Mapping[str, Any]) -> Put:
    return Put(key, text_of(held))
