"""What a reader's browser may keep of the site, and install: service worker, manifest and icons.

Every file of the list has a hash, and the list is part of the worker: so a worker is one build, and
a server that has half of another build cannot make it keep or serve a mixture.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from typing import Any
from urllib.parse import quote

from PIL import Image, ImageDraw

from build_tools.pages.templates import TEMPLATES, fill
from build_tools.site import policy
from build_tools.site.preview_images import PAPER, mark
from build_tools.site.tokens import dark
from widgets.core.words import guide

WORKER = "offline-worker.js"
PAGE = "about/offline/index.html"
"""The page that says what is kept, with the sizes."""

_LEFT_OUT = re.compile(
    r"\.(gz|map|whl|example|config)$|^404\.html$|^([ar]|data|oembed)/|^assets/(cards|javascripts/lunr)/"
    rf"|pyodide-lock\.json$|^{re.escape(WORKER)}$"
)
"""What no page asks for: twins, maps, wheels for other sites, other languages, cards of links, data
to take away, recipes, and short addresses, which come from elsewhere."""
_WITH_TOOLS = re.compile(
    r"^(index|about/offline/index)\.html$|^sitemap\.xml$|^assets/(fonts|theme|javascripts)/"
    r"|^assets/runtime/[^/]+/(pyodide\.|kam\.|more\.)"
)
"""What every tool needs beside what its page names: runtime, scripts, fonts, the ways between."""
ROW = 'class="kam-tools kam-tools--row"'
"""On every page of the section of tools."""
_NAMED = re.compile(r'\s(?:src|href)="([^"#?:]+)"')
_SIZE = re.compile(r'(<span data-kam-size="(\w+)">)[^<]*')


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that a browser may keep."""

    bytes: int
    hash: str
    """The first 12 bytes of its SHA-256, in base 64."""
    packed: bool
    """Whether a gzipped twin is published beside it."""


def write(site: Path, served: bool = False) -> None:
    """Writes the worker of the finished `site` into it, and the sizes into the page about it.

    `served` by a server that builds at every change, the worker keeps nothing.
    """
    files = {} if served else _files(site)
    tools = with_tools(site, files)
    sizes = {"tools": sum(files[name].bytes for name in tools)}
    sizes["all"] = sum(file.bytes for file in files.values())
    page = site / PAGE
    if page.is_file() and files:
        page.write_text(_sized(page.read_text("utf-8"), sizes), encoding="utf-8")
        files[PAGE] = _kept(page)
    source = (TEMPLATES / WORKER).read_text(encoding="utf-8")
    (site / WORKER).write_text(worker(source, files, tools), encoding="utf-8")


def worker(source: str, files: Mapping[str, Kept], tools: Sequence[str]) -> str:
    """The worker from its `source`, with what it may keep; its name of this build is their hash."""
    listed = {
        _address(name): [file.bytes, file.hash, file.packed] for name, file in sorted(files.items())
    }
    data = {"tools": sorted(map(_address, tools)), "away": _away(), "files": listed}
    name = sha256((source + json.dumps(data)).encode()).hexdigest()[:16]
    text = json.dumps({"name": name, **data}, separators=(",", ":"))
    return source.replace('JSON.parse("{}")', f"JSON.parse({json.dumps(text)})")


def _address(name: str) -> str:
    """How a page asks for a file: from the root, a page by its folder."""
    return quote(re.sub(r"(^|/)index\.html$", r"\1", name)) or "./"


def _away() -> str:
    """The page that stands in for one that was not kept; `{root}` is the path of the site."""
    page = fill("away.html", style=policy.LOST["style"], back=policy.BACK)
    return policy.with_meta(page, policy.AWAY_POLICY)


def _files(site: Path) -> dict[str, Kept]:
    """Every file of `site` that a page may ask for, by its address from the root."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {name: _kept(path) for name, path in found.items() if not _LEFT_OUT.search(name)}


def _kept(path: Path) -> Kept:
    content = path.read_bytes()
    digest = b64encode(sha256(content).digest()[:12]).decode()
    return Kept(len(content), digest, path.with_name(f"{path.name}.gz").is_file())


def with_tools(site: Path, files: Iterable[str]) -> list[str]:
    """Those of `files` without which some tool does not work: pages, and what they name."""
    known = set(files)
    pages = {name for name in known if name.endswith(".html")}
    read = {name: (site / name).read_text(encoding="utf-8") for name in pages}
    kept = {name for name in known if _WITH_TOOLS.search(name)}
    kept |= {name for name in pages if ROW in read[name]}
    named = {found for name in kept & pages for found in _named(read[name], name)}
    return sorted(kept | (named & (known - pages)))


def _named(html: str, page: str) -> Iterable[str]:
    """Addresses from the root of all that a page names."""
    folder = str(PurePosixPath(page).parent)
    return (normpath(join(folder, address)) for address in _NAMED.findall(html))


def _sized(html: str, sizes: Mapping[str, int]) -> str:
    """`html` with sizes where it asks for them: "14 MB"."""
    return _SIZE.sub(lambda found: f"{found[1]}{round(sizes[found[2]] / 1e6)} MB", html)


_IMAGES = "assets/images"
_TOUCH = f"{_IMAGES}/app-touch.png"
_MANIFEST = "manifest.json"
"""Ends so that every server sends it as JSON."""

HEAD: dict[str, Any] = {
    "manifest": _MANIFEST,
    "icon": _TOUCH,
    "colours": {"light": PAPER, "dark": dark("paper")},
}
"""What the head of every page names, and the colours of the window around it."""

_FINE = 4
"""Drawn so many times larger and then made smaller, so that slanted edges are smooth."""

_SAFE = 0.72
"""Share of the width of an icon that a system may cut to a circle: the mark stays whole."""


def app() -> dict[str, bytes]:
    """The manifest and the icons, as bytes by their address from the root."""
    icons = {f"{_IMAGES}/app-{size}.png": _icon(size, 1.0) for size in (192, 512)}
    cut = {f"{_IMAGES}/app-maskable.png": _icon(512, _SAFE, PAPER)}
    touch = {_TOUCH: _icon(180, _SAFE, PAPER)}
    return {_MANIFEST: _manifest(), **icons, **cut, **touch}


def _manifest() -> bytes:
    """Addresses in it are relative, and it has no `id`: that would be the same at every path."""
    icon = {"type": "image/png"}
    sized = [{"src": f"{_IMAGES}/app-{s}.png", "sizes": f"{s}x{s}", **icon} for s in (192, 512)]
    cut = {"src": f"{_IMAGES}/app-maskable.png", "sizes": "512x512", "purpose": "maskable", **icon}
    manifest = {
        "name": guide.NAME,
        "short_name": guide.SHORT,
        "lang": "en-GB",
        "start_url": "./?app",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [*sized, cut],
    }
    return json.dumps(manifest, indent=1).encode() + b"\n"


def _icon(size: int, share: float, ground: str = "#00000000") -> bytes:
    """The mark in the middle of a square of `size` pixels, `share` of it wide, as a PNG."""
    large = size * _FINE
    image = Image.new("RGBA", (large, large), ground)
    width = round(large * share)
    mark(ImageDraw.Draw(image), (large - width) // 2, (large - width) // 2, width)
    out = BytesIO()
    image.resize((size, size), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()
