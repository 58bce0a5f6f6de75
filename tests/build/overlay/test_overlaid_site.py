"""The site of the made-up firm, built once: its name, colours, pages and questions are in it.

Slow, for it looks at a build of the site.
"""

import json
import re

import pytest

pytestmark = pytest.mark.slow


def test_the_name_stands_everywhere(overlaid):
    """In titles, in the app, on a missing page; ours only where it says what it is made from."""
    home = (overlaid / "index.html").read_text("utf-8")
    app = json.loads((overlaid / "manifest.json").read_text("utf-8"))
    lost = (overlaid / "404.html").read_text("utf-8")

    assert "<title>Key accounts at Norrland</title>" in home
    assert ("Key accounts at Norrland", "KAM Norrland") == (app["name"], app["short_name"])
    assert "This page is not here: Key accounts at Norrland" in lost
    assert 1 == home.count("The KAM Field Guide")
    assert "Made from The KAM Field Guide." in home
    assert 'href="https://intranet.norrland.example/kam"' in home
    assert 'src="data:image/svg+xml;base64,' in home


def test_the_colours_are_set(overlaid):
    """In the style sheet of every page."""
    (sheet,) = (overlaid / "assets/stylesheets").glob("guide.*.css")
    text = sheet.read_text("utf-8")

    assert "--kam-ours: light-dark(#5b2a86, #c9a8ea)" in text
    assert "#0c4f60" not in text
    assert 'content: "Key accounts at Norrland"' in text


def test_pages(overlaid):
    """Its own, one in the place of ours, one that is hidden, and the one that lists the changes."""
    own, sponsor, law, changes = (
        (overlaid / address / "index.html").read_text("utf-8")
        for address in ("own", "people/the-sponsor", "implement/law-and-ethics", "own/changes")
    )

    assert "Utilise synergies &amp; leverage paradigms" in own
    assert "Each key account has a sponsor in the board." in sponsor
    assert "Norrland Pumps does not use this page of The KAM Field Guide." in law
    assert (overlaid / "assets/own/plants.png").is_file()
    for said in (
        "Key accounts at Norrland, where we said The KAM Field Guide.",
        "“plant director”, where we said “head of operations”",
        "Brief executives before they meet a key account",
        "Norrland Pumps changed what is asked or counted.",
    ):
        assert said in changes


def test_questions(overlaid):
    """The assessment asks its own practice and not the hidden one; figures say whose they are."""
    asked = (overlaid / "assessment/index.html").read_text("utf-8")
    hidden = (overlaid / "practices/prepared-leader-visits/index.html").read_text("utf-8")
    how = (overlaid / "method/how-well-does-it-measure/index.html").read_text("utf-8")

    assert 'name="practice.own-safety-round"' in asked
    assert 'name="practice.prepared-leader-visits"' not in asked
    assert "stands a member of the Norrland board" in asked
    assert "does not use this page" in hidden
    assert "These figures hold for the questions of The KAM Field Guide." in how
    assert not re.search(r"heads? of operations", asked)


def test_our_site_knows_nothing_of_it(site):
    """Without an overlay no page speaks of one."""
    home = (site / "index.html").read_text("utf-8")

    assert "Made from" not in home
    assert "own/changes" not in home
