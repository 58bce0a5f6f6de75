"""The sources that an export names, from the citations of what it recommends."""

from dataclasses import replace

from tests.support.renderings.exported import of
from widgets.core.answers.states import Answers
from widgets.core.exporting.action_rows import Source, cited_sources
from widgets.core.model.maturity import Citation

PAGE = "evidence/sources/yip-bink-2007/"
LATER = Citation("E148", "fact", "Yip & Bink 2007", f"{PAGE}#e148")
SOONER = Citation("E015", "fact", "Yip & Bink 2007", f"{PAGE}#e015")
WORK = Citation("yip-bink-2007", "work", "Yip & Bink 2007", PAGE)
OURS = Citation("judgement", "judgement", "our judgement", "method/evidence/#our-judgement")


def test_facts_stand_under_their_work_each_once():
    """What only names a work, or is our judgement, is no finding to look up."""
    subject = of(Answers(quick={"delivery-on-board": 0}))
    first, *_ = subject.parts.advised
    advice = replace(first.advice, why=("It is so ", LATER, ", ", WORK, "."), do_not=(OURS, SOONER))
    parts = replace(subject.parts)
    vars(parts)["advised"] = [
        replace(first, advice=advice)
    ] * 2  # it is worked out when it is asked for

    assert [Source("Yip & Bink 2007", PAGE, ("E015", "E148"))] == cited_sources(
        replace(subject, parts=parts)
    )
