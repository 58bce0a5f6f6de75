"""What the single file holds in place of a server: Python as text, packed."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from modulefinder import ModuleFinder
from pathlib import Path
from types import CodeType

from build_tools.runtime.archive import gzip_bytes, read_zip, unpack_pyc, zip_bytes
from build_tools.runtime.build import ARCHIVE, LIBRARY, MORE, PACKED, WASM
from build_tools.runtime.sources import ON_DEMAND

_BY_NAME = ("encodings",)
"""What Python finds by a name in a text, and no import tells."""


def packed(data: bytes) -> str:
    """`data` as gzip, as base 64."""
    return b64encode(gzip_bytes(data)).decode()


def program(runtime: Path) -> str:
    """The WebAssembly file, as `packed` gives it."""
    return b64encode((runtime / f"{WASM}{PACKED}").read_bytes()).decode()


def archive(runtime: Path) -> bytes:
    """One archive in place of three: all that a page of the site may ask for, and no more.

    The first two as they are; of the whole library, the packages of the exports and what these
    import.
    """
    files = read_zip((runtime / ARCHIVE).read_bytes()) | read_zip((runtime / MORE).read_bytes())
    library = read_zip((runtime / LIBRARY).read_bytes())
    waiting = [path for path in library if path.split("/")[0] in (*ON_DEMAND, *_BY_NAME)]
    while waiting:
        path = waiting.pop()
        if path not in files:
            files[path] = library[path]
            waiting += imported(path, library)
    return zip_bytes(files)


def imported(path: str, library: Mapping[str, bytes]) -> set[str]:
    """Paths in `library` of the modules that the one at `path` imports anywhere, by its code."""
    if not path.endswith(".pyc"):
        return set()
    names: set[str] = set()
    package = path.removesuffix(".pyc").removesuffix("/__init__").split("/")
    if not path.endswith("/__init__.pyc"):
        package = package[:-1]
    for code in _codes(unpack_pyc(library[path])):
        for kind, what in ModuleFinder().scan_opcodes(code):
            if kind == "absolute_import":
                names |= _parts(what[1], what[0])
            elif kind == "relative_import":
                above = package[: len(package) - what[0] + 1]
                names |= _parts(".".join(filter(None, (*above, what[2]))), what[1])
    paths = {name.replace(".", "/") for name in names}
    return {f for p in paths for f in (f"{p}.pyc", f"{p}/__init__.pyc") if f in library}


def _parts(module: str, members: tuple[str, ...] | None) -> set[str]:
    """`module`, the packages around it, and what is taken from it, which may be modules too."""
    steps = module.split(".")
    around = {".".join(steps[: at + 1]) for at in range(len(steps))}
    return around | {f"{module}.{member}" for member in members or ()}


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
