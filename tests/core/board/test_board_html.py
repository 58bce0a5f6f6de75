"""The page for a board and its slide as they are drawn."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from tests.support.given.boards import KINDS, LONG, TYPED, found
from tests.support.renderings.quotes import straight
from widgets.core.board.fitting import sheet
from widgets.core.board.page import page
from widgets.core.board.room import FIELDS, room
from widgets.core.board.slide import slide
from widgets.core.board.slide_drawing import HIGH, SIDE, WIDE, svg
from widgets.core.drawing.html import html
from widgets.core.questionnaire.chooser import BOARD

SHORTENED = 6
"""Letters of a name that must stand there, however little room its box has."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", [{}, {"board": TYPED}, LONG], ids=["empty", "typed", "long"])
def test_the_page_says_all_of_its_sheet(guide, kind, more):
    """Each reason, step, line and name of the sheet stands in the page, escaped."""
    made = sheet(found(guide, kind, **more))
    text = " ".join(re.sub(r"<[^>]+>", " ", str(html(page(made)))).split())
    text = text.replace("&#39;", "'").replace("&amp;", "&")
    said = [made.do, *made.change, *made.signers, *filter(None, made.typed.values())]
    said += [one.answer for one in made.reasons] + [step.text for step in made.steps]

    assert [] == [line for line in said if straight(" ".join(line.split())) not in straight(text)]
    assert all(account[:SHORTENED] in text for account in [made.drawing.account])


def test_what_is_not_typed_is_a_line_to_write_on(guide):
    """One for each empty field of the page, and one each for the day and the reason to sign."""
    empty = str(html(page(sheet(found(guide, "keep")))))
    typed = str(html(page(sheet(found(guide, "keep", board=TYPED)))))

    assert len(TYPED) + 2 == empty.count("kam-board__line")
    assert 2 == typed.count("kam-board__line")


def test_sources_end_in_one_full_stop(guide):
    """Where the last of them is "and others", too."""
    made = sheet(found(guide, "keep"))
    for last in ("Capon et al.", "Woodburn"):
        text = str(html(page(replace(made, sources=("Shi et al. 2010", last)))))
        assert f"Shi et al. 2010 and {last.rstrip('.')}. All else" in text


def test_what_a_reader_typed_is_never_markup(guide):
    """Neither in the page nor in the slide."""
    made = sheet(found(guide, "keep", board={"organisation": "<b>A & B</b>"}))

    assert "<b>" not in str(html(page(made)))
    assert "<b>" not in svg(slide(made), alone=True)


def test_the_form_has_every_field_and_carries_what_was_typed(guide):
    """A region is drawn anew after each answer, so its fields hold their values."""
    drawn = str(html(room(found(guide, "keep", board=TYPED), "a-form")))

    assert sorted(BOARD) == sorted(id for id, _ in FIELDS)
    for id in BOARD:
        assert f'form="a-form" type="text" name="choose.board.{id}"' in drawn
    assert 'value="Adler Packaging"' in drawn


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", [{}, LONG], ids=["short", "long"])
@pytest.mark.parametrize("alone", [True, False])
def test_the_slide_keeps_within_its_edges(guide, kind, more, alone):
    """No line begins outside or, at the width of its letters, ends there; looks only in a file."""
    text = svg(slide(sheet(found(guide, kind, **more))), alone=alone)
    drawn = ET.fromstring(text)  # noqa: S314 - ours
    own = [part for part in drawn if not part.tag.endswith("}g")]
    lines = [part for part in own if part.tag.endswith("text")]

    assert f"0 0 {WIDE} {HIGH}" == drawn.get("viewBox")
    assert alone == any(part.tag.endswith("style") for part in drawn.iter())
    assert lines
    assert all(SIDE <= float(line.get("x")) < WIDE - SIDE for line in lines)
    assert all(0 < float(line.get("y")) < HIGH for line in lines)
    boxes = [line for line in lines if line.get("class") in ("slide__text", "slide__title")]
    assert max(float(line.get("y")) for line in boxes) < HIGH - 24
    main = [
        float(t.get("y")) for t in lines if t.get("class").startswith(("slide__do", "slide__cl"))
    ]
    assert max(main) < min(float(line.get("y")) for line in boxes) - 16
