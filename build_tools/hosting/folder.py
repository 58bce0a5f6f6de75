"""The folder of the site as servers want it: whoever built it, everybody may read it."""

from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

FILE_MODE = 0o644
FOLDER_MODE = 0o755
"""Read by all, written by the owner: a server runs as another user than who copied the files."""


def make_readable(folder: Path) -> None:
    """Gives `folder` and all in it the modes above, whatever the umask of the builder.

    Only what has another is touched.
    """
    for path, mode in _modes(folder):
        path.chmod(mode)


def unreadable(folder: Path) -> list[str]:
    """What in `folder` has other modes, by its path within."""
    return sorted(str(path.relative_to(folder)) for path, _ in _modes(folder))


def _modes(folder: Path) -> Iterator[tuple[Path, int]]:
    """Each file and folder whose mode is another, with the mode that it must have."""
    for path in (folder, *folder.rglob("*")):
        mode = FOLDER_MODE if path.is_dir() else FILE_MODE
        if S_IMODE(path.stat().st_mode) != mode:
            yield path, mode
