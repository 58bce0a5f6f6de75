"""HTML of blocks, every text escaped."""

from base64 import b64encode
from collections.abc import Iterator, Sequence

import htpy as h

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
from widgets.core.writing.safe_text import clean


def blocks(section: Section) -> h.Node:
    """What stands in a section, as HTML."""
    return [block(found) for found in section.blocks]


def block(found: Block) -> h.Node:
    """One block as HTML."""
    match found:
        case Paragraph(text):
            return h.p[line(text)]
        case Subheading(text):
            return h.h3[line(text)]
        case Listing(items, ordered):
            return (h.ol if ordered else h.ul)[[_item(item) for item in items]]
        case Table(heads, rows):
            return _table(heads, rows)
        case Figure(svg, alt):
            return h.p[h.img(src=data(svg), alt=alt, width="640")]
    raise TypeError(found)


def _item(item: Item) -> h.Element:
    return h.li[line(item.line), bool(item.under) and h.ul[[h.li[line(x)] for x in item.under]]]


def _table(heads: Sequence[str], rows: Sequence[Sequence[Line]]) -> h.Element:
    named = any(heads) and h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]]
    return h.table(".kam-values")[named, h.tbody[[_row(row) for row in rows]]]


def _row(row: Sequence[Line]) -> h.Element:
    first, *others = row
    return h.tr[h.th(scope="row")[line(first)], [h.td[line(cell)] for cell in others]]


def line(pieces: Line) -> h.Node:
    """A run of text as HTML."""
    return [_piece(piece) for piece in pieces]


def _piece(piece: Piece) -> h.Node:
    match piece:
        case Strong(text):
            return h.strong[clean(text)]
        case Link(text, address):
            return h.a(href=address)[clean(text)] if address else clean(text)
        case str():
            return list(_broken(clean(piece)))
    raise TypeError(piece)


def _broken(text: str) -> Iterator[h.Node]:
    """`text` with its line breaks."""
    for n, part in enumerate(text.split("\n")):
        if n:
            yield h.br
        yield part


def data(svg: str) -> str:
    """The address of a picture that is its own content."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
