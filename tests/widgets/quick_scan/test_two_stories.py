"""The quick scan of a reader whose practices tell another story than the quick answers."""

from tests.support.renderings.exported import MODEL, place
from tests.support.renderings.facts import plain
from tests.support.renderings.renderings import drawn
from widgets.core.answers.states import Answers

FIRST = MODEL.dimensions[0]


def scan(quick, rung):
    """The scan with one quick answer, and every practice of its dimension at one rung."""
    answers = Answers({p.id: rung for p in FIRST.practices}, {FIRST.id: quick})
    return plain(drawn("quick-scan", place(), answers))


def test_it_asks_which_is_nearer():
    """A whole rung apart is asked about by name, in the words of both; less is not."""
    asked = scan(quick=1, rung=3)

    assert f"you chose “{FIRST.ladder[1].label}” (1) for {FIRST.name}" in asked
    assert f"your answers on its practices come to 3.0, “{FIRST.ladder[3].label}” (3)" in asked
    assert "Which is nearer?" not in scan(quick=3, rung=3)
