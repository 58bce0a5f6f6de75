"""The order of rooms: that the project keeps it, and that breaking it is noticed."""

import json
from zipfile import ZipFile

import pytest

from build_tools import ROOT
from build_tools.checks.imports import check, listed
from build_tools.rooms import BUILD, CORE


def test_project_keeps_the_order():
    """No file imports what its room may not know, and every room is one."""
    assert [] == check(ROOT)


@pytest.mark.parametrize(
    ("file", "code", "says"),
    [
        ("widgets/core/page/x.py", "import build_tools", "only the standard library"),
        ("widgets/core/page/x.py", "from widgets.quick_scan import widget", "nothing of the rest"),
        ("widgets/core/page/x.py", "import numpy", "only the standard library"),
        ("widgets/one/widget.py", "import widgets.two.widget", "widgets know widgets.core"),
        ("widgets/core/page/x.py", "import segno", "inside the function"),
        ("widgets/one/widget.py", "def x(): import segno", "only the standard library"),
        ("widgets/one/widget.py", "import js", "only widgets.worker"),
        ("widgets/one/widget.py", "from .part import x", "write the whole name"),
        ("build_tools/x.py", "import mkdocs.config", "only build_tools.hooks"),
        ("build_tools/x.py", "import build_tools.hooks", "nothing may build on"),
        ("widgets/core/answers/x.py", "import widgets.core.page.view", "answers is below the room"),
        ("widgets/core/model/x.py", "def x(): import widgets.core.page", "model is below the room"),
        ("widgets/core/page/x.py", "import widgets.core.migrating.x", "migrating comes later"),
        ("build_tools/text/x.py", "import build_tools.site.x", "text is below the room site"),
        ("build_tools/site/x.py", "import build_tools.setup", "it is in no room"),
    ],
)
def test_breaking_it_is_noticed(file, code, says, tmp_path):
    """Each kind of wrong import is found, with file and line."""
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(f"\n{code}\n")
    (found,) = check(tmp_path)

    assert found.startswith(f"{file}:2: imports ")
    assert says in found


def test_what_is_allowed_is_silent(tmp_path):
    """A widget may know the core, the worker the browser, and an early room a late one late."""
    written(
        tmp_path,
        {
            "widgets/one/widget.py": "import json\nimport htpy\nimport widgets.core.page.x",
            "widgets/core/page/x.py": "def x():\n    import widgets.core.migrating.y",
            "widgets/core/migrating/y.py": "import json",
            "widgets/core/exporting/x.py": "def x():\n    import xlsxwriter",
            "widgets/worker.py": "import js\nfrom widgets.one import widget",
            "build_tools/hooks.py": "import mkdocs",
            "build_tools/site/x.py": "from build_tools import ROOT\nimport widgets.core.page.x",
        },
    )

    assert [] == check(tmp_path)


def test_html_is_found_through_others(tmp_path):
    """A pure room may not rest on HTML by way of another module, and the way is named."""
    written(
        tmp_path,
        {
            "widgets/core/writing/html.py": "import htpy",
            "widgets/core/migrating/x.py": "def x():\n    import widgets.core.writing.html",
        },
    )
    (found,) = check(tmp_path)

    assert "widgets.core.writing.html → htpy" in found and "migrating is pure" in found


def test_a_circle_is_found(tmp_path):
    """Two modules that know each other are named, also where one of them does so late."""
    written(
        tmp_path,
        {
            "widgets/core/page/x.py": "import widgets.core.page.y",
            "widgets/core/page/y.py": "def y():\n    import widgets.core.page.x",
        },
    )
    (found,) = check(tmp_path)

    assert found.startswith("a circle of imports: widgets.core.page.")


def test_a_room_has_a_sentence_and_a_size(tmp_path):
    """Three modules are no room, nor is a folder that says nothing of itself or has no place."""
    room = {f"widgets/core/page/{name}.py": "" for name in "abc"}
    written(tmp_path, {**room, "widgets/core/page/__init__.py": "", "widgets/core/x.py": ""})

    assert [
        "widgets.core.x: is in no room of build_tools/rooms.py; put it into one",
        "widgets.core.page: has 3 modules; a room has 4 to 12",
        "widgets.core.page: says nothing of itself; write one sentence into its __init__.py",
    ] == check(tmp_path)


def test_table_is_printed_with_the_sentences():
    """Each room of the table has a folder, and is printed in its place with its sentence."""
    lines = listed(ROOT)

    assert len(CORE) + len(BUILD) + 2 == len(lines)
    assert "  model (pure, first): " in lines[1]
    assert all(line.endswith(".") for line in lines if line.startswith("  "))


@pytest.mark.parametrize(
    "folder",
    [*(f"core/{room.name}" for room in CORE), *(f"build/{room.name}" for room in BUILD)],
)
def test_each_room_has_its_tests(folder):
    """Tests stand in a folder with the name of the room."""
    assert [*(ROOT / "tests" / folder).glob("test_*.py")]


def test_archives_are_those_of_the_table(site):
    """A room is whole in the archive that the table names."""
    (provenance,) = (site / "assets" / "runtime").glob("*/runtime.json")
    assert json.loads(provenance.read_text("utf-8"))["files"]
    for archive, name in (("first", "kam.zip"), ("later", "more.zip")):
        with ZipFile(provenance.with_name(name)) as held:
            rooms = {p.split("/")[2] for p in held.namelist() if p.startswith("widgets/core/")}
        assert {room.name for room in CORE if room.archive == archive} == rooms - {"__init__.pyc"}


def written(folder, files):
    """Writes `files`: path to code."""
    for file, code in files.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code)
