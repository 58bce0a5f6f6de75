"""A paper as HTML, for its page, for a printer and for the clipboard.

The tables say their lines by themselves, so that they keep them where they are pasted.
"""

from collections.abc import Iterator

from htpy import (
    Element,
    col,
    colgroup,
    em,
    h3,
    h4,
    p,
    section,
    small,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)
from htpy import li as item

from build_tools.papers.paper import Block, Cell, Heading, Label, Paper, State, Table, Words

STATES_TOLD = {"example": "filled in", "empty": "empty"}

INVENTED = "Example. The firm, the customer, the people and the figures are invented."


def sheet(paper: Paper, state: State) -> str:
    """The paper in this state, on one line: nothing in it is Markdown."""
    invented = p(".kam-sheet__invented")[em[INVENTED]] if state == "example" else None
    told = f"{paper.title}, {STATES_TOLD[state]}"
    look = f"#{place(state)}.kam-sheet.kam-sheet--{state}"
    drawn = section(look, tabindex="0", aria_label=told)[  # its tables move sideways on a phone
        h3[paper.title], invented, list(_blocks(paper.blocks(state)))
    ]
    return str(drawn).replace("\n", " ")


def place(state: State) -> str:
    """The id of the paper in this state on its page."""
    return f"kam-sheet-{state}"


def _blocks(found: tuple[Block, ...]) -> Iterator[Element]:
    points: list[str] = []
    for block in (*found, None):
        if isinstance(block, Words) and block.kind == "point":
            points.append(block.text)
            continue
        if points:
            yield ul[[item[text] for text in points]]
            points = []
        if block is not None:
            yield _block(block)


def _block(block: Block) -> Element:
    match block:
        case Heading(text, turns):
            return h4(".kam-sheet__turn" if turns else "")[text]
        case Words(text, "note"):
            return p(".kam-sheet__note")[small[text]]
        case Words(text):
            return p[text]
        case Table():
            return _table(block)


def _table(drawn: Table) -> Element:
    head = (
        thead[tr[[th(scope="col", align="left")[text] for text in drawn.head]]]
        if drawn.head
        else None
    )
    return table(".kam-sheet__table", border="1", cellpadding="4", cellspacing="0", width="100%")[
        colgroup[[col(width=f"{width}%") for width in drawn.widths]],
        head,
        tbody[[_row(drawn, place) for place in range(len(drawn.rows))]],
    ]


_LINE = 19
"""Height of a line of an empty cell, in pixels."""


def _row(drawn: Table, place: int) -> Element:
    cells = drawn.rows[place]
    height = str(_LINE * drawn.lines[place]) if "" in cells else None
    row = tr(".kam-sheet__sum") if place in drawn.sums else tr
    return row(height=height)[[_cell(cell, n, drawn) for n, cell in enumerate(cells)]]


def _cell(cell: Cell, column: int, drawn: Table) -> Element:
    if not isinstance(cell, Label):
        return td(align="right" if column in drawn.figures else None)[cell]
    hint = small[f" {cell.hint}"] if cell.hint else None
    return td[cell.text, hint] if column else th(scope="row", align="left")[cell.text, hint]
