"""Each page of the guide names the pages that build on it."""

from build_tools.pages.backlinks import backlinks, named

PAGES = {
    "start/index.md": "# Start\n\n[a](one.md)",
    "start/one.md": "# One\n\nText.",
    "people/two.md": "# Two | and more\n\n[a](../start/one.md#part), [again](../start/one.md)",
    "start/three.md": "# Three\n\n`[a](one.md)` [out](https://example.org/one.md)",
    "about/four.md": "# Four\n\n[a](../start/one.md)",
}


def test_pages_that_link_are_found():
    """Links count once; section pages, code, other sites and technical pages do not count."""
    assert {"start/one.md": ("people/two.md",)} == backlinks(PAGES)


def test_named_as_links():
    """The line at the end links to each page, relative, with its title made fit."""
    line = named("start/one.md", backlinks(PAGES), PAGES)

    assert "Builds on this page: [Two &#124; and more](../people/two.md)" in line


def test_nothing_where_nothing_leads():
    """A page to which nothing leads gets no empty line."""
    assert named("people/two.md", backlinks(PAGES), PAGES) == ""
