"""What one says of a question without a known answer: not answered yet, or "we don't know".

Pure.  "Not known" is said of both together, never "open": that is what a door is, or a form.
"""

BLANK = "not answered"
"""Of a question in a list of answers: nobody has touched it, or it was made blank again."""

NOT_ANSWERED = f"{BLANK} yet"
"""The same, where the reader may still answer it: in a panel, beside a bar, in a figure."""

WE_DONT_KNOW = "we don't know"
"""What the reader said: an answer of its own, which no other may overwrite."""

SAID = f"“{WE_DONT_KNOW}”"
"""As what somebody said, inside a sentence."""

DOES_NOT_APPLY = "does not apply"
"""What the reader said of a practice that a programme like theirs has no use for."""


def unscored(applies: bool, asked: bool) -> str:
    """What stands in the place of a figure that a dimension or practice does not have.

    `applies`: whether anything of it applies; `asked`: whether somebody answered that they do not
    know.
    """
    if not applies:
        return DOES_NOT_APPLY
    return WE_DONT_KNOW if asked else NOT_ANSWERED


def of_them(unknown: int) -> list[str]:
    """How many of some answers nobody knew; nothing where all are known."""
    return [f"{unknown} of them {SAID}"] if unknown else []
