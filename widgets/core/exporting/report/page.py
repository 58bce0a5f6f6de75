"""The report as HTML: a part to paste into a wiki, and a file that stands alone."""

import htpy as h
from markupsafe import Markup

from widgets.core.drawing.html import as_typed
from widgets.core.exporting.report import sections
from widgets.core.exporting.subject import Subject
from widgets.core.writing.html import block, blocks
from widgets.core.writing.safe_text import one_line

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
    return str(as_typed(_whole(subject)))


def page(subject: Subject) -> str:
    """The report as a file that stands alone, with its own style and nothing to load."""
    return "<!doctype html>\n" + str(
        as_typed(
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
