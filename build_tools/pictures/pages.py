"""A page for each figure at its lasting address, `/g/<figure>/`, and its files beside it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.figures import FIGURES, MARK
from build_tools.pages.templates import fill
from build_tools.pictures import drawn, painted, said
from build_tools.text.markdown import title
from widgets.core.page.view import ROOT

FOLDER = "g"

_RAW = re.compile(r'<figure class="kam-figure" id="figure-([a-z0-9-]+)">.*?</figure>', re.DOTALL)
"""A figure that stands whole in a page, as charts do that a command writes."""
_OWN_MARK = re.compile(r'<a class="headerlink" href="#figure-([a-z0-9-]+)"')


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure, and the page that it belongs to."""

    html: str
    page: str
    """Address of the first page that shows it, as Markdown."""
    name: str
    """That page's title."""
    by: tuple[drawn.Rule, ...] = ()
    """The rules of its looks; none: those of the style sheet of figures."""


def figures(pages: Mapping[str, str]) -> dict[str, Shown]:
    """Every figure that one of `pages`, Markdown by address, shows."""
    found: dict[str, Shown] = {}
    for address, text in pages.items():
        for mark in MARK.finditer(text):
            slug = mark["slug"]
            if slug in FIGURES and slug not in found:
                found[slug] = Shown(str(FIGURES[slug]()), address, title(text))
        for whole in _RAW.finditer(text):
            found.setdefault(whole[1], Shown(whole[0], address, title(text)))
    return dict(sorted(found.items()))


def pages(shown: Mapping[str, Shown]) -> dict[str, str]:
    """Markdown of the page of each figure, by address."""
    return {
        f"{FOLDER}/{slug}.md": fill(
            "figure.md",
            slug=slug,
            figure=figure,
            title=said.title(figure.html),
            description=said.description(figure.html),
            sentence=said.sentence(figure.html),
            lines=said.lines(figure.html),
            size=drawn.size(figure.html),
        )
        for slug, figure in shown.items()
    }


def files(
    shown: Mapping[str, Shown],
    by: tuple[drawn.Rule, ...],
    typeface: bytes,
    kept: Path,
) -> dict[str, bytes]:
    """The SVG and the PNG of each figure, by address.

    `by` are the rules of its style sheet; `typeface` is that of the words, of variable weight.
    Pictures are kept in the folder `kept`.
    """
    made: dict[str, bytes] = {}
    painter = Path(painted.__file__).read_bytes() + typeface
    for slug, figure in shown.items():
        alone = drawn.alone(figure.html, figure.by or by)
        vector = drawn.text(alone).encode()
        picture = kept / f"{hashlib.sha256(painter + vector).hexdigest()[:20]}.png"
        if not picture.is_file():
            kept.mkdir(parents=True, exist_ok=True)
            picture.write_bytes(painted.png(alone, typeface))
        made[f"{FOLDER}/{slug}.svg"] = vector
        made[f"{FOLDER}/{slug}.png"] = picture.read_bytes()
    return made


def linked(html: str, address: str) -> str:
    """`html` of the page at `address` with a way from each figure to its own page."""
    if address.startswith(f"{FOLDER}/"):
        return html
    way = rf'<a class="kam-figure__whole" href="{ROOT}{FOLDER}/\1/">To copy</a> \g<0>'
    return _OWN_MARK.sub(way, html)
