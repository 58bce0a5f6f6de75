"""HTML of a report: a part to paste into a wiki, and a file that stands alone.

Every text is escaped; nothing in it can run, and nothing is fetched but what a reader clicks.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence

import htpy as h
from markupsafe import Markup

from widgets.core.drawing.html import html
from widgets.core.exporting.report import sections
from widgets.core.exporting.subject import Subject
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

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""What the file may load: nothing but the picture in it."""

LOOK = """
body{color:#1b2127;font:16px/1.5 "Segoe UI",system-ui,Helvetica,Arial,sans-serif;
margin:2rem auto;max-width:56rem;padding:0 1.5rem}
h1,h2,h3{line-height:1.2;margin:2rem 0 .6rem}
table{border-collapse:collapse;margin:.6rem 0 1.2rem;width:100%}
th,td{border:1px solid #c4c6c0;font-weight:400;padding:.35rem .6rem;text-align:left;
vertical-align:top}
thead th{background:#f2f2ed;font-weight:600}
img{height:auto;max-width:100%}
a{color:#0c4f60}
li{margin:.3rem 0}
@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}tr,li{break-inside:avoid}}
"""


def wiki(subject: Subject) -> str:
    """The report to paste: headings, lists, tables, a picture, links; no style of its own."""
    return str(html(_whole(subject)))


def page(subject: Subject) -> str:
    """The same as a file that stands alone."""
    return "<!doctype html>\n" + str(
        html(
            h.html(lang="en-GB")[
                h.head[
                    h.meta(charset="utf-8"),
                    h.meta(http_equiv="Content-Security-Policy", content=POLICY),
                    h.meta(name="viewport", content="width=device-width"),
                    h.meta(name="robots", content="noindex"),
                    h.title[one_line(subject.title)],
                    h.style[Markup(LOOK)],
                ],
                h.body[_whole(subject)],
            ]
        )
    )


def _whole(subject: Subject) -> h.Node:
    return (
        h.h1[one_line(subject.title)],
        block(sections.preface(subject)),
        [(h.h2[s.title], blocks(s)) for s in sections.sections(subject)],
    )


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
    return h.table[named, h.tbody[[_row(row) for row in rows]]]


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
