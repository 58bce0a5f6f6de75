"""What an overlay replaces stands once in our files, and what it may name is never ours."""

import re

from build_tools import ROOT
from build_tools.overlay.records import PREFIX
from build_tools.site.tokens import inline_mark, mark_shapes
from widgets.core.words import guide

NAME = re.compile(r"The KAM Field Guide")
SAID = {
    **dict.fromkeys(
        (f"build_tools/hosting/{server}.py" for server in ("nginx", "apache", "caddy", "iis")),
        "a comment for whoever runs the server",
    ),
    "mkdocs.yml": "MkDocs reads it before any hook of ours",
    "README.md": "it tells of our checkout",
    "docs/index.md": "an overlay sets its name into pages",
    "docs/assets/images/mark.svg": "an overlay replaces it",
    "widgets/core/words/guide.py": "the source",
    "build_tools/overlay/site_files.py": "what an overlay is made from",
    "build_tools/site/notices.py": "whose licence it is",
    "build_tools/packing/bill.py": "a release of ours names the work that it holds",
    "build_tools/packing/contents.py": "the same",
    "widgets/__init__.py": "a sentence on the package",
}


def test_the_name_stands_once():
    """Every other file takes it from there; the reason stands beside each that does not."""
    files = [
        path.relative_to(ROOT).as_posix()
        for folder in ("widgets", "build_tools", "docs/assets", "docs/model")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".jinja", ".html", ".css", ".js", ".svg", ".yaml")
        and NAME.search(path.read_text("utf-8"))
    ]
    pages = [p.relative_to(ROOT).as_posix() for p in (ROOT / "docs").glob("*.md")]
    named = [p for p in pages if NAME.search((ROOT / p).read_text("utf-8"))]

    assert [] == sorted({*files, *named} - SAID.keys())
    assert f"site_name: {guide.NAME}\n" in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert guide.NAME == guide.ORIGINAL == guide.edition()


def test_the_mark_is_drawn_once():
    """The head of a page and the pictures draw the three parts of the file."""
    drawn = re.findall(r'class="kam-mark__(\w+)" d="M([^Z]+)Z"', inline_mark())

    assert ["diamond", "ours", "theirs"] == [part for part, _ in drawn]
    assert [len(points) for _, points in mark_shapes()] == [
        len(corners.split()) // 2 for _, corners in drawn
    ]


def test_no_id_of_ours_is_an_organisations(guide):
    """An overlay's new ids begin with what no practice, page or file of ours begins with."""
    ids = [*guide.model.practice, *guide.model.dimension, *(o.id for o in guide.structures.options)]
    frozen = (ROOT / "docs/model/released").glob("*.txt")

    assert [] == [id for id in ids if id.startswith(PREFIX)]
    assert [] == [path.name for path in frozen if f" {PREFIX}" in path.read_text("utf-8")]
    assert not (ROOT / "docs/own").exists()
