"""The runtime built twice, in two places: what the tests of its files look at."""

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
print(build_runtime((root / "model.json").read_bytes(), root / "out", root).name)
"""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What looks at a runtime that was built anew is slow: Pyodide compiles all of it, twice."""
    for item in items:
        if "twins" in getattr(item, "fixturenames", ()):
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


def start(folder: Path, seed: str) -> subprocess.Popen[str]:
    """A build in its own process, so that it has its own hash seed."""
    settings = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", BUILD, str(folder)]
    return subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, text=True)


@pytest.fixture(scope="session")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The published folders of two builds, in two places, under two hash seeds."""
    base = tmp_path_factory.mktemp("runtime")
    projects = project(base / "one"), project(base / "another, deeper" / "two")
    builds = [start(folder, seed) for folder, seed in zip(projects, ("1", "20"), strict=True)]
    names = [build.communicate()[0].strip() for build in builds]
    first, second = (p / "out" / name for p, name in zip(projects, names, strict=True))
    return first, second


@pytest.fixture(scope="session")
def built(twins: tuple[Path, Path]) -> Path:
    """One published folder."""
    return twins[0]
