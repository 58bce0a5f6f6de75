"""Opens a file that the reader chose or dropped."""

from collections.abc import Mapping
from typing import Any

from widgets.core.desk import Desk, Reply
from widgets.core.import_panel import asking, looked_into
from widgets.core.incoming import too_large

TEAM = "team"
"""The widget on whose page a file is one rater's answers."""
LONGEST = 60
"""Characters of a file's name that are shown."""


def run(desk: Desk) -> Reply:
    """Says what the file holds, or why it cannot be opened."""
    if desk.widget == TEAM:
        from widgets.core.team import from_files  # noqa: PLC0415 - only that page needs it

        return from_files.run(desk)
    file: Mapping[str, Any] = desk.given.get("file") or {}
    name, text = str(file.get("name", "")), file.get("text")
    shown = "".join(letter for letter in name if letter.isprintable())
    shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    source = f"the file “{shown}”"
    if not isinstance(text, str):
        return asking(desk, f"The file “{shown}”: {too_large(int(file.get('size') or 0))}")
    return looked_into(desk, text, source)
