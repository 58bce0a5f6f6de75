"""Links in the single file: to a tool that it holds, to the published site, or none at all."""

import re
from collections.abc import Collection

INSIDE = "#/"
"""What the address of a page within the file begins with: `#/assessment/`, `#/team/#next`."""

_LINK = re.compile(r'<a\b([^>]*?) href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


def within(html: str, root: str, pages: Collection[str], known: bool) -> str:
    """`html` with its links to pages of the site made to work in the single file.

    `root` is what such links begin with, `pages` the addresses that the file holds, each ending in
    "/".  A page that it lacks is linked where the site's address is `known`, in a tab of its own;
    else its title stays: a link without an address is text, and keeps its marks.
    """

    def put(link: re.Match[str]) -> str:
        before, href, after, words = link.groups()
        if not href.startswith(root):
            return link[0]
        page, mark, place = href.removeprefix(root).partition("#")
        if page in pages:
            return f'<a{before} href="{INSIDE}{page}{mark}{place}"{after}>{words}</a>'
        if known:
            return f'<a{before} href="{href}" target="_blank" rel="noopener"{after}>{words}</a>'
        return f"<a{before}{after}>{words}</a>"

    return _LINK.sub(put, html)
