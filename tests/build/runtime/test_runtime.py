"""The runtime's files: the same bytes from every folder, nothing in them that a page cannot use."""

import gzip
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from types import CodeType

import pytest

from build_tools.runtime import archive, node, wheel
from build_tools.runtime import build as runtime
from build_tools.site.publish import published
from tests.support.ours import our_guide

ROOT = Path(__file__).parents[3]
COPIED = ("widgets", "docs/assets/javascripts", "pyproject.toml", "README.md", "LICENSE")
BUILD = """
import sys
from pathlib import Path
from build_tools.runtime.build import build_runtime
root = Path(sys.argv[1])
print(build_runtime((root / "model.json").read_bytes(), root / "out", root).name)
"""


def project(folder: Path) -> Path:
    """A copy of what the runtime is made from."""
    for name in COPIED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / "model.json").write_bytes(published(our_guide())["model.json"])
    return folder


def start(folder: Path, seed: str) -> subprocess.Popen[str]:
    """A build in its own process, so that it has its own hash seed."""
    settings = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", BUILD, str(folder)]
    return subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The published folders of two builds, in two places, under two hash seeds."""
    base = tmp_path_factory.mktemp("runtime")
    projects = project(base / "one"), project(base / "another, deeper" / "two")
    builds = [start(folder, seed) for folder, seed in zip(projects, ("1", "20"), strict=True)]
    names = [build.communicate()[0].strip() for build in builds]
    first, second = (p / "out" / name for p, name in zip(projects, names, strict=True))
    return first, second


@pytest.fixture(scope="module")
def built(twins: tuple[Path, Path]) -> Path:
    """One published folder."""
    return twins[0]


def code_in(data: bytes) -> list[CodeType]:
    """Every code object of a `.pyc`, the inner ones too."""
    found = [archive.unpack_pyc(data)]
    for code in found:
        found += [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    return found


def test_two_builds_give_the_same_bytes(twins: tuple[Path, Path]) -> None:
    """Neither the folder nor the hash seed shows in a name or a byte."""
    first, second = ({p.name: p.read_bytes() for p in folder.iterdir()} for folder in twins)

    assert twins[0].name == twins[1].name
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


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
    assert {path.partition("/")[0] for path in more} == {"widgets"}


def test_archive_holds_what_a_first_score_needs(built: Path) -> None:
    """The model and the two packages are there; what only commands need is not."""
    held = archive.read_zip((built / "kam.zip").read_bytes())

    assert held["widgets/model.json"] == published(our_guide())["model.json"]
    assert {"htpy/__init__.pyc", "markupsafe/_native.pyc", "json/__init__.pyc"} <= set(held)
    assert {"widgets/core/scoring/score.pyc", "widgets/assessment/widget.pyc"} <= set(held)
    assert not [path for path in held if path.startswith("widgets/core/commands/")]
    assert "argparse.pyc" not in held


def test_library_can_replace_the_archives(built: Path) -> None:
    """The whole library holds every file of both archives, unchanged."""
    parts = (archive.read_zip((built / f"{name}.zip").read_bytes()) for name in ("kam", "more"))
    held = {path: data for part in parts for path, data in part.items()}
    whole = archive.read_zip((built / "library.zip").read_bytes())

    assert {name: whole.get(name) for name in held} == held
    assert "argparse.pyc" in whole


@pytest.mark.parametrize("package", ["segno", "xlsxwriter"])
def test_what_comes_on_demand_is_in_the_library_alone(built: Path, package: str) -> None:
    """A first visit does not carry what only a few commands need."""
    first, whole = (archive.read_zip((built / f"{n}.zip").read_bytes()) for n in ("kam", "library"))

    assert f"{package}/__init__.pyc" in whole
    assert not [path for path in first if path.startswith(f"{package}/")]


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "kam.zip", "more.zip", "library.zip"])
def test_packed_twins(built: Path, name: str) -> None:
    """A twin unpacks to its file and carries no date."""
    packed = (built / f"{name}.gz").read_bytes()

    assert gzip.decompress(packed) == (built / name).read_bytes()
    assert packed[4:8] == bytes(4)


def test_provenance_fits(built: Path) -> None:
    """Every file is listed with its bytes and its SHA-256."""
    listed = json.loads((built / "runtime.json").read_text("utf-8"))
    files = {p.name: p.read_bytes() for p in built.iterdir() if p.name != "runtime.json"}

    assert listed["folder"] == built.name
    assert listed["files"] == {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    }


def test_lock_names_our_wheel_and_what_it_needs(built: Path) -> None:
    """The lock file is pruned, and its sums are those of the wheels beside it."""
    lock = json.loads((built / "pyodide-lock.json").read_text("utf-8"))
    packages = lock["packages"]

    assert sorted(packages) == ["htpy", "kam-field-guide", "markupsafe"]
    assert packages["kam-field-guide"]["depends"] == ["htpy", "markupsafe"]
    for package in packages.values():
        data = (built / package["file_name"]).read_bytes()
        assert package["sha256"] == hashlib.sha256(data).hexdigest()


def test_wheel_and_archive_come_from_one_source(built: Path) -> None:
    """The archive's code names the source that the wheel's does; it only leaves out docstrings."""
    held = archive.read_zip((built / "kam.zip").read_bytes(), (".pyc",))
    wheels = [archive.read_zip(path.read_bytes(), (".pyc",)) for path in built.glob("*.whl")]

    compared = [path for files in wheels for path in files if path in held]
    assert {"widgets/worker.pyc", "htpy/__init__.pyc"} <= set(compared)
    for files in wheels:
        assert [p for p in files if p in held and files[p][:16] != held[p][:16]] == []


def test_different_byte_code_is_refused() -> None:
    """A wheel whose code objects differ from ours stops the build; a file name may differ."""
    ours = {"widgets/a.pyc": archive.compile_pyc("widgets/a.py", b"x = 1")}
    wheel.cross_check({"widgets/a.pyc": archive.compile_pyc("other.py", b"x = 1")}, ours)

    with pytest.raises(node.RuntimeBuildError) as caught:
        wheel.cross_check({"widgets/a.pyc": archive.compile_pyc("a.py", b"x = 2")}, ours)

    assert str(caught.value) == (
        "widgets/a.pyc: our byte code differs from that of `pyodide py-compile`; both must come "
        "from one source and one Python; run `make clean`, then build again"
    )


def test_missing_npm_package(tmp_path: Path) -> None:
    """A machine without the npm package is told what to run."""
    with pytest.raises(node.RuntimeBuildError) as caught:
        runtime.build_runtime(b"{}", tmp_path / "out", tmp_path)

    assert str(caught.value) == (
        "node_modules/pyodide: not there; the npm package must be installed; run `make setup`"
    )


def test_foreign_python() -> None:
    """A Python whose byte code Pyodide cannot read is refused, with the version that would do."""
    npm = node.find_npm(ROOT)
    node.check_python(npm)

    with pytest.raises(node.RuntimeBuildError) as caught:
        node.check_python(replace(npm, info={**npm.info, "python": "3.1.4"}))

    assert str(caught.value) == (
        f"Python {sys.version.split()[0]}: Pyodide 0.29.5 reads byte code of Python 3.1 only; "
        "build with Python 3.1, the version named in .python-version: run `make setup`"
    )


def test_worker_of_another_abi(tmp_path: Path) -> None:
    """A worker.js that names another ABI is refused: Pyodide would refuse it in the browser."""
    (tmp_path / "docs/assets/javascripts").mkdir(parents=True)
    (tmp_path / "docs/assets/javascripts/worker.js").write_text('const ABI = "2026_0";')

    with pytest.raises(node.RuntimeBuildError) as caught:
        runtime.check_worker(node.find_npm(ROOT), tmp_path)

    assert str(caught.value) == (
        "docs/assets/javascripts/worker.js: its ABI is not that of Pyodide 0.29.5; "
        'it must be "2025_0"; change the constant ABI'
    )


def test_unchanged_runtime_is_not_built_again(built: Path) -> None:
    """A second build takes the first one's files; a change of the model makes another."""
    root = built.parents[1]
    model = (root / "model.json").read_bytes()
    made = sorted((root / ".cache/runtime/built").iterdir())

    again = runtime.build_runtime(model, root / "elsewhere", root)

    assert again.name == built.name
    assert sorted((root / ".cache/runtime/built").iterdir()) == made
    assert runtime.key_of(node.find_npm(root), root, model + b" ") != made[0].name


def test_program_that_fails_in_pyodide() -> None:
    """A failing program is told with what Python said, not with Pyodide's own source."""
    npm = node.find_npm(ROOT)
    with pytest.raises(node.RuntimeBuildError) as caught:
        node.ask(npm, "1 / 0", npm.folder / "python_stdlib.zip")

    said = str(caught.value).splitlines()
    assert said[0] == (
        "Pyodide 0.29.5 under Node: stopped with code 1; the program must end; read what it said:"
    )
    assert said[-1] == "ZeroDivisionError: division by zero"
