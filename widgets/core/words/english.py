"""Names and things as English lists them."""

from collections.abc import Sequence


def listed(names: Sequence[str], last: str = "and") -> str:
    """Names as English lists them."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
