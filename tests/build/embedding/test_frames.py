"""What is written for other pages: the frame, its permissions, oEmbed documents, who may frame."""

import json
import re
from html.parser import HTMLParser

from build_tools import ROOT
from build_tools.embedding import dialog, oembed
from build_tools.embedding.permissions import ALLOW, SANDBOX
from build_tools.embedding.snippet import FRAME, filled

PAGE = (ROOT / "docs/about/embed-in-a-wiki.md").read_text("utf-8")
SITE = "https://guide.example/kam/"
TITLES = {"index.md": "Home", "team.md": "Your “team”", "start/index.md": "Start", "a/b.md": "B"}


class Frames(HTMLParser):
    """The attributes of each frame in a text."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Notes a frame."""
        if tag == "iframe":
            self.found.append(dict(attrs))


def test_the_frame_holds_whatever_it_is_given():
    """A title with quotes or markup ends neither the attribute nor the frame."""
    title = 'A "quote" & <b>'
    text = filled(
        FRAME, {"src": f"{SITE}?embed&theme=dark", "title": title, "width": 7, "height": 6}
    )
    (frame,) = Frames(text).found

    assert title == frame["title"]
    assert f"{SITE}?embed&theme=dark" == frame["src"]
    assert [one.word for one in SANDBOX] == frame["sandbox"].split()
    assert ALLOW.word == frame["allow"]


def test_dialog_and_page_say_what_each_permission_is_for():
    """Every word that the frame gives is explained in both."""
    shown = json.loads(dialog.published())["html"]

    for one in (*SANDBOX, ALLOW):
        assert f"<code>{one.word}</code>" in shown
        assert f"`{one.word}`" in PAGE


def test_oembed_documents():
    """One for each page where the address is known, none otherwise; its frame shows the page."""
    found = oembed.documents(TITLES, SITE, "The Guide")
    told = json.loads(found["oembed/team.json"])
    (frame,) = Frames(told["html"]).found

    assert {"oembed/index.json", "oembed/team.json", "oembed/start.json", "oembed/a/b.json"} == set(
        found
    )
    assert ("1.0", "rich", "Your “team”") == (told["version"], told["type"], told["title"])
    assert f"{SITE}team/?embed" == frame["src"]
    assert str(told["height"]) == frame["height"]
    assert f"{SITE}?embed" in json.loads(found["oembed/index.json"])["html"]
    assert {} == oembed.documents(TITLES, "", "The Guide")


def test_the_page_names_parts_that_exist(site):
    """Its examples lead to a tool, a figure, a table, a term."""
    named = re.findall(r"`([a-z/-]+/)\?embed(?:=([a-z-]+))?`", PAGE)

    assert 4 == len(named)
    for address, part in named:
        html = (site / address / "index.html").read_text("utf-8")
        assert f'id="{part}"' in html if part else "data-kam-tool" in html
