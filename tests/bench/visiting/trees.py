"""Makes the folders that are compared: the site, the site under other engines, one with a clock."""

import gzip
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from build_tools import ROOT
from build_tools.runtime.archive import zip_bytes
from build_tools.runtime.sources import package_sources, project_sources
from tests.bench.visiting import SCRIPTS, pages

FREE = "free"
"""The folder whose pages stand under no policy."""
_POLICY = re.compile(r"^add_header Content-Security-Policy \"default-src .*$", re.MULTILINE)
_ISOLATED = """\
add_header Cross-Origin-Opener-Policy "same-origin" always;
add_header Cross-Origin-Embedder-Policy "require-corp" always;"""
"""What PyScript's documentation asks of a server for its worker."""
_PACKED = (".js", ".mjs", ".wasm", ".zip")


def make_trees(site: Path, root: Path) -> None:
    """Write into `root` a folder for each kind of page of the built `site`, and `timed`."""
    root.mkdir()
    (root / "ours").symlink_to(site)
    recipe = (site / "nginx.conf.example").read_text("utf-8")
    if not _POLICY.search(recipe):
        raise SystemExit("nginx.conf.example: no policy in the recipe; the bench must leave it out")
    (root / "nginx.conf.example").write_text(recipe, "utf-8")
    model = json.loads((site / "assets" / "model.json").read_bytes())
    _others(site, root / "npm")
    page = pages.without_engine((site / pages.PAGE / "index.html").read_text("utf-8"))
    for kind, text in pages.of_others(page, model).items():
        where = root / FREE if kind.startswith("pyscript") else root
        _copied(site, where / kind, pages.PAGE)
        (where / kind / pages.PAGE / "index.html").write_text(text, "utf-8")
    (root / FREE / "npm").symlink_to(root / "npm")
    free = _POLICY.sub(lambda _: _ISOLATED, recipe)
    (root / FREE / "nginx.conf.example").write_text(free, "utf-8")
    _timed(site, root / "timed")


def _others(site: Path, folder: Path) -> None:
    """Pyodide's and PyScript's files as npm has them, and our package as sources.

    Each large file has a packed twin, as ours have: how well a server packs is not compared.
    """
    pyodide, pyscript = ROOT / "node_modules/pyodide", ROOT / "node_modules/@pyscript/core/dist"
    for name in ("pyodide", "pyscript", "module"):
        (folder / name).mkdir(parents=True)
    for file in pyodide.iterdir():
        if file.is_file():
            (folder / "pyodide" / file.name).symlink_to(file)
            (folder / "module" / file.name).symlink_to(file)
    (folder / "module/pyodide.js").unlink()  # for a server that gives .mjs another type
    (folder / "module/pyodide.js").symlink_to(pyodide / "pyodide.mjs")
    for file in pyscript.glob("*.js"):
        (folder / "pyscript" / file.name).symlink_to(file)
    model = (site / "assets" / "model.json").read_bytes()
    sources = project_sources(ROOT, model) | package_sources()
    (folder / "sources.zip").write_bytes(zip_bytes(sources, compress=True))
    for script in SCRIPTS.iterdir():
        (folder / script.name.removesuffix(".txt")).write_bytes(script.read_bytes())
    (folder / "pyscript.json").write_text(json.dumps(pages.PYSCRIPT), "utf-8")
    for file in folder.rglob("*"):
        if file.suffix in _PACKED and file.stat().st_size > 10_000:
            file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), 6))


def _timed(site: Path, folder: Path) -> None:
    """The site with a clock in its worker."""
    clock = (SCRIPTS / "timed.js").read_text("utf-8")
    worker = _worker(site)
    text = worker.read_text("utf-8")
    for needed in ("receive", "call(", "python"):
        if needed not in text:
            raise SystemExit(f"worker.js has no “{needed}”; tests/bench/scripts/timed.js needs it")
    inside = worker.relative_to(site)
    _copied(site, folder, inside.parent.as_posix())
    (folder / inside).write_text(text + clock, "utf-8")


def _worker(site: Path) -> Path:
    found = [p for p in (site / "assets").rglob("worker*.js") if "lunr" not in p.parts]
    ours = [path for path in found if ".min." not in path.name]
    if len(ours) != 1:
        raise SystemExit(f"one worker.js is needed for the clock, found: {ours}")
    return ours[0]


def _copied(site: Path, folder: Path, apart: str) -> None:
    """`site` again in `folder` by links, but for files of the folder `apart`, which are copies."""
    folder.mkdir(parents=True)
    first, _, rest = apart.strip("/").partition("/")
    for entry in site.iterdir():
        if entry.name != first:
            (folder / entry.name).symlink_to(entry)
    if rest:
        return _copied(site / first, folder / first, rest)
    (folder / first).mkdir()
    for file in (site / first).iterdir():
        if file.is_file():
            (folder / first / file.name).write_bytes(file.read_bytes())
        else:
            (folder / first / file.name).symlink_to(file)
    return None


def records(model: Mapping[str, Any], tree: str, values: Mapping[str, str]) -> dict[str, str]:
    """`values` by field name, as the page of `tree` keeps them."""
    today = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    rest = {"model": model["version"], "at": today, "was": ""}  # none is told to be old
    prefix = pages.PREFIX.format(tree=tree)
    return {prefix + name: json.dumps({"value": value, **rest}) for name, value in values.items()}


def quick_records(model: Mapping[str, Any], tree: str) -> dict[str, str]:
    """A quick answer for each dimension, as the page of `tree` keeps them."""
    rungs = (2, 1, 3, 2, 0, 1, 2, 3)
    names = [f"quick.{dimension['id']}" for dimension in model["dimensions"]]
    return records(model, tree, {n: str(rungs[i % 8]) for i, n in enumerate(names)})
