"""An organisation's own pages, pages in place of ours, files beside them, and pages it hides.

`overlay/pages/own/` holds new pages; every other address under `overlay/pages/` must be ours.
Our rules of prose are not asked of them: only a title, links that lead somewhere, and safety.
"""

import posixpath
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from build_tools import Mistake
from build_tools.overlay.safe_markup import logo_mistakes, page_mistakes
from build_tools.text.markdown import front, outside_code, title

OWN = "own"
"""The folder of an organisation's own pages and files; no address of ours begins so."""

PAGES, ASSETS = "overlay/pages", "overlay/assets"
LOGO = "logo.svg"

_KINDS = "png jpg jpeg webp gif svg pdf docx xlsx pptx csv txt"
_MOST = 5_000_000
_ADDRESS = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*\.md")
_FILE = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")


@dataclass
class OwnPages:
    """What was found, and every mistake in it."""

    pages: dict[str, str] = field(default_factory=dict)
    """Markdown by address, such as `own/index.md`; those of ours are replaced."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Files by their address in the site."""
    logo: str = ""
    """The SVG of the logo; empty where ours stays."""
    mistakes: list[Mistake] = field(default_factory=list)

    def replaced(self) -> list[str]:
        """The pages of ours that it replaces."""
        return [address for address in self.pages if not address.startswith(f"{OWN}/")]


def read_pages_and_files(checkout: Path, ours: Set[str]) -> OwnPages:
    """What stands in `pages/` and `assets/` of the overlay; `ours`: the addresses of our pages."""
    found = OwnPages()
    _read_assets(checkout, found)
    root = checkout / PAGES
    for path in sorted(file for file in root.rglob("*") if file.is_file()):
        address, file = path.relative_to(root).as_posix(), path.relative_to(checkout).as_posix()
        if not _ADDRESS.fullmatch(address):
            wrong = "a page is named by small letters, digits and hyphens, and ends in .md"
            found.mistakes.append(Mistake(file, "", f"found the name {path.name}", wrong))
        elif address not in ours and not address.startswith(f"{OWN}/"):
            do = f"put a page of your own into pages/{OWN}/, or correct the name"
            found.mistakes.append(Mistake(file, found="the guide has no page of this name", do=do))
        else:
            try:
                found.pages[address] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                wrong = f"byte {error.start} is not UTF-8"
                found.mistakes.append(Mistake(file, found=wrong, do="save the file as UTF-8"))
    for address, text in found.pages.items():
        found.mistakes += _page(address, text, {*ours, *found.pages}, {*found.files})
    return found


def _read_assets(checkout: Path, found: OwnPages) -> None:
    root = checkout / ASSETS
    for path in sorted(file for file in root.rglob("*") if file.is_file()):
        name, file = path.relative_to(root).as_posix(), path.relative_to(checkout).as_posix()
        content = path.read_bytes()
        if path.suffix[1:] not in _KINDS.split() or not all(map(_FILE.fullmatch, name.split("/"))):
            must = f"a file has a name in small letters and is one of {_KINDS}"
            found.mistakes.append(Mistake(file, "", f"found {path.name}", must))
        elif len(content) > _MOST:
            big = f"found {len(content):,} bytes"
            found.mistakes.append(Mistake(file, "", big, f"a file has at most {_MOST:,}"))
        elif path.suffix == ".svg":
            wrong = [Mistake(file, "", *said) for said in logo_mistakes(_text(content))]
            found.mistakes += wrong
            if name == LOGO:
                found.logo = "" if wrong else _text(content)
        found.files[f"assets/{OWN}/{name}"] = content


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace")


def _page(address: str, text: str, pages: Set[str], files: Set[str]) -> Iterator[Mistake]:
    file = f"{PAGES}/{address}"
    try:
        front(text)
    except yaml.YAMLError as error:
        wrong = "the lines between “---” at its head are no YAML"
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        yield Mistake(file, "", wrong, do="quote what holds “: ”", line=line)
        return
    if not title(text).strip():
        yield Mistake(file, found="the page has no title", do="begin it with “# ” and a title")
    for wrong in page_mistakes(text):
        must = "a page has text, tables, pictures of the site and links, and nothing that runs"
        yield Mistake(file, "", wrong, must, "take it out", _line(text, wrong))
    for line, target in _targets(text):
        if target.startswith("/"):
            must = "a link leads to a page by its path from this one, such as ../start/index.md"
            yield Mistake(file, "", f"found “{target}”", must, line=line)
        elif target.endswith(".md") or target.startswith((f"assets/{OWN}/", f"../assets/{OWN}/")):
            to = posixpath.normpath(posixpath.join(posixpath.dirname(address), target))
            if to not in pages and to not in files:
                yield Mistake(
                    file, "", f"links to “{target}”, which is no page", do="correct it", line=line
                )


def _targets(text: str) -> list[tuple[int, str]]:
    """The targets of links and pictures outside code, without anchors, each with its line."""
    bare = outside_code(text, lambda part: _LINK.sub(lambda m: f"](\0{m[1]}\0", part))
    marked = re.finditer("\0([^\0]*)\0", bare)
    return [
        (bare.count("\n", 0, match.start()) + 1, match[1].partition("#")[0])
        for match in marked
        if ":" not in match[1] and match[1].partition("#")[0]
    ]


def _line(text: str, wrong: str) -> int | None:
    """The line that holds what was found, as far as its text tells."""
    named = re.match(r"found (?:<([\w-]+)>|([\w-]+)=|an address “(.+)”)", wrong)
    tag, key, address = named.groups(default="") if named else ("", "", "")
    said = f"<{tag}" if tag else f"{key}=" if key else address
    place = text.lower().find(said.lower()) if said else -1
    return text.count("\n", 0, place) + 1 if place >= 0 else None
