"""What is heard after each kind of change: brief, counted, and the result only where it is new."""

import json

import pytest

from build_tools import ROOT
from build_tools.runtime.examples import examples
from tests.support.case_files import cases
from tests.support.ours import our_guide
from widgets.core.answers.kept_texts import new_record
from widgets.worker import handle

LONGEST = 90
"""Characters that anything heard after a change may have."""


def heard(case, model):
    """What the worker says to a case."""
    values = dict(case["records"])
    if "everywhere" in case:
        values |= {f"practice.{p.id}": case["everywhere"] for p in model.practices()}
    message = {
        "widget": case["widget"],
        "root": "/",
        "options": case.get("options", {}),
        "records": {name: new_record(text, model.version) for name, text in values.items()},
        "touched": case["touched"],
        "heard": case.get("heard", ""),
    }
    return json.loads(handle(json.dumps(message)))


@pytest.mark.parametrize("case", cases("announce"))
def test_case(case, model):
    """Each change is told in the words of its case."""
    assert case["says"] == heard(case, model)["announce"]


EXAMPLES = examples(ROOT, our_guide().model)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.widget}: {e.name}")
def test_every_state_is_told_briefly(example):
    """In every example the whole of what is heard fits one breath, and nothing twice."""
    message = json.loads(example.message())
    first = json.loads(handle(json.dumps(message)))
    assert len(first["announce"]) <= LONGEST

    for name in message["records"]:
        again = message | {"touched": name, "heard": first["result"]}
        said = json.loads(handle(json.dumps(again)))["announce"]
        assert 0 < len(said) <= LONGEST
        assert not first["result"] or first["result"] not in said
