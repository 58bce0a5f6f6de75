"""What was drawn and what was typed, to be held against each other."""

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def straight(text: str) -> str:
    """`text` with its typographic quotes as they are typed."""
    return text.translate(_STRAIGHT)
