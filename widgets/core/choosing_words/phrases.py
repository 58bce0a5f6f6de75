"""How the chooser's numbers and names stand in a sentence; pages, plain text and print agree."""

from collections.abc import Iterable

from widgets.core.structures.structures import Option, Structures
from widgets.core.words.english import lower_first
from widgets.core.words.numbers import fixed, hundredths


def signed(value: float) -> str:
    """A number with its sign: "+2", "0", "−0.5"."""
    return one_decimal(value) if value <= 0 else f"+{one_decimal(value)}"


def one_decimal(value: float) -> str:
    """A number with at most one decimal and a true minus."""
    return fixed(value, 1).removesuffix(".0")


def percent(share: float) -> str:
    """A share 0 to 1; never rounded to none or to all."""
    if 0 < share < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= share < 1 else f"{hundredths(share)}%"


def bare(structures: Structures, id: str) -> str:
    """A form inside a sentence, without an article and without what its name adds."""
    name = structures.option[id].name
    for mark in (" (", ",", " / "):
        name = name.partition(mark)[0]
    return lower_first(name)


def option(structures: Structures, id: str) -> str:
    """A form inside a sentence, with its article and without what its name adds."""
    name = bare(structures, id)
    return name if id in NO_ARTICLE else f"the {name}"


NO_ARTICLE = ("segment-sales", "part-time-ownership", "bow-tie-in-sales", "lead-function")


def form_of(structures: Structures, id: str | None) -> Option | None:
    """The form of this id; None where it is none of ours, or stands beside a form."""
    found = structures.option.get(id or "")
    return found if found is not None and found.kind != "add-on" else None


def title(structures: Structures, id: str) -> str:
    """A form where it stands alone."""
    return structures.option[id].name


def companion(structures: Structures, id: str) -> str:
    """A companion inside a sentence, without what its name adds."""
    name = lower_first(structures.add_on[id].name.partition(",")[0])
    return f"a {name}" if id in ONE_OF else name


ONE_OF = ("steering-group", "programme-office")
"""Companions of which a firm has one, and whose name has no article."""


def words_of(text: str) -> int:
    """How many words a line has."""
    return len(text.split())


def fitting(most: int, variants: Iterable[str]) -> str:
    """The first of some ways to say a thing that has at most `most` words; else the shortest."""
    said = list(variants)
    return next((one for one in said if words_of(one) <= most), min(said, key=words_of))
