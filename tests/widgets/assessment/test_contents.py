"""The list of dimensions: how far each is answered, and the way to it."""

import re

from widgets.assessment.contents import contents, progress
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.drawing.html import html


def said(node) -> str:
    """What a reader sees."""
    return " ".join(re.sub("<[^>]+>", " ", str(html(node))).split())


def test_every_state_counts_as_answered(model):
    """A rung, an unknown and "does not apply" are answers; a quick answer stands in for none."""
    answers = Answers(
        {"block-removal": 0, "ties-outside-deals": UNKNOWN, "fit-review": NotApplicable("None.")},
        {"delivery-on-board": 2, "leaders-entangled": 2},
    )
    words = said(contents(model, answers))

    assert words.startswith("3 of 38 answered")
    assert "◆ Leaders entangled 2 of 5" in words
    assert "◆ Delivery on board quick answer" in words
    assert "Reason and patience 0 of 4" in words


def test_each_entry_leads_to_its_dimension(model):
    """The links stand in model order."""
    links = re.findall('href="#d-([^"]+)"', str(html(contents(model, Answers()))))

    assert [d.id for d in model.dimensions] == links


def test_the_end_is_said(model):
    """With everything answered, list and head say so."""
    answers = Answers(dict.fromkeys(model.practice, 2))

    assert said(contents(model, answers)).startswith("All answered")
    assert "all answered" == said(progress(model.dimensions[0], answers))
