"""What an organisation's own picture and page may hold: nothing that runs, fetches or hides."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree

from markdown import markdown

from build_tools.text.markdown import FRONT

MOST_LOGO = 8_000
"""Bytes of a logo: it stands in every page."""

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = """
    svg g path rect circle ellipse line polyline polygon title desc defs linearGradient
    radialGradient stop clipPath
"""
_DRAWN_WITH = """
    viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d points fill fill-opacity fill-rule stroke
    stroke-width stroke-linecap stroke-linejoin stroke-opacity opacity transform id role aria-label
    offset stop-color stop-opacity gradientUnits gradientTransform clip-path clip-rule
    clipPathUnits version preserveAspectRatio
"""
_VALUE = re.compile(r"[^<>&;\\]*")
_ELSEWHERE = re.compile(r"url\((?!#[\w-]+\))|:", re.IGNORECASE)

_EXTENSIONS = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.details", "pymdownx.superfences"),
)
"""As `mkdocs.yml` has them."""
_TAGS = """
    a abbr b blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5
    h6 hr i img ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot
    th thead tr u ul
"""
_WITH = """
    href src alt title class id name colspan rowspan scope start reversed open width height lang dir
    rel role headers abbr cite datetime type
"""
_SCHEMES = {"a": ("", "http", "https", "mailto", "tel"), "img": ("",)}


def logo_mistakes(text: str) -> Iterator[tuple[str, str]]:
    """What is found in the SVG `text` and what must be; nothing where it may be shown."""
    if len(text.encode()) > MOST_LOGO:
        yield f"found {len(text.encode()):,} bytes", f"a logo has at most {MOST_LOGO:,}"
        return
    if "<!" in re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL) or "<?" in text[6:]:
        yield "found a declaration", "it must be a plain drawing: take out all that begins with <!"
        return
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - it has no declaration
    except ElementTree.ParseError as error:
        yield f"not SVG: {error}", "it must be an SVG drawing"
        return
    if root.tag != f"{_SVG}svg" or "viewBox" not in root.attrib:
        yield "found no svg with a viewBox", "it must be an SVG drawing with a viewBox"
    for one in root.iter():
        tag = one.tag.removeprefix(_SVG)
        if tag not in _DRAWN.split():
            yield f"found <{tag}>", "a logo has shapes and colours alone: make it of paths"
        for key, value in one.attrib.items():
            wrong = key not in _DRAWN_WITH.split() or not _VALUE.fullmatch(value)
            if wrong or (key != "aria-label" and _ELSEWHERE.search(value)):
                yield f"found {key}=“{value[:40]}”", "a logo has shapes and colours alone"


def page_mistakes(text: str) -> list[str]:
    """What is found in the Markdown `text` that a page of the guide may not hold."""
    seen = _Page()
    seen.feed(markdown(FRONT.sub("", text), extensions=_EXTENSIONS))
    seen.close()
    return list(dict.fromkeys(seen.found))


class _Page(HTMLParser):
    """Gathers what a drawn page may not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag and its attributes."""
        if tag not in _TAGS.split():
            self.found.append(f"found <{tag}>")
        given: Mapping[str, str] = {key: value or "" for key, value in attrs}
        for key, value in given.items():
            if key not in _WITH.split() and not key.startswith("aria-"):
                self.found.append(f"found {key}=“{value[:40]}” in <{tag}>")
            if key in ("href", "src") and not _leads(tag, value):
                self.found.append(f"found an address “{value[:60]}” in <{tag}>")


def _leads(tag: str, address: str) -> bool:
    """Whether a link may lead there, or a picture stand there: pictures are files of the site."""
    plain = re.sub(r"[\x00-\x20]+", "", address)
    try:
        parts = urlsplit(plain)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES.get(tag, ()) and not (tag == "img" and parts.netloc)
