"""The printed report: a part of the page that only paper shows.

Cover, result on one page, advice, plan, answers, method, sources; its looks are in `print.css`.
"""

import htpy as h

from widgets.core.advising import way_up
from widgets.core.drawing import bars
from widgets.core.drawing.dots import TITLE
from widgets.core.exporting import pictures
from widgets.core.exporting.report import result, sections
from widgets.core.exporting.subject import GUIDE, Subject, about
from widgets.core.scoring import margins, result_words
from widgets.core.writing.blocks import Block, Item, Listing, Paragraph, Section, Subheading
from widgets.core.writing.html import block, blocks
from widgets.core.writing.safe_text import one_line

FIRST = 3
"""Recommendations that stand on the page of the result."""

LONG = 60
"""Characters from which a name is set smaller on the cover."""


def printed(subject: Subject) -> h.Element:
    """The whole report, to stand in the page while it is printed."""
    return h.div(".kam-report")[
        _cover(subject),
        (subject.result.score is not None or not subject.chosen) and _result(subject),
        [_section(section) for section in _sections(subject)],
    ]


def _sections(subject: Subject) -> list[Section]:
    found = sections.sections(subject)
    return [section for section in found if section.id != "result"]


def _cover(subject: Subject) -> h.Element:
    name = one_line(subject.name)
    kind = ".kam-report__name.kam-report__name--long" if len(name) > LONG else ".kam-report__name"
    return h.section(".kam-report__cover")[
        h.p(".kam-report__guide")[GUIDE],
        h.p(kind)[h.bdi[name]],
        h.p(".kam-report__model")[subject.model.title],
        h.p(".kam-report__level")[_says(subject)],
        h.p(".kam-report__label")[subject.date],
        h.dl[[(h.dt[label], h.dd[h.bdi[text]]) for label, text in about(subject).items()]],
    ]


def _says(subject: Subject) -> h.Node:
    """The result in a few words, and the structure where the chooser was asked."""
    scored = subject.result.score is not None
    headline = result_words.headline(subject.model, subject.result)
    return (
        (scored or not subject.home) and headline,
        scored and subject.home and h.br,
        subject.home,
    )


def _result(subject: Subject) -> h.Element:
    """Everything that matters, on one page: the chart beside what to make of it."""
    model, found = subject.model, subject.result
    kill = result_words.kill(model, found)
    return h.section(".kam-report__result")[
        h.h2["The result"],
        h.p(".kam-headline__label")[result_words.label(found)],
        h.p(".kam-headline__level")[result_words.headline(model, found)],
        h.p(".kam-headline__kill")[
            kill and (result_words.KILL, h.strong[kill]),
            found.score is not None and result_words.missing(model, found),
        ],
        h.p(".kam-headline__range")[margins.leeway(found), " ", margins.judged(found)],
        h.div(".kam-report__columns")[
            bars.dots("report-dots", TITLE, pictures.rows(subject)),
            h.div(".kam-report__beside")[[block(b) for b in _beside(subject)]],
        ],
        [block(b) for b in result.exposures(subject)],
    ]


def _beside(subject: Subject) -> list[Block]:
    """What stands beside the chart: what holds back, what to talk about, where to start."""
    parts = list(result.talk(subject))
    first = [Item((item.advice.title,)) for item in subject.parts.advised[:FIRST]]
    if first:
        parts += [Subheading(("Where to start",)), Listing(first)]
    way = way_up.lines(subject.model, subject.result, subject.parts.way)
    return [*parts, Paragraph((f"{way[0].rstrip(':.')}.",))] if way else parts


def _section(section: Section) -> h.Element:
    return h.section(f".kam-report__section.kam-report__{section.id}")[
        h.h2[section.title], blocks(section)
    ]
