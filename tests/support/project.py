"""A copy of the project that a test may change and build, without setting anything up again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_tools import ROOT

PARTS = (
    "docs",
    "widgets",
    "build_tools",
    "calibration",
    "tests/support/project.py",
    "mkdocs.yml",
    "pyproject.toml",
)
REMADE = ("test-site", "published", "pages")
"""What a build makes anew from the rest of the cache: large, and of no use to a copy."""

FILES = ("CITATION.cff", "LICENSE", "README.md", "package.json", "package-lock.json")


def copy_project(folder: Path) -> Path:
    """The project in `folder`, with what was installed and cached shared by a link."""
    for part in (*PARTS, *FILES):
        source, target = ROOT / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    for shared in ("node_modules", ".venv"):
        (folder / shared).symlink_to(ROOT / shared)
    if (ROOT / ".cache").is_dir():
        shutil.copytree(ROOT / ".cache", folder / ".cache", ignore=shutil.ignore_patterns(*REMADE))
    return folder


def build(project: Path, site: Path | None = None) -> subprocess.CompletedProcess:
    """Builds the site of `project`, as `make site` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    command += ["-d", str(site)] if site else []
    return run(project, *command)


def run(project: Path, *command: str) -> subprocess.CompletedProcess:
    """Runs a command of the project in the copy."""
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {
        **os.environ,
        "PYTHONPATH": str(project),
        "PATH": path,
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
