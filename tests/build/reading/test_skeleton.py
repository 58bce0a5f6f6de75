"""The skeletons of new things: the loader names each place to fill in, and passes once all are."""

import re
import shutil

import pytest

from build_tools import __main__ as commands
from build_tools.guide.load import ModelError, load
from build_tools.reading import skeleton
from tests.support.case_files import CASES

PLACE = re.compile(r'"FILL IN: [^"]*"')

WORDS = {
    "name": "A name of its own",
    "question": "Who keeps the list of names?",
    "why": "It keeps people honest [=judgement].",
    "ask": "The chief executive",
    "template": "settled",
    "statement": "Each team keeps a list of names.",
    "evidence_hint": "The list of one team",
    "first_step": "Ask one team for its list",
    "how_it_looks": "The list is empty",
    "why_it_happens": "Nobody asked for it [=judgement].",
    "do_not": "Do not write it for them",
    "who_must_act": "The board",
    "facts": "E001",
    "guards": "no-case",
}
"""What an author writes under each key; the item of a list has no key."""

LADDER = {
    "0": ("Not one list", "Nobody keeps a list."),
    "1": ("Only promised", "A list is promised. It is not written yet."),
    "2": ("One team only", "One team keeps a list. Two or more do not."),
    "3": ("Every team now", "Every team keeps a list. The leader who began this is here."),
    "4": ("Kept for years", "All lists are kept under a new leader, or after three years."),
}
"""By rung: its label and its text."""


@pytest.fixture
def model(tmp_path):
    """A copy of the small good model."""
    return shutil.copytree(CASES / "good_model", tmp_path / "docs" / "model")


def fill_in(path, item="A step of one line"):
    """Fills in every place of the file at `path`, as an author would."""
    lines, words = [], WORDS
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        key = line.strip().partition(":")[0]
        if key in LADDER:
            words = WORDS | dict(zip(("label", "text"), LADDER[key], strict=True))
        said = words.get(key, item)
        lines.append(PLACE.sub(f'"{said}"', line))
    path.write_text("".join(lines), encoding="utf-8")


def add(path, old, new):
    """Replaces the one `old` in the file at `path`."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def assert_every_place_is_named(model, path):
    """The loader reports exactly the places to fill in, each with its line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    places = [n for n, line in enumerate(lines, start=1) if PLACE.search(line)]
    with pytest.raises(ModelError) as caught:
        load(model)

    assert places == [mistake.line for mistake in caught.value.mistakes]
    assert all("still to be filled in: " in mistake.words for mistake in caught.value.mistakes)


def test_new_dimension(model):
    """One new file is a new dimension, last in model order."""
    path = skeleton.new_dimension(model, "open-lists")
    assert_every_place_is_named(model, path)
    fill_in(path)

    assert "open-lists" == load(model).model.dimensions[-1].id


@pytest.mark.parametrize("before", ["new file", "no key", "others"])
def test_new_practice(model, before):
    """A practice is added at the end of its dimension, whether or not that has any."""
    home = "delivery"
    if before != "others":
        home = "open-lists"
        path = skeleton.new_dimension(model, home)
        fill_in(path)
        add(path, "Nobody keeps a list.", "No such list is there.")
        for rung in ("1", "2", "3", "4"):
            text = LADDER[rung][1]
            add(path, text, f"In a drawer, {text[0].lower()}{text[1:]}")
        if before == "no key":
            add(path, "practices: []\n", "")
    path = skeleton.new_practice(model, home, "list-kept")
    assert_every_place_is_named(model, path)
    fill_in(path)
    add(model / "failure_factors" / "no-case.yaml", "yearly-check]", "yearly-check, list-kept]")

    assert "list-kept" == load(model).model.dimension[home].practices[-1].id


def test_new_failure_factor(model):
    """A failure factor passes once a practice guards against it."""
    path = skeleton.new_failure_factor(model, "empty-list")
    assert_every_place_is_named(model, path)
    fill_in(path)
    add(path, 'practices:\n  - "A step of one line"', "practices: [three-people]")
    add(
        model / "dimensions" / "delivery.yaml",
        "guards: [silent-start]",
        "guards: [silent-start, empty-list]",
    )

    assert "empty-list" == load(model).factors[-1].id


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("new-dimension", "Open Lists"),
            "“Open Lists” is no id; use small letters, digits and single hyphens",
        ),
        (
            ("new-dimension", "delivery"),
            "“delivery” is the id of a dimension already; choose another",
        ),
        (
            ("new-dimension", "three-people"),
            "“three-people” is the id of a practice already; choose another",
        ),
        (
            ("new-failure-factor", "no-case"),
            "“no-case” is the id of a failure factor already; choose another",
        ),
        (
            ("new-practice", "moon", "list-kept"),
            "there is no dimension “moon”; name one of delivery, reason",
        ),
    ],
)
def test_refusals(model, monkeypatch, capsys, arguments, message):
    """A command that cannot do its work says why in one sentence and changes nothing."""
    monkeypatch.setattr(commands, "MODEL", model)
    before = {path: path.read_bytes() for path in model.rglob("*") if path.is_file()}

    assert 1 == commands.main(arguments)
    assert message == capsys.readouterr().err.strip()
    assert before == {path: path.read_bytes() for path in model.rglob("*") if path.is_file()}


def test_practices_must_be_the_last_key(model):
    """A practice is added at the end of a file, so nothing may follow the others."""
    path = model / "dimensions" / "delivery.yaml"
    add(path, "critical: true\n", "")
    path.write_text(path.read_text(encoding="utf-8") + "critical: true\n", encoding="utf-8")
    with pytest.raises(skeleton.SkeletonError) as caught:
        skeleton.new_practice(model, "delivery", "list-kept")

    assert "delivery.yaml: “practices” must be the last key; move it to the end" == str(
        caught.value
    )


def test_command_says_what_to_do_next(model, monkeypatch, capsys):
    """The author learns which file to open."""
    monkeypatch.setattr(commands, "MODEL", model)
    monkeypatch.setattr(commands, "ROOT", model.parents[1])

    assert 0 == commands.main(["new-dimension", "open-lists"])
    assert capsys.readouterr().out == (
        "wrote docs/model/dimensions/open-lists.yaml; "
        "fill in what begins with FILL IN, then: make check\n"
    )


def test_nothing_is_frozen_before_it_is_read(model, monkeypatch, capsys):
    """Words that no reader has seen as they stand are named, and no list is written."""
    monkeypatch.setattr(commands, "MODEL", model)
    monkeypatch.setattr(commands, "ROOT", model.parents[1])
    monkeypatch.setattr(commands.readings, "check", lambda *_: ["not read as it is worded"])
    add(model / "model.yaml", "version: 1.0.0", "version: 1.1.0")

    assert 1 == commands.main(["freeze"])
    assert "not read as it is worded\n" == capsys.readouterr().err
    assert not (model / "released" / "1.1.0.txt").exists()


def test_freeze_writes_a_list_once(model, monkeypatch, capsys):
    """A new release gets its list, in model order; a second run changes nothing."""
    monkeypatch.setattr(commands, "MODEL", model)
    monkeypatch.setattr(commands, "ROOT", model.parents[1])
    add(model / "model.yaml", "version: 1.0.0", "version: 1.1.0")
    old, new = (model / "released" / f"{version}.txt" for version in ("1.0.0", "1.1.0"))

    assert 0 == commands.main(["freeze"])
    assert new.read_text() == old.read_text().replace("1.0.0", "1.1.0")
    assert 1 == commands.main(["freeze"])
    assert "1.1.0 is frozen already" in capsys.readouterr().err
