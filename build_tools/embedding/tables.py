"""A name for each table of a page, so that a frame or a link can ask for it alone."""

import re

_PLACE = re.compile(r'<h[1-6] id="([^"]+)"|<table(?= tabindex="0">|>)')
"""A heading, or a table as Markdown writes it; those of the tools have a class."""

_ID = re.compile(r'\sid="([^"]+)"')


def named(html: str) -> str:
    """A page's `html` with an id on each table of its text: `<heading>-table`, then `-table-2`.

    The heading is the last before it, whose id stands for as long as links to it do.
    """
    taken = set(_ID.findall(html))
    heading = ""

    def name(found: re.Match[str]) -> str:
        nonlocal heading
        heading = found[1] or heading
        if found[1] or not heading:
            return found[0]
        id = _free(f"{heading}-table", taken)
        taken.add(id)
        return f'<table id="{id}"'

    return _PLACE.sub(name, html)


def _free(id: str, taken: set[str]) -> str:
    """`id`, or the first of its successors that is not taken."""
    found, number = id, 1
    while found in taken:
        number += 1
        found = f"{id}-{number}"
    return found
