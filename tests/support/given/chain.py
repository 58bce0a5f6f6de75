"""A synthetic model in three releases, 1.0.0, 1.1.0 and 2.0.0, with every kind of change.

Each folder of `tests/cases/migrations/` holds the files that its release changes; an empty file
takes one away.  The first release builds on the small good model.
"""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from build_tools.guide.guide import Guide
from build_tools.guide.load import load
from build_tools.releases import frozen_ids
from tests.support.case_files import CASES

FOLDER = CASES / "migrations"
RELEASES = ("1.0.0", "1.1.0", "2.0.0")


def overlay(release: str, root: Path) -> None:
    """Makes the changes of one release in the model folder `root`."""
    for path in sorted(p for p in (FOLDER / release).rglob("*") if p.is_file()):
        target = root / path.relative_to(FOLDER / release)
        if path.stat().st_size:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)
        else:
            target.unlink()


def write(root: Path, last: str = RELEASES[-1]) -> Path:
    """The model folder at release `last`, with every release up to it frozen."""
    shutil.copytree(CASES / "good_model", root, ignore=shutil.ignore_patterns("released"))
    for release in RELEASES[: RELEASES.index(last) + 1]:
        overlay(release, root)
        frozen_ids.freeze(root)
    return root


@cache
def guide(release: str) -> Guide:
    """The guide of one release."""
    with TemporaryDirectory() as folder:
        return load(write(Path(folder) / "model", release))
