"""The runtime's files: the same bytes from every folder, nothing in them that a page cannot use."""

import gzip
import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools import ROOT
from build_tools.runtime import archive, node, wheel
from build_tools.runtime import build as runtime


def test_two_builds_give_the_same_bytes(twins: tuple[Path, Path]) -> None:
    """Neither the folder nor the hash seed shows in a name or a byte."""
    first, second = ({p.name: p.read_bytes() for p in folder.iterdir()} for folder in twins)

    assert twins[0].name == twins[1].name
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


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
        f"Python {sys.version.split()[0]}: Pyodide {npm.version} reads byte code of Python 3.1 "
        "only; "
        "build with Python 3.1, the version named in .python-version: run `make setup`"
    )


def test_worker_of_another_abi(tmp_path: Path) -> None:
    """A worker.js that names another ABI is refused: Pyodide would refuse it in the browser."""
    (tmp_path / "docs/assets/javascripts").mkdir(parents=True)
    (tmp_path / "docs/assets/javascripts/worker.js").write_text('const ABI = "2026_0";')

    npm = node.find_npm(ROOT)
    with pytest.raises(node.RuntimeBuildError) as caught:
        runtime.check_worker(npm, tmp_path)

    assert str(caught.value) == (
        f"docs/assets/javascripts/worker.js: its ABI is not that of Pyodide {npm.version}; "
        f'it must be "{npm.info["abi_version"]}"; change the constant ABI'
    )


def test_unchanged_runtime_is_not_built_again(again: Path, built: Path) -> None:
    """A second build takes the first one's files; a change of the model makes another."""
    model = (again / "model.json").read_bytes()
    made = sorted((again / ".cache/runtime/built").iterdir())

    taken = runtime.build_runtime(model, again / "elsewhere", again)

    assert taken.name == built.name
    assert sorted((again / ".cache/runtime/built").iterdir()) == made
    assert runtime.key_of(node.find_npm(again), again, model + b" ") != made[0].name


def test_program_that_fails_in_pyodide() -> None:
    """A failing program is told with what Python said, not with Pyodide's own source."""
    npm = node.find_npm(ROOT)
    with pytest.raises(node.RuntimeBuildError) as caught:
        node.ask(npm, "1 / 0", npm.folder / "python_stdlib.zip")

    said = str(caught.value).splitlines()
    assert said[0] == (
        f"Pyodide {npm.version} under Node: stopped with code 1; the program must end; "
        "read what it said:"
    )
    assert said[-1] == "ZeroDivisionError: division by zero"
