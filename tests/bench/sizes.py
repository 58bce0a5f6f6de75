"""Counts bytes and lines of what is published."""

import gzip
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import brotli

from build_tools import ROOT
from build_tools.runtime.archive import read_zip, zip_bytes
from build_tools.site.hashed_names import imported
from tests.bench.nginx import Sent

ENGINE = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm")
OURS = ("widgets/", "htpy/", "markupsafe/")
"""Where our code, what it imports and the model stand in the archive."""
_SCRIPTS = ("docs/assets/javascripts", "build_tools/templates", "build_tools/theme/assets/theme")
FULL = "assessment"
"""Address of the full assessment, which may be larger than other pages."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """Bytes of a first visit, engine and ours."""

    engine: int
    ours: int


def brotli_bytes(site: Path, cache: Path, level: int) -> Bytes:
    """The runtime's four files and our scripts as a server with brotli would send them."""
    packed = partial(_brotli_length, cache=cache, level=level)
    folder = next((site / "assets" / "runtime").iterdir())
    engine = sum(packed((folder / name).read_bytes()) for name in ENGINE)
    _, ours = _split(folder)
    whole = packed((folder / "kam.zip").read_bytes())
    share = packed(ours)
    scripts = sum(packed(path.read_bytes()) for path in _our_scripts(site))
    return Bytes(engine + whole - share, share + scripts)


def gzip_share(site: Path) -> float:
    """Which part of the archive's gzip is ours."""
    library, ours = _split(next((site / "assets" / "runtime").iterdir()))
    one, other = (len(gzip.compress(data, 6)) for data in (library, ours))
    return other / (one + other)


def sent_bytes(sent: Sequence[Sent], share: float) -> Bytes:
    """Splits what a server sent; `share` is ours in the archive."""
    engine, ours = 0.0, 0.0
    for request in sent:
        if "/assets/runtime/" in request.path:
            part = share if "/kam.zip" in request.path else 0.0
            engine += request.bytes * (1 - part)
            ours += request.bytes * part
        elif request.path.rsplit("/", 1)[-1] in _OUR_NAMES:
            ours += request.bytes
    return Bytes(round(engine), round(ours))


_OUR_NAMES = ("worker.js", *imported(ROOT))


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


def _our_scripts(site: Path) -> list[Path]:
    folder = next((site / "assets" / "javascripts").glob("*/host.js")).parent
    return [folder / name for name in _OUR_NAMES]


def _split(runtime: Path) -> tuple[bytes, bytes]:
    """The archive's library and our part of it, each as an archive of its own."""
    files = read_zip((runtime / "kam.zip").read_bytes())
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
