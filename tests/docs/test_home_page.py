"""The example on the home page is drawn by the calculator, from answers that stand in the page."""

import re

from build_tools import ROOT
from build_tools.pages.fence import parse
from tests.reference.scoring import score as reference_score
from tests.support.ours import our_guide
from widgets.core.answers.states import UNKNOWN
from widgets.core.model.maturity_json import as_json
from widgets.core.page.frame import whole
from widgets.core.page.view import ROOT as SITE
from widgets.core.page.view import Place

MODEL = our_guide().model
PAGE = (ROOT / "docs/index.md").read_text(encoding="utf-8")


def example():
    """The block of the example, and its quick answers as a file has them."""
    (source,) = re.findall(r"```widget\n(organisation\n.*?)```", PAGE, re.S)
    block = parse(source)
    given = dict(block.options)["quick"].split()
    answers = [one if one == UNKNOWN else int(one) for one in given]
    return block, dict(zip((d.id for d in MODEL.dimensions), answers, strict=True))


def test_the_example_is_a_result():
    """Its level, score and what caps it are those of the second implementation."""
    block, quick = example()
    drawn = whole(block.name, Place(MODEL, SITE, dict(block.options)))
    expected = reference_score(as_json(MODEL), {"format": 1, "quick": quick})

    level = MODEL.levels[expected["level"]]
    assert f">{level.level} {level.name}</p>" in drawn
    assert f"The score is {expected['score']:.2f} of 4" in drawn
    for id in expected["capped_by"]:
        assert MODEL.dimension[id].name in drawn[drawn.index("What holds it down") :]
    assert drawn.count('class="kam-first-step"') == 3


def test_no_figure_of_the_example_is_typed_by_hand():
    """The page itself says no score, level or range."""
    assert "kam-headline" not in PAGE
    assert not re.search(r"The score is \d", PAGE)
