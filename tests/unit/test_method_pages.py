"""The worked examples of the method pages, executed."""

import re

from build_tools import ROOT
from tests.reference.scoring import score as reference_score
from widgets.core.model import as_json

PAGE = (ROOT / "docs/method/scoring.md").read_text(encoding="utf-8")


def example(model) -> dict:
    """The eight quick answers that the page prints, in model order."""
    printed = re.search(r"in the order of the model: ([^.]+)\.", PAGE)[1].replace("◆", "")
    answers = [part.strip() for part in printed.split(",")]
    quick = {
        d.id: a if a == "unknown" else int(a)
        for d, a in zip(model.dimensions, answers, strict=True)
    }
    return {"format": 1, "model": {"id": model.id, "version": model.version}, "quick": quick}


def test_scoring_example(model):
    """Every result in the page's table is what the reference gives for the page's answers."""
    result = reference_score(as_json(model), example(model))
    rows = dict(re.findall(r"^\| ([^|]+?) \| [^|]+ \| ([^|]+?) \|$", PAGE, re.MULTILINE))

    assert f"{result['score']:.2f}" == rows["Programme score"]
    assert str(result["level"]) == rows["Programme level"]
    assert "{:g} to {:g}".format(*result["score_range"]) == rows["Score range"]
    lowest = min(result["dimensions"][d.id]["level"] for d in model.dimensions if d.critical)
    assert str(lowest) == rows["Lowest critical dimension"] == "0"


def test_critical_dimensions_are_named(model):
    """The page marks the critical answers, and names the critical dimensions in order."""
    named = ", ".join(d.name[0].lower() + d.name[1:] for d in model.dimensions if d.critical)

    assert named.replace(", change", ", and change") in PAGE


def test_threshold_is_the_models(model):
    """The page states the threshold of the highest level as the model has it."""
    assert f"From {model.renewing_from} a mean counts as 4" in PAGE
