"""The slide of a result: everything on one sheet, whatever the answers and the name."""

import re
from xml.etree import ElementTree

import pytest

from tests.support.renderings.exported import EVIL, QUICK, desk, full, of
from widgets.core.answers.states import Answers
from widgets.core.board.slide_drawing import HIGH, WIDE
from widgets.core.commands.export import print_slide, slide
from widgets.core.exporting.slide import RIGHT, svg
from widgets.core.keeping.steps import File, Picture, Print
from widgets.core.scoring import result_words

SVG = "{http://www.w3.org/2000/svg}"
LETTER = 0.62
"""Width of a letter as a part of its height, in the widest type that may stand in for ours."""


def lines(drawn):
    """Each line of text with its place and its size."""
    sizes = dict(re.findall(r"\.(slide__\w+)\{[^}]*?font-size:([\d.]+)px", drawn))
    root = ElementTree.fromstring(drawn)  # noqa: S314 - our own output
    for line in root.findall(f"{SVG}text"):
        size = float(sizes[line.get("class")])
        yield float(line.get("x")), float(line.get("y")), size, "".join(line.itertext())


@pytest.mark.parametrize(
    "answers", [QUICK, full(), full(EVIL), Answers(quick={"delivery-on-board": 4})]
)
def test_nothing_leaves_the_sheet(answers):
    """Every line stands within 16:9, and those on the left end before the steps begin."""
    for x, y, size, text in lines(str(svg(of(answers), alone=True))):
        assert size < y < HIGH
        assert x + LETTER * size * len(text) <= WIDE or x == 36, text
        assert x != RIGHT or x + LETTER * size * len(text) < WIDE, text


def test_it_says_what_the_page_says():
    """Level, what would kill it, and the three steps with who does them."""
    subject = of(QUICK)
    said = " ".join(text for *_, text in lines(str(svg(subject, alone=True))))

    assert result_words.headline(subject.model, subject.result) in said
    for step in subject.parts.first:
        assert step.title in said.replace("  ", " ")
        assert f"Who: {step.who}" in said


def test_as_a_picture_a_file_and_on_paper():
    """The command gives what its value names; printing draws it where only paper shows it."""
    assert isinstance(slide.run(desk(QUICK, "svg")).steps[0], File)
    assert isinstance(slide.run(desk(QUICK, "png")).steps[0], Picture)
    reply = print_slide.run(desk(QUICK))
    assert reply.steps == (Print(),) and reply.regions["report"] is not None


@pytest.mark.parametrize(
    "run", [lambda: slide.run(desk(Answers(), "svg")), lambda: print_slide.run(desk(Answers()))]
)
def test_without_a_score_there_is_none(run):
    """Nothing answered: the command says that there is nothing to show."""
    with pytest.raises(LookupError, match="no score"):
        run()
