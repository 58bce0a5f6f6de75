"""The one recogniser of share links: finds them in whatever a reader gives, at every door.

Tells where a link is and whether it came through whole; knows nothing of answers; bounded in what
it reads.
"""

import re
from collections.abc import Iterator

from widgets.core.files.refusals import LINK, TEXT, Refusal, RefusedError
from widgets.core.sharing import base62
from widgets.core.sharing.wrappings import unwrapped

MARK = "kam="
"""What a link's fragment begins with, after the "#"."""

LINK_FORM = 1
"""The form that is written; every form that was ever released is read."""

MOST_TEXT = 20_000
"""Characters in which a link is looked for."""

MOST_LINK = 400
"""Characters of a link after `MARK`; a full one of form 1 with every part has about 160."""

MOST_PIECES = 20
"""Pieces that one link may have been broken into."""

MOST_MARKS = 5
"""Links of one text that are tried, each if those before it are damaged."""

_MARK = re.compile(r"#kam=|(?<![0-9A-Za-z])kam=(?=[0-9]+\.)", re.IGNORECASE)
_LETTERS = re.compile(r"[0-9A-Za-z.-]*")


class ShareError(RefusedError):
    """A link that cannot be opened."""


def marks(text: str) -> list[int]:
    """Where, in a text without wrappings, the links begin that are in it."""
    return [mark.start() for mark in _MARK.finditer(text)]


def has_link(text: str) -> bool:
    """Whether there is a link in `text`, in whatever it is wrapped."""
    return bool(_MARK.search(text) or _MARK.search(unwrapped(text[:MOST_TEXT])))


def found(text: str) -> Iterator[str]:
    """What may be the link in `text`, without its mark: up to the first space, then more of it.

    Bears percent signs, line breaks, marks of quotation, and what follows a link.  Raises
    `ShareError` where there is no link.
    """
    if len(text) > MOST_TEXT:
        found = f"found {len(text):,} characters"
        most = f"a link has fewer than {MOST_LINK}"
        raise ShareError(Refusal(TEXT, found, most, "paste the link alone"))
    text = unwrapped(text)
    places = list(_MARK.finditer(text))[:MOST_MARKS]
    if not places:
        must = "a link of this guide has it after the page's address"
        raise ShareError(Refusal(TEXT, "found no “#kam=” in it", must, "copy the whole link again"))
    for mark in places:
        yield from _bodies(text[mark.end() :])


def _bodies(after: str) -> Iterator[str]:
    """What may be the link at the beginning of `after`, which follows a mark."""
    pieces = [piece.lstrip(">").removesuffix("=") for piece in after[: 2 * MOST_LINK].split()]
    pieces = [piece for piece in pieces if piece][:MOST_PIECES]
    before = ""
    for count in range(1, len(pieces) + 1):
        joined = "".join(pieces[:count])
        letters_only = _LETTERS.match(joined)
        body = letters_only[0].rstrip(".-") if letters_only else ""
        if body and body != before:
            yield body
        before = body


def checked(body: str) -> str:
    """`body` without its check; raises `ShareError` if that does not fit or the form is another."""
    form, _, _ = body.partition(".")
    if form.isascii() and form.isdigit() and form != str(LINK_FORM):
        found, known = f"it is of form {form[:9]}", f"this guide reads form {LINK_FORM}"
        do = "open it in a newer guide, at the address that it names"
        raise ShareError(Refusal(LINK, found, known, do))
    text, check = body[: -base62.CHECK - 1], body[-base62.CHECK - 1 :]
    if len(body) > MOST_LINK or check != f".{base62.check(text)}":
        raise damaged(what="its last letters do not fit the rest")
    return text


def damaged(what: str) -> ShareError:
    """What to say of a link that was lost in part, or changed."""
    found = f"{what}, so a part was lost or changed on the way"
    do = "copy the whole link again, or ask for the answers as a file"
    return ShareError(Refusal(LINK, found, do=do))
