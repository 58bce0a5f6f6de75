"""What is said of answers that do not come in: in parts, put into words once, and all of it."""

import json
from contextlib import redirect_stderr
from functools import partial
from io import StringIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.ours import our_guide
from widgets.__main__ import main
from widgets.core.files.refusals import (
    FILE,
    MOST,
    SHOWN,
    AnswersError,
    Mistakes,
    Refusal,
    RefusedError,
)
from widgets.core.files.strict_json import parsed
from widgets.core.importing.opened_file import opened
from widgets.core.questionnaire.chooser import chooser

MODEL = our_guide().model
STRUCTURES = our_guide().structures
HEAD = {"format": 1, "model": {"id": MODEL.id, "version": MODEL.version}}


def whole(text):
    """The parts of a bad file besides its head; None where it has no good one or a key twice."""
    again = []

    def pairs(found):
        again.append(len(dict(found)) < len(found))
        return dict(found)

    try:
        text = text.replace("{head}", json.dumps(HEAD)[1:-1])
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=again.append)
    except ValueError:
        return None
    good = isinstance(data, dict) and HEAD.items() <= data.items() and not any(again)
    return {key: part for key, part in data.items() if key not in HEAD} if good else None


def bad(folder, head=""):
    """The parts of each bad file of `folder`, and what is said of it."""
    found = (case.values[0] for case in cases(folder))
    each = [(whole(one["text"].replace("{", "{" + head, 1)), one["says"]) for one in found]
    return [(parts, says) for parts, says in each if parts]


BAD = bad("bad_answers")
BAD_CHOOSER = [
    ({"chooser": parts}, f"chooser.{says}".replace("chooser.The file: ", "chooser: "))
    for parts, says in bad("bad_chooser", "{head}, ")
    if not parts.keys() & {"chooser", "quick"}
]


def together(one, other):
    """Two files in one; each keeps its mistake only where they answer different things."""
    for key in one.keys() & other.keys():
        assume(isinstance(one[key], dict) and isinstance(other[key], dict))
        other = {**other, key: together(one[key], other[key])}
    return {**one, **other}


def said(data):
    """Every sentence about a file."""
    with pytest.raises(AnswersError) as refused:
        opened(HEAD | data, MODEL, partial(chooser, structures=STRUCTURES))
    return sorted(one.sentence() for one in refused.value.refusals)


@given(st.sampled_from(BAD), st.sampled_from(BAD + BAD_CHOOSER))
def test_a_file_reports_all_its_mistakes(one, other):
    """Whatever two mistakes stand in one file, both are told, in the words of each alone."""
    assume(one[1] != other[1])

    assert sorted([one[1], other[1]]) == said(together(one[0], other[0]))


@given(st.sampled_from(BAD_CHOOSER), st.sampled_from(BAD_CHOOSER))
def test_a_chooser_reports_all_its_mistakes(one, other):
    """The same for the chooser's part, which another module reads."""
    assume(not one[0]["chooser"].keys() & other[0]["chooser"].keys())

    assert sorted([one[1], other[1]]) == said(together(one[0], other[0]))


def test_mistakes_of_the_text_are_told_together():
    """What JSON forbids and Python's reader allows: a key twice, and what is no number."""
    with pytest.raises(AnswersError) as refused:
        parsed('{"a": 1, "a": 2, "b": NaN, "c": {"d": 1, "d": 1}}')

    found = [one.found for one in refused.value.refusals]
    assert ["holds NaN, which is not a JSON value", 'says "d" twice', 'says "a" twice'] == found


def many(count):
    """A file with `count` mistakes."""
    return HEAD | {"answers": {f"x{n}": 1 for n in range(count)}}


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (SHOWN, None),
        (SHOWN + 1, "and 1 more mistake."),
        (SHOWN + 7, "and 7 more mistakes."),
        (10 * MOST, f"and at least {MOST - SHOWN} more mistakes."),
    ],
)
def test_the_command_line_tells_each_and_counts_the_rest(count, last, tmp_path):
    """A line a mistake, each with the file's name; of very many nobody counts on."""
    file, out = tmp_path / "a.json", StringIO()
    file.write_text(json.dumps(many(count)))
    with redirect_stderr(out):
        assert 2 == main(["score", str(file)])

    lines = out.getvalue().splitlines()
    start = f"score: {file}: "
    correct = "is no practice of this model; take it out or correct it."
    assert [f'{start}answers: "x{n}" {correct}' for n in range(SHOWN)] == lines[:SHOWN]
    assert ([start + last] if last else []) == lines[SHOWN:]


def test_what_was_given_stands_for_the_whole():
    """A source takes the place of "The file", and goes before a place in it."""
    error = RefusedError(Refusal(FILE, "empty"), Refusal("quick.a", "found 7", "it must be 0", "x"))

    assert "The file: empty. quick.a: found 7; it must be 0; x." == str(error)
    assert "Line 3: empty. quick.a: found 7; it must be 0; x." == error.of("Line 3")
    assert ["b: empty.", "b: quick.a: found 7; it must be 0; x."] == error.lines("b")


def test_only_refusals_are_gathered():
    """A mistake of our own passes through."""
    with pytest.raises(ZeroDivisionError), Mistakes():
        1 / 0  # noqa: B018
