"""Counts bytes and lines of what is published."""

import gzip
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import brotli

from build_tools import ROOT
from build_tools.runtime.archive import read_zip, zip_bytes
from build_tools.site.hashed_names import imported
from tests.bench.visiting.nginx import Sent

RUNTIME = "/assets/runtime/"
ARCHIVE = "kam.zip"
OURS = ("widgets/", "htpy/", "markupsafe/")
"""Where our code, what it imports and the model stand in the archive."""
_SCRIPTS = ("docs/assets/javascripts", "build_tools/templates", "build_tools/theme/assets/theme")
_TO_A_SCORE = {name.partition(".")[0] for name in ("worker.js", "start.js", *imported(ROOT))}
"""Our scripts that a first score needs; the theme's own have other names."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """Bytes of a first visit, engine and ours."""

    engine: int
    ours: int


def plain_name(path: str) -> str:
    """The address of a file as it was built, of the file or of its packed twin."""
    return path.partition("?")[0].removesuffix(".gz")


def brotli_bytes(site: Path, paths: Iterable[str], level: int) -> Bytes:
    """The files behind `paths`, from the site's root, as a server with brotli would send them."""
    packed = partial(_brotli_length, cache=ROOT / ".cache" / "bench", level=level)
    engine, ours = 0, 0
    for path in sorted({plain_name(path) for path in paths}):
        file = site / path.lstrip("/")
        if RUNTIME in path:
            share = packed(_split(file)[1]) if file.name == ARCHIVE else 0
            engine += packed(file.read_bytes()) - share
            ours += share
        elif _is_ours(path):
            ours += packed(file.read_bytes())
    return Bytes(engine, ours)


def stored_bytes(site: Path, paths: Iterable[str]) -> int:
    """The runtime's files behind `paths` as they lie in the site, unpacked."""
    files = {plain_name(path).lstrip("/") for path in paths if RUNTIME in path}
    return sum((site / file).stat().st_size for file in files)


def _is_ours(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.endswith(".js") and name.partition(".")[0] in _TO_A_SCORE


def gzip_share(site: Path) -> float:
    """Which part of the archive's gzip is ours."""
    parts = _split(next((site / RUNTIME.strip("/")).glob(f"*/{ARCHIVE}")))
    library, ours = (len(gzip.compress(data, 6)) for data in parts)
    return ours / (library + ours)


def sent_bytes(sent: Sequence[Sent], share: float) -> Bytes:
    """Splits what a server sent; `share` is ours in the archive."""
    engine, ours = 0.0, 0.0
    for request in sent:
        if RUNTIME in request.path:
            part = share if ARCHIVE in request.path else 0.0
            engine += request.bytes * (1 - part)
            ours += request.bytes * part
        elif _is_ours(plain_name(request.path)):
            ours += request.bytes
    return Bytes(round(engine), round(ours))


def pages(site: Path) -> list[tuple[int, str]]:
    """Every page as (bytes, address), largest first."""
    found = site.rglob("*.html")
    return sorted(
        ((page.stat().st_size, page.parent.relative_to(site).as_posix()) for page in found),
        reverse=True,
    )


_SAYS_NOTHING = re.compile(r"\s*(//.*|/?\*.*)?")
"""A line of JavaScript that is empty or only a comment."""


def script_lines() -> tuple[int, int]:
    """Lines of the JavaScript that we wrote for the site: of code, and with all others."""
    files = [path for folder in _SCRIPTS for path in (ROOT / folder).glob("*.js")]
    lines = [line for path in files for line in path.read_text("utf-8").splitlines()]
    return sum(not _SAYS_NOTHING.fullmatch(line) for line in lines), len(lines)


def _split(archive: Path) -> tuple[bytes, bytes]:
    """The archive's library and our part of it, each as an archive of its own."""
    files = read_zip(archive.read_bytes())
    ours = {name: data for name, data in files.items() if name.startswith(OURS)}
    library = {name: data for name, data in files.items() if name not in ours}
    return zip_bytes(library), zip_bytes(ours)


def _brotli_length(data: bytes, cache: Path, level: int) -> int:
    """Length of `data` under brotli; the highest level takes long, so it is kept in `cache`."""
    known = cache / f"{hashlib.sha256(data).hexdigest()[:24]}-{level}"
    if not known.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        known.write_text(str(len(brotli.compress(data, quality=level, lgwin=22))), "utf-8")
    return int(known.read_text("utf-8"))
