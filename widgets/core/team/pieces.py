"""Splits what somebody pastes into the answers of each person: links and texts, line by line.

Bears links that a mail program broke over lines, and words between them.  Opens what it finds with
the same care as an import, and names what it cannot open by its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from widgets.core.answers import Answers, AnswersError
from widgets.core.incoming import incoming
from widgets.core.link_text import ShareError
from widgets.core.view import Place

_MARK = re.compile(r"(?:#|%23|%2523)kam(?:=3D|=|%3D|%253D)", re.IGNORECASE)
_LINK = "#kam="
_ADDRESS = re.compile(r"https?://|^\s*#", re.IGNORECASE)
_SUBJECT = re.compile(r"^The (?:link|file|text):? ")
LONGEST = 60
"""Characters of a file's name that are shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What may be the answers of one person."""

    line: int
    """Where it begins, from 1."""
    text: str
    after: str = ""
    """The lines after a link, up to the next: it may go on there."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was found in one pasted text."""

    answers: tuple[Answers, ...]
    problems: tuple[str, ...]
    """A sentence for each thing that could not be opened, in the order of the lines."""
    left: str
    """The pieces that could not be opened, to be mended."""


def opened(text: str, place: Place) -> Opened:
    """Everybody's answers in `text`; nothing raises."""
    found, problems, left = [], [], []
    for piece in pieces(text):
        try:
            found.append(_answers(piece, place))
        except (AnswersError, ShareError) as error:
            problems.append(said(f"Line {piece.line}", str(error)))
            left.append(piece.text)
    return Opened(tuple(found), tuple(problems), "\n".join(left))


def of_file(name: str, text: str, place: Place) -> Opened:
    """The same for a file; one that is not a text of answers is named once."""
    called = "".join(c for c in name if c.isprintable())[:LONGEST]
    try:
        return Opened((_answers(Piece(1, text), place),), (), "")
    except (AnswersError, ShareError) as error:
        return Opened((), (said(f"The file “{called}”", str(error)),), "")


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of `text`; words that cannot be anybody's answers are passed over."""
    lines = text.splitlines()
    at, any_ = 0, False
    while at < len(lines):
        line, start = lines[at], at
        at += 1
        if line.lstrip().startswith("{"):
            at = _end_of_json(lines, start)
            yield Piece(start + 1, "\n".join(lines[start:at]))
        elif _MARK.search(line):
            yield from _links(lines, start)
        elif _ADDRESS.search(line):
            yield Piece(start + 1, line)
        else:
            continue
        any_ = True
    if not any_ and text.strip():
        yield Piece(1, text.strip())


def _end_of_json(lines: list[str], start: int) -> int:
    """Where the JSON that begins on line `start` ends: on that line, or at a brace of its own."""
    if lines[start].rstrip().rstrip(",").endswith("}"):
        return start + 1
    ends = (at + 1 for at in range(start + 1, len(lines)) if lines[at].startswith("}"))
    return next(ends, len(lines))


def _links(lines: list[str], start: int) -> Iterator[Piece]:
    """The links on one line; the last may go on below."""
    line, marks = lines[start], list(_MARK.finditer(lines[start]))
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    for mark, end in zip(marks, ends, strict=True):
        last = mark is marks[-1]
        link = _LINK + line[mark.end() : end]
        yield Piece(start + 1, link, "\n".join(_below(lines, start)) if last else "")


def _below(lines: list[str], start: int) -> Iterator[str]:
    for line in lines[start + 1 : start + 20]:
        if _MARK.search(line) or _ADDRESS.search(line) or line.lstrip().startswith("{"):
            return
        yield line


def _answers(piece: Piece, place: Place) -> Answers:
    text = piece.text
    if not text.lstrip().startswith("{"):
        text = _MARK.sub(_LINK, text, count=1)
    try:
        found = incoming(text, place)
    except ShareError:
        if not piece.after:
            raise
        found = incoming(f"{text}\n{piece.after}", place)
    if not found.answers.practices and not found.answers.quick:
        raise AnswersError("it holds no answer to a practice or a quick question.")
    return found.answers


def said(where: str, message: str) -> str:
    """A message about a link or a file, with where it stood in the place of its subject."""
    rest = _SUBJECT.sub("", message)
    return f"{where}: {rest[:1].lower()}{rest[1:]}"
