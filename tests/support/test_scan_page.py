"""What the browser tests wait for is there to be waited for."""

from tests.support.ours import our_guide
from tests.support.pages.scan_page import ANSWERS, ONE
from widgets.core.answers.states import Answers
from widgets.core.scoring import result_words
from widgets.core.scoring.score import score


def test_one_answer_changes_the_headline():
    """Otherwise a test that waits for the new headline would see the old one and go on."""
    model = our_guide().model

    def words(answers):
        quick = {id: int(text) if text.isdigit() else text for id, text in answers.items()}
        return result_words.headline(model, score(model, Answers(quick=quick)))

    assert ["1 Reasoned", "2 Running"] == [words(ANSWERS), words(ANSWERS | ONE)]
    assert {*"01234", "unknown"} == {*ANSWERS.values()}
