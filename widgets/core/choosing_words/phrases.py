"""How the chooser's numbers and names stand in a sentence; pages, plain text and print agree."""

from widgets.core.model.structures import Structures
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


def option(structures: Structures, id: str) -> str:
    """An option inside a sentence, with its article and without what stands in brackets."""
    name = structures.option[id].name.partition(" (")[0].partition(",")[0]
    return lower_first(name) if id in NO_ARTICLE else f"the {lower_first(name)}"


NO_ARTICLE = ("segment-sales", "part-time-ownership", "bow-tie-in-sales", "lead-function")


def title(structures: Structures, id: str) -> str:
    """An option where it stands alone."""
    return structures.option[id].name
