"""The form of the second context."""

import re

from widgets.chooser.second_form import second_form
from widgets.core.answers.states import Answers
from widgets.core.choosing.outcome import outcome_of
from widgets.core.drawing.html import html


def test_old_answers_stand_in_the_second_context_too(model, structures):
    """Beside their question; what is not carried is open there, and can be answered as above."""
    other = {"criteria": {"complex-offer": 2, "co-creation": 1}}
    part = {"answers": {"complex-offer": 0, "co-creation": 2}, "other": other}
    found = outcome_of(model, structures, Answers(chooser=part))
    selects = html(second_form(found)).split("<select")
    labels, drawn = (
        selects[:-1],
        {re.search(r'name="choose.other.([^"]+)"', one)[1]: one for one in selects[1:]},
    )
    told = [one for one in labels if "You answered before: " in one]

    assert [True, True] == ["+1 to “Does" in "".join(told), "+2 to “How many" in "".join(told)]
    assert 2 == len(told)
    chosen = {id: re.search(r'value="([^"]+)" selected', one) for id, one in drawn.items()}
    assert {"answers.complex-offer": "2", "answers.co-creation": "unknown"} == {
        id: one[1] for id, one in chosen.items() if one
    }
    assert 'value="2"' in drawn["answers.co-creation"]
    assert found.chooser.answers["co-creation"] == 2
