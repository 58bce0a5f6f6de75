"""Preview images for links to a page, drawn when the site's own address is known.

An image must have an absolute address to be shown by other sites, so a build without `URL=` makes
none.  A tool's image has its promise and a motif beside its title; it shows no result, for a link's
answers stand in its fragment, which reaches nobody who draws.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from build_tools.pictures.painted import typeface
from build_tools.site import tool_motifs
from build_tools.site.fonts import source
from build_tools.site.tokens import light, mark_shapes
from build_tools.site.tool_motifs import FIELD, Motif
from widgets.core.words import guide

SIZE = (1200, 630)
MARGIN = 90
BESIDE = SIZE[0] - 2 * MARGIN - FIELD - 50
"""Pixels for the words where a motif stands at their right."""
PAPER, INK, QUIET, OURS = map(light, ("paper", "ink", "quiet", "ours"))
"""On paper, as other sites show the image on any ground."""

_SERIF = "source-serif-4/files/source-serif-4-latin-wght-normal.woff2"
_SANS = "source-sans-3/files/source-sans-3-latin-wght-normal.woff2"
_WEIGHT = 600


def name(address: str) -> str:
    """File name of the image for the page whose Markdown is at `address`."""
    return address.removesuffix(".md").replace("/", "-") + ".png"


@dataclass(frozen=True, slots=True)
class Faces:
    """The two typefaces as npm has them, of variable weight, which Pillow reads."""

    serif: bytes
    sans: bytes


def write_cards(
    titles: Mapping[str, str],
    promises: Mapping[str, str],
    practices: Sequence[int],
    packages: Path,
    folder: Path,
) -> None:
    """Draws an image for each page, by address, into `folder`; `packages` is `node_modules`.

    `promises` has the promise of each tool and one sentence about any other page, by address, and
    `practices` the number of practices of each dimension, for the motifs.  The page of a figure
    shows it, from the folder of figures beside that of all assets.
    """
    folder.mkdir(parents=True, exist_ok=True)
    faces = typefaces(packages)
    for address, title in titles.items():
        motif = tool_motifs.motif(address)
        if motif:
            image = tool_card(title, promises[address], motif, practices, faces)
        elif (figure := folder.parents[1] / address).with_suffix(".png").is_file():
            image = figure_card(title, Image.open(figure.with_suffix(".png")), faces)
        else:
            image = card(*_said(address, title, promises.get(address, "")), faces)
        image.save(folder / name(address))


def _said(address: str, title: str, sentence: str) -> tuple[str, str]:
    """What a card says of a page: home is called what the guide is, which stands above already."""
    first, _, rest = sentence.partition("? ")
    return (f"{first}?", rest) if address == "index.md" and rest else (title, sentence)


def typefaces(packages: Path) -> Faces:
    """The guide's two typefaces; raises `FontError` where npm has not installed them."""
    return Faces(*(source(file, packages).read_bytes() for file in (_SERIF, _SANS)))


def card(title: str, sentence: str, faces: Faces) -> Image.Image:
    """The image for a page with `title`: the mark, the site's name, the title, one sentence."""
    image, draw = _paper(faces)
    face, wide = typeface(faces.serif, _WEIGHT, 64), SIZE[0] - 2 * MARGIN
    y = 226
    for line in _wrap(title, face, wide)[:3]:
        draw.text((MARGIN, y), line, fill=INK, font=face)
        y += 74
    sans = _small(faces)
    for line in _wrap(sentence, sans, wide)[: (SIZE[1] - MARGIN - y) // 46]:
        draw.text((MARGIN, y + 24), line, fill=QUIET, font=sans)
        y += 46
    return image.quantize(colors=32)


def figure_card(title: str, figure: Image.Image, faces: Faces) -> Image.Image:
    """The image for the page of a figure: its title, and at the right the figure itself."""
    image, draw = _paper(faces)
    serif, lines = _title(title, faces)
    y = 226
    for line in lines:
        draw.text((MARGIN, y), line, fill=INK, font=serif)
        y += round(serif.size * 1.16)
    shown = figure.convert("RGB")
    shown.thumbnail((FIELD + MARGIN, SIZE[1] - MARGIN))
    left = SIZE[0] - MARGIN // 2 - FIELD - MARGIN + (FIELD + MARGIN - shown.width) // 2
    image.paste(shown, (left, (SIZE[1] - shown.height) // 2))
    return image.quantize(colors=128)


def tool_card(
    title: str, promise: str, motif: Motif, practices: Sequence[int], faces: Faces
) -> Image.Image:
    """The image for a tool: its title and its promise, and at their right what it does."""
    image, draw = _paper(faces)
    serif, lines = _title(title, faces)
    y = 226
    for line in lines:
        draw.text((MARGIN, y), line, fill=INK, font=serif)
        y += round(serif.size * 1.16)
    sans = _small(faces)
    for line in _wrap(promise, sans, BESIDE):
        draw.text((MARGIN, y + 28), line, fill=QUIET, font=sans)
        y += 46
    drawn = tool_motifs.picture(motif, practices)
    image.paste(drawn, (SIZE[0] - MARGIN - FIELD, (SIZE[1] - FIELD) // 2))
    return image.quantize(colors=128)


def _title(title: str, faces: Faces) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """`title` in two lines beside a motif, or in as few as the smallest size takes."""
    for size in (64, 52, 44):
        face = typeface(faces.serif, _WEIGHT, size)
        lines = _wrap(title, face, BESIDE)
        if len(lines) <= 2:
            break
    return face, lines


def _paper(faces: Faces) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """What all images have in common: the ground, the mark and the site's name."""
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    mark(draw, MARGIN, MARGIN, 96)
    draw.text((MARGIN + 130, MARGIN + 26), guide.NAME, fill=OURS, font=_small(faces))
    return image, draw


def _small(faces: Faces) -> ImageFont.FreeTypeFont:
    return typeface(faces.sans, _WEIGHT, 36)


def mark(draw: ImageDraw.ImageDraw, x: int, y: int, size: int) -> None:
    """Draws the guide's mark, `size` pixels wide; for a logo its letters on its colour."""
    unit = size / 32
    for colour, points in mark_shapes():
        draw.polygon([(x + unit * px, y + unit * py) for px, py in points], fill=colour)
    if not mark_shapes():
        draw.rectangle((x, y, x + size, y + size), fill=OURS)
        face = ImageFont.load_default(size * 0.45)
        words = guide.SHORT.split()
        letters = "".join(word[0] for word in words[:2]).upper()
        draw.text((x + size / 2, y + size / 2), letters, light("on-ours"), face, anchor="mm")


def _wrap(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
