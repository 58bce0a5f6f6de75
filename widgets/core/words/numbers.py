"""Numbers as a reader sees them."""

from widgets.core.words.rounding import between, fixed


def number(value: float | None) -> str:
    """A score as a reader sees it, such as "3.0" or "2.13"; a dash where there is none."""
    if value is None:
        return "–"
    text = fixed(value, 2)
    return text[:-1] if text.endswith("0") else text


def span(range_: tuple[float, float] | None) -> str:
    """A range such as "1.0 to 2.5", or the one value that is left."""
    if range_ is None:
        return "–"
    return between(map(number, range_))
