"""The accounts of the form: a box for each that was begun, and one more to begin."""

from collections.abc import Mapping

import htpy as h

from widgets.core.answers import chooser_fields
from widgets.core.drawing.html import kept
from widgets.core.page.controls import button
from widgets.core.structures.structures import Structures
from widgets.core.words.english import lower_first

FUNCTIONS = "chooser-functions"
"""Id of the list of functions that a reader may pick from."""

COMMON = (
    *("Account manager", "Purchasing", "Sales", "Operations", "Logistics", "Engineering"),
    *("Quality", "Service", "Finance", "IT", "Legal", "General manager"),
)

ATTRACTIVE = ("low", "rather low", "medium", "high", "very high")


def rows(structures: Structures, part: Mapping[str, str]) -> h.Node:
    """Every account, from the texts of the fields; the last one is empty."""
    begun = chooser_fields.numbers(part)
    following = max(begun, default=0) + 1
    return (
        [
            _account(structures, part, number, begun[number])
            if number in begun
            else h.details(id=f"account-{number}", hidden=True)  # nothing below it may move
            for number in range(1, following)
        ],
        h.details(".kam-scope", id=f"account-{following}")[
            h.summary["Add another account" if begun else "Add an account"],
            _fields(structures, part, following, ()),
        ],
        h.datalist(id=FUNCTIONS)[[h.option(value=name) for name in COMMON]],
    )


def _account(
    structures: Structures, part: Mapping[str, str], number: int, contacts: tuple[int, ...]
) -> h.Element:
    name = part.get(f"{chooser_fields.ACCOUNT}{number}.name", "").strip() or f"Account {number}"
    stage = part.get(f"{chooser_fields.ACCOUNT}{number}.stage", "")
    named = next((one.name for one in structures.stages if one.id == stage), "no stage yet")
    return h.details(".kam-scope", id=f"account-{number}")[
        h.summary[name, h.span(".kam-note")[f" · {lower_first(named)}"]],
        _fields(structures, part, number, contacts),
        button("assessments.clear-fields", f"Remove {name}", f"{chooser_fields.ACCOUNT}{number}."),
    ]


def _fields(
    structures: Structures, part: Mapping[str, str], number: int, contacts: tuple[int, ...]
) -> h.Node:
    start = f"{chooser_fields.ACCOUNT}{number}."
    stages = tuple((one.id, f"{one.name}: {one.what_it_is}") for one in structures.stages)
    attractive = tuple((str(at), f"{at}: {words}") for at, words in enumerate(ATTRACTIVE))

    def select(field: str, label: str, possible: tuple[tuple[str, str], ...]) -> h.Node:
        return _select(start + field, part.get(start + field, ""), label, possible)

    shown = range(1, max(contacts, default=0) + 2)
    return (
        _line(f"{start}name", part.get(f"{start}name", ""), "Name of the account"),
        select("stage", "Stage of the relationship", stages),
        select("attractiveness", "How attractive it is to you", attractive),
        h.fieldset(".kam-contacts")[
            h.legend["Who is in contact today? A pair counts once both sides are named."],
            [_pair(f"{start}contact.{m}.", part, m) for m in shown],
        ],
    )


def _pair(start: str, part: Mapping[str, str], number: int) -> h.Element:
    return h.div(".kam-contact")[
        _line(ours := f"{start}ours", part.get(ours, ""), f"{number}. Our function", FUNCTIONS),
        _line(theirs := f"{start}theirs", part.get(theirs, ""), "Their function", FUNCTIONS),
    ]


@kept
def _line(name: str, value: str, label: str, suggest: str | None = None) -> h.Node:
    return h.label(".kam-written")[
        h.span[label],
        h.input(
            id=name,
            type="text",
            name=name,
            value=value,
            placeholder=" ",
            maxlength="120",
            list=suggest,
        ),
    ]


@kept
def _select(name: str, chosen: str, label: str, possible: tuple[tuple[str, str], ...]) -> h.Node:
    return h.label(".kam-written")[
        h.span[label],
        h.select(id=name, name=name)[
            h.option(value="")["Not said"],
            [h.option(value=id, selected=id == chosen)[words] for id, words in possible],
        ],
    ]
