"""The printed report: a part of the page that only paper shows.

The result page on the first sheet, then advice, plan, answers, method, sources, and what the
report says of itself; its looks are in `print.css`.
"""

import htpy as h

from widgets.core.exporting.report import result, sections
from widgets.core.exporting.subject import Subject, about
from widgets.core.result import page
from widgets.core.scoring import result_words
from widgets.core.words.guide import NAME
from widgets.core.writing.blocks import Section
from widgets.core.writing.html import blocks
from widgets.core.writing.safe_text import one_line

LONG = 60
"""Characters from which a name is set smaller."""


def printed(subject: Subject) -> h.Element:
    """The whole report, to stand in the page while it is printed."""
    return h.div(".kam-report")[
        _first(subject),
        [_section(section) for section in _sections(subject)],
        _about(subject),
    ]


def _sections(subject: Subject) -> list[Section]:
    found = sections.sections(subject)
    return [section for section in found if section.id != "result"] + [_exposed(subject)]


def _exposed(subject: Subject) -> Section:
    """The failure factors, which the first page has no room for."""
    return Section("exposure", "Which failures it is exposed to", list(result.exposures(subject)))


def _first(subject: Subject) -> h.Element:
    """The result page on one sheet, under the name of the assessment."""
    return h.section(".kam-report__first")[
        h.div(".kam-report__head")[
            h.p(".kam-report__guide")[NAME, ". ", subject.model.title],
            _name(subject),
        ],
        _whole(subject) if subject.result.score is not None else _headless(subject),
        bool(subject.home)
        and h.p(".kam-report__structure")[h.strong["Which structure? "], subject.home],
    ]


def _name(subject: Subject) -> h.Element:
    name = one_line(subject.name)
    kind = ".kam-report__name.kam-report__name--long" if len(name) > LONG else ".kam-report__name"
    return h.p(kind)[h.bdi[name]]


def _whole(subject: Subject) -> h.Node:
    """The regions of the result page, but for the way on, which paper cannot press."""
    names = [name for name in page.FIRST if name != "onward"]
    shown = page.drawn(subject.parts, "report", names)
    return h.div(".kam-report__result")[
        [h.div(f".kam-report__{name}")[node] for name, node in shown.items()]
    ]


def _headless(subject: Subject) -> h.Node:
    """What a report says whose programme was not scored."""
    return h.p(".kam-report__label")[
        "" if subject.home else result_words.headline(subject.model, subject.result),
        " ",
        subject.date,
    ]


def _about(subject: Subject) -> h.Element:
    """What the report says of itself."""
    return h.section(".kam-report__section.kam-report__about")[
        h.h2["About this report"],
        h.dl[[(h.dt[label], h.dd[h.bdi[text]]) for label, text in about(subject).items()]],
    ]


def _section(section: Section) -> h.Element:
    return h.section(f".kam-report__section.kam-report__{section.id}")[
        h.h2[section.title], blocks(section)
    ]
