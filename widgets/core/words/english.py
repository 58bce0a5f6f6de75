"""What stands in our sentences: names in a row, numbers of things, and what a reader typed.

Pure.  What a file may hold is the matter of `widgets.core.writing.safe_text`.
"""

from collections.abc import Sequence

_JOINERS = "\u200c\u200d"
"""Signs without a look that some scripts and emoji need."""


def listed(names: Sequence[str], last: str = "and") -> str:
    """Names as English lists them: "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def number_of(number: int, one: str, many: str = "") -> str:
    """So many things, such as "1 step" or "2 steps"; `many` where more is not `one` with an s."""
    return f"{number} {one_or_many(number, one, many or f'{one}s')}"


_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """A small number as a word, such as "eight"; above ten in figures."""
    return _WORDS[number] if number < len(_WORDS) else str(number)


def one_or_many(number: float, one: str, many: str) -> str:
    """The word that goes with `number` of a thing."""
    return one if number == 1 else many


def lower_first(text: str) -> str:
    """`text` inside a sentence; an abbreviation at its start stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A sentence from words that begin small."""
    return text[:1].upper() + text[1:]


def one_line(name: str) -> str:
    """`name` on one line, with single spaces and without signs that nobody sees."""
    whole = name.encode("utf-8", "replace").decode()  # a lone surrogate would not come through
    seen = (sign for sign in whole if sign.isprintable() or sign.isspace() or sign in _JOINERS)
    return " ".join("".join(seen).split())


def short(text: str, most: int) -> str:
    """`text` in at most `most` characters; the last of a longer one is an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def tidy(name: str, most: int) -> str:
    """`name` on one line, in at most `most` characters."""
    return short(one_line(name), most)
