"""What to write down: published as an author has it, general where there is none, never frozen."""

import shutil
from dataclasses import replace

import pytest

from build_tools.guide.load import load
from build_tools.reading.folder import ModelFolder
from build_tools.releases import frozen_words
from tests.support.case_files import CASES, edit
from widgets.core.advising import way_up
from widgets.core.advising.first_steps import first_steps
from widgets.core.answers.states import Answers
from widgets.core.model.lasting import OURS, lasting
from widgets.core.scoring.score import score

ENTRIES = """\
- id: reason
  write_down: why the work is worth its cost
  who: The board
  this_week: Ask the board for one sentence.
  do_not: Do not print it [=judgement].
  why: The gain comes slowly [=E001].
  pages: [dimensions/reason/]
- id: written-case
  write_down: what the case says
  who: Finance
  this_week: Ask finance for the last sum.
  do_not: Do not bind it.
"""


@pytest.fixture
def folder(tmp_path):
    """The small good model with two entries."""
    root = shutil.copytree(CASES / "good_model", tmp_path / "model")
    edit(root, [{"file": "lasting.yaml", "write": ENTRIES}])
    return root


def test_a_practice_shares_its_dimensions_reason(folder):
    """An entry is published whole; of a practice, why and pages are those of its dimension."""
    model = load(folder).model
    dimension, practice = lasting(model, "reason"), lasting(model, "written-case")

    assert "why the work is worth its cost" == dimension.write_down
    assert ("The gain comes slowly ", "E001", ".") == tuple(
        part if isinstance(part, str) else part.id for part in dimension.why
    )
    assert ("Do not print it ", OURS, ".") == dimension.do_not
    assert ["dimensions/reason/"] == [page.address for page in practice.pages]
    assert dimension.why == practice.why
    assert "Finance" == practice.who


def test_a_new_dimension_is_one_file(folder):
    """Whatever no entry speaks of has general words, so that every answer finds its step."""
    model = load(folder).model
    said = {"reason", "written-case"}

    for id in {*model.dimension, *model.practice} - said:
        found = lasting(model, id)
        assert all((found.write_down, found.who, found.this_week, found.do_not, found.why))
        answers = Answers({id: 4}) if id in model.practice else Answers(quick={id: 4})
        (step,) = first_steps(model, score(model, answers), ())
        assert ("keep", id) == (step.kind, step.id)


def test_a_dimension_without_practices_rises_by_a_talk(folder):
    """Without advice and practices, the way up names whom to ask."""
    model = load(folder).model
    bare = replace(
        model, dimensions=tuple(replace(d, practices=()) for d in model.dimensions), advice=()
    )
    answers = Answers(quick=dict.fromkeys(bare.dimension, 1))
    way = way_up.find(bare, answers, score(bare, answers))

    assert way.moves
    for rise in way.moves:
        assert rise.todo.startswith("Take an hour for it with ")
        assert rise.page == bare.dimension[rise.unit].page


def test_no_release_freezes_them(folder):
    """Their words change, and what is frozen and the version do not."""
    before, changes = frozen_words.now(ModelFolder(folder)), load(folder).changes
    change = {"file": "lasting.yaml", "replace": "what the case says", "with": "what we agreed"}
    edit(folder, [change])

    assert before == frozen_words.now(ModelFolder(folder))
    assert changes == load(folder).changes
    assert "what we agreed" == lasting(load(folder).model, "written-case").write_down
