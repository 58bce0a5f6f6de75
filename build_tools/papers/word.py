"""A paper as a Word file: real styles, A4, a title, tables with heads; the same bytes each time."""

import io
import zipfile
from copy import copy
from datetime import datetime
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tc
from docx.shared import Mm, Pt, RGBColor

from build_tools.papers.paper import Block, Cell, Heading, Label, Paper, State, Table, Words
from build_tools.papers.sheet import INVENTED
from widgets.core.words import guide
from widgets.core.words.quotes import curly

_DAY = datetime(1980, 1, 1)
"""When every file was made, as far as it tells: none tells the day of its build."""

_STAMP = (1980, 1, 1, 0, 0, 0)
_PAGE, _SIDE, _ABOVE, _BELOW = (210, 297), 20, 17, 17
"""A4 and its margins, in millimetres."""

_INK, _QUIET, _OURS = (
    RGBColor(0x1B, 0x21, 0x27),
    RGBColor(0x4A, 0x53, 0x5B),
    RGBColor(0x0C, 0x4F, 0x60),
)
_HEAD, _EDGE = "E1EDEF", "7D837F"
_FONT = "Arial"


def word(paper: Paper, state: State) -> bytes:
    """The file of the paper in this state."""
    document = docx.Document(io.BytesIO(_base()))
    _tell(document, paper, state)
    document.add_paragraph(paper.title, style="Title")
    if state == "example":
        document.add_paragraph(INVENTED, style="Quiet")
    for block in paper.blocks(state):
        _add(document, block)
    for text in document.element.body.iter(_TEXT):
        text.text = curly(text.text or "")
    return _packed(document)


def _tell(document: Document, paper: Paper, state: State) -> None:
    about = document.core_properties
    about.title = curly(paper.title + (": example" if state == "example" else ""))
    about.subject = curly(paper.gives)


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading(text, turns):
            heading = document.add_heading(text, level=1)
            heading.paragraph_format.page_break_before = turns or None
        case Words(text, kind):
            styles = {"paragraph": "Normal", "point": "List Bullet", "note": "Quiet"}
            document.add_paragraph(text, style=styles[kind])
        case Table():
            _add_table(document, block)


def _add_table(document: Document, drawn: Table) -> None:
    rows = [drawn.head, *drawn.rows] if drawn.head else list(drawn.rows)
    made = document.add_table(len(rows), len(drawn.widths), style="Table Grid")
    made.autofit = False
    widths = [Mm((_PAGE[0] - 2 * _SIDE) * share / 100).twips for share in drawn.widths]
    for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(_W, str(width))
    for number, (row, cells) in enumerate(zip(made._tbl.tr_lst, rows, strict=True)):
        headed = bool(drawn.head) and number == 0
        strong = headed or number - bool(drawn.head) in drawn.sums
        room = drawn.lines[number - bool(drawn.head)] if "" in cells and not headed else 0
        _keep_whole(row, headed, room)
        for place, (cell, said) in enumerate(zip(row.tc_lst, cells, strict=True)):
            cell.tcPr.find(_WIDTH).set(_W, str(widths[place]))
            _say(cell, said, strong or (isinstance(said, Label) and not place))
            if headed:
                cell.tcPr.append(copy(_SHADE))
            if place in drawn.figures:
                cell.p_lst[0].get_or_add_pPr().append(copy(_RIGHT))
    document.add_paragraph(style="After Table")


def _say(cell: CT_Tc, said: Cell, strong: bool) -> None:
    """Fills a new cell, by the ids of styles: the library looks a name up anew each time."""
    label = said if isinstance(said, Label) else Label(said)
    cell.p_lst[0].style = "TableHead" if strong else "TableText"
    cell.p_lst[0].add_r().text = label.text
    if label.hint:
        below = cell.add_p()
        below.style = "Hint"
        below.add_r().text = label.hint


def _element(name: str, **told: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in told.items():
        made.set(qn(f"w:{key}"), value)
    return made


_W, _WIDTH, _TEXT = qn("w:w"), qn("w:tcW"), qn("w:t")
_SHADE = _element("shd", val="clear", color="auto", fill=_HEAD)
_RIGHT = _element("jc", val="right")


def _keep_whole(row: CT_Row, headed: bool, room: int) -> None:
    """Never parts a row from its rest; repeats a head; leaves room for so many lines."""
    told = row.get_or_add_trPr()
    told.append(_element("cantSplit"))
    if room:
        told.append(_element("trHeight", val=str((13 * room + 4) * 20), hRule="atLeast"))
    if headed:
        told.append(_element("tblHeader"))


@cache
def _base() -> bytes:
    """A file with our styles and nothing in it; what all papers are made from."""
    document = docx.Document()
    _sheet(document)
    _forget(document)
    _styles(document)
    about = document.core_properties
    about.author = about.last_modified_by = guide.NAME
    about.created = about.modified = _DAY
    about.language, about.comments, about.revision = "en-GB", "", 1
    return _packed(document)


def _sheet(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in _PAGE)
    section.left_margin = section.right_margin = Mm(_SIDE)
    section.top_margin, section.bottom_margin = Mm(_ABOVE), Mm(_BELOW)
    section.footer_distance = Mm(9)
    section.footer.paragraphs[0].text = guide.sheet_foot()


_USED = (
    *("Normal", "Title", "Heading 1", "List Bullet", "Footer", "Header", "List Paragraph"),
    *("Default Paragraph Font", "Normal Table", "No List", "Table Grid"),
)


_UNUSED = ("thumbnail", "stylesWithEffects", "customXml", "webSettings")
"""Parts of Word's own template that no paper needs, by the ends of their kinds."""


def _forget(document: Document) -> None:
    """Takes out of Word's own template what no paper uses: most styles, and a picture of it."""
    for style in list(document.styles):
        if style.name not in _USED:
            style.delete()
    for relations in (document.part.package.rels, document.part.rels):
        for id, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _UNUSED:
                del relations[id]


def _styles(document: Document) -> None:
    styles = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for edge in styles["Table Grid"].element.xpath("w:tblPr/w:tblBorders/*"):
        edge.set(qn("w:color"), _EDGE)
    for side in styles["Table Grid"].element.xpath("w:tblPr/w:tblCellMar/*[@w:w='108']"):
        side.set(_W, "80")
    for name, size, bold, colour, above, below in (
        ("Normal", 10.5, False, _INK, 0, 6),
        ("Title", 19, True, _OURS, 0, 4),
        ("Heading 1", 12, True, _INK, 9, 4),
        ("List Bullet", 10.5, False, _INK, 0, 3),
        ("Footer", 8, False, _QUIET, 0, 0),
        ("Quiet", 9, False, _QUIET, 0, 5),
        ("Table Text", 9.5, False, _INK, 1.5, 1.5),
        ("Table Head", 9.5, True, _INK, 1.5, 1.5),
        ("Hint", 8, False, _QUIET, 0, 1.5),
        ("After Table", 4, False, _INK, 0, 0),
    ):
        style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _dress(style, size, bold, colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(above),
            Pt(below),
        )
        style.paragraph_format.line_spacing = 1.08


def _dress(style: Any, size: float, bold: bool, colour: RGBColor) -> None:
    """Gives a style its looks, and takes away those of the template."""
    for old in ("w:pPr/w:pBdr", "w:rPr/w:rFonts", "w:rPr/w:spacing", "w:rPr/w:kern"):
        for found in style.element.xpath(old):
            found.getparent().remove(found)
    font = style.font
    font.name, font.size, font.bold, font.color.rgb = _FONT, Pt(size), bold, colour


def _packed(document: Document) -> bytes:
    """The file, with the same bytes whenever it is made."""
    made, packed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _STAMP), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
