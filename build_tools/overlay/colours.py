"""An organisation's two hues: the shades that follow from them, and whether they can be read.

Ours is the hue of the supplier, theirs that of the customer; paper and ink stay as they are.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

TOKENS = "docs/assets/stylesheets/tokens.css"
PAIRS = ("ours", "theirs")
SCHEMES = ("light", "dark")
READ = 4.5
"""Contrast that text needs (WCAG 2.2, 1.4.3)."""

_TOKEN = re.compile(r"--kam-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
_GROUNDS = ("paper", "sunken", "raised")

type Shades = Mapping[str, Mapping[str, str]]
"""By token, such as "paper": the colour in each scheme."""


def tokens(checkout: Path) -> dict[str, dict[str, str]]:
    """The colours of the guide in `checkout`."""
    text = (checkout / TOKENS).read_text(encoding="utf-8")
    return {name: dict(zip(SCHEMES, pair, strict=True)) for name, *pair in _TOKEN.findall(text)}


def shades(given: Shades, checkout: Path) -> dict[str, dict[str, str]]:
    """The tokens that change with the hues in `given`, each in both schemes."""
    now = tokens(checkout)
    made: dict[str, dict[str, str]] = {}
    for hue, pair in given.items():
        for scheme, own in pair.items():
            paper, ink = now["paper"][scheme], now["ink"][scheme]
            on = max(("#ffffff", now["on-ours"]["dark"]), key=partial(contrast, own))
            found = {hue: own, f"{hue}-tint": mixed(own, paper, 0.13), f"on-{hue}": on}
            if hue == "ours":
                found |= {"ours-strong": mixed(own, ink, 0.7), "range": mixed(own, paper, 0.4)}
            else:
                other = SCHEMES[1 - SCHEMES.index(scheme)]
                made.setdefault("mark-inner", {})[other] = own
            for name, shade in found.items():
                made.setdefault(name, {})[scheme] = shade
    return made


def colour_mistakes(given: Shades, checkout: Path) -> Iterator[tuple[str, str, str, str]]:
    """Hue, scheme, what is found and what must be, for each colour that cannot be read."""
    now, made = tokens(checkout), shades(given, checkout)
    for hue in given:
        for scheme in SCHEMES:
            own = given[hue][scheme]
            grounds = {name: now[name][scheme] for name in _GROUNDS}
            grounds |= {"its own tint": made[f"{hue}-tint"][scheme]}
            ground, least = min(
                ((name, contrast(own, paper)) for name, paper in grounds.items()),
                key=lambda pair: pair[1],
            )
            if least < READ:
                way = "darker" if scheme == "light" else "lighter"
                found = f"found “{own}”, whose contrast on {ground} is {least:.1f}"
                yield hue, scheme, found, f"text needs {READ}: choose a {way} one"


def contrast(one: str, two: str) -> float:
    """The WCAG 2 ratio of two colours, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, two: str, share: float) -> str:
    """`share` of one colour in another."""
    pairs = zip(_parts(one), _parts(two), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in _parts(colour))
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def recoloured(text: str, made: Shades, checkout: Path) -> str:
    """`text`, a style sheet or module of ours, with the new shades in place of the old ones."""
    now = tokens(checkout)

    def token(match: re.Match[str]) -> str:
        pair = made.get(match[1])
        if pair is None:
            return match[0]
        light, dark = (pair.get(s, now[match[1]][s]) for s in SCHEMES)
        return f"--kam-{match[1]}: light-dark({light}, {dark})"

    text = _TOKEN.sub(token, text)
    on_paper = {
        now[name]["light"]: pair["light"]
        for name, pair in made.items()
        if "light" in pair and not name.startswith("on-")
    }
    return re.sub(
        r"#[0-9a-f]{6}|(?<=\")[0-9A-F]{6}(?=\")|0x[0-9A-F]{2}, 0x[0-9A-F]{2}, 0x[0-9A-F]{2}",
        lambda match: _as_written(match[0], on_paper),
        text,
    )


def _as_written(found: str, on_paper: Mapping[str, str]) -> str:
    """One colour in the form in which it stands; those of no token stay."""
    digits = found.replace("0x", "").replace(", ", "").removeprefix("#").lower()
    new = on_paper.get(f"#{digits}")
    if new is None or found.startswith("#"):
        return new or found
    upper = new[1:].upper()
    parts = ", ".join(f"0x{upper[at : at + 2]}" for at in (0, 2, 4))
    return parts if found.startswith("0x") else upper
