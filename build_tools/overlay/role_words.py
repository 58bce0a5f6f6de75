"""An organisation's words for its roles, set into our texts: “plant director” for our head.

Pages keep the anchors of their headings, and evidence, method and history keep their words.
"""

import re
from collections.abc import Sequence

from build_tools.overlay.settings import RoleHere
from build_tools.text.markdown import FRONT, heading_anchor, outside_code

KEPT = (
    *("evidence/", "method/", "decisions/", "contributing/", "about/", "examples/", "own/"),
    *("model/evidence/", "model/examples/", "model/released/", "model/migrations/"),
    *("model/schema/", "model/structures/released/", "model/structures/migrations/"),
    *("why-it-fails/the-outsourced-hr-case.md", "model/measured.yaml", "model/sums.yaml"),
)
"""Where others are quoted or a thing that was done is told: a role keeps its old name."""

_HEADING = re.compile(r"^(#{1,6} )(.+)$", re.MULTILINE)
_VOWELS = "aeiou"


def many(role: str) -> str:
    """The plural of a role of ours: heads of operations, key account managers."""
    first, of, rest = role.partition(" of ")
    return f"{first}s{of}{rest}"


class RoleWords:
    """Sets the words of an organisation for its roles."""

    def __init__(self, roles: Sequence[RoleHere]) -> None:
        pairs = [(many(r.ours), r.many) for r in roles] + [(r.ours, r.here) for r in roles]
        self._by = {ours.lower(): here for ours, here in pairs}
        known = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in self._by)
        self._found = re.compile(rf"(?<![\w/#-])(?:(an?)(\s+))?({known})(?![\w/-])", re.IGNORECASE)

    def in_text(self, text: str) -> str:
        """`text` with the roles called as they are here."""
        return self._found.sub(self._said, text) if self._by else text

    def in_page(self, markdown: str) -> str:
        """The same in a page: outside code, and with the anchors that its headings had."""
        if not self._found.search(markdown) or not self._by:
            return markdown
        front = FRONT.match(markdown)
        head, body = (front[0], markdown[front.end() :]) if front else ("", markdown)
        return self.in_text(head) + outside_code(body, self._outside_code)

    def _outside_code(self, text: str) -> str:
        parts, start = [], 0
        for match in _HEADING.finditer(text):
            parts += [self.in_text(text[start : match.start()]), match[1], self._heading(match[2])]
            start = match.end()
        return "".join([*parts, self.in_text(text[start:])])

    def _heading(self, words: str) -> str:
        said = self.in_text(words)
        if said == words or "{" in said:
            return said
        return f"{said} {{ #{heading_anchor(words)} }}"

    def _said(self, match: re.Match[str]) -> str:
        article, space, found = match.groups()
        here = self._by[" ".join(found.lower().split())]
        if found[0].isupper() and here[0].islower():
            here = here[0].upper() + here[1:]
        if not article:
            return here
        rest = "n" if here[0].lower() in _VOWELS else ""
        return f"{article[0]}{rest}{space}{here}"
