"""What one says of a question without a known answer: not answered yet, or "we don't know".

Pure.  "Not known" is said of both together, never "open": that is what a door is, or a form.
"""

BLANK = "not answered"
NOT_ANSWERED = f"{BLANK} yet"
WE_DONT_KNOW = "we don't know"
SAID = f"“{WE_DONT_KNOW}”"
"""As what somebody said, inside a sentence."""
DOES_NOT_APPLY = "does not apply"


def unscored(applies: bool, asked: bool) -> str:
    """What stands in the place of a figure; `asked`: somebody answered that they do not know."""
    if not applies:
        return DOES_NOT_APPLY
    return WE_DONT_KNOW if asked else NOT_ANSWERED
