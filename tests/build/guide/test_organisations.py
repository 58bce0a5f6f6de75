"""The worked organisations give the results of the reference, in CPython and as the worker does."""

import json
import re
from dataclasses import asdict

import pytest

from build_tools import ROOT
from build_tools.guide.organisations import organisations
from tests.reference.scoring import score as reference_score
from tests.support.given.scored import KEYS, same
from tests.support.ours import our_guide
from widgets.core.answers.states import NotApplicable
from widgets.core.model.maturity_json import as_json
from widgets.core.scoring.score import score

MODEL = our_guide().model
FOLDER = ROOT / "docs/model/examples"
FOUND, MISTAKES = organisations(FOLDER, MODEL)


def test_every_file_is_sound():
    """Ids, states and fact sheets are right, and no file is left out."""
    assert [] == MISTAKES
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {found.id for found in FOUND}


@pytest.mark.parametrize("organisation", FOUND, ids=lambda o: o.id)
def test_result_is_the_references(organisation):
    """Engine and reference agree on every figure."""
    expected = reference_score(as_json(MODEL), dict(organisation.file))
    actual = asdict(score(MODEL, organisation.answers))

    for key in KEYS:
        assert same(expected[key], actual[key]), key


@pytest.mark.parametrize("organisation", [o for o in FOUND if o.invented], ids=lambda o: o.id)
def test_invented_ones_say_so_and_answer_everything(organisation):
    """An invented organisation answers all practices, some of them with unknown."""
    states = list(organisation.answers.practices.values())

    assert len(list(MODEL.practices())) == len(states)
    assert states.count("unknown") >= 2
    assert "invented" in organisation.sheet.partition("## ")[0].lower()


def test_only_what_the_model_allows_for_does_not_apply():
    """The young firm leaves out one practice that it is too young for, the old firm none."""
    scoped = {p.id: p.scope for p in MODEL.practices()}
    left_out = {
        o.id: [
            scoped[id]
            for id, state in o.answers.practices.items()
            if isinstance(state, NotApplicable)
        ]
        for o in FOUND
        if o.invented
    }

    assert {"engineering-first-year": [("too-early",)], "supplier-eighth-year": []} == left_out


def test_firms_stand_where_their_sheets_put_them():
    """The first year is Reasoned and the eighth Rooted, by sums made by hand from the answers."""
    results = {o.id: score(MODEL, o.answers) for o in FOUND if o.invented}
    actual = {id: (result.level, round(result.score or 0, 2)) for id, result in results.items()}

    assert {"engineering-first-year": (1, 1.13), "supplier-eighth-year": (3, 3.01)} == actual


def test_the_case_never_rated_above_one():
    """The outsourced-HR programme rises to level 1, keeps it as it lapses, and ends at 0."""
    levels = {o.id: score(MODEL, o.answers).level for o in FOUND if not o.invented}

    assert {
        "outsourced-hr-launch": 0,
        "outsourced-hr-best": 1,
        "outsourced-hr-under-sales": 1,
        "outsourced-hr-year-later": 0,
    } == levels


def test_the_page_of_the_case_prints_its_readings():
    """The table on the case holds, column by column, the quick answers of its organisations."""
    page = (ROOT / "docs/why-it-fails/the-outsourced-hr-case.md").read_text(encoding="utf-8")
    columns = ("launch", "best", "under-sales", "year-later")
    quick = [o.answers.quick for id in columns for o in FOUND if o.id == f"outsourced-hr-{id}"]
    expected = [
        (d.name, *(str(q[d.id]).replace("unknown", "–") for q in quick)) for d in MODEL.dimensions
    ]
    row = r"^\| ([^|]+?)(?: ◆)? \|" + r" ([0-4–]) \|" * len(columns) + "$"

    assert expected == re.findall(row, page, re.MULTILINE)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "other"}, "found “other” in one.yaml; it must be the file's name"),
        ({"quick": {"nobody": 2}}, 'quick: "nobody" is no dimension of this model'),
        ({"answers": {"block-removal": 5}}, "answers.block-removal: found 5; it must be 0 to 4"),
        ({"answers": {"block-removal": 2}}, "is missing; answer every practice, or none"),
        ({"invented": True}, "an invented organisation needs a fact sheet: add one.md"),
        ({"colour": "red"}, "“colour” is no key here"),
    ],
)
def test_mistakes_are_named(change, says, tmp_path):
    """Each mistake in a file is named."""
    good = {"id": "one", "title": "One", "invented": False, "note": "Ours.", "quick": {}}
    (tmp_path / "one.yaml").write_text(json.dumps({**good, **change}))
    _, mistakes = organisations(tmp_path, MODEL)

    assert any(says in str(mistake) for mistake in mistakes), mistakes
