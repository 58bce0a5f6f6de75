"""Byte-compiles sources and writes archives whose bytes depend on nothing but their content."""

import gzip
import importlib.util
import io
import marshal
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from types import CodeType

_UNCHECKED = (1).to_bytes(4, "little")
"""Flag of a `.pyc` that names the hash of its source but never looks for the source (PEP 552)."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
HEADER = 16
"""Bytes before the code of a `.pyc`: for which Python it is, and the hash of its source."""


def compile_pyc(name: str, source: bytes, optimize: int = 0) -> bytes:
    """Compile one source to an unchecked-hash `.pyc`; `name` becomes the file name in tracebacks.

    `optimize` is that of `compile`: 0 keeps docstrings and asserts, 2 drops both.
    """
    code = compile(source, name, "exec", dont_inherit=True, optimize=optimize)
    return pack_pyc(code, importlib.util.source_hash(source))


_SMALL = partial(compile_pyc, optimize=2)


def pack_pyc(code: CodeType, source_hash: bytes) -> bytes:
    """The bytes of an unchecked-hash `.pyc`."""
    return importlib.util.MAGIC_NUMBER + _UNCHECKED + source_hash + marshal.dumps(code)


def unpack_pyc(data: bytes) -> CodeType:
    """The code object inside a `.pyc` of this Python."""
    code: CodeType = marshal.loads(data[HEADER:])  # noqa: S302 - compiled a moment ago, by us
    return code


def compile_all(
    sources: Mapping[str, bytes],
    compiled: Callable[[str, bytes], bytes] = _SMALL,
) -> dict[str, bytes]:
    """Every `.py` of {path: bytes} as a `.pyc`, `compiled` from path and source; others stay."""
    return {
        f"{path}c" if path.endswith(".py") else path: (
            compiled(path, data) if path.endswith(".py") else data
        )
        for path, data in sources.items()
    }


def compile_library(stock: Path, out: Path) -> None:
    """Compile the standard library's zip as small as it gets: no docstrings, asserts or columns.

    Columns can be left out only by an option of the interpreter, hence the second process.
    """
    options = ("-I", "-X", "no_debug_ranges")
    subprocess.run([sys.executable, *options, __file__, str(stock), str(out)], check=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that other processes may read meanwhile: it is there whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(path)


def zip_bytes(files: Mapping[str, bytes], compress: bool = False) -> bytes:
    """A zip of {path: bytes}: sorted, dated 1980, stored unless `compress`."""
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=9 if compress else None) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = method, 3
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, files[name])
    return out.getvalue()


def gzip_bytes(data: bytes, level: int = 9) -> bytes:
    """Gzip without a date, as small as it gets unless a lower `level` is given."""
    return gzip.compress(data, level, mtime=0)


def read_zip(data: bytes, endings: Iterable[str] = ("",)) -> dict[str, bytes]:
    """The files of a zip whose names have one of the endings, as {path: bytes}."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {name: archive.read(name) for name in names if name.endswith(tuple(endings))}


if __name__ == "__main__":
    _stock, _out = (Path(argument) for argument in sys.argv[1:])
    _sources = read_zip(_stock.read_bytes(), (".py",))
    write_whole(_out, zip_bytes(compile_all(_sources)))
