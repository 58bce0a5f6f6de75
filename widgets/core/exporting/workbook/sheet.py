"""One sheet of the workbook: its looks, and the only ways in which anything is written on it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from widgets.core.writing.safe_text import fitted, formula

OURS, THEIRS = "#0C4F60", "#A33A20"
INK, QUIET, RULE = "#1B2127", "#4A535B", "#DCDCD4"
"""Colours of the site on paper (tokens.css)."""

_TOP = {"valign": "top"}
_WRAPPED = {**_TOP, "text_wrap": True}
_HEAD = {**_WRAPPED, "bold": True, "font_color": "#FFFFFF", "bg_color": OURS}
_LISTED = {"bottom": 1, "bottom_color": RULE}
_FIGURE = {**_TOP, **_LISTED, "align": "center"}

_LITERAL = {"num_format": "@"}
"""Excel's text format: what begins with "=" is no formula, also after an edit."""

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "text": {**_WRAPPED, **_LISTED},
    "strong": {**_WRAPPED, **_LISTED, "bold": True},
    "words": _WRAPPED,
    "plain": _TOP,
    "title": {**_WRAPPED, "bold": True, "font_size": 18, "font_color": INK},
    "big": {**_WRAPPED, "bold": True, "font_size": 20, "font_color": OURS},
    "lead": {**_WRAPPED, "font_size": 12},
    "quiet": {**_WRAPPED, "font_color": QUIET},
    "label": {**_TOP, "bold": True},
    "head": _HEAD,
    "middle": {**_HEAD, "align": "center"},
    "heading": {"bold": True, "font_size": 13, "font_color": OURS, "bottom": 1},
    "number": {**_FIGURE, "num_format": "0.0?"},
    "whole": {**_FIGURE, "num_format": "0"},
    "month": {**_TOP, **_LISTED, "num_format": "mmm yyyy", "align": "left"},
    "link": {**_WRAPPED, **_LISTED, "font_color": OURS, "underline": 1},
    "below": {"bold": True, "font_color": THEIRS},
    "open": {"font_color": QUIET, "italic": True},
}
"""How a cell may look, by name."""

type CellValue = str | float | date | None

MEASURED = ("text", "strong")
"""Looks whose texts make a row of a list higher."""

HIGHEST = 400
"""Points that a row may be high; Excel takes 409."""


class Worksheet:
    """A worksheet; every text that goes on it is made safe on the way."""

    def __init__(self, book: Any, sheet: Any) -> None:
        self.book = book
        self.sheet = sheet
        self.look = lru_cache(lambda name: book.add_format(dict(LOOKS[name])))
        self.literal = lru_cache(lambda name: book.add_format({**LOOKS[name], **_LITERAL}))
        self.wide: Sequence[float] = ()
        self.lines: dict[int, int] = {}
        sheet.hide_gridlines(2)

    def write(self, row: int, column: int, value: CellValue, look: str = "text") -> None:
        """A text, a number, a date or nothing; never a formula, whatever the text says."""
        kind = self.look(look)
        safe = fitted(value) if isinstance(value, str) else ""
        if safe:
            self._text(row, column, safe, look)
            if look in MEASURED:
                self._measure(row, column, safe)
        elif isinstance(value, int | float):
            self.sheet.write_number(row, column, value, kind)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, value, kind)
        else:
            self.sheet.write_blank(row, column, None, kind)

    def formula(
        self, row: int, column: int, ours: str, value: float | int | None, look: str
    ) -> None:
        """A formula of ours, with the value that it has now."""
        shown = "" if value is None else value
        self.sheet.write_formula(row, column, f"={ours}", self.look(look), shown)

    def link(self, row: int, column: int, address: str, text: str) -> None:
        """A link to a page of the guide; its words alone where there is no address."""
        if address.startswith(("http://", "https://")) and len(address) < 2000:
            self.sheet.write_url(row, column, address, self.look("link"), fitted(text))
            self._measure(row, column, text)
        else:
            self.write(row, column, text)

    def across(self, row: int, columns: tuple[int, int], text: str, look: str, wide: int) -> None:
        """A text over several columns that hold about `wide` characters a line."""
        first, last = columns
        safe = fitted(text)
        lines = sum(-(-max(1, len(part)) // wide) for part in safe.split("\n"))
        size = LOOKS[look].get("font_size", 11)
        self.sheet.set_row(row, min(HIGHEST, (lines * 1.36 + 0.2) * size))
        self.sheet.merge_range(row, first, row, last, "", self.look(look))
        self._text(row, first, safe, look)

    def widths(self, *widths: float) -> None:
        """Widths of the columns, in characters."""
        self.wide = widths
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def table(self, row: int, name: str, heads: Sequence[str], count: int) -> None:
        """A table of `count` rows with a filter on each column; its cells are written apart."""
        columns = [{"header": head, "header_format": self.look("head")} for head in heads]
        last = row + max(1, count)
        style = {"style": "Table Style Light 1", "banded_rows": False, "name": name}
        self.sheet.add_table(row, 0, last, len(heads) - 1, {**style, "columns": columns})
        self.sheet.set_row(row, 32)
        self.sheet.freeze_panes(row + 1, 0)
        self.sheet.repeat_rows(row)

    def paper(self, landscape: bool = True) -> None:
        """Prints one page wide, with its name and the page's number below."""
        if landscape:
            self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.set_margins(0.5, 0.5, 0.6, 0.7)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&L&9&A&R&9&P / &N")

    def fit(self) -> None:
        """Makes every row of a table as high as its longest text; not every program does."""
        for row, lines in self.lines.items():
            self.sheet.set_row(row, min(HIGHEST, 15 * lines + 2))

    def _text(self, row: int, column: int, text: str, look: str) -> None:
        """Exactly `text`, which stays one when somebody edits its cell."""
        kind = self.literal(look) if formula(text) else self.look(look)
        self.sheet.write_string(row, column, text, kind)

    def _measure(self, row: int, column: int, text: str) -> None:
        width = self.wide[column] if column < len(self.wide) else 10
        lines = sum(-(-max(1, len(part)) // max(1, int(width))) for part in text.split("\n"))
        self.lines[row] = max(lines, self.lines.get(row, 1))
