"""Charts as SVG: whole without colour, without sight and with hostile words."""

import re
from xml.etree import ElementTree

import pytest

from widgets.core.drawing.bars import Dot, dots, radar
from widgets.core.drawing.radar import broken

ROWS = (
    Dot("Reason", critical=False, score=1.5, range=(1.0, 2.0), target=3),
    Dot("Leaders", critical=True, score=0.0, range=(0.0, 0.0), target=2),
    Dot("Value", critical=False, score=None, range=(0.0, 4.0), target=None),
    Dot("Culture", critical=True, score=None, range=None, target=4),
)
BOTH = pytest.mark.parametrize("chart", [dots, radar])


def parsed(figure) -> ElementTree.Element:
    """The figure as XML: every element of it is closed."""
    return ElementTree.fromstring(str(figure))  # noqa: S314 - our own output


def classes(figure) -> list[str]:
    """Every class in the drawing, as often as it stands."""
    drawing = parsed(figure).find("svg")
    return [name for e in drawing.iter() for name in e.get("class", "").split()]


@BOTH
def test_title_description_and_table(chart):
    """The drawing is one image with a name, and its data stand in words and in a table."""
    figure = parsed(chart("c", "Scores", ROWS))
    drawing = figure.find("svg")

    assert "img" == drawing.get("role")
    assert "c-title c-desc" == drawing.get("aria-labelledby")
    assert {"c-title", "c-desc"} == {e.get("id") for e in drawing.iter() if e.get("id")}
    assert "Scores" == drawing.find("title").text
    assert drawing.find("desc").text == (
        "Reason: 1.5 (target 3), range 1.0 to 2.0; Leaders (critical): 0.0 (target 2), range 0.0; "
        "Value: not answered yet, range 0.0 to 4.0; Culture (critical): does not apply, range –."
    )
    table = [["".join(cell.itertext()) for cell in row] for row in figure.iter("tr")]
    assert table == [
        ["Dimension", "Score", "Range", "Target"],
        ["Reason", "1.5", "1.0 to 2.0", "3"],
        ["Leaders ◆", "0.0", "0.0", "2"],
        ["Value", "not answered yet", "0.0 to 4.0", "–"],
        ["Culture ◆", "does not apply", "–", "4"],
    ]


@BOTH
def test_shapes_differ(chart):
    """A score, a critical score, a range and a target are told apart by shape alone."""
    drawing = parsed(chart("c", "Scores", ROWS)).find("svg")
    scores = [e for e in drawing.iter() if e.get("class") == "kam-dots__score"]
    targets = [e for e in drawing.iter() if e.get("class") == "kam-dots__target"]
    ranges = [e for e in drawing.iter() if e.get("class") == "kam-chart__range"]

    assert ["circle", "path"] == [e.tag for e in scores]
    assert 3 == len(targets)
    assert 2 == len(ranges)


@BOTH
def test_legend_explains_only_what_is_drawn(chart):
    """Without targets and ranges the legend names neither."""
    plain = [Dot("Reason", critical=False, score=2.0, range=(2.0, 2.0))]
    legend = parsed(chart("c", "Scores", plain)).find("ul")

    assert ["score"] == ["".join(item.itertext()) for item in legend]
    assert ["score", "score of a critical dimension", "possible", "target"] == [
        "".join(item.itertext()) for item in parsed(chart("c", "Scores", ROWS)).find("ul")
    ]


@BOTH
def test_hostile_words_stay_words(chart):
    """A name is escaped in the drawing and in the table."""
    rows = [Dot("<script>alert(1)</script>", critical=False, score=1.0, range=None)]
    text = str(chart("c", "<b>", rows))

    assert "<script" not in text
    assert "<b>" not in text


@BOTH
def test_no_rows(chart):
    """A model without dimensions gives an empty chart and no error."""
    assert parsed(chart("c", "Scores", [])).find("svg") is not None


def test_places_on_the_axis():
    """By hand: 0 stands at 12, 4 at 388, so 3 at 12 + 376 * 3 / 4 = 294."""
    text = str(dots("c", "Scores", [Dot("A", critical=False, score=3.0, range=None, target=4)]))

    assert 'cx="294"' in text
    assert re.search(r'kam-dots__target" d="M388 ', text)


def test_radar_leaves_gaps():
    """Only neighbours that both have a score are joined; with all of them the line is closed."""
    known = [Dot(str(n), critical=False, score=2.0, range=None) for n in range(4)]
    gap = [*known[:3], Dot("3", critical=False, score=None, range=(0.0, 4.0))]

    def path(rows) -> str:
        found = parsed(radar("c", "Scores", rows)).find("svg")
        return next(e.get("d") for e in found if e.get("class") == "kam-radar__scores")

    assert "M200 113L255 168L200 223L145 168z" == path(known)
    assert "M200 113L255 168M255 168L200 223" == path(gap)


def test_labels_break_between_words():
    """No line is longer than its room unless one word is."""
    assert ["Right", "accounts,", "right number"] == broken("Right accounts, right number")
    assert ["Incomprehensibly", "long"] == broken("Incomprehensibly long")


@BOTH
def test_a_blank_is_told_from_what_nobody_knows(chart):
    """One word for each: not answered yet, we don't know, does not apply."""
    rows = [
        Dot("Blank", critical=False, score=None, range=(0.0, 4.0), target=3),
        Dot("Asked", critical=False, score=None, range=(0.0, 4.0), asked=True),
        Dot("Away", critical=False, score=None, range=None),
    ]
    cells = [
        [cell.text for cell in row.iter("td")] for row in parsed(chart("c", "S", rows)).iter("tr")
    ]

    assert ["not answered yet", "we don’t know", "does not apply"] == [c[0] for c in cells if c]
