"""A changed model needs a version and a map: every sentence, and the command that writes both."""

import shutil

import pytest
import yaml

from build_tools import __main__ as commands
from build_tools.guide.load import ModelError, load
from build_tools.reading.folder import ModelFolder
from build_tools.releases import change_command, frozen_ids, frozen_words
from build_tools.releases.changes import asks_alike
from tests.support.case_files import cases, edit
from tests.support.given import chain
from tests.support.ours import our_guide


@pytest.fixture(scope="module")
def releases(tmp_path_factory):
    """The model folder of the chain at each release."""
    root = tmp_path_factory.mktemp("chain")
    return {release: chain.write(root / release, release) for release in chain.RELEASES}


@pytest.fixture
def model(releases, tmp_path):
    """Gives a copy of the chain's folder at a release."""
    return lambda release: shutil.copytree(releases[release], tmp_path / "docs" / "model")


def test_this_model_is_as_released():
    """The model of this checkout differs from its release in nothing that no map tells."""
    assert () == our_guide().changes


@pytest.mark.parametrize(
    ("id", "said", "alike"),
    [
        ("dimension lists", {"told": "b"}, True),
        ("dimension lists", {"question": "Another?"}, False),
        ("dimension lists", {"counts": "b"}, False),
        ("practice red-list", {"told": "a"}, False),
        ("fact E001", {"told": "b"}, True),
        ("rule drop-it", {"title": "Drop it"}, True),
    ],
)
def test_versions_that_ask_alike(id, said, alike):
    """Other words beside a question, other facts and other advice leave every level as it was."""
    old = {"dimension lists": {"question": "Which?", "told": "a", "counts": "a"}}
    new = old | {id: old.get(id, {}) | said}

    assert alike == asks_alike(old, new)


@pytest.mark.parametrize("release", chain.RELEASES)
def test_the_chain_is_complete(release):
    """Every release of the synthetic chain says all that it changed."""
    assert () == chain.guide(release).changes


@pytest.mark.parametrize("case", cases("bad_changes"))
def test_changes_are_refused(case, model):
    """The check names each change, and the one command that tells version and map of it."""
    folder = model(case["release"])
    edit(folder, case["change"])

    assert case["expected"] == list(map(str, load(folder).changes))


@pytest.mark.parametrize("case", cases("bad_maps"))
def test_maps_are_refused(case, model):
    """The loader says what is wrong with a map, all of it in one run."""
    folder = model("2.0.0")
    edit(folder, case["change"])
    with pytest.raises(ModelError) as caught:
        load(folder)

    assert case["expected"] == str(caught.value).split("\n")


def run(folder, monkeypatch, capsys, *arguments):
    """What a command prints when it works on `folder`."""
    monkeypatch.setattr(commands, "MODEL", folder)
    monkeypatch.setattr(commands, "ROOT", folder.parents[1])
    assert 0 == commands.main(list(arguments))
    return capsys.readouterr().out.splitlines()


def test_a_typo_needs_one_command(model, monkeypatch, capsys):
    """It raises the last number, writes the whole map, and leaves nothing to fill in."""
    folder = model("1.0.0")
    typo = {"replace": "know what the plan asks.", "with": "know what the plan asks them."}
    edit(folder, [{"file": "dimensions/delivery.yaml", **typo}])

    assert run(folder, monkeypatch, capsys, "change") == [
        "model.yaml: version 1.0.1",
        "migrations/1.0.0--1.0.1.yaml: practice three-people: reworded",
    ]
    guide = load(folder)
    assert ((), "1.0.1") == (guide.changes, guide.model.version)
    assert {
        "practice three-people": {
            "statement": "Any three people who deliver know what the plan asks."
        }
    } == guide.model.migrations[0].reworded


def test_further_changes_are_added(model, monkeypatch, capsys):
    """A second run adds what is missing, keeps what the author wrote, and raises the version."""
    folder = model("1.0.0")
    factor = {"file": "failure_factors/no-case.yaml"}
    edit(folder, [{**factor, "replace": "in a hurry", "with": "in haste"}])
    run(folder, monkeypatch, capsys, "change")
    note = {"file": "migrations/1.0.0--1.0.1.yaml", "replace": "words:", "with": "words:  # Ours."}
    sign = {"file": "warning_signs.yaml", "replace": "People who", "with": "Those who"}
    critical = {"replace": "critical: true", "with": "critical: false"}
    edit(folder, [note, sign, {"file": "dimensions/delivery.yaml", **critical}])

    assert run(folder, monkeypatch, capsys, "change") == [
        "model.yaml: version 1.1.0",
        "migrations/1.0.0--1.1.0.yaml: dimension delivery: counts",
        "migrations/1.0.0--1.1.0.yaml: sign people-unaware: words",
    ]
    text = (folder / "migrations" / "1.0.0--1.1.0.yaml").read_text(encoding="utf-8")
    assert "words:  # Ours.\n  - sign people-unaware\n  - factor no-case\n" in text
    assert () == load(folder).changes
    assert run(folder, monkeypatch, capsys, "change") == []
    assert not (folder / "migrations" / "1.0.0--1.0.1.yaml").exists()


def test_what_left_is_for_its_author(model, monkeypatch, capsys):
    """The command cannot know why; the check then names the place to fill in."""
    folder = model("1.1.0")
    chain.overlay("2.0.0", folder)
    (folder / "migrations" / "1.1.0--2.0.0.yaml").unlink()
    told = run(folder, monkeypatch, capsys, "change")
    with pytest.raises(ModelError) as caught:
        load(folder)
    places = str(caught.value).split("\n")

    assert "migrations/1.1.0--2.0.0.yaml: practice gone-list: retired; fill in why" in told
    assert all("still to be filled in: why nobody is asked this any more" in p for p in places)
    assert sum("fill in why" in line for line in told) == len(places)
    written = folder / "migrations" / "1.1.0--2.0.0.yaml"
    text = written.read_text(encoding="utf-8")
    written.write_text(text.replace("FILL IN: ", ""), encoding="utf-8")
    assert () == load(folder).changes


def test_nothing_to_tell(model, monkeypatch, capsys):
    """A model that is as released needs no map."""
    said = run(model("2.0.0"), monkeypatch, capsys, "change")

    assert ["nothing differs from release 2.0.0"] == said


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            {"file": "model.yaml", "write": "id: [\n"},
            "the model cannot be read; run make check, and mend what it names first",
        ),
        (
            {"file": "migrations/1.0.0--1.1.0.yaml", "write": "from: 1.0.0\n"},
            "migrations/1.0.0--1.1.0.yaml:1: “to” is missing; add it",
        ),
    ],
)
def test_what_cannot_be_drafted(change, says, model):
    """A model or a map that cannot be read gets a sentence, and no guess is written."""
    folder = model("1.0.0")
    factor = {"file": "failure_factors/no-case.yaml", "replace": "in a hurry", "with": "in haste"}
    edit(folder, [factor, change])
    with pytest.raises(change_command.DraftError) as caught:
        change_command.change(folder)

    assert says == str(caught.value)


def test_a_list_in_one_line_is_left_to_its_author(model):
    """The command adds lines only where it can do so without rewriting an author's."""
    folder = model("1.1.0")
    chain.overlay("2.0.0", folder)
    path = folder / "migrations" / "1.1.0--2.0.0.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**data, "new": []}, default_flow_style=None), encoding="utf-8")
    with pytest.raises(change_command.DraftError) as caught:
        change_command.change(folder)

    assert "write “new” as a list with one item a line, then run it again" == str(caught.value)


def test_no_release_yet(tmp_path):
    """A model of one's own begins with a first release."""
    folder = shutil.copytree(chain.CASES / "good_model", tmp_path / "model")
    with pytest.raises(change_command.DraftError) as caught:
        change_command.change(folder)

    assert "no release is frozen yet; run: python -m build_tools freeze" == str(caught.value)


def test_words_are_written_and_read_back(model):
    """What a release keeps of its words is all of them."""
    folder = model("2.0.0")
    now = frozen_words.now(ModelFolder(folder))

    assert now == frozen_words.released(folder)["2.0.0"]
    with pytest.raises(frozen_ids.FrozenError):
        frozen_ids.freeze(folder)
