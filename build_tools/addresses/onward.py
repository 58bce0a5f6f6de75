"""The small page at a short or an old address: it says what it leads to, and sends a reader there.

Wikis and chats read its head for their previews, so it has the title, the description and the
picture of the page behind it.  A script carries query and fragment on; without scripts the page
itself leads on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from widgets.core.words import guide
from widgets.core.words.quotes import curly, curly_html

CARDS = "assets/cards/"
"""Where the site keeps preview images."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the front matter of a page says of it."""

    title: str
    description: str = ""
    key: str = ""
    """The last part of its short address, where that is not the name of its file."""


@dataclass(frozen=True, slots=True)
class Around:
    """What every such page of one build shares."""

    name: str = guide.NAME
    """What the site is called."""
    script: str = ""
    """Address of the script that carries query and fragment on, from the root."""
    url: str = ""
    """Where the site stands, ending in a slash; empty where the build does not know."""


def onward(
    old: str,
    new: str,
    said: Said,
    around: Around,
    *,
    card: str = "",
    words: str = "This page is {}.",
    link: str = "here",
) -> str:
    """The page at `old`, which ends in a slash, that sends a reader to `new`; without a policy.

    `said` is what `new` says of itself and `card` the file of its picture; `words` have the place
    of the `link`, whose words it is.
    """
    root = "../" * old.count("/")
    target = escape(root + new)
    text = curly_html(escape(words).format(f'<a href="{target}">{escape(link)}</a>'))
    script = f'<script src="{root}{around.script}" data-to="{target}"></script>'
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(_titled(said, around))}</title>"
        f'<link rel="canonical" href="{escape(around.url + new) if around.url else target}">'
        f'<link rel="icon" href="{root}assets/images/favicon.svg">'
        f"{''.join(_preview(new, said, around, card))}"
        f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>'
        f"{script if around.script else ''}</head><body><p>{text}</p></body></html>\n"
    )


def _titled(said: Said, around: Around) -> str:
    title = curly(said.title)
    return title if title == around.name else f"{title} - {around.name}"


def _preview(new: str, said: Said, around: Around, card: str) -> Iterator[str]:
    """What a wiki or a chat shows of the page; no picture where its address is not known."""
    title, description = curly(said.title), curly(said.description)
    told = {
        "og:type": "article",
        "og:site_name": around.name,
        "og:title": title,
        "og:description": description,
    }
    if around.url and card:
        told |= {
            "og:url": around.url + new,
            "og:image": f"{around.url}{CARDS}{card}",
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": _titled(said, around),
        }
        yield '<meta name="twitter:card" content="summary_large_image">'
    if description:
        yield f'<meta name="description" content="{escape(description)}">'
    for name, content in told.items():
        if content:
            yield f'<meta property="{name}" content="{escape(content)}">'
