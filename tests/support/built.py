"""Finished sites, kept between runs: what did not change is not built again."""

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

from build_tools import ROOT
from build_tools.overlay.copies import MADE
from tests.support.project import FILES, PARTS, build

KEPT = ROOT / ".cache" / "test-site"
FEW = 4
HOUR = 3600


def built(project: Path, kept: Path = KEPT) -> Path:
    """The folder of the finished site of `project`, built unless `kept` holds it: only read it.

    One process builds a site, others may build other ones meanwhile, and a folder has its name
    only once it is whole.
    """
    kept.mkdir(parents=True, exist_ok=True)
    site = kept / key(project)
    with _alone(site):
        if not site.is_dir():
            part = site.with_suffix(".part")
            shutil.rmtree(part, ignore_errors=True)
            done = build(project, part)
            assert done.returncode == 0, done.stderr
            part.rename(site)
        os.utime(site)
    _prune(kept)
    return site


def key(project: Path) -> str:
    """What tells the sources of two builds apart: 24 digits from every file and lock they read."""
    told = hashlib.sha256(os.environ.get("SITE_URL", "").encode())
    for path in (ROOT / "requirements-dev.txt", *_sources(project)):
        told.update(f"\0{path.relative_to(ROOT if ROOT in path.parents else project)}\0".encode())
        told.update(path.read_bytes())
    return told.hexdigest()[:24]


def _sources(project: Path) -> Iterator[Path]:
    for part in (*PARTS, *FILES):
        for path in sorted([project / part, *(project / part).rglob("*")]):
            made = path.relative_to(project).as_posix() in MADE
            if path.is_file() and "__pycache__" not in path.parts and not made:
                yield path


@contextmanager
def _alone(site: Path) -> Iterator[None]:
    with site.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def _prune(kept: Path) -> None:
    """Takes away what nobody used for an hour, but for the last few."""
    folders = sorted((f for f in kept.iterdir() if f.is_dir()), key=_used, reverse=True)
    for folder in folders[FEW:]:
        if _used(folder) < time.time() - HOUR:
            with _alone(folder):
                if _used(folder) < time.time() - HOUR:  # nobody took it up while we waited
                    shutil.rmtree(folder.rename(folder.with_suffix(".part")))


def _used(folder: Path) -> float:
    """When a folder was last used; now, where another process has just moved it."""
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:
        return time.time()
