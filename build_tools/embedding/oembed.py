"""oEmbed documents: what a wiki that knows oEmbed fetches when somebody pastes an address of ours.

A site of files has no provider that answers a question; so each page names its own document, which
is written once.  Addresses in it must be absolute: a build that knows no address writes none.
"""

import json
import re
from collections.abc import Mapping

from build_tools.embedding.snippet import FRAME, filled

FOLDER = "oembed"

WIDTH, HEIGHT = 700, 600
"""Pixels; whoever knows our messages lets the frame grow."""

DAY = 24 * 60 * 60
"""Seconds for which a wiki may keep the document."""


def document(page: str) -> str:
    """Where the document of the page at `page`, an address from the root, stands: from the root."""
    return f"{FOLDER}/{page.rstrip('/') or 'index'}.json"


def documents(titles: Mapping[str, str], site: str, provider: str) -> dict[str, bytes]:
    """The document of each page by its address from the root; none where `site` is empty.

    `titles` by the address of a page's Markdown; `site` is the site's own address, with a slash at
    its end.
    """
    if not site:
        return {}
    found = {}
    for source, title in titles.items():
        page = re.sub(r"(^|/)index$", r"\1", source.removesuffix(".md"))
        page = f"{page}/" if page and not page.endswith("/") else page
        size = {"width": WIDTH, "height": HEIGHT}
        told = {
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": provider,
            "provider_url": site,
            "cache_age": DAY,
            "html": filled(FRAME, {"src": f"{site}{page}?embed", "title": title, **size}),
            **size,
        }
        found[document(page)] = json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"
    return found
