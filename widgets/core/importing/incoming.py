"""What comes from outside: an answers file, the raw records of a page without Python, or a link.

The one way in, behind every door: the address bar, the import panel, a file that is dropped, and
the team page.  Reads and judges, and keeps nothing.  Every text is hostile until it is read: its
size, its depth and the number of its fields are bounded before anything is made of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from widgets.core.answers import fields
from widgets.core.answers.kept_texts import new_record, value_of
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.files.refusals import FILE, LINK, AnswersError, Refusal
from widgets.core.files.strict_json import parsed
from widgets.core.importing import opened_file, strangers
from widgets.core.keeping import opening
from widgets.core.migrating.file_migration import Migrated
from widgets.core.migrating.record_migration import move
from widgets.core.model.maturity import Model
from widgets.core.page.view import Place
from widgets.core.questionnaire.chooser import chooser
from widgets.core.sharing import share_link
from widgets.core.sharing.link_text import has_link

DEEPEST = 12
"""How deep brackets may stand in one another; those of an answers file reach six."""

MOST_FIELDS = 3_000
"""Records that one file may hold; a full assessment with fifty accounts has some 1,000."""

AGAIN = "export it again from the guide"
"""What to do with a file that nobody's browser wrote."""

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a reader may let in."""

    records: Mapping[str, str]
    """As a browser would keep them."""
    answers: Answers
    problems: tuple[Problem, ...]
    """A sentence for each kind of thing that does not come in."""
    migrated: Migrated | None = None
    """What became of the answers, where they are of an older release of the model."""
    link: str = ""
    """The release that a link carries answers to; empty: it was no link."""


def incoming(given: str | bytes, place: Place) -> Incoming:
    """What a text or a file holds; raises `RefusedError`."""
    text = given if isinstance(given, str) else strangers.text_of(given)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        must = "it must be answers as JSON, or a link"
        raise AnswersError(Refusal(FILE, "there is nothing in it", must))
    if not text.lstrip().startswith("{") or text.lstrip().startswith("{\\rtf"):
        return _from_link(text, place)
    _check_depth(text)
    data = parsed(text)
    raw = isinstance(data, dict) and "format" not in data and _is_raw(data)
    return _from_records(data, place) if raw else _from_file(data, place)


def _from_link(text: str, place: Place) -> Incoming:
    if not has_link(text):
        raise strangers.refusal(text)
    link = share_link.read(text, place.model, place.structures())
    moved = move(link.records(place.model), place.model)
    if not moved.records:
        none = Refusal(LINK, "it carries no answer", do="ask for the link again")
        raise share_link.ShareError(none)
    return replace(_kept(moved.records, place, moved.migrated), link=link.version)


def _from_file(data: Any, place: Place) -> Incoming:
    found = opened_file.opened(data, place.model, partial(chooser, structures=place.structures()))
    records = fields.records(found.answers, place.model)
    if len(records) > MOST_FIELDS:
        raise _too_many(len(records))
    return _kept(records, place, found.migrated)


def _from_records(data: Mapping[str, str], place: Place) -> Incoming:
    """The records that the page saves by itself, from which Python makes answers."""
    if len(data) > MOST_FIELDS:
        raise _too_many(len(data))
    moved = move(data, place.model)
    kept = opening.read_records(moved.records, place.model)
    records, strange = dict(_read(kept, place.model)), ""
    try:
        chooser(kept.answers.chooser, place.structures())
    except AnswersError as error:
        strange = f"The chooser's answers do not come in: {error}"
        records = {n: text for n, text in records.items() if not n.startswith("choose.")}
    if not records:
        because = " ".join(map(str, kept.problems)) or strange
        none = "" if because else "it holds no answer"
        raise AnswersError(Refusal(FILE, none, because=because))
    answers = opening.read_records(records, place.model).answers
    told = (*kept.problems, strange) if strange else kept.problems
    return Incoming(records, answers, told, moved.migrated)


def _read(kept: fields.Kept, model: Model) -> Iterator[tuple[str, str]]:
    """What records say, as records again, each with its time; those that say nothing are gone."""
    for name, text in fields.records(kept.answers, model).items():
        yield name, new_record(value_of(text), model.version, kept.times.get(name, ""))


def _kept(records: Mapping[str, str], place: Place, migrated: Migrated | None = None) -> Incoming:
    kept = opening.read_records(records, place.model)
    return Incoming(records, kept.answers, kept.problems, migrated)


def _is_raw(data: Mapping[str, Any]) -> bool:
    """Whether every key holds a text that looks like a record."""
    return bool(data) and all(
        isinstance(text, str) and text.lstrip().startswith("{") for text in data.values()
    )


def _check_depth(text: str) -> None:
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > DEEPEST:
            found = f"nests more than {DEEPEST} deep"
            raise AnswersError(Refusal(FILE, found, "an answers file nests six", AGAIN))


def _too_many(count: int) -> AnswersError:
    most = f"an answers file has at most {MOST_FIELDS:,}"
    return AnswersError(Refusal(FILE, f"holds {count:,} fields", most, AGAIN))
