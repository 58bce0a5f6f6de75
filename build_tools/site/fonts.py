"""Subset the site's two typefaces and write them with their stylesheet; fetches nothing."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from build_tools import BuildError, Mistake

BUDGET = 120_000
"""Most bytes that all faces together may weigh."""

STYLESHEET = "fonts.css"
"""Name of the stylesheet written beside the faces."""

LATIN = "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+2010-2026,U+2030-203A,U+20AC,U+2122"
SIGNS = "U+2190-2193,U+2212,U+2215,U+2248,U+2260,U+2264-2265"
BASIC = f"{LATIN},{SIGNS}"
"""English, western European names, typographic punctuation, arrows and the signs of sums."""

EXTENDED = "U+0100-0130,U+0132-0151,U+0154-017F,U+0218-021B,U+1E9E"
"""Names from the rest of Europe; fetched only by a page that has one."""

FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "lnum", "tnum", "onum", "pnum"]
"""Layout features kept; `tnum` sets figures of equal width in tables."""

KEPT_NAMES = [0, 13, 14]
"""Copyright and licence, which the Open Font License asks every copy to carry."""


class FontError(BuildError):
    """A typeface that cannot be built, said in one sentence for who runs the build."""


@dataclass(frozen=True, slots=True)
class Face:
    """One file to write, and the npm file that it is cut from."""

    name: str
    """File name without suffix."""
    source: str
    """Path below `node_modules/@fontsource-variable`."""
    family: str
    """CSS family; not the makers' name, because a cut face may not carry it."""
    style: str
    """`normal` or `italic`."""
    weights: tuple[int, int]
    """Lightest and boldest weight kept; equal for a face with one weight."""
    characters: str
    """A CSS `unicode-range`."""


def _faces(family: str, package: str) -> list[Face]:
    stem = f"{package}/files/{package}"
    name = family.lower().replace(" ", "-")
    upright, slanted = f"{stem}-latin-wght-normal.woff2", f"{stem}-latin-wght-italic.woff2"
    extended = f"{stem}-latin-ext-wght-normal.woff2"
    return [
        Face(name, upright, family, "normal", (400, 700), BASIC),
        Face(f"{name}-italic", slanted, family, "italic", (400, 400), BASIC),
        Face(f"{name}-extended", extended, family, "normal", (400, 700), EXTENDED),
    ]


FACES = (*_faces("Guide Sans", "source-sans-3"), *_faces("Guide Serif", "source-serif-4"))
"""Every face of the site, in the order in which the stylesheet declares them."""


def codepoints(unicode_range: str) -> set[int]:
    """Return the code points that a CSS `unicode-range` such as `U+0041-005A,U+20AC` names."""
    found: set[int] = set()
    for part in unicode_range.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def _subset(font: TTFont, face: Face) -> TTFont:
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = KEPT_NAMES
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codepoints(face.characters))
    subsetter.subset(font)
    # A round trip through bytes: the instancer needs tables read afresh after a subset.
    plain = BytesIO()
    font.flavor = None
    font.save(plain)
    plain.seek(0)
    return TTFont(plain, recalcTimestamp=False)


def _rename(font: TTFont, face: Face) -> None:
    full = f"{face.family} {face.style.title()}"
    texts = {1: face.family, 2: face.style.title(), 4: full, 6: full.replace(" ", "")}
    for identity, text in texts.items():
        font["name"].setName(text, identity, 3, 1, 0x409)


def source(file: str, packages: Path) -> Path:
    """Where npm has put a file; raises `FontError` if it has not."""
    path = packages / "@fontsource-variable" / file
    if not path.is_file():
        must = "the typeface comes from npm"
        raise FontError(Mistake(str(path), "", "is missing", must, "run `npm ci`"))
    return path


def cut(face: Face, packages: Path) -> bytes:
    """Return `face` as WOFF2, with only its characters and weights; the same bytes at each call.

    Raises `FontError` if npm has not installed the file it is cut from.
    """
    font = _subset(TTFont(source(face.source, packages), recalcTimestamp=False), face)
    low, high = face.weights
    limits = {"wght": low if low == high else (low, high)}
    font = instancer.instantiateVariableFont(font, limits, inplace=True)
    _rename(font, face)
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()


def rule(face: Face) -> str:
    """Return the `@font-face` rule of `face`, with an address relative to the stylesheet."""
    low, high = face.weights
    weight = str(low) if low == high else f"{low} {high}"
    return (
        "@font-face {\n"
        f'  font-family: "{face.family}";\n'
        f"  font-style: {face.style};\n"
        f"  font-weight: {weight};\n"
        "  font-display: swap;\n"
        f'  src: url("{face.name}.woff2") format("woff2");\n'
        f"  unicode-range: {face.characters};\n"
        "}\n"
    )


def write_fonts(packages: Path, folder: Path) -> list[Path]:
    """Write every face and `fonts.css` to `folder`; return the files, the stylesheet last.

    `packages` is the project's `node_modules`. Raises `FontError` if a source is missing or all
    faces together weigh more than `BUDGET` bytes.
    """
    cuts = {face: cut(face, packages) for face in FACES}
    total = sum(len(data) for data in cuts.values())
    if total > BUDGET:
        must = f"must weigh at most {BUDGET}"
        do = "keep fewer characters, weights or features in build_tools/site/fonts.py"
        raise FontError(Mistake("fonts", "", f"weigh {total} bytes", must, do))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for face, data in cuts.items():
        written.append(folder / f"{face.name}.woff2")
        written[-1].write_bytes(data)
    written.append(folder / STYLESHEET)
    written[-1].write_text("".join(rule(face) for face in FACES), encoding="utf-8")
    return written


def main(arguments: Sequence[str]) -> int:
    """Write the fonts: `python -m build_tools.site.fonts NODE_MODULES FOLDER`."""
    if len(arguments) != 2:
        print("fonts: give two folders: node_modules and where to write.", file=sys.stderr)
        return 2
    try:
        files = write_fonts(Path(arguments[0]), Path(arguments[1]))
    except FontError as error:
        print(error, file=sys.stderr)
        return 2
    for file in files:
        print(f"{file.stat().st_size:7} {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
