"""The example on the home page is what the calculator would say."""

import re

from build_tools import ROOT
from tests.support.ours import our_guide
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.scoring import margins, result_words
from widgets.core.scoring.score import score

MODEL = our_guide().model
PAGE = (ROOT / "docs/index.md").read_text(encoding="utf-8")


def example():
    """The quick answers that the picture of the example tells."""
    (said,) = re.findall(r'<desc id="sample-desc">(.*?)</desc>', PAGE)
    told = re.findall(r"(?:^|; )(.+?)(?: \(critical\))?: (open|\d\.0), range", said)
    ids = {dimension.name: dimension.id for dimension in MODEL.dimensions}
    return Answers(quick={ids[n]: UNKNOWN if a == "open" else int(float(a)) for n, a in told})


def test_the_example_is_a_result():
    """Its kind, level and both margins, word for word."""
    answers = example()
    result = score(MODEL, answers)

    assert len(answers.quick) == len(MODEL.dimensions)
    for said in (
        result_words.label(result).partition(", ")[2],
        result_words.headline(MODEL, result),
        margins.leeway(result),
        margins.judged(result),
    ):
        assert said and said in PAGE
