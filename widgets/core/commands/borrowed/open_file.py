"""Opens a file that the reader chose or dropped."""

from collections.abc import Mapping
from typing import Any

from widgets.core.files.refusals import RefusedError
from widgets.core.importing.given_file import given_file, shown
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.import_panel import asking, looked_into

TEAM = "team"
"""The widget on whose page a file is one rater's answers."""


def run(desk: Desk) -> Reply:
    """Says what the file holds, or why it cannot be opened."""
    if desk.widget == TEAM:
        from widgets.core.team.adding import from_files  # noqa: PLC0415 - only that page needs it

        return from_files(desk)
    handed: Mapping[str, Any] = desk.given.get("file") or {}
    try:
        file = given_file(handed)
    except RefusedError as refused:
        return asking(desk, refused, f"The file “{shown(str(handed.get('name', '')))}”")
    return looked_into(desk, file.content, file.source)
