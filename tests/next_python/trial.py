"""Tries a Pyodide on the guide: compiles, trims and answers in it, and tells two beside each other.

Byte code is made inside each Pyodide, so that no Python of that version is needed here.
"""

import base64
import json
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools import ROOT, BuildError, Mistake
from build_tools.runtime import archive, node
from build_tools.runtime.examples import examples
from build_tools.runtime.node import Npm
from build_tools.runtime.reach import reached_files
from build_tools.runtime.sources import package_sources, project_sources
from tests.support.given.scored import signless
from tests.support.ours import our_guide
from widgets.worker import handle

LINE = "314"
"""The line of Pyodide that is tried: Python 3.14."""

LOADED = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
"""What the site publishes of the npm package, by the names that it has there."""

_COMPILE = """
import base64, importlib.util, io, marshal, zipfile
given, out = zipfile.ZipFile("/tmp/project.zip"), io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
    for name in given.namelist():
        data = given.read(name)
        if name.endswith(".py"):
            code = marshal.dumps(compile(data, name, "exec", dont_inherit=True, optimize=2))
            head = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little")
            name, data = name + "c", head + importlib.util.source_hash(data) + code
        made.writestr(name, data)
base64.b64encode(out.getvalue()).decode()
"""
_ANSWER = """
import json, sys
from widgets.worker import handle
with open("/tmp/project.zip") as file:
    messages = json.load(file)
json.dumps([handle(message) for message in messages])
"""


@dataclass(frozen=True, slots=True)
class Trial:
    """What one Pyodide made of the guide."""

    version: str
    python: str
    abi: str
    missing: tuple[str, ...]
    """Of `LOADED`, what the npm package does not have under that name."""
    program: int
    """Bytes of the WebAssembly file as gzip."""
    archive: int
    """Bytes of the archive of all modules reached, as gzip."""
    start: float
    """Seconds from nothing to one answer under Node, the least of three: only for comparing."""
    differ: int
    """Answers that are not those of CPython, to the byte."""
    answers: int


def newest(versions: Iterable[str], line: str = LINE) -> str:
    """The highest release of a line; what is no release, such as 314.0.0-alpha.1, is passed over.

    Raises `BuildError` where there is none.
    """
    parts = [version.split(".") for version in versions]
    found = [tuple(map(int, one)) for one in parts if one[0] == line and all(map(str.isdigit, one))]
    if not found:
        raise BuildError(Mistake("npm", "", f"it knows no release {line}", "there must be one"))
    return ".".join(map(str, max(found)))


def table(now: Trial, then: Trial, worker: str) -> str:
    """Both trials beside each other, and what follows; `worker` is the text of worker.js."""
    rows = [("", f"Pyodide {now.version}", f"Pyodide {then.version}")]
    rows += [
        ("Python", now.python, then.python),
        ("ABI", now.abi, then.abi),
        ("program, gzip", f"{now.program:,} bytes", f"{then.program:,} bytes"),
        ("archive, gzip", f"{now.archive:,} bytes", f"{then.archive:,} bytes"),
        ("start to one answer", "1.00", f"{then.start / now.start:.2f}"),
        ("answers as CPython's", *(f"{t.answers - t.differ} of {t.answers}" for t in (now, then))),
    ]
    lines = [f"{name:22}{one:>20}{other:>20}" for name, one, other in rows]
    return "\n".join([*lines, "", *changes(then, worker), verdict(then)])


def changes(then: Trial, worker: str) -> list[str]:
    """A sentence for each thing that the move would have to change."""
    said = [f"change: the npm package has no {name}" for name in then.missing]
    if f'"{then.abi}"' not in worker:
        said.append(f'change: the constant ABI of worker.js must be "{then.abi}"')
    if (wanted := then.python.rpartition(".")[0]) != ".".join(map(str, sys.version_info[:2])):
        said.append(f"change: the build compiles here, so it must run on Python {wanted}")
    return said


def verdict(then: Trial) -> str:
    """The last line."""
    if then.differ:
        return f"Pyodide {then.version} fails: {then.differ} answers differ from CPython's."
    return f"Pyodide {then.version} works: every answer is that of CPython, to the byte."


def trial(npm: Npm, model_json: bytes, messages: list[str], cache: Path) -> Trial:
    """Compiles, trims and answers in one Pyodide; what stops it is a `RuntimeBuildError`."""
    cache.mkdir(parents=True, exist_ok=True)
    stock = npm.folder / "python_stdlib.zip"
    library = _compiled(npm, archive.read_zip(stock.read_bytes()), cache)
    ours = _compiled(npm, project_sources(ROOT, model_json) | package_sources(), cache)
    drawn = {"first": [], "later": [one.message() for one in examples(ROOT, our_guide().model)]}
    reached = reached_files(npm, ours, library, drawn, cache).all
    kept = {path: data for path, data in library.items() if path.removesuffix("c") in reached}
    trimmed, asked = cache / "archive.zip", cache / "messages.json"
    trimmed.write_bytes(archive.zip_bytes(kept | ours))
    asked.write_text(json.dumps(messages[:1]), encoding="utf-8")
    start = min(_seconds(npm, trimmed, asked) for _ in range(3))
    asked.write_text(json.dumps(messages), encoding="utf-8")
    said = json.loads(node.ask(npm, _ANSWER, trimmed, asked))
    return Trial(
        version=npm.version,
        python=npm.python,
        abi=npm.info["abi_version"],
        missing=tuple(name for name in LOADED if not (npm.folder / name).is_file()),
        program=len(archive.gzip_bytes((npm.folder / "pyodide.asm.wasm").read_bytes())),
        archive=len(archive.gzip_bytes(trimmed.read_bytes())),
        start=start,
        differ=sum(signless(a) != signless(handle(m)) for a, m in zip(said, messages, strict=True)),
        answers=len(messages),
    )


def _seconds(npm: Npm, library: Path, asked: Path) -> float:
    began = time.perf_counter()
    node.ask(npm, _ANSWER, library, asked)
    return time.perf_counter() - began


def _compiled(npm: Npm, sources: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """Sources as byte code of the Python inside `npm`, made by itself."""
    given = cache / "sources.zip"
    given.write_bytes(archive.zip_bytes(sources))
    made = node.ask(npm, _COMPILE, npm.folder / "python_stdlib.zip", given)
    return archive.read_zip(base64.b64decode(made))
