"""The short address of each page: one letter for what it is, then its id or its key.

It never changes when a page is renamed, moved or reworded.  What stands on a page is reached by its
id behind the address of the page: a heading, a rung, a fact, a word of the glossary.
"""

from collections.abc import Iterable, Mapping

from build_tools import BuildError, Mistake
from build_tools.addresses.onward import Said

LETTERS: Mapping[str, tuple[str, str]] = {
    "practices": ("p", ""),
    "why-it-fails": ("f", ""),
    "dimensions": ("d", ""),
    "structures": ("s", ""),
    "papers": ("t", ""),
    "evidence/sources": ("r", ""),
    "evidence/facts": ("a", "facts-"),
    "examples": ("a", "example-"),
    "method/cases": ("a", "case-"),
    "structures/table": ("a", "fit-"),
    "own": ("a", "own-"),
}
"""The letter of the pages in a folder, and what their key begins with; any other page has `a`."""


class AddressError(BuildError):
    """Two pages that would have one address."""


def short(pages: Mapping[str, Said]) -> dict[str, str]:
    """The short address of each page, by the address of its Markdown such as `practices/x.md`.

    A page at the root of the site, and a figure, stands at its short address already.
    Raises `AddressError` where two pages would share one.
    """
    found: dict[str, str] = {}
    for address, said in pages.items():
        made = _short(address, said.key)
        if made in found.values():
            other = next(a for a, taken in found.items() if taken == made)
            share = Mistake(
                f"docs/{address}",
                "key",
                f"has the short address “{made}”, as docs/{other} has",
                "each page has one of its own",
                "give the newer page a line `key: …` in its front matter",
            )
            raise AddressError(share)
        found[address] = made
    return found


def _short(address: str, key: str) -> str:
    parts = address.removesuffix(".md").removesuffix("/index").split("/")
    if parts == ["index"]:
        return ""
    folder, name = "/".join(parts[:-1]), parts[-1]
    if not folder or folder == "g":
        return f"{'/'.join(parts)}/"
    letter, before = LETTERS.get(folder, ("a", ""))
    if address.endswith("/index.md"):
        letter, before = "a", ""
    return f"{letter}/{key or before + name}/"


def standing(pages: Iterable[str]) -> dict[str, str]:
    """Where each page stands today in the site, by the address of its Markdown."""
    return {a: f"{a.removesuffix('.md')}/".removesuffix("index/") for a in pages}
