"""Export: the formats, each with what it is for."""

from collections.abc import Sequence

import htpy as h

from widgets.core.exporting import calendar
from widgets.core.exporting.framed import FRAMED, TAKE
from widgets.core.exporting.pictures import CHARTS
from widgets.core.exporting.subject import Subject, how_many_answered, subject_of
from widgets.core.keeping.visit import Visit
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.words.english import number_of

FILE = "export.file"

type Format = tuple[str, str, str, str]
"""A command, its value, its label, and what it is for."""

FORMATS: Sequence[tuple[str, Sequence[Format]]] = (
    (
        "To keep, to move, to merge",
        (
            (
                "export.answers-file",
                "",
                "JSON",
                "Everything you answered. The one format that this guide reads again, here or on "
                "another machine. Save it now and then: your answers are in this browser only.",
            ),
        ),
    ),
    (
        "To read and to pass on",
        (
            (
                "export.print-report",
                "",
                "Print a report",
                "On paper or as a PDF: for a meeting, or to sign.",
            ),
            (
                "export.clipboard",
                "",
                "Copy for a wiki",
                "Paste it into Confluence, SharePoint, Word or a mail, with its tables and links.",
            ),
            (FILE, "md", "Markdown", "For a wiki or a repository that takes Markdown."),
            (FILE, "html", "HTML", "One file that any browser opens, with nothing to load."),
        ),
    ),
    (
        "To work with",
        (
            (
                FILE,
                "xlsx",
                "Excel workbook",
                "Charts, answers, actions with filters, and the sums as formulas. Loads its "
                "writer first, about 3 MB once.",
            ),
            (FILE, "ics", "Calendar", ""),
            (
                FILE,
                "csv",
                "CSV",
                "One plain table, for a script or a statistics program. A text that begins with "
                "=, +, - or @ gets an apostrophe in front, or a spreadsheet would work it out.",
            ),
        ),
    ),
)
"""The formats in the order of the panel."""

PICTURES = "For a slide: each picture names its date and its model. PNG fits everywhere; SVG stays "


def run(desk: Desk) -> Reply:
    """Shows the formats."""
    subject = subject_of(desk)
    return Reply(title="Export", panel=_panel(subject))


def _panel(subject: Subject) -> h.Node:
    return (
        _framed(subject.parts.place.visit),
        h.p[_whose(subject), ": ", how_many_answered(subject), "."],
        h.p(".kam-note")[
            "All of them hold your notes, owners and reasons. Look before you pass one on. "
            "To pass on answers alone, share a link."
        ],
        bool(subject.answers.retired)
        and h.p(".kam-note")[
            "Answers to an older version of the questions, with their notes, are in the JSON alone."
        ],
        [_group(subject, title, formats) for title, formats in FORMATS],
        h.h3["Pictures"],
        h.p[f"{PICTURES}sharp at every size."],
        h.ul(".kam-formats")[
            subject.result.score is not None and _slide(),
            [_pictures(name, label) for name, (label, _) in CHARTS.items()],
        ],
    )


def _framed(visit: Visit) -> h.Node:
    """What a frame may do to files, before one is asked for."""
    words = FRAMED[visit.frame].exports
    return words and h.div(".kam-kept")[h.p[words], button("export.share", TAKE)]


def _whose(subject: Subject) -> h.Node:
    if subject.beside:
        return "Answers from ", h.bdi[subject.beside], ", not your own"
    return h.bdi[subject.name]


def _group(subject: Subject, title: str, formats: Sequence[Format]) -> h.Node:
    return (
        h.h3[title],
        h.ul(".kam-formats")[
            [
                h.li[button(command, label, value), h.span[purpose or _calendar(subject)]]
                for command, value, label, purpose in formats
            ]
        ],
    )


def _calendar(subject: Subject) -> str:
    """What would be in the calendar."""
    planned = len(subject.parts.plan.road)
    dated = len(calendar.dated(subject))
    months = subject.model.recheck_months
    again = f"the day to score again, in {months} months"
    if not planned:
        return f"For Outlook, Google and others: {again}. Your plan is empty."
    left = f" {planned - dated} without a month stay out." if dated < planned else ""
    return (
        f"For Outlook, Google and others: {number_of(dated, 'planned action')}, and {again}.{left}"
    )


def _slide() -> h.Element:
    """The result on one slide: to print, or as a picture."""
    return h.li[
        button("export.print-slide", "Print"),
        button("export.slide", "PNG", "png", says="The result on one slide as PNG"),
        button("export.slide", "SVG", "svg", says="The result on one slide as SVG"),
        h.span["The result on one slide, 16:9"],
    ]


def _pictures(name: str, label: str) -> h.Element:
    return h.li[
        button("export.chart", "PNG", f"{name} png", says=f"{label} as PNG"),
        button("export.chart", "SVG", f"{name} svg", says=f"{label} as SVG"),
        h.span[label],
    ]
