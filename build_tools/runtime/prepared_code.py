"""Compiles what data classes would compile in the browser: see `widgets.prepared`."""

import marshal
from collections.abc import Iterable
from types import CodeType

from build_tools.runtime.archive import compile_lean, unpack_pyc
from widgets.prepared import key


def compile_texts(texts: Iterable[str]) -> bytes:
    """What `widgets.prepared` reads: {key: code} of each text, without places in the text."""
    named = {f"{at}.py": text for at, text in enumerate(texts)}
    packed = compile_lean({name: text.encode() for name, text in named.items()})
    codes = {name: unpack_pyc(data) for name, data in packed.items()}
    return marshal.dumps({key(text): _bare(codes[f"{name}c"]) for name, text in named.items()})


def _bare(code: CodeType) -> CodeType:
    """`code` and what it holds without the places that a traceback would name."""
    inner = (_bare(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_filename="<made>", co_consts=tuple(inner))
