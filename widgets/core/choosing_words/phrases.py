"""How the chooser's numbers and names stand in a sentence; pages, plain text and print agree."""

from widgets.core.model.structures import Structures
from widgets.core.words.rounding import fixed, hundredths


def signed(value: float) -> str:
    """A number with its sign: "+2", "0", "−0.5"."""
    return plain(value) if value <= 0 else f"+{plain(value)}"


def plain(value: float) -> str:
    """A number with at most one decimal and a true minus."""
    return fixed(value, 1).removesuffix(".0")


def percent(share: float) -> str:
    """A share 0 to 1; never rounded to none or to all."""
    if 0 < share < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= share < 1 else f"{hundredths(share)}%"


def lower(name: str) -> str:
    """A name inside a sentence; an abbreviation at its start stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def option(structures: Structures, id: str) -> str:
    """An option inside a sentence, with its article and without what stands in brackets."""
    name = structures.option[id].name.partition(" (")[0].partition(",")[0]
    return lower(name) if id in NO_ARTICLE else f"the {lower(name)}"


NO_ARTICLE = ("segment-sales", "part-time-ownership", "bow-tie-in-sales", "lead-function")


def title(structures: Structures, id: str) -> str:
    """An option where it stands alone."""
    return structures.option[id].name


def upper(text: str) -> str:
    """A sentence from words that begin small."""
    return text[:1].upper() + text[1:]


def joined(words: list[str], last: str = "and") -> str:
    """Words in a row: "a, b and c"."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
