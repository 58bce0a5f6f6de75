"""Markdown of blocks: CommonMark with the tables that wikis and code hosts add to it.

Every text is escaped, so that it reads as it was written and starts nothing.
"""

import re
from collections.abc import Iterator, Sequence

from widgets.core.writing.blocks import (
    Block,
    Figure,
    Item,
    Line,
    Link,
    Listing,
    Paragraph,
    Piece,
    Section,
    Strong,
    Subheading,
    Table,
)
from widgets.core.writing.safe_text import clean, one_line

_SPECIAL = re.compile(r"([\\`*_\[\]|~$#{}])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_START = re.compile(r"^(\s*)([-+](?=[-\s]|$)|[=:]|[0-9]+[.)](?=\s|$))", re.M)
"""What would begin a list, a rule or a heading at the start of a line."""


def written(title: str, preface: Sequence[Block], sections: Sequence[Section]) -> str:
    """Any report: its title, what stands below that, and its sections."""
    parts = [f"# {escaped(title)}", *(text for block in preface for text in _block(block))]
    for section in sections:
        parts.append(f"## {escaped(section.title)}")
        for block in section.blocks:
            parts += _block(block)
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """`text` as one line of Markdown that means itself."""
    return _inert(one_line(text))


def _inert(text: str) -> str:
    safe = _SPECIAL.sub(r"\\\1", text.translate(_ENTITIES))
    return _START.sub(_broken, safe)


def _broken(found: re.Match[str]) -> str:
    """A backslash before the character that would begin something."""
    return f"{found[1]}{found[2][:-1]}\\{found[2][-1]}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield _line(line)
        case Subheading(line):
            yield f"### {_flat(line)}"
        case Table(heads, rows):
            yield "\n".join(_table(heads, rows))
        case Listing(items, ordered):
            yield "\n".join(
                text
                for n, item in enumerate(items, start=1)
                for text in _item(item, f"{n}. " if ordered else "- ")
            )
        case Figure():
            pass


def _table(heads: Sequence[str], rows: Sequence[Sequence[Line]]) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, heads))} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(_flat(line) for line in row)} |"


def _item(item: Item, mark: str) -> Iterator[str]:
    inner = " " * len(mark)
    yield mark + _line(item.line, inner)
    for line in item.under:
        yield f"{inner}- {_line(line, inner + '  ')}"


def _line(line: Line, indent: str = "") -> str:
    """A run of text; its line breaks are kept, each with a backslash."""
    text = "".join(_piece(piece, flat=False) for piece in line)
    lines = [part.strip() for part in text.strip().split("\n")]
    return f"\\\n{indent}".join(part for part in lines if part)


def _flat(line: Line) -> str:
    return "".join(_piece(piece, flat=True) for piece in line)


def _piece(piece: Piece, flat: bool) -> str:
    match piece:
        case Strong(text):
            words = text.strip()
            return f"**{escaped(words)}**{' ' if text.endswith(' ') else ''}"
        case Link(text, address):
            return f"[{escaped(text)}](<{_address(address)}>)" if address else escaped(text)
        case str():
            lead = " " if piece[:1] == " " else ""
            trail = " " if piece[-1:] == " " and piece.strip() else ""
            text = one_line(piece) if flat else clean(piece).strip()
            return lead + _inert(text) + trail
    raise TypeError(piece)


def _address(address: str) -> str:
    return address.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20").replace("\n", "")
