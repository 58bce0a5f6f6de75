"""Makes one text of each: the page's styles, its scripts, and the worker with what it imports."""

import re
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from build_tools import Mistake
from build_tools.one_file.pages import OneFileError
from build_tools.runtime.node import SETUP

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_CHARSET = re.compile(r'@charset "[^"]*";')
_URL = re.compile(r"url\((['\"]?)(?!data:|#)([^)'\"]+)\1\)")

ESBUILD = "node_modules/.bin/esbuild"
_FIRST = Path(__file__).parents[1] / "templates" / "one_file.js"
_IMPORTS = "import(runtime + name)"
_PYODIDE = ("pyodide.js", "pyodide.asm.js")
_OF_NODE = ("node:*", "fs", "path", "url", "vm", "crypto", "child_process", "ws")
"""What Pyodide asks for outside of browsers only."""


def styles(sheets: Sequence[Path]) -> str:
    """The content of `sheets`, one after the other; what they refer to is in the text itself."""
    return "".join(_alone(sheet) for sheet in sheets)


def _alone(sheet: Path) -> str:
    text = _CHARSET.sub("", _COMMENT.sub("", sheet.read_text("utf-8")))

    def held(url: re.Match[str]) -> str:
        font = (sheet.parent / url[2]).read_bytes()
        return f"url(data:font/woff2;base64,{b64encode(font).decode()})"

    return _URL.sub(held, text)


def page_script(checkout: Path, host: Path) -> str:
    """The text of the one script of the page: that of the single file, then the site's `host`."""
    both = (_FIRST, host)  # the first must be done before the second begins
    return _bundled(checkout, "".join(f'import "{path.as_posix()}";\n' for path in both))


def worker_script(checkout: Path, host: Path, runtime: Path) -> str:
    """The text of the worker, with the scripts of Pyodide that it would import by their names.

    It is a classic script, for Chromium lets no file start a module worker from a blob.
    Raises `OneFileError` where the worker loads them in another way than the one that we know.
    """
    worker = (host.parent / "worker.js").read_text("utf-8")
    if worker.count(_IMPORTS) != 1:
        must = f"`{_IMPORTS}` must stand in it once"
        raise OneFileError(Mistake("worker.js", "", "it imports Pyodide in another way", must))
    named = [(f"script{at}", runtime / name) for at, name in enumerate(_PYODIDE)]
    head = "".join(f'import * as {name} from "{path.as_posix()}";\n' for name, path in named)
    held = ", ".join(f'"{path.name}": {name}' for name, path in named)
    source = worker.replace(_IMPORTS, f"({{ {held} }})[name]")
    return _bundled(checkout, head + source, form="iife")


def _bundled(checkout: Path, source: str, form: str = "esm") -> str:
    """`source` with all that it imports, as one script of a form that esbuild knows."""
    options = ("--bundle", f"--format={form}", "--minify", "--charset=utf8", "--log-level=error")
    outside = [f"--external:{name}" for name in _OF_NODE]
    program = checkout / ESBUILD
    if not program.is_file():
        raise OneFileError(Mistake(ESBUILD, "", "not there", "it bundles the scripts", SETUP))
    command = [str(program), *options, *outside]
    run = subprocess.run(command, input=source, capture_output=True, text=True, check=False)
    if run.returncode:
        raise OneFileError(
            Mistake(ESBUILD, "", "it bundled nothing", do=run.stderr.partition("\n\n")[0].strip())
        )
    return run.stdout
