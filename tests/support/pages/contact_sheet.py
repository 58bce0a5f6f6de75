"""The contact sheet: pictures of every kind of page and state of a tool, to look at as one."""

import html
from collections.abc import Iterable
from fcntl import LOCK_EX, flock
from pathlib import Path

from build_tools import ROOT

SHEET = ROOT / "test-results" / "states"
WIDTHS = (390, 820, 1280, 1920)
LOOKS = [f"{colours} {width}" for colours in ("light", "dark") for width in WIDTHS]
PAPER = "on paper"
A4 = 720
"""Pixels that a sheet of A4 leaves between its margins."""


def picture(name: str, look: str) -> Path:
    """The file of one picture."""
    told = "".join(letter if letter.isalnum() else "-" for letter in f"{name} {look}")
    return SHEET / f"{told}.jpg"


def clear(run: str) -> None:
    """Takes away the pictures of another run; the processes of one run share the folder."""
    SHEET.mkdir(parents=True, exist_ok=True)
    with (SHEET / "run").open("a+") as kept:
        flock(kept, LOCK_EX)
        kept.seek(0)
        if kept.read() != run:
            for old in (*SHEET.glob("*.jpg"), *SHEET.glob("*.part")):
                old.unlink()
            kept.truncate(0)
            kept.write(run)


def write(part: str, names: Iterable[str]) -> None:
    """A row of pictures for each name that has some, whichever process took them.

    The sheet has a part of its own for each test file that fills it.
    """
    looks = [PAPER, *(f"{look}{more}" for look in LOOKS for more in ("", " result")), "opened"]
    rows = []
    for name in names:
        files = [file.name for look in looks if (file := picture(name, look)).is_file()]
        shown = [f'<a href="{file}"><img src="{file}" height="520" alt=""></a> ' for file in files]
        if shown:
            rows.append(f"<h2>{html.escape(name)}</h2>{''.join(shown)}")
    (SHEET / f"{part}.part").write_text("\n".join(rows), encoding="utf-8")
    parts = [path.read_text(encoding="utf-8") for path in sorted(SHEET.glob("*.part"))]
    text = f"<!doctype html><meta charset=utf-8><title>States</title>{''.join(parts)}"
    (SHEET / "index.html").write_text(text, encoding="utf-8")
