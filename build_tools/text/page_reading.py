"""How a page of the guide must read: length, reading ease, no fog, figures with their source."""

import re
from collections.abc import Iterator
from math import floor

from markdown_it.token import Token

from build_tools.text.markdown import CITATION
from build_tools.text.readability import phrases, reading_ease, sentences, words

GUIDE = ("start/", "why-it-fails/", "implement/", "structures/", "people/")
"""Folders of the reading pages, which have a length."""

READABLE = (*GUIDE, "papers/", "evidence/", "method/", "about/", "dimensions/", "practices/")
"""Folders whose pages are for managers and must be easy to read."""

UNEASY = (
    "evidence/coverage",
    "evidence/sources/",
    "evidence/facts/",
    "method/speed",
    "about/notices",
    "method/share",
    "method/cases/",
)
"""Pages among them that name works and machines by their own long words."""

WORDS = range(400, 1201)
"""How many words a reading page may have."""

EASE = 50
"""Least reading ease of a page (Flesch)."""

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?")
_TAG = re.compile(r"<[^>]+>")
_UNIT = (
    r"%|per ?cent\b|percentage points?\b|times\b(?! when| as )|years?\b(?!['’])|"
    r"(?:million|billion)\b"
)
_COUNT = (
    r"\d[\d,.–-]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
FIGURE = re.compile(
    rf"(?:[€$£]\s?\d|\b(?:{_COUNT})(?: to (?:{_COUNT}))?[ -]?(?:{_UNIT}))", re.IGNORECASE
)
"""A number with a unit: a claim that needs a source, or says that it is our judgement."""


def mistakes(file: str, tokens: list[Token], skipped: int, by_hand: bool) -> Iterator[str]:
    """A sentence for each way in which the page `file` is not as a manager needs it.

    `by_hand`: the page is written, not generated; the model's own texts have their own rules.
    """
    blocks = list(prose(tokens))
    told = [plain(text) for _, text in blocks]
    if not file.startswith(UNEASY):
        yield from _fog(file, blocks, skipped)
    if file.startswith(READABLE) and not file.startswith(UNEASY):
        yield from _ease(file, told)
    if by_hand and file.startswith((*GUIDE, "evidence/", "index.md")):
        yield from _figures(file, blocks, skipped)
    if by_hand and file.startswith(GUIDE) and not file.endswith("index.md"):
        yield from _length(file, told)


def prose(tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """Line and text of every paragraph, list item, cell and heading; not of code or HTML blocks."""
    for token in tokens:
        if token.type == "inline":
            yield (token.map or [0])[0] + 1, token.content


def plain(text: str) -> str:
    """`text`, Markdown of one block, as it reads: without citations, tags and the ends of links."""
    return _TAG.sub("", _LINK.sub(r"\1", CITATION.sub("", text))).replace("*", "").strip()


def _fog(file: str, blocks: list[tuple[int, str]], skipped: int) -> Iterator[str]:
    for line, text in blocks:
        for found in phrases("banned").findall(plain(text)):
            yield f"docs/{file}:{line + skipped}: “{found}” is fog; say what happens in plain words"


def _ease(file: str, told: list[str]) -> Iterator[str]:
    paragraphs = [text for text in told if len(words(text)) >= 5]
    if not paragraphs:
        return
    ended = [text if text.endswith((".", "!", "?")) else f"{text}." for text in paragraphs]
    ease = reading_ease(" ".join(ended))
    if ease < EASE:
        said = f"reading ease is {floor(ease)}; it must be {EASE} or more"
        yield f"docs/{file}: {said}: shorter words"


def _length(file: str, told: list[str]) -> Iterator[str]:
    count = sum(len(words(text)) for text in told)
    if count not in WORDS:
        yield f"docs/{file}: has {count} words; a page has {WORDS.start} to {WORDS.stop - 1}"


def _figures(file: str, blocks: list[tuple[int, str]], skipped: int) -> Iterator[str]:
    for line, text in blocks:
        for sentence in sentences(closed(text)):
            found = FIGURE.search(plain(sentence))
            if found and not CITATION.search(sentence):
                yield (
                    f"docs/{file}:{line + skipped}: “{found[0]}” stands without a source; "
                    "cite the fact in the same sentence, or [=judgement]"
                )


def closed(text: str) -> str:
    """`text` with a citation that follows a full stop drawn into the sentence before it."""
    return re.sub(r"([.!?])((?:\s*\[[@=][\w-]+\])+)", r"\2\1", text)
