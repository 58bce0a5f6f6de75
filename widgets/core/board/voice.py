"""The guide's sentences as the firm would say them: "you" becomes "we", "we" becomes "the guide".

Pure.  To be said once of a sentence, and never of one that is the firm's own.
"""

import re

_OBJECT = "for|found|makes?|replace|tells?|lets?|gives?|with|than|to|between|around|beside|of"
"""Words after which "you" is whom something is done to."""

_RULES = (
    (re.compile(r"\bwe (know|think|advise)\b"), r"the guide \1s"),
    (re.compile(r"\bwe\b"), "the guide"),
    (re.compile(r"\bWe\b"), "The guide"),
    (re.compile(r"\bour\b"), "the guide's"),
    (re.compile(rf"\b({_OBJECT}) you\b"), r"\1 us"),
    (re.compile(r"\byours\b"), "ours"),
    (re.compile(r"\bYours\b"), "Ours"),
    (re.compile(r"\byour\b"), "our"),
    (re.compile(r"\bYour\b"), "Our"),
    (re.compile(r"\byou\b"), "we"),
    (re.compile(r"\bYou\b"), "We"),
)


def ours(text: str) -> str:
    """`text` in the voice of the firm that lays it before its board."""
    for old, new in _RULES:
        text = old.sub(new, text)
    return text


def within(text: str, words: int) -> str:
    """The first sentences of `text`, of at most so many words together; the first in any case."""
    kept: list[str] = []
    for sentence in re.split(r"(?<=[.?!]) ", text):
        if kept and len(" ".join([*kept, sentence]).split()) > words:
            break
        kept.append(sentence)
    return " ".join(kept)
