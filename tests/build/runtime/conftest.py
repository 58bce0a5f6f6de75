"""The site's runtime and a second one, built elsewhere: what the tests of its files look at."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools import ROOT
from build_tools.site.publish import published
from tests.support.ours import our_guide

COPIED = ("widgets", "docs/assets/javascripts", "pyproject.toml", "README.md", "LICENSE")
BUILD = """
import sys
from pathlib import Path
from build_tools.runtime.build import build_runtime
root = Path(sys.argv[1])
build_runtime((root / "model.json").read_bytes(), root / "out", root)
"""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What looks at a runtime that was built anew is slow: Pyodide compiles all of it."""
    for item in items:
        if {"twins", "built", "again"} & {*getattr(item, "fixturenames", ())}:
            item.add_marker(pytest.mark.slow)


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


@pytest.fixture(scope="session")
def again(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 - its cache
    """The project in another place, its runtime built in a process with another hash seed.

    Only the packed program is taken from the first build: packing it takes longest.
    """
    root = project(tmp_path_factory.mktemp("another, deeper") / "two")
    (root / ".cache/runtime").mkdir(parents=True)
    for packed in (ROOT / ".cache/runtime").glob("packed-*.gz"):
        shutil.copy(packed, root / ".cache/runtime")
    settings = os.environ | {"PYTHONHASHSEED": "20", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", BUILD, str(root)], env=settings, check=True)
    return root


@pytest.fixture(scope="session")
def twins(built: Path, again: Path) -> tuple[Path, Path]:
    """The published folders of two builds, in two places, under two hash seeds."""
    (second,) = (again / "out").iterdir()
    return built, second


@pytest.fixture(scope="session")
def built(site: Path) -> Path:
    """The folder that our site publishes."""
    (folder,) = (site / "assets/runtime").iterdir()
    return folder
