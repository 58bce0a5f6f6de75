"""The first sheet: the result on one page, with charts that are Excel's own."""

from typing import Any

from widgets.core.advising.first_steps import heading, lines
from widgets.core.advising.talk_first import talk_first
from widgets.core.exporting.subject import Subject, about
from widgets.core.exporting.workbook.sheet import INK, OURS, QUIET, RULE, THEIRS, Worksheet
from widgets.core.exporting.workbook.working import Figures
from widgets.core.model.maturity import TOP
from widgets.core.scoring import margins, result_words
from widgets.core.scoring.results import DimensionResult

TEXT = (0, 5)
"""Columns that sentences run across."""
WIDE = 92
"""Characters that fit across them."""
MOST = 8
"""Failure factors in the chart of exposures."""


def summary(sheet: Worksheet, subject: Subject, figures: Figures) -> None:
    """Headline, dimensions, what holds back, what to talk about first, and two charts."""
    sheet.widths(34, 12, 12, 12, 12, 12, 3)
    sheet.across(0, TEXT, subject.title, "title", 60)
    row = _headline(sheet, subject, 1)
    row = _dimensions(sheet, subject, row + 1, figures)
    row = _sentences(sheet, subject, row + 1)
    row += 1
    for label, text in about(subject).items():
        sheet.across(row, (1, 5), text, "quiet", 58)
        sheet.write(row, 0, label, "label")
        row += 1
    if subject.result.score is not None:
        _charts(sheet, figures)
    sheet.paper()


def _headline(sheet: Worksheet, subject: Subject, row: int) -> int:
    model, result = subject.model, subject.result
    sheet.across(row, TEXT, result_words.label(result), "quiet", WIDE)
    sheet.across(row + 1, TEXT, result_words.headline(model, result), "big", WIDE // 2)
    row += 2
    kill = result_words.kill(model, result)
    sentences = [
        (kill and f"{result_words.KILL}{kill}", "lead"),
        (result_words.missing(model, result) if result.score is not None else "", "lead"),
        (margins.leeway(result), "quiet"),
        (margins.judged(result), "quiet"),
    ]
    for text, look in sentences:
        if text:
            sheet.across(row, TEXT, text, look, WIDE - 4)
            row += 1
    return row


def _dimensions(sheet: Worksheet, subject: Subject, row: int, figures: Figures) -> int:
    heads = ("Dimension (◆ critical)", "Score", "Range from", "Range to", "Level", "Target")
    for column, head in enumerate(heads):
        sheet.write(row, column, head, "middle" if column else "head")
    top = row + 1
    for n, dimension in enumerate(subject.model.dimensions):
        found = subject.result.dimensions[dimension.id]
        low, high = _ends(found)
        name = dimension.name + (" ◆" if dimension.critical else "")
        sheet.link(top + n, 0, subject.address(f"d/{dimension.id}/"), name)
        at = figures.first + n
        cells = (
            ("F", found.score, "number"),
            ("I", low, "number"),
            ("J", high, "number"),
            ("G", found.level, "whole"),
        )
        for column, (letter, value, look) in enumerate(cells, start=1):
            if value is None and letter in "IJ":
                continue
            place = f"Working!{letter}{at}"
            sheet.formula(top + n, column, f'IF({place}="","",{place})', value, look)
        sheet.write(top + n, 5, subject.parts.scoped.targets[dimension.id].level, "whole")
    last = top + len(subject.model.dimensions)
    gap = f"AND(ISNUMBER($E{top + 1}),$E{top + 1}<$F{top + 1})"
    rule = {"type": "formula", "criteria": f"={gap}", "format": sheet.look("below")}
    sheet.sheet.conditional_format(top, 4, last - 1, 4, rule)
    return last


def _ends(found: DimensionResult) -> tuple[float | None, float | None]:
    """The range of a dimension; a known quick answer has none to tell."""
    if found.range is None or (found.basis == "quick" and found.score is not None):
        return None, None
    return found.range


def _sentences(sheet: Worksheet, subject: Subject, row: int) -> int:
    model, result = subject.model, subject.result
    held = result_words.cap(model, result)
    topics = talk_first(model, subject.answers, result) if result.score is not None else ()
    steps = subject.parts.first
    parts = [
        ("What holds you back", [held] if held else []),
        ("Which structure", [subject.home] if subject.home else []),
        (heading(steps), [f"{n}. {line}" for n, line in enumerate(lines(steps)[1:], start=1)]),
        ("Talk about these first", [f"{n}. {t.text}" for n, t in enumerate(topics, start=1)]),
    ]
    for title, texts in parts:
        if texts:
            sheet.across(row, TEXT, title, "heading", WIDE)
            for n, text in enumerate(texts, start=1):
                sheet.across(row + n, TEXT, text, "words", WIDE)
            row += len(texts) + 2
    return row


def _charts(sheet: Worksheet, figures: Figures) -> None:
    first, last = figures.first, figures.last
    chart = _chart(sheet, "Score (bar), possible range (line) and target (outline), 0 to 4", TOP)
    names = f"=Working!$A${first}:$A${last}"
    chart.add_series(
        {
            "name": "Score",
            "categories": names,
            "values": f"=Working!$F${first}:$F${last}",
            "fill": {"color": OURS},
            "gap": 60,
            "y_error_bars": {
                "type": "custom",
                "plus_values": f"=Working!$L${first}:$L${last}",
                "minus_values": f"=Working!$K${first}:$K${last}",
                "line": {"color": THEIRS, "width": 1.5},
            },
        }
    )
    chart.add_series(
        {
            "name": "Target",
            "categories": names,
            "values": f"=Working!$M${first}:$M${last}",
            "fill": {"none": True},
            "border": {"color": INK, "width": 1},
        }
    )
    told = "Bars of the score of each dimension, with its possible range and its target, 0 to 4"
    sheet.sheet.insert_chart(1, 7, chart, {"description": told, "object_position": 3})
    if figures.exposure:
        _exposures(sheet, figures.exposure)


def _exposures(sheet: Worksheet, rows: tuple[int, int]) -> None:
    first, last = rows[0], min(rows[1], rows[0] + MOST - 1)
    chart = _chart(sheet, "Most exposed to these failure factors, 0 guarded to 100 unguarded", 100)
    chart.add_series(
        {
            "name": "Exposure",
            "categories": f"=Working!$A${first}:$A${last}",
            "values": f"=Working!$C${first}:$C${last}",
            "fill": {"color": THEIRS},
            "gap": 60,
            "data_labels": {"value": True, "num_format": "0"},
        }
    )
    chart.set_legend({"none": True})
    told = "Bars of the failure factors to which the programme is most exposed"
    sheet.sheet.insert_chart(21, 7, chart, {"description": told, "object_position": 3})


def _chart(sheet: Worksheet, title: str, most: int) -> Any:
    chart = sheet.book.add_chart({"type": "bar"})
    font = {"color": QUIET, "size": 9}
    chart.set_title({"name": title, "name_font": {"size": 11, "bold": True, "color": INK}})
    chart.set_y_axis(
        {
            "reverse": True,
            "major_gridlines": {"visible": False},
            "num_font": font,
            "line": {"color": RULE},
        }
    )
    step = {"min": 0, "max": most, "major_unit": most / 4, "num_format": "0"}
    grid = {"visible": True, "line": {"color": RULE, "width": 0.75}}
    chart.set_x_axis({**step, "num_font": font, "major_gridlines": grid})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_size({"width": 640, "height": 400})
    chart.set_chartarea({"border": {"none": True}})
    return chart
