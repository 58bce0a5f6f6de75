"""What is kept from an earlier drawing is what would be drawn now."""

import json
import sys
from importlib import import_module
from random import Random
from unittest.mock import patch

from widgets.core.answers import field_kinds
from widgets.core.answers.kept_texts import new_record
from widgets.core.drawing.html import kept
from widgets.worker import handle, published


def answer_of_a_new_worker(text: str) -> str:
    """What a worker says that has only just started: its modules are imported anew."""
    others = {n: m for n, m in sys.modules.items() if n.partition(".")[0] != "widgets"}
    with patch.dict(sys.modules, others, clear=True):
        found: str = import_module("widgets.worker").handle(text)
    return found


def test_nothing_that_is_kept_is_out_of_date():
    """Answer after answer, a worker that remembers draws what a new one would draw."""
    rng, model = Random(4), published()
    choices = ["", "unknown", *"01234"]
    records = {}
    for n in range(40):
        id = rng.choice([*model.practice])
        records[field_kinds.PRACTICE + id] = new_record(rng.choice(choices), model.version)
        dimension, rule = rng.choice(model.dimensions), rng.choice(model.advice)
        records[field_kinds.QUICK + dimension.id] = new_record(rng.choice(choices), model.version)
        records[field_kinds.PLAN + rule.id] = new_record(rng.choice(["", "yes"]), model.version)
        message = {"widget": "assessment", "root": rng.choice(["/", "/a/"]), "options": {}}
        text = json.dumps(message | {"records": records})
        remembered = handle(text)
        if n % 8 == 7:
            assert answer_of_a_new_worker(text) == remembered


def test_arguments_of_another_type_are_another_drawing():
    """0, False and 0.0 are equal, and yet not drawn alike."""

    @kept
    def drawn(value: object) -> str:
        return repr(value)

    assert ["0", "False", "0.0"] == [drawn(0), drawn(False), drawn(0.0)]


def test_hostile_text_is_escaped_once():
    """What is kept is HTML, and is not escaped again where it is put."""

    @kept
    def drawn(text: str) -> str:
        return text

    assert "&lt;b&gt;" == str(drawn("<b>")) == str(kept(lambda: drawn("<b>"))())
