"""Finds which library modules the widgets need, by a tour of them all in Pyodide under Node.

And compiles what data classes would compile in the browser: see `widgets.prepared`.
"""

import ast
import hashlib
import json
import marshal
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

from build_tools.runtime.archive import write_whole, zip_bytes
from build_tools.runtime.lean import lean_code, unannotated
from build_tools.runtime.node import Npm, ask
from widgets import prepared

ALLOWED: Mapping[str, str] = {
    "encodings/ascii.py": "looked up by name at its first use",
    "encodings/latin_1.py": "looked up by name at its first use",
    "urllib/__init__.py": "the notice of answers under another address names that address",
    "urllib/parse.py": "the same",
    "ipaddress.py": "urllib.parse imports it",
}
"""Modules that the first widgets may need where the tour does not: {file in the library: why}."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Paths of modules inside their archives."""

    first: frozenset[str]
    """In use once every widget that is not late was drawn, and those allowed."""
    all: frozenset[str]
    """In use at the end, and the same."""
    compiled: tuple[str, ...]
    """Texts that data classes of the first widgets are made from, sorted."""


_TOUR = Path(__file__).with_name("tour.py")


def reached_files(
    npm: Npm,
    compiled: Mapping[str, bytes],
    library: Mapping[str, bytes],
    messages: Mapping[str, Sequence[str]],
    cache: Path,
) -> Reached:
    """The modules in use on the tour, named as sources.

    `compiled` is {path: bytes} of our package and what it needs, and `library` the standard one
    with what stands in for parts of it, both as they will be published; `messages` are what pages
    would send to the worker, under "first" and "later".  The answer is kept in `cache` until a
    module, not the model's text, changes.
    """
    program = f"{_TOUR.read_text('utf-8')}\nanswer"
    modules = {path: data for path, data in compiled.items() if path.endswith(".pyc")}
    sent = json.dumps({**messages, "modules": list(_names(modules))}).encode()
    standard = zip_bytes(library)
    key = hashlib.sha256(
        f"{npm.version}{program}".encode() + standard + zip_bytes(modules) + sent
    ).hexdigest()[:16]
    known = cache / f"reach-{key}.json"
    if not known.is_file():
        with tempfile.TemporaryDirectory() as folder:
            archive, lent = (Path(folder) / name for name in ("project.zip", "library.zip"))
            lent.write_bytes(standard)
            nothing = {f"widgets/{prepared.FILE}": compile_texts(())}
            archive.write_bytes(zip_bytes({**compiled, **nothing, "messages.json": sent}))
            answer = ask(npm, program, lent, archive)
        write_whole(known, answer.encode())
    found = json.loads(known.read_text("utf-8"))
    first, every = (frozenset(found[name]) | ALLOWED.keys() for name in ("first", "all"))
    return Reached(first, every, tuple(found["compiled"]))


def _names(modules: Iterable[str]) -> Iterator[str]:
    """The names under which our modules are imported."""
    for path in modules:
        if path.startswith("widgets/"):
            yield path.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")


def compile_texts(texts: Iterable[str]) -> bytes:
    """What `widgets.prepared` reads: {key: code} of each text, without places in the text."""
    codes = {prepared.key(text): lean_code("<made>", _asking_less(text)) for text in texts}
    return marshal.dumps({key: _placeless(code) for key, code in codes.items()})


def _asking_less(text: str) -> ast.Module:
    """`text` of one function, which is called by names alone, taking by name only what it uses."""
    tree = unannotated(ast.parse(text))
    used = {part.id for part in ast.walk(tree) if isinstance(part, ast.Name)}
    for made in tree.body:
        if isinstance(made, ast.FunctionDef):
            made.args.args = [given for given in made.args.args if given.arg in used]
            made.args.kwarg = ast.copy_location(ast.arg("_"), made)
    return tree


def _placeless(code: CodeType) -> CodeType:
    """`code` and what it holds without the lines that a traceback would name."""
    inner = (_placeless(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(inner))
