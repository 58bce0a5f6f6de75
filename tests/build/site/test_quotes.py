"""No straight quote stands where a reader reads: on no page, in no title, in no hit."""

import json
import re
from html import unescape

import pytest

from tests.support.ours import our_guide
from widgets.core.page.frame import whole
from widgets.core.page.view import Place

_KEPT = re.compile(r"<(bdi|code|kbd|pre|samp|script|style|textarea)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_SAID = re.compile(
    r'<meta (?:name="description"|property="og:(?:title|description|image:alt)") content="([^"]*)"'
)


def straight(html):
    """Straight quotes in the words of `html` that are no code, each with what stands around it."""
    words = unescape(_TAG.sub("", _KEPT.sub("", html)))
    return [words[max(0, at.start() - 20) : at.end() + 20] for at in re.finditer("['\"]", words)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p title=\"it's\">It’s <code>it's</code></p>", 0),
        ("<p>It's &quot;so&quot;, it&#39;s</p>", 4),
        ("<script>'x'</script><!-- it's --><pre>'</pre><bdi>O'Neill</bdi>", 0),
    ],
)
def test_what_counts(html, found):
    """Words count, escaped or not; tags, code and what a reader typed do not."""
    assert found == len(straight(html))


def test_no_page_has_a_straight_quote(site):
    """Neither in its words nor in what it says of itself to search engines and other sites."""
    pages = {page: page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    found = {
        str(page.relative_to(site)): [
            *straight(html),
            *(said for text in _SAID.findall(html) if "'" in (said := unescape(text))),
        ]
        for page, html in pages.items()
    }

    assert len(pages) > 300
    assert {} == {page: quotes for page, quotes in found.items() if quotes}


def test_no_hit_of_the_search_has_one(site):
    """The index shows what pages show."""
    docs = json.loads((site / "search" / "search_index.json").read_bytes())["docs"]

    assert [] == [
        doc["location"]
        for doc in docs
        if straight(re.sub("<i [^>]*>", "", doc["title"] + doc["text"]))
    ]


def test_a_sentence_of_a_failure_has_none():
    """What the page says without Python is an attribute, and still words."""
    drawn = str(whole("assessment", Place(our_guide().model, "", {})))
    said = json.loads(unescape(re.search('data-kam-failures="([^"]*)"', drawn)[1]))

    assert [] == [words for words in said.values() if "'" in words]
    assert any("’" in words for words in said.values())
