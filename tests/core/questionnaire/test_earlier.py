"""Answers to the first release of the structures: which count, and what stands beside."""

import json
from random import Random

import pytest
import yaml

from build_tools import ROOT
from tests.support.case_files import cases
from tests.support.command_line import HEAD
from tests.support.given.choosing import CONTEXT, random_chooser, random_saved
from widgets.__main__ import chooser_in
from widgets.core.questionnaire.chooser import chooser
from widgets.core.questionnaire.earlier import saved

MAP = yaml.safe_load(
    (ROOT / "docs/model/structures/migrations/1.0.0--2.0.0.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", cases("choose_earlier"))
def test_what_counts_and_what_is_shown(case, structures):
    """Ends are carried where the map says so; every old answer stands beside its question."""
    found = saved(structures, chooser(case["kept"], structures))
    other = found.chooser.other

    assert case.get("answers", {}) == found.chooser.answers
    assert case.get("other", {}) == (other.answers if other else {})
    assert case["shown"] == {id: list(words) for id, words in found.earlier.items()}
    assert case.get("shown_other", {}) == {
        id: list(words) for id, words in found.earlier_other.items()
    }


@pytest.mark.parametrize("seed", range(20))
def test_every_old_answer_is_shown(seed, structures):
    """Each criterion, test and fact that was answered stands beside a question, word for word."""
    kept = chooser(random_chooser(Random(seed), seed % 6, CONTEXT[:3]), structures)
    found = saved(structures, kept)
    shown = {words for of_one in found.earlier.values() for words in of_one}

    for part in ("criteria", "gate", "context"):
        for id in getattr(kept, part):
            asked = [line["asked"] for line in MAP if (line["part"], line["id"]) == (part, id)]
            assert asked
            assert any(words.endswith(f"“{asked[0]}”") for words in shown)


@pytest.mark.parametrize("seed", range(20))
def test_own_answers_stand(seed, structures):
    """What was answered now is never changed by an old answer, and the rest stays as it was."""
    kept = chooser(random_saved(Random(seed), 3), structures)
    found = saved(structures, kept).chooser

    assert kept.answers == {id: found.answers[id] for id in kept.answers}
    assert kept.other.answers == {id: found.other.answers[id] for id in kept.other.answers}
    for part in ("weights", "accounts", "have", "seed", "today", "board"):
        assert getattr(kept, part) == getattr(found, part)
    assert ({}, {}, {}) == (found.criteria, found.gate, found.context)
    assert found == saved(structures, found).chooser


def test_a_bare_chooser_is_taken_as_it_stands(model, structures):
    """Criteria given to compute with count, every step of them; in an answers file they are old."""
    part = '{"criteria": {"co-creation": 2, "complex-offer": 1}, "gate": {"margin-pays": "no"}}'
    bare = chooser_in(part.encode(), model, structures)
    in_file = chooser_in(f'{{{HEAD}, "chooser": {part}}}'.encode(), model, structures)

    assert json.loads(part)["criteria"] == bare.criteria
    assert {"co-creation": 2} == in_file.answers
    assert ({}, {}) == (in_file.criteria, in_file.gate)
