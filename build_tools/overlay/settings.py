"""Reads `overlay/overlay.yaml`: whose guide it is, its name, colours, links and words for roles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools import BuildError, Mistake
from build_tools.overlay.colours import PAIRS, colour_mistakes
from build_tools.reading.folder import checked
from build_tools.reading.kinds import SLUG, Keys, Report, items, matching, version
from build_tools.reading.yaml12 import Path_, read

FILE = "overlay.yaml"
FOLDER = "overlay"
MODEL = "docs/model"

_LINE = re.compile(r"(?=.{2,60}\Z)[^\W_](?:[\w .,’'()+/–-]|& )*")
_WORDS = re.compile(r"[^\W\d_][\w’'/-]*( [\w’'/-]+){0,5}")
_ADDRESS = re.compile(r"(https?://[^\s\"'<>\\]{3,300}|mailto:[^\s\"'<>\\@]+@[^\s\"'<>\\?]+)")

line = matching(
    _LINE, "2 to 60 letters, digits, spaces and . , ’ ( ) + / - &, beginning with a letter"
)
words = matching(_WORDS, "one to six words of letters and hyphens, such as “plant director”")
address = matching(_ADDRESS, "an address that begins with https://, http:// or mailto:")
colour = matching(re.compile(r"#[0-9a-f]{6}"), "a colour such as “#0c4f60”, in small letters")
address_of_page = matching(
    re.compile(r"([a-z0-9-]+/)+[a-z0-9-]+\.md"), "a page of the guide such as “implement/pay.md”"
)
_short = matching(
    re.compile(rf"(?=.{{2,20}}\Z){SLUG.pattern}"),
    "2 to 20 small letters, digits and single hyphens, such as “norrland”",
)


def sentence(value: Any, path: Path_, report: Report) -> None:
    """A sentence of plain words; no mark that a page would take for its own."""
    if not isinstance(value, str) or not 20 <= len(value) <= 300 or re.search(r"[<>\"\\{}]", value):
        must = 'it must be a text of 20 to 300 letters, without < > " { } and backslashes'
        report.add(path, "found no such sentence", must)


_SHADES = Keys({"light": colour, "dark": colour})

_SETTINGS = Keys(
    {"id": _short, "version": version, "organisation": line},
    {
        "name": line,
        "short_name": line,
        "description": sentence,
        "colours": Keys({}, dict.fromkeys(PAIRS, _SHADES)),
        "links": items(Keys({"title": line, "address": address}), at_most=5),
        "roles": items(Keys({"ours": words, "here": words}, {"many": words})),
        "hide_pages": items(address_of_page),
    },
)


class OverlayError(BuildError):
    """Mistakes in an organisation's own folder, all of them."""


@dataclass(frozen=True, slots=True)
class RoleHere:
    """How this organisation calls a role of ours."""

    ours: str
    here: str
    many: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What `overlay.yaml` says."""

    id: str
    version: str
    organisation: str
    name: str
    short_name: str
    description: str
    colours: Mapping[str, Mapping[str, str]]
    """By the two hues: the colour in each scheme."""
    links: tuple[tuple[str, str], ...]
    """Title and address."""
    roles: tuple[RoleHere, ...]
    hidden_pages: tuple[str, ...]

    @property
    def edition(self) -> str:
        """Whose overlay, and which: as exports say it."""
        return f"{self.organisation} {self.version}"


def read_settings(checkout: Path) -> tuple[Settings | None, list[Mistake]]:
    """What `overlay.yaml` of `checkout` says; None with every mistake where it cannot be used."""
    path, file = checkout / FOLDER / FILE, f"{FOLDER}/{FILE}"
    if not path.is_file():
        return None, [Mistake(file, found="the file is missing", do="add it, or remove overlay/")]
    report = checked(path, file, _SETTINGS)
    found = report.document.value
    if not report.mistakes:
        _check_roles(found, report, checkout / MODEL)
        for n, page in enumerate(found.get("hide_pages", ())):
            if not (checkout / "docs" / page).is_file() or page.endswith("/index.md"):
                must = "it must be a page in docs/ that is no index of a section"
                report.add(("hide_pages", n), f"found “{page}”", must)
        for hue, scheme, *wrong in colour_mistakes(found.get("colours", {}), checkout):
            report.add(("colours", hue, scheme), *wrong)
    mistakes = sorted(report.mistakes, key=lambda mistake: mistake.line or 0)
    return (None, mistakes) if mistakes else (_settings(found), [])


def _check_roles(found: Mapping[str, Any], report: Report, model: Path) -> None:
    known = [role["name"] for role in read(model / "roles.yaml", "roles.yaml").value]
    taken = set[str]()
    for n, role in enumerate(found.get("roles", ())):
        if role["ours"] not in known:
            must = f"it must be a role of the guide: {', '.join(known)}"
            report.add(("roles", n, "ours"), f"found “{role['ours']}”", must)
        if role["ours"] in taken:
            report.add(("roles", n, "ours"), f"“{role['ours']}” stands twice", do="keep one")
        taken.add(role["ours"])


def _settings(found: Mapping[str, Any]) -> Settings:
    organisation = found["organisation"]
    name = found.get("name", f"Key accounts at {organisation}")
    return Settings(
        id=found["id"],
        version=found["version"],
        organisation=organisation,
        name=name,
        short_name=found.get("short_name", organisation),
        description=found.get("description", ""),
        colours=found.get("colours", {}),
        links=tuple((link["title"], link["address"]) for link in found.get("links", ())),
        roles=tuple(
            RoleHere(role["ours"], role["here"], role.get("many", f"{role['here']}s"))
            for role in found.get("roles", ())
        ),
        hidden_pages=tuple(found.get("hide_pages", ())),
    )
