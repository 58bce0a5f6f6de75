"""Finds pages for reading that only the navigation leads to."""

import posixpath
from collections.abc import Iterator, Mapping, Set

from build_tools.text.page_reading import GUIDE

_BEHIND = ("evidence/sources", "evidence/facts")
"""Folders that citations lead to."""


def mistakes(links: Mapping[str, Set[str]]) -> Iterator[str]:
    """A sentence for each page of the guide that no other page links to.

    `links` has every page, and the files that its text links to, itself perhaps among them.
    """
    linked = {to for file, targets in links.items() for to in targets if to != file}
    for file in links:
        read = file.startswith((*GUIDE, "evidence/")) and posixpath.dirname(file) not in _BEHIND
        if read and file not in linked:
            yield f"docs/{file}: no other page links to it; link to it where a reader needs it"
