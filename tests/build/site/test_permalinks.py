"""Permanent addresses, and old addresses that lead on."""

import pytest

from build_tools.site.permalinks import RedirectError, redirects

TITLES = {
    "practices/obstacle-list.md": "Obstacles",
    "practices/index.md": "All practices",
    "why-it-fails/run-as-sales.md": "Run as sales",
    "about/privacy.md": "Privacy",
}


def test_each_practice_and_factor_has_a_short_address(tmp_path):
    """The short address leads to the page, relative to itself; other pages have none."""
    made = redirects(TITLES, tmp_path)

    assert {"p/obstacle-list/index.html", "f/run-as-sales/index.html"} == set(made)
    assert b'url=../../practices/obstacle-list/"' in made["p/obstacle-list/index.html"]
    assert b"Content-Security-Policy" in made["p/obstacle-list/index.html"]


def test_a_moved_page_leads_on(tmp_path):
    """A line of redirects.yaml makes a page at the old address."""
    (tmp_path / "redirects.yaml").write_text("old/privacy/: about/privacy/\n")
    made = redirects(TITLES, tmp_path)

    assert b'href="../../about/privacy/"' in made["old/privacy/index.html"]


def test_a_redirect_to_nowhere_is_refused(tmp_path):
    """An old address must lead to a page that exists."""
    (tmp_path / "redirects.yaml").write_text("old/: about/gone/\n")
    with pytest.raises(RedirectError, match="leads to “about/gone/”, which is no page"):
        redirects(TITLES, tmp_path)
