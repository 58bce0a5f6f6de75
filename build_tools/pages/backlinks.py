"""Which pages lead to a page, so that each can say what builds on it."""

import posixpath
import re
from collections.abc import Mapping

from build_tools.text.markdown import outside_code, title
from build_tools.text.page_reading import GUIDE
from build_tools.text.wording import plain

_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+\.md)(?:#[^)]*)?\)")

MOST = 8
"""Most pages that one page names; the rest is found by search."""


def backlinks(pages: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each page of the guide, the hand-written pages whose text links to it.

    `pages` maps the addresses of hand-written pages to their Markdown. Section pages lead to
    everything below them, which says nothing, so they are left out.
    """
    found: dict[str, list[str]] = {}
    for address, markdown in pages.items():
        if not address.startswith(GUIDE) or address.endswith("index.md"):
            continue
        for target in dict.fromkeys(_targets(address, markdown)):
            if target != address:
                found.setdefault(target, []).append(address)
    return {target: tuple(sources) for target, sources in found.items()}


def _targets(address: str, markdown: str) -> list[str]:
    folder, links = posixpath.dirname(address), list[str]()

    def gather(part: str) -> str:
        links.extend(_LINK.findall(part))
        return part

    outside_code(markdown, gather)
    return [posixpath.normpath(posixpath.join(folder, link)) for link in links]


def named(address: str, leading: Mapping[str, tuple[str, ...]], pages: Mapping[str, str]) -> str:
    """Markdown to put at the end of the page at `address`; empty where nothing leads to it."""
    sources = leading.get(address, ())[:MOST]
    if not address.startswith(GUIDE) or not sources:
        return ""
    folder = posixpath.dirname(address)
    links = [f"[{plain(title(pages[s]))}]({posixpath.relpath(s, folder)})" for s in sources]
    return f"\n\nBuilds on this page: {' · '.join(links)}\n{{ .kam-crumb }}\n"
