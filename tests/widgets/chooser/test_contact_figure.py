"""The contacts of an account, today's and those of its shape."""

import pytest

from tests.support.case_files import cases
from widgets.chooser.contact_figure import figure
from widgets.core.board.pairs import Pair, pairs
from widgets.core.questionnaire.chooser import Contact


@pytest.mark.parametrize("case", cases("contact_figure"))
def test_pairs(case):
    """Today's contacts stand once each; the target fills up with typical ones."""
    contacts = [Contact(*pair) for pair in case["contacts"]]

    assert [Pair(*pair) for pair in case["pairs"]] == pairs(contacts, case["shape"])


def test_figure_says_what_it_draws():
    """Title, description and table name every contact in full; names are only text."""
    name = "<b>Maintenance and fleet engineering"
    found = tuple(pairs([Contact("Service", name)], "two-lead"))
    drawn = str(figure("one", "A & Co", "two-lead", "Two leads", found))

    assert "A &amp; Co: contacts today and in the two leads</title>" in drawn
    said = "Today: Service with &lt;b&gt;Maintenance and fleet engineering. Target: Service with"
    assert said in drawn
    assert "<td>&lt;b&gt;Maintenance and fleet engineering</td><td>yes</td>" in drawn
    assert "<b>" not in drawn
