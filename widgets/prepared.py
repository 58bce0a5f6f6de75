"""Spares the browser a compiling that the build has done: the methods of data classes.

`dataclasses` writes the methods of every class as text and compiles it while the class is made. In
WebAssembly that took most of the time between Python's start and a first score. The build notes
the texts (`build_tools.runtime.tour`), compiles them, and packs them as `widgets/prepared.bin`:
marshalled {`key` of a text: code}. A text that is not among them is compiled as ever.
"""

import _sha2  # type: ignore[import-not-found] # `hashlib` would bring more than a first score needs
import dataclasses
import marshal
from pkgutil import get_data
from types import CodeType
from typing import Any

FILE = "prepared.bin"


def key(text: str) -> bytes:
    """By what a compiled text is found: the beginning of its SHA-256; the text would be longer."""
    found: bytes = _sha2.sha256(text.encode()).digest()
    return found[:8]


def install() -> None:
    """Has `dataclasses` take what was packed; to be called before the first class is made."""
    codes: dict[bytes, CodeType] = marshal.loads(get_data("widgets", FILE) or b"")  # noqa: S302
    run = exec

    def execute(text: str, variables: dict[str, Any], names: dict[str, Any]) -> None:
        run(codes.get(key(text), text), variables, names)

    vars(dataclasses)["exec"] = execute  # a global of the module comes before the built-in
