"""The archives of the runtime: what is in which, and that a page needs no more at first."""

import dis
import importlib.util
import json
import zipfile
from pathlib import Path
from types import CodeType

import pytest

from build_tools import ROOT
from build_tools.overlay.copies import STRUCTURES
from build_tools.runtime import archive, node
from build_tools.site.publish import published
from build_tools.stand_ins import stand_ins
from tests.support.ours import our_guide


def code_in(data: bytes) -> list[CodeType]:
    """Every code object of a `.pyc`, the inner ones too."""
    found = [archive.unpack_pyc(data)]
    for code in found:
        found += [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    return found


@pytest.mark.parametrize("name", ["kam.zip", "more.zip", "library.zip"])
def test_archives_are_plain(built: Path, name: str) -> None:
    """Entries are stored, dated 1980 and sorted; there is no source among them."""
    with zipfile.ZipFile(built / name) as packed:
        entries = packed.infolist()

    assert {zipfile.ZIP_STORED} == {entry.compress_type for entry in entries}
    assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in entries}
    assert sorted(entry.filename for entry in entries) == [entry.filename for entry in entries]
    assert [entry.filename for entry in entries if entry.filename.endswith(".py")] == []


@pytest.mark.parametrize("name", ["kam.zip", "more.zip", "library.zip"])
def test_byte_code_names_no_place(built: Path, name: str) -> None:
    """Byte code looks for no source and names files as they stand in the archive."""
    files = archive.read_zip((built / name).read_bytes(), (".pyc",))
    header = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little")

    assert {header} == {data[:8] for data in files.values()}
    for path, data in files.items():
        assert {path.removesuffix("c")} == {code.co_filename for code in code_in(data)}


def test_archives_hold_our_package_between_them(built: Path) -> None:
    """Every module of ours but the command line is in one of two archives, and in one only."""
    first, more = (
        archive.read_zip((built / f"{name}.zip").read_bytes()) for name in ("kam", "more")
    )
    ours = {p.relative_to(ROOT).as_posix() + "c" for p in (ROOT / "widgets").rglob("*.py")}

    assert ours - set(first) - set(more) == {"widgets/__main__.pyc"}
    assert set(first) & set(more) == set()


def test_no_package_is_split(built: Path) -> None:
    """Python looks for a package in one place; `widgets` alone is told of the second archive."""
    first, more = (
        {path.rpartition("/")[0] for path in archive.read_zip((built / name).read_bytes())}
        for name in ("kam.zip", "more.zip")
    )

    assert first & more <= {"", "widgets", "widgets/core"}


def test_what_only_later_code_needs_of_the_library_comes_later(built: Path) -> None:
    """Entities of HTML weigh more than any module of ours, and no first score needs them."""
    first, more = (
        archive.read_zip((built / f"{name}.zip").read_bytes()) for name in ("kam", "more")
    )

    assert "html/entities.pyc" in more
    assert {"traceback.pyc", "urllib/parse.pyc"} <= set(first)


def test_what_the_first_archive_imports_of_the_library_is_in_it(built: Path) -> None:
    """No first widget waits for the rest: not at once, and not in a function of ours.

    `make check` sees to the imports of our own modules.
    """
    first, more = (
        archive.read_zip((built / name).read_bytes(), (".pyc",)) for name in ("kam.zip", "more.zip")
    )
    later = {name_of(path) for path in more if not path.startswith("widgets/")}
    assert "html" in later
    waits = {
        (path, step.argval)
        for path, data in first.items()
        for code in (code_in(data) if path.startswith("widgets/") else code_in(data)[:1])
        for step in dis.get_instructions(code)
        if step.opname == "IMPORT_NAME" and step.argval in later
    }

    assert set() == waits


def name_of(path: str) -> str:
    """The module that a compiled file holds."""
    return path.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")


def test_archive_holds_what_a_first_score_needs(built: Path) -> None:
    """The model and the two packages are there; what only commands need is not."""
    held = archive.read_zip((built / "kam.zip").read_bytes())

    assert held["widgets/model.json"] == published(our_guide())["model.json"]
    assert {"htpy/__init__.pyc", "markupsafe/_native.pyc", "json/__init__.pyc"} <= set(held)
    assert {"widgets/core/scoring/score.pyc", "widgets/assessment/widget.pyc"} <= set(held)
    assert not [path for path in held if path.startswith("widgets/core/commands/")]
    assert "argparse.pyc" not in held


def test_structures_travel_with_what_reads_them(built: Path) -> None:
    """More than half of what the model weighs, and no first score needs it."""
    first, more = (
        archive.read_zip((built / f"{name}.zip").read_bytes()) for name in ("kam", "more")
    )

    assert more[STRUCTURES] == published(our_guide())["structures.json"]
    assert {"widgets/model.json"} == {path for path in first if path.endswith(".json")}
    assert not [path for path in first if path.startswith("widgets/core/structures/")]


def test_library_can_replace_the_archives(built: Path) -> None:
    """The whole library holds every file of both archives, unchanged; and what had a stand-in."""
    parts = (archive.read_zip((built / f"{name}.zip").read_bytes()) for name in ("kam", "more"))
    held = {path: data for part in parts for path, data in part.items()}
    whole = archive.read_zip((built / "library.zip").read_bytes())
    replaced = {f"{path}c" for path in stand_ins()}
    assert replaced <= set(held)
    assert all(len(whole[path]) > len(held.pop(path)) for path in replaced)

    assert {name: whole.get(name) for name in held} == held
    assert "argparse.pyc" in whole


@pytest.mark.parametrize("package", ["segno", "xlsxwriter"])
def test_what_comes_on_demand_is_in_the_library_alone(built: Path, package: str) -> None:
    """A first visit does not carry what only a few commands need."""
    first, whole = (archive.read_zip((built / f"{n}.zip").read_bytes()) for n in ("kam", "library"))

    assert f"{package}/__init__.pyc" in whole
    assert not [path for path in first if path.startswith(f"{package}/")]


LATER = """
import json
from widgets import worker

asked = {"widget": "assessment", "root": "../", "options": {}, "records": {}, "stored": {}}
asked |= {"do": "export.file", "given": {"value": "md"}, "address": "https://wiki.example/assessment/"}
try:
    worker.handle(json.dumps(asked))
    lacked = ""
except ImportError as error:
    lacked = error.name
worker.look_again("/tmp/project.zip")
steps = json.loads(worker.handle(json.dumps(asked)))["steps"]
asked |= {"widget": "chooser"}
del asked["do"]
regions = json.loads(worker.handle(json.dumps(asked)))["html"]
json.dumps([lacked, steps[0][0], "headline" in regions])
"""


def test_the_second_archive_completes_the_first(built: Path) -> None:
    """A command, what it needs of the library, and the structures are found once it is there."""
    said = node.ask(node.find_npm(ROOT), LATER, built / "kam.zip", built / "more.zip")

    assert ["widgets.core.commands", "file", True] == json.loads(said)
