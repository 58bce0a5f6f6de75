"""What a server keeps from one build to the next.

One changed page is built alone. Anything that all pages share, the model or a style sheet for
example, has every page built anew, which MkDocs by itself does not see.
"""

from pathlib import Path

SHARED = (
    "build_tools",
    "calibration",
    "docs/assets",
    "docs/model",
    "mkdocs.yml",
    "package-lock.json",
    "widgets",
)
"""Files and folders of a checkout that go into every page."""

MADE = ("model.json", "structures.json")
"""What the build writes among them."""

type Stamp = tuple[tuple[str, int], ...]
"""Paths and times of the shared files."""


def stamp(checkout: Path) -> Stamp:
    """Tells whether anything shared changed; what the build itself writes does not count."""
    roots = [checkout / name for name in SHARED]
    files = [file for root in roots for file in (root.rglob("*") if root.is_dir() else [root])]
    return tuple(
        (str(file), file.stat().st_mtime_ns)
        for file in sorted(files)
        if file.is_file() and file.suffix != ".pyc" and file.name not in MADE
    )


def forget(site: Path) -> None:
    """Takes the built pages out of `site`, so that MkDocs builds each of them again."""
    for page in site.rglob("*.html"):
        page.unlink()


def keep(folder: Path, pages: dict[str, str]) -> None:
    """Writes `pages` below `folder`; a page that says the same as before keeps its time."""
    for address, markdown in pages.items():
        path = folder / address
        if not path.is_file() or path.read_text(encoding="utf-8") != markdown:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(markdown, encoding="utf-8")
