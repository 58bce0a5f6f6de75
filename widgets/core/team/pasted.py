"""Splits what somebody pastes into the answers of each person: links and texts, line by line.

Bears links that a mail program broke over lines, and words between them.  Opens what it finds with
the same care as an import, and names what it cannot open by its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from widgets.core.answers.states import Answers
from widgets.core.files.refusals import FILE, AnswersError, Refusal, RefusedError
from widgets.core.importing.incoming import incoming
from widgets.core.page.view import Place
from widgets.core.sharing.link_text import ShareError, marks
from widgets.core.sharing.wrappings import unwrapped
from widgets.core.team.raters import other_release

_ADDRESS = re.compile(r"https?://|^\s*#", re.IGNORECASE)
BELOW = 20
"""Lines below that of a link over which it may go on."""


@dataclass(frozen=True, slots=True)
class PastedText:
    """What may be the answers of one person."""

    line: int
    """Where it begins, from 1."""
    text: str
    after: str = ""
    """The lines after a link, up to the next: it may go on there."""


@dataclass(frozen=True, slots=True)
class PastedAnswers:
    """What was found in one pasted text."""

    answers: tuple[Answers, ...]
    problems: tuple[str, ...]
    """A sentence for each thing that could not be opened, in the order of the lines."""
    left: str
    """The pieces that could not be opened, to be mended."""


def opened(text: str, place: Place) -> PastedAnswers:
    """Everybody's answers in `text`; nothing raises."""
    found, problems, left = [], [], []
    for piece in pieces(text):
        try:
            found.append(_answers(piece, place))
        except RefusedError as refused:
            problems.append(refused.of(f"Line {piece.line}"))
            left.append(piece.text)
    return PastedAnswers(tuple(found), tuple(problems), "\n".join(left))


def answers_in(given: str | bytes, place: Place) -> Answers:
    """The answers of one person in a text or a file; raises `RefusedError`."""
    came = incoming(given, place)
    if came.migrated and came.migrated.apart:
        found = other_release(came.migrated)
        raise AnswersError(Refusal(FILE, found, do="ask for a new link"))
    if not came.answers.practices and not came.answers.quick:
        nothing = "it holds no answer to a practice or a quick question"
        raise AnswersError(Refusal(FILE, nothing))
    return came.answers


def pieces(text: str) -> Iterator[PastedText]:
    """The pieces of `text`; words that cannot be anybody's answers are passed over."""
    lines = text.splitlines()
    at, any_ = 0, False
    while at < len(lines):
        line, start = lines[at], at
        at += 1
        if line.lstrip().startswith("{"):
            at = _end_of_json(lines, start)
            yield PastedText(start + 1, "\n".join(lines[start:at]))
        elif marks(unwrapped(line)):
            yield from _links(lines, start)
        elif _ADDRESS.search(line):
            yield PastedText(start + 1, line, "\n".join(_below(lines, start)))
        else:
            continue
        any_ = True
    if not any_ and text.strip():
        yield PastedText(1, text.strip())


def _end_of_json(lines: list[str], start: int) -> int:
    """Where the JSON that begins on line `start` ends: on that line, or at a brace of its own."""
    if lines[start].rstrip().rstrip(",").endswith("}"):
        return start + 1
    ends = (at + 1 for at in range(start + 1, len(lines)) if lines[at].startswith("}"))
    return next(ends, len(lines))


def _links(lines: list[str], start: int) -> Iterator[PastedText]:
    """The links on one line; the last may go on below."""
    line, below = lines[start], "\n".join(_below(lines, start))
    bare = unwrapped(line)
    begins = marks(bare)
    if len(begins) == 1:
        yield PastedText(start + 1, line, below)
        return
    for begin, end in zip(begins, [*begins[1:], len(bare)], strict=True):
        last = begin == begins[-1]
        yield PastedText(start + 1, bare[begin:end], below if last else "")


def _below(lines: list[str], start: int) -> Iterator[str]:
    for line in lines[start + 1 : start + BELOW]:
        if _ADDRESS.search(line) or line.lstrip().startswith("{") or marks(unwrapped(line)):
            return
        yield line


def _answers(piece: PastedText, place: Place) -> Answers:
    try:
        return answers_in(piece.text, place)
    except ShareError:
        if not piece.after:
            raise
        return answers_in(f"{piece.text}\n{piece.after}", place)
