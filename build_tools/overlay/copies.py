"""A copy of the checkout in which some files say something else; what stays is not touched."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

LEFT_OUT = (
    *(".git", ".cache", ".tools", ".venv", "node_modules", "site", "dist", "overlay", "tests"),
    *("test-results", ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache"),
)
"""Folders of a checkout that a build does not read, or shares by a link."""
SHARED = (".venv", ".tools", "node_modules")
STRUCTURES = "widgets/core/structures/structures.json"
"""Beside what reads it, for they travel together."""
MADE = ("widgets/model.json", STRUCTURES)
"""What the build itself writes among its sources."""

type Change = Callable[[str, bytes], bytes]
"""The new content of a file, by its path and its content in the checkout."""


def written(
    checkout: Path,
    target: Path,
    change: Change,
    own: Mapping[str, bytes],
    without: Callable[[str], bool],
) -> None:
    """Makes `target` the copy of `checkout`: each file through `change`, then the files of `own`.

    `without` tells the paths that the copy does not have. A file that is there already, with the
    same content, keeps its time; others that a build did not make are taken away.
    """
    wanted = {path: checkout / path for path in _files(checkout) if not without(path)}
    for path, source in wanted.items():
        if path not in own:
            keep(target / path, change(path, source.read_bytes()))
    for path, content in own.items():
        keep(target / path, content)
    for path in [*_files(target)]:
        if path not in wanted and path not in own and path not in MADE:
            (target / path).unlink()
    for name in SHARED:
        link = target / name
        if (checkout / name).exists() and not link.exists():
            link.symlink_to((checkout / name).resolve(), target_is_directory=True)


def _files(root: Path) -> Iterator[str]:
    """The files below `root` that belong to the project, by their paths."""
    for folder, folders, files in os.walk(root):
        without = {"__pycache__", *(LEFT_OUT if Path(folder) == root else ())}
        folders[:] = sorted(set(folders) - without)
        for name in sorted(files):
            path = Path(folder, name)
            if not path.is_symlink() and path.suffix != ".pyc":
                yield path.relative_to(root).as_posix()


def keep(path: Path, content: bytes) -> None:
    """Writes `content` unless `path` holds it: an unchanged file keeps its time."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
