"""Makes the folders that are compared: the site, the site with stock Pyodide, one with a clock."""

import re
from pathlib import Path

from build_tools import ROOT
from build_tools.runtime.archive import zip_bytes
from build_tools.runtime.sources import package_sources, project_sources

HERE = Path(__file__).parent
PAGE = "quick-scan/"
PREFIX = "kam:/{tree}/:kam-programme:answer:default:"
"""How the page names what it keeps; `tree` is the folder that the site stands in."""
_BARE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Stock</title>
{regions}
{scripts}
</html>
"""


def make_trees(site: Path, root: Path) -> None:
    """Write `root/ours`, `root/stock`, `root/bare` and `root/timed` for the built `site`."""
    (root / "ours").symlink_to(site)
    (root / "nginx.conf.example").symlink_to(site / "nginx.conf.example")
    _stock_files(site, root / "npm")
    page = (site / PAGE / "index.html").read_text("utf-8")
    host = re.search(r'<script src="[^"]*/host\.js" type="module"></script>', page)
    if host is None:
        raise SystemExit(f"{PAGE}: no host.js in the page; the bench must know how it is loaded")
    scripts = _scripts()
    _linked(site, root / "stock", PAGE)
    _write(root / "stock" / PAGE / "index.html", page.replace(host[0], scripts))
    names = re.findall(r'data-kam-region="([^"]*)"', page)  # whatever element bears one
    regions = "\n".join(f'<div data-kam-region="{name}"></div>' for name in names)
    _write(root / "bare" / PAGE / "index.html", _BARE.format(regions=regions, scripts=scripts))
    _timed(site, root / "timed")


def _scripts() -> str:
    """Stock Pyodide's two scripts, as its documentation has them, then the call."""
    data = f'data-pyodide="/npm/pyodide/" data-sources="/npm/sources.zip" data-prefix="{_prefix()}"'
    return (
        '<script src="/npm/pyodide/pyodide.js"></script>\n'
        f'<script src="/npm/stock.js" {data}></script>'
    )


def _prefix() -> str:
    return PREFIX.format(tree="ours")


def _stock_files(site: Path, folder: Path) -> None:
    """Pyodide's files as npm has them, and our package and what it imports as sources."""
    folder.mkdir(parents=True)
    (folder / "pyodide").symlink_to(ROOT / "node_modules" / "pyodide")
    model = (site / "assets" / "model.json").read_bytes()
    sources = project_sources(ROOT, model) | package_sources()
    (folder / "sources.zip").write_bytes(zip_bytes(sources, compress=True))
    (folder / "stock.js").write_text((HERE / "stock.js").read_text("utf-8"), "utf-8")


def _timed(site: Path, folder: Path) -> None:
    """The site with a clock in its worker."""
    worker = next((site / "assets" / "javascripts").glob("*/worker.js")).relative_to(site)
    _linked(site, folder, worker.parent.as_posix())
    for script in (site / worker.parent).iterdir():
        (folder / worker.parent / script.name).write_bytes(script.read_bytes())
    clock = (HERE / "timed.js").read_text("utf-8")
    with (folder / worker).open("a", encoding="utf-8") as file:
        file.write(clock)


def _linked(site: Path, folder: Path, apart: str) -> None:
    """`site` again in `folder` by links, but for the folder `apart`, which is made empty."""
    folder.mkdir(parents=True)
    first, _, rest = apart.strip("/").partition("/")
    for entry in site.iterdir():
        if entry.name != first:
            (folder / entry.name).symlink_to(entry)
    if rest:
        _linked(site / first, folder / first, rest)
    else:
        (folder / first).mkdir()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
