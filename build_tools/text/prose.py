"""Markdown of the model's fields, rendered while the site is built: the browser needs no parser."""

from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark", {"html": True})


def inline_html(text: str) -> str:
    """`text`, one paragraph of Markdown, as HTML without the paragraph around it."""
    return str(_PARSER.renderInline(text.strip()))
