"""The design tokens of `tokens.css`, for what has no style sheet beside it: a page, a picture.

And the mark of `mark.svg`, for whatever draws it: the file is its one source.
"""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache

from build_tools import ROOT

_FILE = ROOT / "docs" / "assets" / "stylesheets" / "tokens.css"
MARK = ROOT / "docs" / "assets" / "images" / "mark.svg"
_TOKEN = re.compile(r"^ *(--kam-[a-z0-9-]+): ([^;]+);", re.MULTILINE)
_USE = re.compile(r"var\((--kam-[a-z0-9-]+)\)")
_COLOUR = re.compile(r"light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


@cache
def tokens() -> Mapping[str, str]:
    """What each token stands for, by its name, such as `--kam-paper`."""
    return dict(_TOKEN.findall(_FILE.read_text(encoding="utf-8")))


def light(name: str) -> str:
    """A colour as it is on paper, such as "#fbfbf9"; raises `LookupError` for what is none."""
    return _colour(name)[0]


def on_paper() -> dict[str, str]:
    """The value of every token, each colour as it is on paper, by its name without `--kam-`."""
    return {name[6:]: _COLOUR.sub(r"\1", value) for name, value in tokens().items()}


def dark(name: str) -> str:
    """The same colour in the dark scheme."""
    return _colour(name)[1]


def _colour(name: str) -> tuple[str, str]:
    found = _COLOUR.match(tokens()[f"--kam-{name}"])
    if found is None:
        raise LookupError(f"the token {name} is no colour")
    return found[1], found[2]


def standing_alone(css: str) -> str:
    """`css` behind the tokens that it uses; raises `LookupError` for one that does not exist."""
    used = dict.fromkeys(_USE.findall(css))
    return f":root {{ {' '.join(f'{name}: {tokens()[name]};' for name in used)} }}\n{css}"


type Shape = tuple[str, Sequence[tuple[float, float]]]
"""A colour, and the corners of what it fills, in a square of 32."""

_SHAPE = re.compile(r'<path fill="(#[0-9a-f]{6})" d="M([0-9. ]+)Z"/>')
_PARTS = ("diamond", "ours", "theirs")


def mark_shapes() -> list[Shape]:
    """The mark, part by part from the ground up; none where an organisation has its own logo."""
    drawn = _SHAPE.findall(MARK.read_text(encoding="utf-8"))
    if len(drawn) != len(_PARTS):
        return []
    numbers = [(colour, list(map(float, corners.split()))) for colour, corners in drawn]
    return [(colour, list(zip(n[::2], n[1::2], strict=True))) for colour, n in numbers]


def inline_mark() -> str:
    """The mark for the head of a page: ours takes the scheme's colours, a logo is a picture."""
    text = MARK.read_text(encoding="utf-8")
    drawn = _SHAPE.findall(text)
    if len(drawn) != len(_PARTS):
        data = b64encode(text.encode()).decode()
        return f'<img class="kam-mark" alt="" src="data:image/svg+xml;base64,{data}">'
    paths = (
        f'  <path class="kam-mark__{part}" d="M{corners}Z"/>\n'
        for part, (_, corners) in zip(_PARTS, drawn, strict=True)
    )
    head = '<svg class="kam-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
    return f"{head}\n{''.join(paths)}</svg>"
