"""The front matter and the title of a page."""

import re

_TITLE = re.compile(r'^title: (?:"(.*)"|(.*))$', re.MULTILINE)
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


def title(markdown: str) -> str:
    """Title of a page: of its front matter, or its first heading."""
    if match := _TITLE.search(markdown):
        return (match[1] or match[2] or "").replace('\\"', '"').replace("\\\\", "\\")
    match = _HEADING.search(markdown)
    return match[1] if match else ""


FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
