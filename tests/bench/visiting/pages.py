"""The quick scan's page for every engine that ours is compared with."""

import json
import re
from collections.abc import Mapping
from typing import Any

PAGE = "quick-scan/"
PREFIX = "kam:/{tree}/:kam-programme:answer:default:"
"""How the page names what it keeps; `tree` is the folder that the site stands in."""

PYSCRIPT = {
    "interpreter": "/npm/module/pyodide.js",
    "files": {"/npm/sources.zip": "./*"},
}
"""PyScript's configuration: Pyodide as npm has it, and our sources unpacked."""

_ENGINE = ("host", "start", "offline")
"""Our scripts that start Python or keep the site: what others take the place of."""
_TAG = re.compile(r"<script\b[^>]*>\s*</script>|<link\b[^>]*>")
_ADDRESS = re.compile(r'\s(?:src|href)="([^"]*)"')
_OF_PYTHON = re.compile(r"assets/(javascripts|runtime)/")
"""Addresses that a page fetches before they are asked for, because Python will need them."""
_META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_REGION = re.compile(r'data-kam-region="([^"]*)"')
_BARE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Bare</title>
<body>
{regions}
{scripts}
</html>
"""


def without_engine(page: str) -> str:
    """The page as built, without what starts or fetches our Python early."""
    found: list[str] = []

    def judged(match: re.Match[str]) -> str:
        tag = match[0]
        address = _ADDRESS.search(tag)
        if not address:
            return tag
        file = address[1].rpartition("/")[2].partition(".")[0]
        early = "preload" in tag and _OF_PYTHON.search(address[1])
        if early or (tag.startswith("<script") and file in _ENGINE):
            found.append(file)
            return ""
        return tag

    stripped = _TAG.sub(judged, page)
    left = [tag[0] for tag in _TAG.finditer(stripped) if "assets/runtime/" in tag[0]]
    if "host" not in found or left:
        raise SystemExit(
            f"{PAGE}: the bench must know how our Python is loaded; removed {sorted(set(found))}, "
            f"left {left}; see tests/bench/visiting/pages.py"
        )
    return stripped


def of_others(page: str, model: Mapping[str, Any]) -> dict[str, str]:
    """The whole page of each kind but ours; `page` is without our engine."""
    regions = "\n".join(f'<div data-kam-region="{name}"></div>' for name in _REGION.findall(page))
    free = _META.sub("", page)
    stock = _script("stock.js", pyodide="/npm/pyodide/", sources="/npm/sources.zip")
    stock_page = f'<script src="/npm/pyodide/pyodide.js"></script>\n{stock}'
    in_worker = _script("stock-worker.js", pyodide="/npm/pyodide/", sources="/npm/sources.zip")
    plain = _script("plain.js", model=_in_short(model))
    program = _script("compile.js", program="/npm/pyodide/pyodide.asm.wasm")
    return {
        "stock": _with(page, stock_page),
        "stock-worker": _with(page, in_worker),
        "bare": _BARE.format(regions=regions, scripts=_shared() + stock_page),
        "pyscript": _with(free, _pyscript("")),
        "pyscript-worker": _with(free, _pyscript(" worker")),
        "plain": _with(page, plain),
        "compile": _BARE.format(regions="", scripts=program),
    }


def _with(page: str, scripts: str) -> str:
    assert page.count("</body>") == 1
    return page.replace("</body>", f"{_shared()}{scripts}\n</body>")


def _shared() -> str:
    return _script("page.js", prefix=PREFIX.format(tree="ours")) + "\n"


def _pyscript(worker: str) -> str:
    return (
        '<script type="module" src="/npm/pyscript/core.js"></script>\n'
        f'<script type="py" src="/npm/pyscript.py" config="/npm/pyscript.json"{worker}></script>'
    )


def _in_short(model: Mapping[str, Any]) -> str:
    """What the floor needs of the model: which dimensions are critical, the levels' names."""
    dimensions = [{"id": d["id"], "critical": d["critical"]} for d in model["dimensions"]]
    return json.dumps({"dimensions": dimensions, "levels": [v["name"] for v in model["levels"]]})


def _script(name: str, **data: str) -> str:
    attributes = "".join(
        f' data-{key}="{value.replace("&", "&amp;").replace('"', "&quot;")}"'
        for key, value in data.items()
    )
    return f'<script src="/npm/{name}"{attributes}></script>'
