"""Addresses that never change, and old addresses that lead to where a page has moved.

Each is a small static page that sends the reader on: `/p/<practice>/`, `/f/<failure factor>/`,
`/d/<dimension>/`, `/s/<structure>/`, and every line of `docs/redirects.yaml`.
"""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.reading.yaml12 import read
from build_tools.site.policy import with_meta

SHORT = {"practices": "p", "why-it-fails": "f", "dimensions": "d", "structures": "s"}
"""First part of the permanent address, by the folder in which the pages stand today."""

REDIRECTS = "redirects.yaml"


class RedirectError(BuildError):
    """A redirect that leads nowhere; the message names it."""


def redirects(addresses: Mapping[str, str], docs: Path) -> dict[str, bytes]:
    """Redirect pages by address.

    `addresses` maps every page of the site, such as `practices/x.md`, to its title.
    Raises `RedirectError` for an old address whose new one does not exist.
    """
    leads = dict(_permanent(addresses))
    for old, new in _moved(docs).items():
        if f"{new.rstrip('/')}.md" not in addresses and f"{new}index.md" not in addresses:
            leads_nowhere = Mistake(f"docs/{REDIRECTS}", old, f"leads to “{new}”, which is no page")
            raise RedirectError(leads_nowhere)
        leads[old] = new
    return {f"{old}index.html": page(old, new) for old, new in leads.items()}


def _permanent(addresses: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for address in addresses:
        folder, _, name = address.removesuffix(".md").partition("/")
        if folder in SHORT and name and "/" not in name and name != "index":
            yield f"{SHORT[folder]}/{name}/", f"{folder}/{name}/"


def _moved(docs: Path) -> dict[str, str]:
    if not (docs / REDIRECTS).is_file():
        return {}
    document = read(docs / REDIRECTS, f"docs/{REDIRECTS}")
    if document.mistakes:
        raise RedirectError(*document.mistakes)
    return dict(document.value)


def page(old: str, new: str) -> bytes:
    """The page at `old` that sends a reader to `new`; both end in a slash."""
    root = "../" * old.count("/")
    target = escape(root + new)
    return with_meta(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<title>Moved</title><link rel="canonical" href="{target}">'
        f'<link rel="icon" href="{root}assets/images/favicon.svg">'
        f'<meta http-equiv="refresh" content="0; url={target}"></head>'
        f'<body><p>This page is <a href="{target}">here</a>.</p></body></html>\n'
    ).encode()
