"""Builds what the browser downloads: Pyodide, a trimmed library, our package; one hashed folder."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from build_tools import Mistake
from build_tools.overlay.copies import STRUCTURES
from build_tools.runtime import archive
from build_tools.runtime.examples import Example, examples
from build_tools.runtime.lean import compile_lean
from build_tools.runtime.node import Npm, RuntimeBuildError, check_python, find_npm
from build_tools.runtime.reach import compile_texts, reached_files
from build_tools.runtime.sources import ON_DEMAND, PACKAGES, package_sources, project_sources
from build_tools.stand_ins import stand_ins
from widgets import prepared
from widgets.core.model.maturity_json import from_json
from widgets.core.page.frame import widget

PROVENANCE = "runtime.json"
WASM = "pyodide.asm.wasm"
ARCHIVE = "kam.zip"
"""The part of our package that draws the first widgets, and what that needs of others."""
MORE = "more.zip"
"""The rest, commands above all, and what only they need of the standard library: added when an
import fails for the first time."""
LIBRARY = "library.zip"
"""Takes the archive's place when a widget asks for a module that the archive lacks: the whole
standard library, and the packages that only a few commands need."""
PACKED = ".gz"
"""Ending of a twin that is already compressed: nginx sends it for the plain file where told to
(`gzip_static`), and the page asks for it by name where the server compresses nothing."""
_LARGE = {WASM: 8, LIBRARY: 7}
"""Levels of gzip for what is large: the highest takes twice and four times as long, for a hundred
bytes of the first and a seventieth of the second, which few readers fetch."""
_FROM_NPM = {
    "pyodide.js": "pyodide.mjs",
    "pyodide.asm.js": "pyodide.asm.js",
    WASM: WASM,
}
_KEPT = 3
"""Runtimes that stay in the cache."""
_SCRIPTS = Path("docs/assets/javascripts")
_LICENCES = {
    "pyodide": "MPL-2.0",
    "python": "PSF-2.0",
    "htpy": "MIT",
    "markupsafe": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "xlsxwriter": "BSD-2-Clause",
    "widgets": "MIT",
}


def build_runtime(model_json: bytes, out: Path, root: Path) -> Path:
    """Write `out/<hash>/` for the project in `root` and return that folder.

    `model_json` is the published model, packed beside the widgets. A machine that cannot build
    raises `RuntimeBuildError`. An unchanged runtime is copied from `.cache`.
    """
    cache = root / ".cache" / "runtime"
    npm = find_npm(root)
    check_python(npm)
    check_worker(npm, root)
    key = key_of(npm, root, model_json)
    built = cache / "built" / key
    if not (built / PROVENANCE).is_file():
        _write_all(_files(npm, root, model_json, cache), built)
    folder: Path = out / json.loads((built / PROVENANCE).read_text("utf-8"))["folder"]
    if not (folder / PROVENANCE).is_file():
        shutil.copytree(built, folder, dirs_exist_ok=True)
    return folder


def check_worker(npm: Npm, root: Path) -> None:
    """Refuse a worker.js that was written for the Pyodide of another ABI."""
    script, abi = root / _SCRIPTS / "worker.js", npm.info["abi_version"]
    if f'"{abi}"' not in script.read_text("utf-8"):
        other = f"its ABI is not that of Pyodide {npm.version}"
        must, do = f'it must be "{abi}"', "change the constant ABI"
        raise RuntimeBuildError(Mistake(f"{_SCRIPTS}/worker.js", "", other, must, do))


def _files(npm: Npm, root: Path, model_json: bytes, cache: Path) -> dict[str, bytes]:
    """Every published file as {name: bytes}."""
    from build_tools.runtime.wheel import build_wheels  # a kept runtime needs none of its tools

    ours, theirs = _without_command(project_sources(root, model_json)), package_sources()
    standard = archive.read_zip(_library(npm, cache).read_bytes())
    thrifty = standard | compile_lean(stand_ins())
    drawn = examples(root, from_json(json.loads(model_json)))
    lean = compile_lean(ours | theirs)
    reached = reached_files(npm, lean, thrifty, _messages(drawn), cache)
    kept = ours.keys() | (theirs.keys() & reached.all)
    lean = {path: data for path, data in lean.items() if path.removesuffix("c") in kept}
    lean[f"widgets/{prepared.FILE}"] = compile_texts(reached.compiled)
    trimmed = lean | {
        path: data for path, data in thrifty.items() if path.removesuffix("c") in reached.all
    }
    later = {path for path in trimmed if _late(path, reached.first)}
    files = {name: (npm.folder / source).read_bytes() for name, source in _FROM_NPM.items()}
    files[ARCHIVE] = archive.zip_bytes({p: d for p, d in trimmed.items() if p not in later})
    files[MORE] = archive.zip_bytes({path: trimmed[path] for path in later})
    on_demand = archive.compile_all(package_sources(ON_DEMAND))
    files[LIBRARY] = archive.zip_bytes(standard | on_demand | lean)
    with ThreadPoolExecutor() as pool:  # compressing leaves Python free for the wheels
        packed = {
            WASM + PACKED: pool.submit(_packed_once, files[WASM], cache),
            ARCHIVE + PACKED: pool.submit(archive.gzip_bytes, files[ARCHIVE]),
            MORE + PACKED: pool.submit(archive.gzip_bytes, files[MORE]),
            LIBRARY + PACKED: pool.submit(archive.gzip_bytes, files[LIBRARY], _LARGE[LIBRARY]),
        }
        files |= build_wheels(root, model_json, npm, lean)
        files |= {name: future.result() for name, future in packed.items()}
    return files | {PROVENANCE: _provenance(npm, root, files)}


def _messages(drawn: Sequence[Example]) -> dict[str, list[str]]:
    """What pages would send to draw every example: of the first widgets, and of the late ones."""
    messages: dict[str, list[str]] = {"first": [], "later": []}
    for example in drawn:
        late = getattr(widget(example.widget), "LATE", False)
        messages["later" if late else "first"].append(example.message())
    return messages


def _late(path: str, first: frozenset[str]) -> bool:
    """Whether a compiled file, or what one reads, travels in the second archive.

    A package is never split, but for ours at the top, for Python would look for it in one place.
    """
    folder = path.rpartition("/")[0]
    whole = folder not in ("widgets", "widgets/core") and f"{folder}/__init__.py" in first
    travels = path.endswith(".pyc") or path == STRUCTURES
    return travels and path.removesuffix("c") not in first and not whole


def _library(npm: Npm, cache: Path) -> Path:
    """The whole standard library of Pyodide as a zip of byte code, without docstrings."""
    stock = npm.folder / "python_stdlib.zip"
    made_from = stock.read_bytes() + Path(archive.__file__).read_bytes()
    known = cache / f"library-{hashlib.sha256(made_from).hexdigest()[:16]}.zip"
    if not known.is_file():
        archive.compile_library(stock, known)
    return known


def _packed_once(data: bytes, cache: Path) -> bytes:
    """The WebAssembly file as gzip, kept in `cache`: it is large and changes with Pyodide only."""
    known = cache / f"packed-{hashlib.sha256(data).hexdigest()[:16]}.gz"
    if not known.is_file():
        archive.write_whole(known, archive.gzip_bytes(data, _LARGE[WASM]))
    return known.read_bytes()


def _without_command(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Our package without its command line, which no page can use."""
    return {path: data for path, data in sources.items() if not path.endswith("__main__.py")}


def _provenance(npm: Npm, root: Path, files: Mapping[str, bytes]) -> bytes:
    """Where every file comes from: versions, licences, bytes and SHA-256."""
    entries: dict[str, dict[str, int | str]] = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in sorted(files.items())
    }
    versions = {"pyodide": npm.version, "python": npm.python}
    versions |= {package: version(package) for package in PACKAGES + ON_DEMAND}
    data = {
        "folder": _folder(entries, root),
        "versions": versions,
        "licences": _LICENCES,
        "files": entries,
    }
    return (json.dumps(data, indent=1) + "\n").encode()


def _folder(entries: Mapping[str, object], root: Path) -> str:
    """The folder's name; a change of our scripts changes it too, for they belong together."""
    scripts = sorted((root / _SCRIPTS).glob("*.js"))
    parts = [json.dumps(entries, sort_keys=True).encode(), *(s.read_bytes() for s in scripts)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def key_of(npm: Npm, root: Path, model_json: bytes) -> str:
    """A hash of everything that the published bytes are made from."""
    tools = Path(__file__).parent
    folders = (root / "widgets", tools, tools.with_name("stand_ins"), root / _SCRIPTS)
    inputs = [
        p for f in folders for p in sorted(f.rglob("*")) if p.suffix in (".py", ".js", ".yaml")
    ]
    inputs += [root / name for name in ("pyproject.toml", "README.md", "LICENSE")]
    inputs += root.glob(STRUCTURES)
    inputs += [npm.folder / name for name in ("python_stdlib.zip", *_FROM_NPM.values())]
    digest = hashlib.sha256(model_json)
    digest.update(json.dumps([version(package) for package in PACKAGES + ON_DEMAND]).encode())
    for path in inputs:
        digest.update(f"\0{path.name}\0".encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()[:16]


def _write_all(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of a folder; it appears whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        stage = Path(name) / folder.name
        stage.mkdir()
        for file, data in files.items():
            (stage / file).write_bytes(data)
        shutil.rmtree(folder, ignore_errors=True)
        stage.rename(folder)
    kept = sorted(folder.parent.iterdir(), key=lambda path: path.stat().st_mtime)
    for old in kept[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
