"""The page for a board as HTML: on screen a preview, on paper the one thing that is printed.

Styles: `board.css`.
"""

import htpy as h

from widgets.core.board import meetings
from widgets.core.board.panels import Drawing
from widgets.core.board.reasons import Objection, Said
from widgets.core.board.sheet import OURS, Sheet
from widgets.core.words import guide
from widgets.core.words.english import listed, lower_first

MARK = "[guide's judgement]"
NUMBERS = {1: "One reason", 2: "Two reasons", 3: "Three reasons"}


def page(sheet: Sheet) -> h.Element:
    """The whole page."""
    return h.article(f".kam-board.kam-board--{sheet.answer}", aria_label="The page for a board")[
        _head(sheet),
        h.p(".kam-board__do")[sheet.do],
        bool(sheet.clear) and h.p(".kam-board__clear")[sheet.clear],
        _drawing(sheet.drawing),
        h.div(".kam-board__columns")[
            h.div[bool(sheet.reasons) and _reasons(sheet), _cost(sheet)],
            h.div[_objection(sheet.objection), _change(sheet), _again(sheet)],
        ],
        _steps(sheet),
        _sign(sheet),
        _foot(sheet),
    ]


def blank(text: str, label: str = "") -> h.Node:
    """A typed text; a line to write on where there is none."""
    return h.span(".kam-board__typed")[
        bool(label) and h.span(".kam-board__label")[label, " "],
        h.bdi[text] if text else h.span(".kam-board__line", role="img", aria_label="to write on"),
    ]


def _head(sheet: Sheet) -> h.Element:
    typed = sheet.typed
    return h.p(".kam-board__head")[
        blank(typed["organisation"], "" if typed["organisation"] else "Organisation"),
        blank(typed["decision"], "" if typed["decision"] else "To decide"),
        blank(typed["date"], "" if typed["date"] else "Date"),
        blank(typed["prepared"], "Prepared by"),
    ]


def _drawing(drawing: Drawing) -> h.Element:
    wide, many = meetings.width(drawing), len(drawing.panels)
    return h.figure(f".kam-board__drawing.kam-board__drawing--{many}")[
        [
            meetings.picture(panel, drawing.account, wide, f"board-panel-{n}")
            for n, panel in enumerate(drawing.panels)
        ],
        h.figcaption[
            h.strong[h.bdi[drawing.account]],
            f" {drawing.others}" if drawing.others else "",
            ". ",
            drawing.note,
        ],
    ]


def _block(name: str, title: str, *inside: h.Node) -> h.Element:
    return h.section(f".kam-board__block.kam-board__block--{name}")[h.h3[title], inside]


def _reasons(sheet: Sheet) -> h.Element:
    title = f"{sheet.why}: {lower_first(NUMBERS[len(sheet.reasons)])}"
    return _block("reasons", title, h.ol[[h.li[_said(one)] for one in sheet.reasons]])


def _said(one: Said) -> h.Node:
    mark = bool(one.because and not one.facts) and (" ", h.span(".kam-board__ours")[MARK])
    return h.strong[one.answer], " ", one.because, mark


def _objection(one: Objection | None) -> h.Node:
    if one is None:
        return None
    return _block(
        "objection",
        "The strongest objection",
        h.p[_said(one.said)],
        h.p[h.em["What answers it: "], one.answered],
    )


def _change(sheet: Sheet) -> h.Element:
    return _block(
        "change",
        "What would change our mind",
        h.ul[[h.li[line] for line in sheet.change], h.li[blank(sheet.typed["doubt"])]],
    )


def _cost(sheet: Sheet) -> h.Element:
    stops = sheet.answer == "no-kam"
    return _block(
        "cost",
        "What it frees" if stops else "What it costs",
        [h.p[h.em[f"{name}: "], lower_first(text)] for name, text in sheet.costs],
        (not stops or bool(sheet.typed["cost"])) and h.p[blank(sheet.typed["cost"], "In money:")],
        h.p[
            blank(
                sheet.typed["stops"],
                "What stops:" if stops else "What stops to pay for it:",
            )
        ],
    )


def _again(sheet: Sheet) -> h.Element:
    typed = sheet.typed["again"]
    return _block(
        "again",
        "When to look again",
        h.p[h.bdi[typed] if typed else sheet.again],
        not typed and h.p[blank("", "Date:")],
    )


def _steps(sheet: Sheet) -> h.Node:
    if not sheet.steps:
        return None
    return _block(
        "steps",
        "First steps, and who must agree",
        h.table(".kam-board__steps")[
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row")[str(n)],
                        h.td[step.text],
                        h.td[h.strong["Must agree: "], lower_first(step.agree)],
                    ]
                    for n, step in enumerate(sheet.steps, start=1)
                ]
            ]
        ],
    )


def _sign(sheet: Sheet) -> h.Element:
    return _block(
        "sign",
        "Agreed, and will act on it",
        h.div(".kam-board__signs")[
            [
                h.span[h.i(aria_hidden="true"), h.bdi[name]]
                for name in sheet.signers or ("The board",)
            ]
        ],
        h.p[blank("", "Date"), blank("", "Against, because")],
    )


def _foot(sheet: Sheet) -> h.Element:
    named = listed(list(sheet.sources)).removesuffix(".")
    return h.p(".kam-board__foot")[
        f"Behind the reasons: {named}. " if named else "",
        OURS,
        f" The working, and every source: {guide.NAME}, “Which structure?”",
    ]
