"""Addresses that never change, and old addresses that lead to where a page has moved.

Each is a small static page that sends the reader on: the short address of every page, and every
line of `docs/redirects.yaml`.  Both addresses of a practice that left the model lead to the one
that it became, or to the page that says what did.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.addresses.onward import Around, Said, onward
from build_tools.addresses.short import short, standing
from build_tools.reading.yaml12 import read
from widgets.core.model.release_maps import Migration, became

REDIRECTS = "redirects.yaml"


class RedirectError(BuildError):
    """A redirect that leads nowhere; the message names it."""


CHANGES = "method/model-changes/"
"""The page that says what became of every practice, each under its id."""


def redirects(
    pages: Mapping[str, Said],
    docs: Path,
    steps: Sequence[Migration] = (),
    around: Around | None = None,
    cards: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The pages that lead on, by the address of their file, each without a policy.

    `pages` says of every page of the site, such as `practices/x.md`, what it is; `steps` are the
    maps between releases of the model, `around` what all share, `cards` the picture of each page.
    Raises `RedirectError` for an old address whose new one does not exist.
    """
    around, cards = around or Around(), cards or {}
    leads = dict(_short(pages))
    for old, new in _moved(docs).items():
        if not _page(new, pages):
            leads_nowhere = Mistake(f"docs/{REDIRECTS}", old, f"leads to “{new}”, which is no page")
            raise RedirectError(leads_nowhere)
        leads[old] = new
    told = {old: (new, "This page is {}.", "here") for old, new in leads.items()}
    made = {}
    for old, (new, words, link) in (told | dict(_left(pages, steps))).items():
        page = _page(new, pages)
        said = pages.get(page, Said("Moved"))
        made[f"{old}index.html"] = onward(
            old, new, said, around, card=cards.get(page, ""), words=words, link=link
        )
    return made


def _page(new: str, pages: Mapping[str, Said]) -> str:
    """Which of `pages` stands at the address `new`; empty: none."""
    there = new.partition("#")[0]
    names = (f"{there.rstrip('/')}.md", f"{there}index.md")
    return next((name for name in names if name in pages), "")


def _left(
    pages: Mapping[str, Said], steps: Sequence[Migration]
) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Both addresses of each practice that left: where they lead, in which words, and the link."""
    for step in steps:
        for thing, words in step.left_words().items():
            kind, _, id = thing.partition(" ")
            if kind != "practice":
                continue
            now = [one.partition(" ")[2] for one in became(steps, thing)]
            found = [pages.get(f"practices/{one}.md") for one in now]
            alone = found[0] if len(found) == 1 else None
            new = f"practices/{now[0]}/" if alone else f"{CHANGES}#{id}"
            how = "is asked in another way now" if now else "is no longer asked"
            says = f"“{words['statement'].rstrip('.')}” {how}: see {{}}."
            link = alone.title if alone else "what became of it"
            for old in (f"p/{id}/", f"practices/{id}/"):
                yield old, (new, says, link)


def _short(pages: Mapping[str, Said]) -> Iterator[tuple[str, str]]:
    stands = standing(pages)
    for address, made in short(pages).items():
        if made != stands[address]:
            yield made, stands[address]


def _moved(docs: Path) -> dict[str, str]:
    """Old address to new, as `docs` says; the new one may end in `#` and a heading's id."""
    if not (docs / REDIRECTS).is_file():
        return {}
    document = read(docs / REDIRECTS, f"docs/{REDIRECTS}")
    if document.mistakes:
        raise RedirectError(*document.mistakes)
    return dict(document.value)
