"""How citations are written in Markdown, and where none can stand."""

import re
from collections.abc import Callable

CITATION = re.compile(r"\[([@=])([A-Za-z0-9][A-Za-z0-9-]*)\]")

JUDGEMENT = "judgement"
"""What `[=judgement]` names: no source, but our own view."""

_CODE = re.compile(r"(^ *(`{3,}|~{3,}).*?^ *\2 *$|`+[^`\n]+`+)", re.MULTILINE | re.DOTALL)
"""Code blocks and code spans, in which nothing is a citation."""


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """`text` with `change` applied to all that is not code."""
    parts, start = [], 0
    for code in _CODE.finditer(text):
        parts += [change(text[start : code.start()]), code[0]]
        start = code.end()
    return "".join([*parts, change(text[start:])])
