"""Preview images for links to a page, drawn when the site's own address is known.

An image must have an absolute address to be shown by other sites, so a build without `URL=` makes
none.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from build_tools.site.fonts import BASIC, Face, cut
from build_tools.site.tokens import light

SIZE = (1200, 630)
MARGIN = 90
PAPER, INK, OURS, THEIRS = map(light, ("paper", "ink", "ours", "mark-inner"))
"""On paper, as other sites show the image on any ground."""

_SERIF = "source-serif-4/files/source-serif-4-latin-wght-normal.woff2"
_SANS = "source-sans-3/files/source-sans-3-latin-wght-normal.woff2"


def name(address: str) -> str:
    """File name of the image for the page whose Markdown is at `address`."""
    return address.removesuffix(".md").replace("/", "-") + ".png"


def write_cards(titles: Mapping[str, str], packages: Path, folder: Path) -> None:
    """Draws an image for each page, by address, into `folder`; `packages` is `node_modules`."""
    folder.mkdir(parents=True, exist_ok=True)
    serif, sans = (_typeface(source, packages) for source in (_SERIF, _SANS))
    for address, title in titles.items():
        card(title, serif, sans).save(folder / name(address), optimize=True)


def _typeface(source: str, packages: Path) -> bytes:
    """A typeface in the one form that Pillow reads."""
    face = Face("card", source, "Guide Card", "normal", (600, 600), BASIC)
    font = TTFont(BytesIO(cut(face, packages)))
    font.flavor = None
    plain = BytesIO()
    font.save(plain)
    return plain.getvalue()


def card(title: str, serif: bytes, sans: bytes) -> Image.Image:
    """The image for a page with `title`: the mark, the title, the site's name."""
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    _mark(draw, MARGIN, MARGIN, 96)
    face = ImageFont.truetype(BytesIO(serif), 72)
    lines = _wrap(title, face)
    for place, line in enumerate(lines[:4]):
        draw.text((MARGIN, 250 + 84 * place), line, fill=INK, font=face)
    small = ImageFont.truetype(BytesIO(sans), 36)
    draw.text((MARGIN + 130, MARGIN + 26), "The KAM Field Guide", fill=OURS, font=small)
    return image.quantize(colors=32)


def _mark(draw: ImageDraw.ImageDraw, x: int, y: int, size: int) -> None:
    unit = size / 32
    shapes = (
        (OURS, ((16, 0), (32, 16), (16, 32), (0, 16))),
        (PAPER, ((8.4, 8.4), (16, 16), (8.4, 23.6))),
        (THEIRS, ((23.6, 8.4), (16, 16), (23.6, 23.6))),
    )
    for colour, points in shapes:
        draw.polygon([(x + unit * px, y + unit * py) for px, py in points], fill=colour)


def _wrap(text: str, face: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) <= SIZE[0] - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
