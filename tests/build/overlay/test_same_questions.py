"""Whose answers are read: an overlay that asks what we ask, and one that does not."""

import pytest
import yaml

from build_tools import ROOT
from build_tools.guide.load import load
from build_tools.overlay import identity
from build_tools.overlay.project import origin, project, write
from build_tools.overlay.settings import OverlayError, read_settings
from tests.support.overlaid import NORRLAND, beside_our_pages, edit_overlay, whole_copy
from widgets.core.answers.file import as_json, json_text
from widgets.core.answers.states import Answers
from widgets.core.files.refusals import AnswersError
from widgets.core.importing.opened_file import read
from widgets.core.model.measured import NOT_MEASURED
from widgets.core.sharing import share_link

LOOK = "id: norrland\nversion: 1.0.0\norganisation: Norrland Pumps\n"
RECORDS = ("model/practices.yaml", "model/structures.yaml")
SCAN = Answers(quick={"leaders-entangled": 2, "delivery-on-board": 1})


def only(checkout, settings):
    """The overlay with these settings, and without records of the model."""
    edit_overlay(checkout, {"overlay.yaml": settings, **dict.fromkeys(RECORDS)})
    return checkout


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """The copy in which the made-up firm's guide is built."""
    return whole_copy(tmp_path_factory.mktemp("norrland"))


@pytest.fixture(scope="module")
def theirs(other):
    """The guide of the made-up firm, which changed what is asked."""
    return load(other / "docs/model")


def test_a_name_changes_no_answer(tmp_path):
    """Id, version and lists stay; base and overlay are named."""
    model = tmp_path / "docs/model"
    checkout = only(beside_our_pages(tmp_path), LOOK)
    write(checkout, tmp_path / "copy")
    said = yaml.safe_load((ROOT / "docs/model/model.yaml").read_text("utf-8"))

    assert model.is_dir()
    assert project(model) == model, "what has no overlay/ is built as it is"
    assert identity.named(checkout, model, read_settings(checkout)[0], False) == (
        yaml.safe_dump(
            {**said, "made_of": f"kam-programme {said['version']} with norrland 1.0.0"},
            allow_unicode=True,
            sort_keys=False,
        ),
        True,
    )


def test_another_question_is_another_model(theirs, guide):
    """An id of its own, its own version, no margins, and nothing of our releases."""
    model = theirs.model

    assert ("kam-programme-norrland", "1.0.0") == (model.id, model.version)
    assert f"kam-programme {guide.model.version} with norrland 1.0.0" == model.made_of
    assert NOT_MEASURED == model.measured
    assert guide.model.measured != NOT_MEASURED
    assert ({}, ()) == (model.releases, model.migrations)


def test_what_the_records_say(theirs, guide):
    """Reworded, hidden and added; what was not named is as it was."""
    model = theirs.model
    ours, said = (m.practice["leader-behind-account"] for m in (guide.model, model))

    assert "Behind each key account stands a member of the Norrland board who helps it." == (
        said.statement
    )
    assert "Shared in the board" == said.ladder[3].label
    assert ours.ladder[2] == said.ladder[2]
    assert ours.why == said.why
    assert {"prepared-leader-visits"} == guide.model.practice.keys() - model.practice.keys()
    assert {"own-safety-round"} == model.practice.keys() - guide.model.practice.keys()
    assert "own-safety-round" in model.guarding["deliverers-not-enrolled"]
    assert "plant director" in {role.name for role in model.roles}
    assert "separate-customer-unit" not in theirs.structures.option
    assert "A group at head office" == theirs.structures.option["central-group"].name


def test_neither_guide_reads_the_others_answers(theirs, guide):
    """A file and a link are refused in one sentence, each way; its own are read."""
    for one, another in ((guide.model, theirs.model), (theirs.model, guide.model)):
        file, link = json_text(as_json(SCAN, one)), share_link.fragment(SCAN, one)
        with pytest.raises(AnswersError, match=f"this guide scores “{another.id}”"):
            read(file, another)
        with pytest.raises(share_link.ShareError, match=f"this guide has “{another.id}”"):
            share_link.read(link, another)
        assert SCAN == read(file, one)
        assert SCAN == share_link.read(link, one).answers


def test_both_versions_are_in_a_file(theirs, guide):
    """A file of the overlay names what it is made of; one of ours has no such word."""
    assert theirs.model.made_of == as_json(SCAN, theirs.model)["model"]["made_of"]
    assert {"id", "version"} == as_json(SCAN, guide.model)["model"].keys()


def test_a_frozen_version_stands(other, tmp_path):
    """Ids and words are kept beside the overlay; the same version cannot ask something else."""
    checkout = origin(other)
    written = identity.freeze(checkout, other)
    names = ["1.0.0.txt", "profile-1.0.0.txt", "words-1.0.0.txt"]
    frozen = (checkout / "overlay/released/1.0.0.txt").read_text("utf-8")
    records = (NORRLAND / RECORDS[0]).read_text("utf-8")
    write(checkout, other)

    assert names == sorted(path.name for path in written)
    assert "practice own-safety-round\n" in frozen
    assert load(other / "docs/model").model.releases == {}, "its order is the model's own"
    edit_overlay(checkout, {RECORDS[0]: records.replace("safety round", "tour")})
    with pytest.raises(OverlayError, match=r"found 1\.0\.0, which is frozen, but “practice own-"):
        write(checkout, tmp_path / "copy")
    edit_overlay(checkout, {RECORDS[0]: records})
