"""What a profile proposes: the cases, what authors may write, and the laws of a proposal."""

import json
import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from build_tools import ROOT
from build_tools.guide.load import ModelError, load
from tests.support.case_files import cases
from tests.support.ours import our_guide
from widgets.core.advising.profile import LEAST_CRITICAL, USUAL, proposals, propose
from widgets.core.answers.file import as_json as answers_as_json
from widgets.core.importing.opened_file import read
from widgets.core.keeping.opening import read_records as read_fields
from widgets.core.model.maturity import GoodEnough
from widgets.core.model.maturity_json import as_json, from_json
from widgets.core.scoring.score import score

MODEL = our_guide().model
SCHEMA = Draft202012Validator(
    json.loads((ROOT / "docs" / "model" / "schema" / "answers.schema.json").read_text("utf-8"))
)
PROFILES = st.fixed_dictionaries(
    {}, optional={q.id: st.sampled_from([o.id for o in q.options]) for q in MODEL.profile}
)
TARGETS = st.fixed_dictionaries({}, optional={d.id: st.integers(0, 4) for d in MODEL.dimensions})


@pytest.mark.parametrize("case", cases("scope"))
def test_case(case, model):
    """Each profile proposes what was worked out by hand."""
    expected = case["expect"]
    found = propose(model, case["profile"], case.get("overrule"))

    assert expected["may_not_apply"] == {
        id: list(away.reasons) for id, away in found.may_not_apply.items()
    }
    usual = dict.fromkeys(model.dimension, USUAL)
    assert usual | expected["targets"] == {id: t.level for id, t in found.targets.items()}
    assert expected.get("overruled", []) == [
        t.dimension for t in found.targets.values() if t.overruled
    ]
    for id, rung in expected.get("enough", {}).items():
        assert (id, rung) == (id, found.enough[id].rung)
    for id, because in expected.get("because", {}).items():
        assert because == found.enough[id].because


@settings(max_examples=200, deadline=None)
@given(PROFILES, TARGETS)
def test_laws(profile, targets):
    """Nobody is sent to the top, critical dimensions keep their least, and the reader wins."""
    found = propose(MODEL, profile, targets)

    for dimension in MODEL.dimensions:
        target = found.targets[dimension.id]
        assert 0 <= target.proposed <= USUAL
        assert target.proposed >= LEAST_CRITICAL or not dimension.critical
        assert target.level == targets.get(dimension.id, target.proposed)
        assert target.overruled == (dimension.id in targets)
        assert target.reasons
    assert all(0 <= enough.rung <= 4 for enough in found.enough.values())
    assert all(MODEL.practice[id].scope for id in found.may_not_apply)
    assert all(away.reasons for away in found.may_not_apply.values())


@settings(max_examples=100, deadline=None)
@given(PROFILES, TARGETS)
def test_files_and_fields_carry_them(profile, targets):
    """Profile and targets come back from a file and from fields, and never enter a score."""
    head = {"format": 1, "model": {"id": MODEL.id, "version": MODEL.version}}
    answers = read(json.dumps({**head, "profile": profile, "targets": targets}), MODEL)
    values = {f"profile.{id}": option for id, option in profile.items()}
    values |= {f"target.{id}": str(level) for id, level in targets.items()}
    kept = read_fields(
        {n: json.dumps({"value": v, "model": MODEL.version}) for n, v in values.items()}, MODEL
    )

    assert () == kept.problems
    assert SCHEMA.is_valid(answers_as_json(kept.answers, MODEL))
    assert proposals(MODEL, answers) == propose(MODEL, profile, targets)
    assert proposals(MODEL, answers) == proposals(MODEL, kept.answers)
    assert answers == read(json.dumps(answers_as_json(answers, MODEL)), MODEL)
    assert score(MODEL, answers).headline.kind == "nothing"


def test_critical_least_is_explained(model):
    """Where a critical dimension is raised to the least target, a reason says so."""
    home = model.dimension["role-apart-from-selling"]
    least = (GoodEnough("small-firm", 1, "One person does it all."),)
    low = replace(home, practices=tuple(replace(p, good_enough=least) for p in home.practices))
    dimensions = tuple(low if d is home else d for d in model.dimensions)
    target = propose(replace(model, dimensions=dimensions), {"size": "small"}).targets[home.id]

    assert 2 == target.proposed
    assert "This dimension can cap the programme, so we propose level 2 or more" in " ".join(
        target.reasons
    )
    assert target.reasons[0] == (
        "Rung 1 is enough for “Key accounts are run by someone whose first duty is not this "
        "year's sales.” One person does it all."
    )


def test_ids_of_another_model_are_left_out(model):
    """A profile that names what the model lacks proposes nothing."""
    assert propose(model, {"colour": "red", "size": "huge"}) == propose(model, {})


def test_published_model_carries_the_profile(model):
    """The profile survives the way through `model.json`."""
    published = json.loads(json.dumps(as_json(model)))

    assert model.profile == from_json(published).profile
    assert {"id": "middle", "label": "We have heads of functions, and no divisions."} in published[
        "profile"
    ][0]["options"]


def test_every_tag_and_context_can_be_chosen(model):
    """What practices name can be reached by an answer to the profile."""
    options = [option for question in model.profile for option in question.options]

    assert {t for p in model.practices() for t in p.scope} <= {t for o in options for t in o.scope}
    assert {g.when for p in model.practices() for g in p.good_enough} <= {
        context for o in options for context in o.contexts
    }


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("contexts: [small-firm]", "contexts: [tiny]"), "it must be one of small-firm"),
        (("scope: [too-early]", "scope: [whim]"), "it must be one of too-early"),
        (("- id: middle", "- id: small"), "small: id: the id stands already in profile.yaml"),
        (("order: 20", "order: 10"), "found 10, which “size” has; give each a number of its own"),
        (("label: We have divisions or business units.", "said: Units."), "“said” is no key here"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_mistakes_of_authors_are_named(change, says, tmp_path):
    """A wrong profile is refused as strictly as the rest of the model."""
    folder = tmp_path / "model"
    shutil.copytree(ROOT / "tests" / "cases" / "good_model", folder)
    for tags in ("scopes.yaml", "contexts.yaml"):
        shutil.copy(ROOT / "docs" / "model" / tags, folder)
    text = (ROOT / "docs" / "model" / "profile.yaml").read_text(encoding="utf-8")
    (folder / "profile.yaml").write_text(text.replace(*change, 1), encoding="utf-8")

    with pytest.raises(ModelError) as refused:
        load(folder)
    assert "profile.yaml:" in str(refused.value)
    assert says in str(refused.value)
