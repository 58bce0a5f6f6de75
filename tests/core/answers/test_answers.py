"""The answers file, at the command line and in memory."""

import json
import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools import ROOT
from tests.support.case_files import cases
from tests.support.command_line import HEAD, command
from tests.support.ours import our_guide
from widgets.core.answers.file import as_json
from widgets.core.answers.states import Answers, NotApplicable
from widgets.core.files.refusals import AnswersError
from widgets.core.importing.opened_file import read


@pytest.mark.parametrize("case", cases("bad_answers"))
def test_refused(case, model):
    """Each bad file is refused with one sentence that says where, what is and what must be."""
    with pytest.raises(AnswersError) as refused:
        read(case["text"].replace("{head}", HEAD), model)

    assert case["says"].replace("{version}", model.version) == str(refused.value)
    assert [] == [one for one in refused.value.refusals if "; " in one.found + one.must]


@pytest.mark.parametrize("text", [b"", b"\xff\xfe{}", b"[" * 100_000, b'{"format": 1e999}'])
def test_command_refuses(text, tmp_path):
    """The command prints one line on stderr, nothing on stdout, and ends with 2."""
    file = tmp_path / "answers.json"
    file.write_bytes(text)
    done = command("score", str(file))

    assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))
    assert str(file) in done.stderr


def test_command_without_file(tmp_path):
    """A path that leads nowhere gets a sentence too."""
    done = command("score", str(tmp_path / "none.json"))

    assert done.returncode == 2
    assert "cannot be read: No such file or directory; check the path." in done.stderr


def test_command_scores(tmp_path, model):
    """The command prints the whole result, with `null` for a figure that does not exist."""
    file = tmp_path / "answers.json"
    file.write_text("{" + HEAD + ', "quick": {"delivery-on-board": 0}}')
    result = json.loads(command("score", str(file)).stdout)

    assert result["score"] == 0
    assert [0, 1] == result["level_range"]
    assert result["dimensions"]["leaders-entangled"]["score"] is None
    assert {d.id for d in model.dimensions} == set(result["dimensions"])


def keys(value):
    """Every key of a result, but for ids."""
    found = set(value)
    for key in ("headline", "shortest_way_up", "measured"):
        found |= set(value[key])
    for key in ("dimensions", "exposure"):
        found |= {name for one in value[key].values() for name in one}
    return found


def test_result_keeps_its_keys(tmp_path):
    """What model 1.0.0 gave for a dimension is there, and the page of the score names each key."""
    file = tmp_path / "answers.json"
    file.write_text("{" + HEAD + ', "quick": {"delivery-on-board": 0}}')
    result = json.loads(command("score", str(file)).stdout)
    page = (ROOT / "docs/method/scoring.md").read_text(encoding="utf-8")
    section = page.partition("## The result as JSON")[2].partition("\n## ")[0]

    assert (0, []) == tuple(
        result["dimensions"]["delivery-on-board"][key] for key in ("mean_allows", "held_by")
    )
    assert keys(result) <= set(re.findall(r"`(\w+)`", section))


def test_command_prints_model(model):
    """`model` prints the published model, with what other tools rely on."""
    published = json.loads(command("model").stdout)

    assert [d.id for d in model.dimensions] == [d["id"] for d in published["dimensions"]]
    assert all({"critical", "practices"} <= set(d) for d in published["dimensions"])
    assert all({"id", "guards"} <= set(p) for d in published["dimensions"] for p in d["practices"])


MODEL = our_guide().model
STATE = st.one_of(st.integers(0, 4), st.just("unknown"))
NA = st.text(min_size=1).filter(str.strip).map(NotApplicable)
SCOPED = {p.id: bool(p.scope) for p in MODEL.practices()}


@st.composite
def answer_sets(draw) -> Answers:
    """Any answers to the published model."""
    ids = draw(st.sets(st.sampled_from(sorted(SCOPED))))
    practices = {id: draw(st.one_of(STATE, NA) if SCOPED[id] else STATE) for id in sorted(ids)}
    quick = draw(st.dictionaries(st.sampled_from([d.id for d in MODEL.dimensions]), STATE))
    return Answers(practices, quick)


@settings(max_examples=150, deadline=None)
@given(answer_sets())
def test_round_trip(answers):
    """What is written as a file is read back unchanged."""
    assert answers == read(json.dumps(as_json(answers, MODEL)), MODEL)


@settings(max_examples=300, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.text()
                | st.sampled_from(
                    ["format", "model", "answers", "quick", "details", "id", "version", "na"]
                ),
                inner,
            )
        ),
    )
)
def test_any_json_is_read_or_refused(data):
    """Whatever JSON comes in, the answer is `Answers` or one sentence."""
    with suppress(AnswersError):
        read(json.dumps(data), MODEL)
