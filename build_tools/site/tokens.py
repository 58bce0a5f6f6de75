"""The design tokens of `tokens.css`, for what has no style sheet beside it: a page, a picture."""

import re
from collections.abc import Mapping
from functools import cache

from build_tools import ROOT

_FILE = ROOT / "docs" / "assets" / "stylesheets" / "tokens.css"
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
