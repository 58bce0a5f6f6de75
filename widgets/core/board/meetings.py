"""The drawing of who meets whom: each panel as SVG, for the page and for the slide.

A name that is too long for its box takes two lines and ends in an ellipsis; nothing is cut.

CSS classes: `kam-meet__ours`, `kam-meet__theirs` the two firms, `kam-meet__box` a person,
`kam-meet__line` a pair of today, `kam-meet__line--new` one to make, `kam-meet__change` a change.
"""

from collections.abc import Iterator
from textwrap import wrap

import htpy as h

from widgets.core.board.panels import Drawing, Panel, Tie
from widgets.core.drawing.html import kept
from widgets.core.drawing.svg import element, words
from widgets.core.words.english import short

HIGH = 212
"""Height of a panel in units; a unit is about a quarter of a millimetre on paper."""

WIDE, NARROW = 330, 216
"""Width of one of two panels, and of one of three."""

HEAD, FIRM, ROW, BOX, ROWS = 31, 20, 25, 21.5, 5
"""Heights of a head of two lines, of a firm's name, of a row, of a box; and rows."""

LETTER = 5.7
"""Width of a letter of a name, on average and a little more."""
BIG = 6.7
"""The same of a head."""


def width(drawing: Drawing) -> int:
    """How wide each panel of a drawing is."""
    return WIDE if len(drawing.panels) < 3 else NARROW


@kept
def picture(panel: Panel, account: str, wide: int, id: str) -> h.Node:
    """A panel as an image of its own."""
    high = HIGH if panel.ties or not panel.changes else _below(panel.changes, wide)
    return h.svg(
        ".kam-meet", viewBox=f"0 0 {wide} {high:g}", role="img", aria_labelledby=f"{id}-t {id}-d"
    )[
        element("title", {"id": f"{id}-t"}, f"{account}. {panel.head}"),
        element("desc", {"id": f"{id}-d"}, described(panel)),
        [*parts(panel, account, wide)],
    ]


def described(panel: Panel) -> str:
    """A panel in words."""
    said = [
        f"{tie.ours} with {tie.theirs}{f', new, number {tie.number}' if tie.number else ''}"
        for tie in panel.ties
    ]
    if panel.blank:
        said.append("pairs to write in")
    return "; ".join([*said, *panel.changes, *filter(None, [panel.decides])])


def parts(panel: Panel, account: str, wide: int) -> Iterator[h.Node]:
    """What is drawn in a panel, from its upper left corner."""
    lines = _lines(panel.head, wide / BIG, 2)
    yield [words("kam-meet__head", 0, 12 + 14 * n, line) for n, line in enumerate(lines)]
    if panel.changes and not panel.ties:
        yield [*_changes(panel.changes, wide)]
        return
    box = wide * 37 // 100
    yield _firm("ours", 0, box, "We")
    yield _firm("theirs", wide - box, box, short(account, int(box / LETTER)))
    drawn = [*panel.ties, *[Tie("", "")] * panel.blank]
    start = HEAD + FIRM + (ROWS - min(len(drawn), ROWS)) * ROW / 2
    yield [_tie(tie, start + ROW * n, box, wide) for n, tie in enumerate(drawn)]
    said = panel.decides + (f" (and {panel.more} more pairs)" if panel.more else "")
    foot = HEAD + FIRM + ROWS * ROW + 8
    small = _lines(said, wide / 5.2, 2)
    yield [words("kam-meet__decides", 0, foot + 7 + 12 * n, line) for n, line in enumerate(small)]


def _firm(side: str, left: float, wide: float, name: str) -> h.Node:
    box = {"x": f"{left:g}", "y": f"{HEAD}", "width": f"{wide:g}", "height": f"{FIRM + ROWS * ROW}"}
    return [
        element("rect", {"class": f"kam-meet__{side}", "rx": "3", **box}),
        words("kam-meet__firm", left + wide / 2, HEAD + 13, name, "middle"),
    ]


def _tie(tie: Tie, top: float, box: float, wide: float) -> h.Node:
    middle, inner = top + BOX / 2, box - 12
    new = " kam-meet__line--new" if tie.number else " kam-meet__line--blank" * (not tie.ours)
    line = {"class": f"kam-meet__line{new}", "y1": f"{middle:g}", "y2": f"{middle:g}"}
    ends = {"x1": f"{box - 6:g}", "x2": f"{wide - box + 6:g}"}
    return [
        element("line", {**line, **ends}),
        _person(6, top, inner, tie.ours, bool(tie.number)),
        _person(wide - box + 6, top, inner, tie.theirs, bool(tie.number)),
        bool(tie.number)
        and (
            element(
                "circle",
                {"class": "kam-meet__dot", "cx": f"{wide / 2:g}", "cy": f"{middle:g}", "r": "8"},
            ),
            words("kam-meet__number", wide / 2, middle + 3.5, str(tie.number), "middle"),
        ),
    ]


def _person(left: float, top: float, wide: float, name: str, new: bool) -> h.Node:
    kind = "kam-meet__box" + " kam-meet__box--new" * new + " kam-meet__box--blank" * (not name)
    place = {"x": f"{left:g}", "y": f"{top:g}", "width": f"{wide:g}", "height": f"{BOX}"}
    lines = _lines(name, (wide - 4) / LETTER, 2)
    small = " kam-meet__name--two" * (len(lines) > 1)
    first = top + BOX / 2 + (3.8 if len(lines) < 2 else -1.4)
    return [
        element("rect", {"class": kind, "rx": "3", **place}),
        [
            words(f"kam-meet__name{small}", left + wide / 2, first + 9.5 * n, line, "middle")
            for n, line in enumerate(lines)
        ],
    ]


def _changes(changes: tuple[str, ...], wide: float) -> Iterator[h.Node]:
    """What changes, one below the other, each in a box with a bar."""
    top = float(HEAD)
    for change in changes:
        lines, high = _change(change, wide)
        place = {"x": "0", "y": f"{top:g}", "height": f"{high}"}
        yield element("rect", {"class": "kam-meet__change", "width": f"{wide:g}", **place})
        yield element("rect", {"class": "kam-meet__bar", "width": "4", **place})
        yield [words("kam-meet__said", 12, top + 16 + 14 * n, line) for n, line in enumerate(lines)]
        top += high + 6


def _change(change: str, wide: float) -> tuple[list[str], int]:
    """The lines of a change, and how high its box is."""
    lines = _lines(change, (wide - 18) / 6, 4)
    return lines, 14 * len(lines) + 10


def _below(changes: tuple[str, ...], wide: float) -> float:
    """Where a panel that has nothing but changes ends."""
    return HEAD + sum(_change(change, wide)[1] + 6 for change in changes)


def _lines(text: str, letters: float, most: int) -> list[str]:
    """`text` in lines of so many letters; an ellipsis ends the last where there would be more."""
    found = wrap(text, max(4, int(letters)), break_on_hyphens=False)
    if len(found) <= most:
        return found
    return [*found[: most - 1], short(" ".join(found[most - 1 :]), max(4, int(letters)))]
