"""The report as Markdown, HTML and print: inert, and as it was written."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.support.renderings.exported import TEXTS, full, of, weathers
from widgets.core.drawing.html import html
from widgets.core.exporting.report.on_paper import printed
from widgets.core.exporting.report.page import page, wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.writing.markdown import escaped
from widgets.core.writing.safe_text import clean


class Seen(HTMLParser):
    """The tags and texts of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = set(), [], ""

    def handle_starttag(self, tag, attrs):
        """Notes a tag."""
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        """Notes a text."""
        self.text += data


HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "br", "strong"),
    *("a", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "img"),
}


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_html_is_inert(text):
    """Nothing but our own tags; links lead to the guide; the text reads as it was written."""
    seen = Seen()
    seen.feed(page(of(full(text, chooser=False), name=text)))

    assert seen.tags <= HARMLESS
    assert all(not name.startswith("on") for name, _ in seen.attributes)
    for name, value in seen.attributes:
        assert name != "href" or value.startswith("https://wiki.example/kam%20guide/")
        assert name != "src" or value.startswith("data:image/svg+xml;base64,")
    assert clean(text).replace("\n", "") in seen.text.replace("\n", "")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_markdown_is_inert(text):
    """CommonMark finds no HTML and no link of the reader's, and the words as they were."""
    tokens = (
        MarkdownIt("commonmark")
        .enable("table")
        .parse(markdown(of(full(text, chooser=False), name=text)))
    )
    inline = [child for token in tokens if token.children for child in token.children]

    assert not [t for t in [*tokens, *inline] if t.type in ("html_block", "html_inline", "image")]
    for token in inline:
        if token.type == "link_open":
            assert token.attrs["href"].startswith("https://wiki.example/kam%20guide/")
    assert not [t for t in tokens if t.type in ("code_block", "fence", "hr")]
    assert {"h1", "h2", "h3"} >= {t.tag for t in tokens if t.type == "heading_open"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_markdown_reads_as_written(text):
    """A text in one line is shown letter by letter."""
    shown = MarkdownIt("commonmark").parseInline(f"x {escaped(text)} x")[0].children
    words = "".join(t.content for t in shown if t.type in ("text", "text_special"))

    assert f"x {' '.join(clean(text).split())} x".split() == words.split()


@weathers
def test_printed_and_rich_text_hold_no_script(answers):
    """What is set into the page is escaped."""
    for made in (str(html(printed(of(answers)))), wiki(of(answers))):
        assert "<script" not in made
        assert "onerror=y>" not in made
