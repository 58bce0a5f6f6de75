"""An author's prose as JSON, and back: one text, with a mark for each citation."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from build_tools.site.publish import published
from tests.support.ours import our_guide
from widgets.core.model.maturity import Citation
from widgets.core.model.maturity_json import CITATION, as_json, from_json

MODEL = our_guide().model
CITATIONS = [
    Citation("E999", "fact", "Nobody & Son 1999", "evidence/sources/nobody-1999/#e999"),
    Citation("nobody-1999", "work", "Nobody & Son 1999", "evidence/sources/nobody-1999/"),
    Citation("judgement", "judgement", "our judgement", "method/evidence/#our-judgement"),
]
TEXT = st.text(alphabet="ab =[]@<>&", max_size=9).filter(lambda text: not CITATION.search(text))
PROSE = st.tuples(TEXT, st.lists(st.tuples(st.sampled_from(CITATIONS), TEXT), max_size=4)).map(
    lambda found: (found[0], *(part for pair in found[1] for part in pair))
)


@given(PROSE, PROSE, PROSE)
def test_prose_comes_back(why, do_not, of_dimension):
    """Text and citations are the same after a round by JSON, in their order."""
    rule, *rules = MODEL.advice
    dimension, *dimensions = MODEL.dimensions
    model = replace(
        MODEL,
        advice=(replace(rule, why=why, do_not=do_not), *rules),
        dimensions=(replace(dimension, why=of_dimension), *dimensions),
    )

    assert model == from_json(json.loads(json.dumps(as_json(model))))


def test_what_is_marked_is_told_once():
    """Each mark names a citation and each citation is named; none is read out of HTML."""
    text = published(our_guide())["model.json"].decode()
    data = json.loads(text)
    proses = [d["why"] for d in data["dimensions"]]
    said = (*data["advice"], *data["lasting"])
    proses += [thing[key] for thing in said for key in ("why", "do_not") if key in thing]
    marked = {id for prose in proses for _, id in CITATION.findall(prose)}

    assert marked == set(data["citations"])
    assert "kam-cite" not in text
