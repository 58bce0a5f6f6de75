"""Addresses that never change, and old addresses that lead to where a page has moved.

Each is a small static page that sends the reader on: `/p/<practice>/`, `/f/<failure factor>/`,
`/d/<dimension>/`, `/s/<structure>/`, `/t/<paper>/`, and every line of `docs/redirects.yaml`.  Both
addresses of a practice that left the model lead to the one that it became, or to the page that says
what did.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.reading.yaml12 import read
from build_tools.site.policy import with_meta
from widgets.core.model.release_maps import Migration, became
from widgets.core.words.quotes import curly_html

SHORT = {"practices": "p", "why-it-fails": "f", "dimensions": "d", "structures": "s", "papers": "t"}
"""First part of the permanent address, by the folder in which the pages stand today."""

REDIRECTS = "redirects.yaml"


class RedirectError(BuildError):
    """A redirect that leads nowhere; the message names it."""


CHANGES = "method/model-changes/"
"""The page that says what became of every practice, each under its id."""


def redirects(
    addresses: Mapping[str, str], docs: Path, steps: Sequence[Migration] = ()
) -> dict[str, bytes]:
    """Redirect pages by address.

    `addresses` maps every page of the site, such as `practices/x.md`, to its title; `steps` are
    the maps between releases of the model.
    Raises `RedirectError` for an old address whose new one does not exist.
    """
    leads = dict(_permanent(addresses))
    for old, new in _moved(docs).items():
        page_there = new.partition("#")[0]
        if not {f"{page_there.rstrip('/')}.md", f"{page_there}index.md"} & addresses.keys():
            leads_nowhere = Mistake(f"docs/{REDIRECTS}", old, f"leads to “{new}”, which is no page")
            raise RedirectError(leads_nowhere)
        leads[old] = new
    made = {f"{old}index.html": page(old, new) for old, new in leads.items()}
    return made | {f"{old}index.html": found for old, found in _left(addresses, steps)}


def _left(addresses: Mapping[str, str], steps: Sequence[Migration]) -> Iterator[tuple[str, bytes]]:
    """Both addresses of each practice that left the model, and the page there."""
    for step in steps:
        for thing, words in step.left_words().items():
            kind, _, id = thing.partition(" ")
            if kind != "practice":
                continue
            now = [one.partition(" ")[2] for one in became(steps, thing)]
            titles = [addresses.get(f"practices/{one}.md", "") for one in now]
            alone = len(now) == 1 and titles[0]
            new = f"practices/{now[0]}/" if alone else f"{CHANGES}#{id}"
            how = "is asked in another way now" if now else "is no longer asked"
            says = f"“{words['statement'].rstrip('.')}” {how}: see {{}}."
            name = titles[0] if alone else "what became of it"
            for old in (f"p/{id}/", f"practices/{id}/"):
                yield old, page(old, new, says, name)


def _permanent(addresses: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for address in addresses:
        folder, _, name = address.removesuffix(".md").partition("/")
        if folder in SHORT and name and "/" not in name and name != "index":
            yield f"{SHORT[folder]}/{name}/", f"{folder}/{name}/"


def _moved(docs: Path) -> dict[str, str]:
    """Old address to new, as `docs` says; the new one may end in `#` and a heading's id."""
    if not (docs / REDIRECTS).is_file():
        return {}
    document = read(docs / REDIRECTS, f"docs/{REDIRECTS}")
    if document.mistakes:
        raise RedirectError(*document.mistakes)
    return dict(document.value)


def page(old: str, new: str, says: str = "This page is {}.", name: str = "here") -> bytes:
    """The page at `old`, which ends in a slash, that sends a reader to `new`.

    `says` are its words, with the place of the link, which is called `name`.
    """
    root = "../" * old.count("/")
    target = escape(root + new)
    words = curly_html(escape(says).format(f'<a href="{target}">{escape(name)}</a>'))
    return with_meta(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<title>Moved</title><link rel="canonical" href="{target}">'
        f'<link rel="icon" href="{root}assets/images/favicon.svg">'
        f'<meta http-equiv="refresh" content="0; url={target}"></head>'
        f"<body><p>{words}</p></body></html>\n"
    ).encode()
