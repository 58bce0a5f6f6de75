"""Asks the Pyodide of the npm package, run under Node, what only it knows; writes no archive."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools import BuildError, Mistake

_SCRIPT = """
import { readFileSync } from "node:fs";
const [npm, stdLibURL, archive] = process.argv.slice(1);
const { loadPyodide } = await import(npm + "/pyodide.mjs");
const python = await loadPyodide({ indexURL: npm + "/", stdLibURL });
if (archive) python.FS.writeFile("/tmp/project.zip", readFileSync(archive));
try {
  process.stdout.write("\\n" + python.runPython(readFileSync(0, "utf8")));
} catch (error) {
  process.stderr.write(error.message);
  process.exitCode = 1;
}
"""


PYODIDE = "node_modules/pyodide"
SETUP = "run `make setup`"


class RuntimeBuildError(BuildError):
    """The machine, not the author of a page, must change before the runtime can be built."""


@dataclass(frozen=True, slots=True)
class Npm:
    """The unpacked npm package of Pyodide and what it says about itself."""

    folder: Path
    version: str
    """Version of Pyodide, for example 0.29.5."""
    info: Mapping[str, str]
    """The `info` block of its lock file: ABI, platform and Python version."""

    @property
    def python(self) -> str:
        """Version of Python inside the WebAssembly file."""
        return self.info["python"]


def find_npm(root: Path) -> Npm:
    """Read the npm package under `root`; a missing one is a `RuntimeBuildError`."""
    folder = (root / "node_modules" / "pyodide").resolve()
    if not (folder / "pyodide.asm.wasm").is_file():
        must = "the npm package must be installed"
        raise RuntimeBuildError(Mistake(PYODIDE, "", "not there", must, SETUP))
    version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
    lock = json.loads((folder / "pyodide-lock.json").read_text("utf-8"))
    return Npm(folder, version, lock["info"])


def ask(npm: Npm, program: str, library: Path, archive: Path | None = None) -> str:
    """Run Python text in a fresh Pyodide and return the value of its last expression.

    `library` is its standard library; `archive`, if given, is readable there as /tmp/project.zip.
    """
    command = [_node(), "--input-type=module", "-e", _SCRIPT, str(npm.folder), str(library)]
    command += [str(archive)] if archive else []
    run = subprocess.run(command, input=program, capture_output=True, text=True, check=False)
    if run.returncode:
        last = [line[:300] for line in run.stderr.strip().splitlines()[-40:]]
        found = f"stopped with code {run.returncode}"
        do = "\n".join(["read what it said:", *last])
        where = f"Pyodide {npm.version} under Node"
        raise RuntimeBuildError(Mistake("", where, found, "the program must end", do))
    return run.stdout.rsplit("\n", 1)[-1]


def check_python(npm: Npm) -> None:
    """Refuse a host Python whose byte code is not that of the package's Python.

    Byte code is the same within a minor version; the tour then runs what was compiled.
    """
    wanted, here = npm.python.split(".")[:2], [str(part) for part in sys.version_info[:2]]
    if wanted != here:
        short = ".".join(wanted)
        must = f"Pyodide {npm.version} reads byte code of Python {short} only"
        do = f"build with Python {short}, the version named in .python-version: {SETUP}"
        raise RuntimeBuildError(Mistake(f"Python {sys.version.split()[0]}", must=must, do=do))


def _node() -> str:
    """Node beside the running Python, where its PyPI package puts it, or on the path."""
    beside = Path(sys.executable).parent / "node"
    found = str(beside) if beside.is_file() else shutil.which("node")
    if not found:
        must = "Node must be installed beside Python"
        raise RuntimeBuildError(Mistake("node", "", "not found", must, SETUP))
    return found
