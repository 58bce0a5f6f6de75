"""Publishes our engines as wheels that any Pyodide page can load: `py-compile`, normalised."""

import base64
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from pyodide_build.cli.py_compile import main as py_compile
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from build_tools import Mistake
from build_tools.runtime.archive import HEADER, pack_pyc, read_zip, unpack_pyc, zip_bytes
from build_tools.runtime.node import Npm, RuntimeBuildError
from build_tools.runtime.sources import PACKAGES, pure_files

LOCK = "pyodide-lock.json"
_PROJECT_FILES = ("pyproject.toml", "README.md", "LICENSE")
_PURE = "py3-none-any"


def build_wheels(
    root: Path, model_json: bytes, npm: Npm, ours: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Compiled wheels of `widgets` and what it needs, with a lock file that names only them.

    `ours` holds the byte code that the site itself uses, as {path: pyc}; a difference from the
    wheel's is a `RuntimeBuildError`.
    """
    with tempfile.TemporaryDirectory() as name:
        stage = Path(name)
        wheels = stage / "wheels"
        wheels.mkdir()
        _build_ours(root, model_json, stage / "project", wheels)
        for package in PACKAGES:
            _repack(package, wheels)
        sources = {path.name: path.read_bytes() for path in sorted(wheels.glob("*.whl"))}
        _write_lock(npm, wheels)
        py_compile([str(wheels), "--silent", "--compression-level=0"], standalone_mode=False)
        return _normalised(wheels, sources, ours)


def _build_ours(root: Path, model_json: bytes, stage: Path, out: Path) -> None:
    """Build the project's own wheel from a copy, so that the checkout stays as it is."""
    shutil.copytree(
        root / "widgets", stage / "widgets", ignore=shutil.ignore_patterns("__pycache__")
    )
    (stage / "widgets" / "model.json").write_bytes(model_json)
    for file in _PROJECT_FILES:
        if (root / file).is_file():
            shutil.copy(root / file, stage / file)
    _run("hatchling", "build", "-t", "wheel", "-d", str(out), cwd=stage)


def _repack(package: str, out: Path) -> None:
    """Write an installed distribution as a pure Python wheel."""
    found = distribution(package)
    files = pure_files(found)
    info = f"{package}-{found.version}.dist-info"
    files[f"{info}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: kam-field-guide\nRoot-Is-Purelib: true\nTag: {_PURE}\n"
    ).encode()
    name = f"{package}-{found.version}-{_PURE}.whl"
    (out / name).write_bytes(zip_bytes(_recorded(files), compress=True))


def _write_lock(npm: Npm, wheels: Path) -> None:
    """Let pyodide-lock write the lock file of the wheels, onto one that names nothing."""
    lock = wheels / LOCK
    lock.write_text(json.dumps({"info": dict(npm.info), "packages": {}}), "utf-8")
    named = sorted(wheels.glob("*.whl"))
    add_wheels_to_spec(PyodideLockSpec.from_json(lock), named, base_path=wheels).to_json(lock)


def _normalised(
    wheels: Path, sources: Mapping[str, bytes], ours: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The compiled wheels and their lock without dates, in fixed order, checked against ours."""
    lock = json.loads((wheels / LOCK).read_text("utf-8"))
    compiled: dict[str, bytes] = {}
    for entry in lock["packages"].values():
        name = entry["file_name"]
        source = next(data for file, data in sources.items() if _same_package(file, name))
        files = _compiled_files((wheels / name).read_bytes(), read_zip(source), name)
        cross_check(files, ours)
        compiled[name] = zip_bytes(_recorded(files), compress=True)
        entry["sha256"] = hashlib.sha256(compiled[name]).hexdigest()
    return compiled | {LOCK: (json.dumps(lock, indent=1, sort_keys=True) + "\n").encode()}


def _same_package(left: str, right: str) -> bool:
    """Whether two wheel names have the same distribution and version."""
    return left.split("-")[:2] == right.split("-")[:2]


def _compiled_files(wheel: bytes, sources: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """The files of a compiled wheel, byte code tied to the hash of its source, not to a date."""
    files = read_zip(wheel)
    tag = name.removesuffix(".whl").split("-", 2)[2]
    for path, data in files.items():
        if path.endswith(".pyc"):
            source_hash = importlib.util.source_hash(sources[path.removesuffix("c")])
            files[path] = pack_pyc(unpack_pyc(data), source_hash)
        elif path.endswith(".dist-info/WHEEL"):
            files[path] = data.replace(_PURE.encode(), tag.encode())
    return files


def cross_check(files: Mapping[str, bytes], ours: Mapping[str, bytes]) -> None:
    """Compare what byte code says of itself: its Python, and the hash of its source."""
    for path in sorted(files.keys() & ours.keys()):
        if path.endswith(".pyc") and files[path][:HEADER] != ours[path][:HEADER]:
            differs = "our byte code differs from that of `pyodide py-compile`"
            must = "both must come from one source and one Python"
            do = "run `make clean`, then build again"
            raise RuntimeBuildError(Mistake(path, "", differs, must, do))


def _recorded(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a wheel with a RECORD that fits them."""
    record = next(path for path in files if path.endswith("/WHEEL")).replace("/WHEEL", "/RECORD")
    rest = {path: data for path, data in files.items() if path != record}
    lines = [f"{path},sha256={_digest(data)},{len(data)}" for path, data in sorted(rest.items())]
    return rest | {record: ("\n".join([*lines, f"{record},,"]) + "\n").encode()}


def _digest(data: bytes) -> str:
    """SHA-256 as a RECORD writes it."""
    digest = hashlib.sha256(data).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _run(tool: str, *arguments: str, cwd: Path | None = None) -> None:
    """Run a command that is installed beside the running Python; loud when it fails."""
    command = [str(Path(sys.executable).parent / tool), *arguments]
    settings = os.environ | {"SOURCE_DATE_EPOCH": "315532800"}
    run = subprocess.run(
        command, cwd=cwd, env=settings, capture_output=True, text=True, check=False
    )
    if run.returncode:
        found = f"stopped with code {run.returncode}"
        do = f"read what it said:\n{run.stdout[-2000:]}{run.stderr[-2000:]}"
        where = f"{tool} {arguments[0]}"
        raise RuntimeBuildError(Mistake("", where, found, "the wheel must be built", do))
