"""What tires a reader of many pages: pet phrases, one fact on every page, a drumbeat of fragments.

Pages written by hand alone count; the model's own texts have their own rules.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from build_tools.text.markdown import CITATION, FRONT, tokens
from build_tools.text.page_reading import GUIDE, plain
from build_tools.text.readability import sentences, word_list, words

MOST_PAGES = 8
"""How many pages may cite one fact: beyond that a page says it best by a link to one that does."""

SHORT, MOST_SHORT = 5, 1 / 3
"""Words of a short sentence, and the share of such among the sentences of a page's paragraphs."""

FEWEST = 20
"""Sentences of a page, below which a share says nothing."""


def check(pages: Mapping[str, str]) -> list[str]:
    """A sentence for each habit of `pages`: the Markdown of pages written by hand, by address."""
    guide = {
        address: text.replace("’", "'")
        for address, text in pages.items()
        if address.startswith(GUIDE)
    }
    return [*_phrases(guide), *_facts(guide), *_fragments(guide)]


def _phrases(pages: Mapping[str, str]) -> Iterator[str]:
    for entry in word_list("tics"):
        most, _, wordings = entry.partition(" ")
        pattern = re.compile("|".join(_whole(one) for one in wordings.split(" / ")))
        found = [
            (address, text.count("\n", 0, match.start()) + 1, match[0])
            for address, text in pages.items()
            for match in pattern.finditer(text)
        ]
        if len(found) > int(most):
            where = ", ".join(f"docs/{address}:{line}" for address, line, _ in found)
            yield (
                f"{where}: “{found[0][2]}” or its like stands {len(found)} times in the guide; "
                f"{most} at most: say it in another way"
            )


def _whole(phrase: str) -> str:
    return rf"(?<!\w){re.escape(phrase)}(?!\w)"


def _facts(pages: Mapping[str, str]) -> Iterator[str]:
    cited = defaultdict[str, set[str]](set)
    for address, text in pages.items():
        for mark, id in CITATION.findall(text):
            if mark == "=" and id.startswith("E"):
                cited[id].add(address)
    for id, where in sorted(cited.items()):
        if len(where) > MOST_PAGES:
            yield (
                f"docs: {len(where)} pages cite {id}, {MOST_PAGES} at most: link to the page that "
                f"tells it, or lean on another fact: {', '.join(sorted(where))}"
            )


def _fragments(pages: Mapping[str, str]) -> Iterator[str]:
    for address, text in pages.items():
        said = list(_sentences(text))
        short = sum(len(words(sentence)) <= SHORT for sentence in said)
        if len(said) >= FEWEST and short > MOST_SHORT * len(said):
            yield (
                f"docs/{address}: {short} of {len(said)} sentences have {SHORT} words or fewer; "
                "join those that are one thought"
            )


def _sentences(text: str) -> Iterator[str]:
    """The sentences of paragraphs and list items; not of headings and table cells."""
    for before, token in pairwise(tokens(FRONT.sub("", text))):
        if token.type == "inline" and before.type == "paragraph_open":
            yield from sentences(plain(token.content))
