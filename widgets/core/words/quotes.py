"""Typographic quotes by rule: sources are typed with straight ones, readers see curly ones.

The build and the browser call the same rule, so what both draw is the same. It leaves alone what is
code, what stands in an attribute, and what a reader typed (`bdi`).
"""

import re

_KEPT = "bdi|code|kbd|math|pre|samp|script|style|textarea"
"""Elements whose text stays as it is."""

_INLINE = (
    "a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u"
)
"""Elements that part no text: a quote looks past their tags at what stands beside it."""

_PLAIN = re.compile(
    rf"(?:[^<&'\"]++|<(?!(?:{_KEPT})\b)(?:!--.*?-->|[a-zA-Z/!][^>]*>)|&(?!(?:#3[49]|#x2[27]|quot|apos);))++",
    re.DOTALL,
)
_WHOLE = re.compile(rf"<({_KEPT})\b.*?(?:</\1\s*>|\Z)", re.DOTALL)
_SIGNS = {"&#34;": '"', "&#x22;": '"', "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&apos;": "'"}
_SIGN = re.compile("|".join(_SIGNS) + "|['\"]")

_PARTING = re.compile(rf"</?(?!(?:{_INLINE})\b)[a-zA-Z][^>]*>")
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})\b[^>]*>|<!--.*?-->", re.DOTALL)

_STRAIGHT = ("'", '"')
_OPENS_AFTER = frozenset(" \t\n\r\N{NO-BREAK SPACE}([{/<>–—-“‘") | {""}
_ELISION = re.compile(r"(?:\d\ds?|n[’'`]|(?:tis|twas|em|til|cause|bout|round)\b)", re.IGNORECASE)
"""What begins with a letter or figures left out: '90s, 'n', 'tis."""

_NEAR = 8
"""Characters behind a sign that tell what it is."""

_AROUND = 400
"""Characters of HTML around a sign in which its neighbours are looked for."""


def curly(text: str) -> str:
    """`text`, plain words, with each straight quote as its place asks: “ ”, ‘ ’, ′ or ″."""
    if "'" not in text and '"' not in text:
        return text
    words = _Open()
    return re.sub(
        "['\"]",
        lambda found: words.sign(
            found[0], text[: found.start()][-1:], text[found.end() : found.end() + _NEAR]
        ),
        text,
    )


def curly_html(html: str) -> str:
    """`html` with curly quotes in all text that readers see; once more, it is the same.

    Tags, attributes, comments, code and a reader's own words stay as they are.
    """
    done: list[str] = []
    at, words = 0, _Open()
    while at < len(html):
        if plain := _PLAIN.match(html, at):
            if words.any and _PARTING.search(plain[0]):
                words.close()
            done.append(plain[0])
            at = plain.end()
        elif whole := _WHOLE.match(html, at):
            done.append(whole[0])
            words.last = ""
            at = whole.end()
        elif sign := _SIGN.match(html, at):
            before, after = _beside_in_html(html, sign.start(), sign.end())
            done.append(words.sign(_SIGNS.get(sign[0], sign[0]), before, after))
            at = sign.end()
        else:  # a lone "<"
            done.append(html[at])
            at += 1
    return "".join(done)


class _Open:
    """The quotes that are open in one block of text."""

    def __init__(self) -> None:
        self.double = self.single = False
        self.last = ""
        """The sign that was set last; empty after words that are kept as they are."""

    @property
    def any(self) -> bool:
        return self.double or self.single

    def close(self) -> None:
        """A block ends, and what was open with it."""
        self.double = self.single = False

    def sign(self, straight: str, before: str, after: str) -> str:
        """What stands for `straight` between the character `before` and the text `after`."""
        before = (self.last or "”") if before in _STRAIGHT else before
        opens = before in _OPENS_AFTER and bool(after) and not after[0].isspace()
        double = straight == '"'
        self.last = self._double(before, opens) if double else self._single(before, after, opens)
        return self.last

    def _double(self, before: str, opens: bool) -> str:
        if not self.double and before.isdigit():
            return "″"
        self.double = opens
        return "“" if opens else "”"

    def _single(self, before: str, after: str, opens: bool) -> str:
        if opens and not _ELISION.match(after):
            self.single = True
            return "‘"
        if before.isdigit() and not self.single and not after[:1].isalpha():
            return "′"
        if not after[:1].isalnum():
            self.single = False
        return "’"


def _beside_in_html(html: str, start: int, end: int) -> tuple[str, str]:
    """The character that a reader sees before, and the text after: nothing of another block."""
    ahead = _PARTING.split(html[max(0, start - _AROUND) : start])[-1]
    behind = _PARTING.split(html[end : end + _AROUND], maxsplit=1)[0]
    return _seen(ahead)[-1:], _seen(behind)[:_NEAR]


def _seen(html: str) -> str:
    """What a reader sees of `html`, a part of one block."""
    return _SIGN.sub(lambda found: _SIGNS.get(found[0], found[0]), _INLINE_TAG.sub("", html))
