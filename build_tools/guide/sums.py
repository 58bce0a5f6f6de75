"""The sums that pages work out for a reader: each figure once, with its unit and what it rests on.

`docs/model/sums.yaml` names quantities: a `value` that a fact gives or that is ours, or a `sum` of
quantities above it.  `[+hours-deep]` on a page is the figure.  All is exact; only what is shown is
rounded.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from pathlib import Path
from typing import Any

from build_tools import BuildError, Mistake
from build_tools.reading.folder import SUMS, ModelFolder, Thing, checked
from build_tools.reading.kinds import items
from build_tools.reading.model_schema import SUM
from build_tools.text.arithmetic import Calls, Refusals, UnworkableError, worth
from build_tools.text.markdown import outside_code

MARK = re.compile(r"\[\+([a-z][a-z0-9-]*)\]")
"""A figure in a page."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SIGNS = str.maketrans("×÷−", "*/-")
_CALLS: Calls = {"up": ceil, "down": floor, "least": min}
"""What a sum may do beside × ÷ + −: round to a whole number, and take the smaller."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its name."""

    id: str
    amount: Fraction
    unit: str
    sum: str = ""
    """How it is worked out; empty for what is given."""
    facts: tuple[str, ...] = ()
    """The facts that give it."""
    ours: str = ""
    """Why we take it, where no fact gives it."""
    decimals: int = 2
    """How many are shown at most."""

    @property
    def shown(self) -> str:
        """The figure as a page shows it, such as 1,200 or 1.95."""
        scale = 10**self.decimals
        rounded = Fraction(floor(self.amount * scale + Fraction(1, 2)), scale)
        digits = f"{float(rounded):,.{self.decimals}f}"
        return digits.rstrip("0").rstrip(".") if self.decimals else digits


type Sums = Mapping[str, Quantity]


class SumError(BuildError):
    """A sum that cannot be worked out; its one mistake says why."""


def read(root: Path) -> Sums:
    """The sums of the model folder `root`, which has been checked; none where it has no file."""
    path = root / SUMS
    if not path.is_file():
        return {}
    return worked_out(checked(path, SUMS, items(SUM)).document.value)


def worked_out(entries: list[Mapping[str, Any]]) -> Sums:
    """Every quantity by its id, in the order of the file.

    Raises `SumError` for the first that cannot be worked out; checks come first.
    """
    found: dict[str, Quantity] = {}
    for entry in entries:
        found[entry["id"]] = _quantity(entry, found)
    return found


def check(folder: ModelFolder) -> None:
    """Reports quantities that rest on nothing, and sums that cannot be worked out."""
    known: dict[str, Quantity] = {}
    for thing in folder.listed(SUMS):
        for key, problem in _problems(thing):
            thing.add((key,), problem)
        try:
            known[thing.id] = _quantity(thing.data, known)
        except SumError as error:
            thing.add(("sum",), error.mistakes[0].found, do="see the head of the file")
        except (KeyError, TypeError, ValueError):
            continue  # its kind is wrong, and told


def _problems(thing: Thing) -> Iterator[tuple[str, str]]:
    given, worked = "value" in thing.data, "sum" in thing.data
    if given == worked:
        yield "value", "a quantity has either a value or a sum"
    if given and not ("facts" in thing.data or "ours" in thing.data):
        yield "value", "nothing says what it rests on: name facts, or say in ours why we take it"


def draw(text: str, sums: Sums) -> str:
    """`text` with the figure in place of every mark; `KeyError` for a name that does not exist."""
    return outside_code(text, lambda part: MARK.sub(lambda mark: sums[mark[1]].shown, part))


def _quantity(entry: Mapping[str, Any], known: Sums) -> Quantity:
    amount = _amount(entry["sum"], known) if "sum" in entry else Fraction(str(entry["value"]))
    rest = {key: entry[key] for key in ("sum", "ours", "decimals") if key in entry}
    return Quantity(
        id=entry["id"],
        amount=amount,
        unit=entry["unit"],
        facts=tuple(entry.get("facts", ())),
        **rest,
    )


def _amount(formula: str, known: Sums) -> Fraction:
    """What a formula comes to, whose names have hyphens and whose signs are those of print."""

    def named(name: str) -> Fraction | None:
        quantity = known.get(_with_hyphens(name))
        return quantity.amount if quantity else None

    says = Refusals(
        unreadable=f"“{formula}” cannot be read as a sum",
        unknown=lambda name: f"names “{_with_hyphens(name)}”, which does not stand above it",
        by_nothing="divides by nothing",
        foreign=f"has a part that is no sum; it can × ÷ + − ( ) {', '.join(_CALLS)}",
    )
    written = _NAME.sub(lambda name: name[0].replace("-", "_"), formula).translate(_SIGNS)
    try:
        return worth(written, named, _CALLS, says)
    except UnworkableError as error:
        raise SumError(Mistake(found=str(error))) from error


def _with_hyphens(name: str) -> str:
    return name.replace("_", "-")
