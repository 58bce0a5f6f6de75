"""Words for what the model says in ids, and texts made fit for their place in a page."""

import re
from collections.abc import Callable, Mapping

from build_tools.text.readability import word_list
from widgets.core.words.english import lower_first, upper_first

KINDS: Mapping[str, str] = {
    "article": "Article for practitioners",
    "book": "Book",
    "chapter": "Chapter in a book",
    "paper": "Research paper",
    "report": "Report",
    "summary": "Publisher’s summary of a research paper",
    "thesis": "Thesis",
    "web": "Web page",
}
"""What a source is, by its `kind`."""

READ: Mapping[str, str] = {
    "full": "in full",
    "abstract": "its abstract",
    "excerpt": "an excerpt",
    "secondary": "not read; reported by another work",
}
"""How much of a source we read, by its key `read`."""

FITS: Mapping[int, str] = {
    2: "speaks strongly for",
    1: "speaks for",
    0: "says nothing about",
    -1: "speaks against",
    -2: "speaks strongly against",
}
"""What a high answer on a criterion says about a structure, by the fit of its cell."""

BASES: Mapping[str, str] = {
    "facts": "rests on facts",
    "facts+judgement": "rests on facts and our judgement",
    "judgement": "rests on our judgement",
}
"""What a fit rests on, by the key `basis` of its cell."""

RULES: Mapping[str, str] = {
    "plain": "",
    "one_sided": "- **A low answer** takes away from options that need it, and rewards none.",
    "half_low": "- **A low answer** gives back half of what a high one takes away.",
}
"""How a criterion counts where not simply answer times fit, by its key `rule`."""

_NUMBERS = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)

_MARKDOWN = re.compile(r"[\\`*_\[\]{}<>|#~&]")


def plain(text: str) -> str:
    """`text`, in which nothing is markup, for any place in Markdown, table cells included."""
    return _MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", prose(text))


def headline(text: str) -> str:
    """`text` as a heading: plain, and without the stop at its end."""
    return plain(text).removesuffix(".")


def prose(text: str) -> str:
    """`text`, one paragraph of Markdown, on one line."""
    return " ".join(text.split())


def cell(text: str) -> str:
    """`text`, one paragraph of Markdown, for a table cell."""
    return prose(text).replace("|", "&#124;")


def quoted(text: str) -> str:
    """`text` as a quoted YAML scalar for the front matter."""
    return '"' + prose(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_sentence(text: str) -> str:
    """A role as the end of a sentence: "The head of finance." as "the head of finance"."""
    return plain(lower_first(text.strip().rstrip(".")))


def name(id: str) -> str:
    """The short name of a practice: from `words/names.txt`, or from its id."""
    named = dict(line.split(" = ") for line in word_list("names"))
    return named.get(id) or id.replace("-", " ").capitalize()


def number(count: int) -> str:
    """`count` in words up to twenty, in figures above."""
    words = _NUMBERS.split()
    return words[count] if count < len(words) else str(count)


def signed(value: float) -> str:
    """A number with its sign, as a reader writes it: +2, 0, −0.5."""
    return f"{value:+g}".replace("-", "−") if value else "0"


FILTERS: Mapping[str, Callable[..., str]] = {
    "capitalised": upper_first,
    "cell": cell,
    "headline": headline,
    "in_sentence": in_sentence,
    "lower_first": lower_first,
    "name": name,
    "number": number,
    "plain": plain,
    "prose": prose,
    "signed": signed,
    "yaml": quoted,
}
"""What templates call them."""
