"""Modules that take the place of larger ones in the browser, whose code a score never runs.

Pyodide and `dataclasses` import much that they need for what nobody does here: tasks, signatures,
loading of packages.  In WebAssembly that took a third of the time between the program and a first
score.  Each file here stands under its path in the first archive, in place of the library's, and
has only what is reached.  Where `STANDS_IN` is set it gives way (`widgets.worker`) to the real one,
which the whole library brings.
"""

from collections.abc import Mapping
from pathlib import Path


def stand_ins() -> Mapping[str, bytes]:
    """{path in the library: source} of all of them."""
    here = Path(__file__).parent
    found = (path for path in sorted(here.rglob("*.py")) if path != Path(__file__))
    return {path.relative_to(here).as_posix(): path.read_bytes() for path in found}
