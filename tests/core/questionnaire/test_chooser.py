"""The chooser's answers: what is refused, and that blank parts say nothing."""

import json
from random import Random

import pytest

from tests.support.case_files import cases
from tests.support.command_line import HEAD, command
from tests.support.given.choosing import random_saved
from widgets.__main__ import chooser_in
from widgets.core.files.refusals import AnswersError
from widgets.core.questionnaire.chooser import PARTS, Chooser, chooser, read


@pytest.mark.parametrize("case", cases("bad_chooser"))
def test_refused(case, model, structures):
    """Each bad file is refused with one sentence that says where, what is and what must be."""
    with pytest.raises(AnswersError) as refused:
        chooser_in(case["text"].replace("{head}", HEAD).encode(), model, structures)

    assert case["says"] == str(refused.value)


def test_command_refuses(tmp_path):
    """The command prints one line on stderr, nothing on stdout, and ends with 2."""
    file = tmp_path / "chooser.json"
    file.write_text('{"criteria": {"spread": 3}}')
    done = command("choose", str(file))

    assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))
    assert f"choose: {file}: criteria.spread: found 3;" in done.stderr


def test_blank_parts(structures):
    """Null is blank everywhere."""
    blank = dict.fromkeys(PARTS)
    inside = {
        "answers": {"complex-offer": None},
        "board": {"decision": None},
        "criteria": {"spread": None},
        "weights": {"spread": None},
        "gate": {"margin-pays": None},
        "context": {"dependence_alarm": None},
    }

    for data in ({}, blank, inside):
        assert Chooser() == chooser(data, structures)


def test_json_and_data_read_alike(structures):
    """The text of a file and its data give the same chooser."""
    data = random_saved(Random(4), 2)

    assert chooser(data, structures) == read(json.dumps(data), structures)


def test_a_second_context_says_only_what_differs(structures):
    """Its answers go before the first ones; what it does not say, and what is typed, stays."""
    first = {"answers": {"complex-offer": 1, "co-creation": 2}, "today": "none", "seed": 3}
    other = {"name": "Then", "answers": {"complex-offer": "unknown"}, "weights": {"spread": 2}}
    made = chooser({**first, "other": other}, structures)
    second = made.second()

    assert {"complex-offer": "unknown", "co-creation": 2} == second.answers
    assert ({"spread": 2}, "none", 3) == (second.weights, second.today, second.seed)
    assert None is second.other
    assert None is chooser({**first, "other": {"name": "Then"}}, structures).second()
    assert None is chooser(first, structures).second()
