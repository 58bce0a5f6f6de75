"""A checkout with the overlay of a made-up firm in it, to be read, or to be broken by a case."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from build_tools import ROOT
from build_tools.overlay.project import project
from tests.support.project import copy_project

NORRLAND = Path(__file__).parent / "overlay"
"""The folder of Norrland Pumps, a made-up firm that changes something of each kind."""


def beside_our_pages(folder: Path) -> Path:
    """A checkout in `folder` with our pages and the firm's overlay; nothing can be built in it."""
    (folder / "docs").symlink_to(ROOT / "docs", target_is_directory=True)
    shutil.copytree(NORRLAND, folder / "overlay")
    return folder


def whole_copy(folder: Path) -> Path:
    """The copy in which the firm's site is built, made from a checkout of its own in `folder`."""
    checkout = copy_project(folder)
    shutil.copytree(NORRLAND, checkout / "overlay")
    return project(checkout)


def edit_overlay(checkout: Path, changes: Mapping[str, str | None]) -> None:
    """Writes files of the overlay by their paths in it; None takes one away."""
    for name, text in changes.items():
        path = checkout / "overlay" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")
