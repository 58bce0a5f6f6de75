"""How Markdown is written here: front matter and title, citations, and prose that becomes HTML."""

import re
from collections.abc import Callable
from typing import Any

import yaml
from markdown.extensions.toc import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

from widgets.core.model import maturity_json

FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
"""The front matter of a page."""

CITATION = maturity_json.CITATION
"""A citation, as an author and as the published model write it."""

JUDGEMENT = "judgement"
"""What `[=judgement]` names: no source, but our own view."""

_TITLE = re.compile(r'^title: (?:"(.*)"|(.*))$', re.MULTILINE)
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_ANY_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
_NAMED = re.compile(r"\{[^{}]*#([A-Za-z][\w-]*)[^{}]*\}\s*$")
_UNDER = re.compile(r"^# .+\n+([^\n#`|<].*(?:\n.+)*)", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_CODE = re.compile(r"(^ *(`{3,}|~{3,}).*?^ *\2 *$|`+[^`\n]+`+)", re.MULTILINE | re.DOTALL)
"""Code blocks and code spans, in which nothing is a citation."""
_EMPTY_HEAD = re.compile(r"<th\b([^>]*)>\s*</th>")

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")


_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def front(markdown: str) -> dict[str, Any]:
    """The front matter of a page; empty where it has none."""
    match = FRONT.match(markdown)
    found = yaml.load(match[1], _FAST) if match else None  # noqa: S506 - the safe loader, in C
    return found if isinstance(found, dict) else {}


def title(markdown: str) -> str:
    """Title of a page: of its front matter, or its first heading."""
    if match := _TITLE.search(markdown):
        return (match[1] or match[2] or "").replace('\\"', '"').replace("\\\\", "\\")
    match = _HEADING.search(markdown)
    return match[1] if match else ""


def promise(markdown: str) -> str:
    """The first sentence under the first heading, as plain text; empty where there is none."""
    match = _UNDER.search(markdown)
    text = CITATION.sub("", " ".join(match[1].split())) if match else ""
    plain = " ".join(_LINK.sub(r"\1", text).replace("*", "").split())
    return re.sub(r" ([.,:;])", r"\1", _SENTENCE.split(plain, maxsplit=1)[0])


def sections(markdown: str) -> dict[str, str]:
    """What stands below each heading, by its anchor, with the headings below it; code left out."""
    body = _CODE.sub("", FRONT.sub("", markdown))
    heads = list(_ANY_HEADING.finditer(body))
    found: dict[str, str] = {}
    for at, head in enumerate(heads):
        level = len(head[1])
        end = next((h.start() for h in heads[at + 1 :] if len(h[1]) <= level), len(body))
        found.setdefault(heading_anchor(head[2]), body[head.start() : end])
    return found


def heading_anchor(heading: str) -> str:
    """What a link to the heading names, as the page gives it."""
    if named := _NAMED.search(heading):
        return named[1]
    return slugify(re.sub(r"[*_`]", "", _LINK.sub(r"\1", CITATION.sub("", heading))), "-")


def tokens(markdown: str) -> list[Token]:
    """The tokens of a page's `markdown`, without its front matter."""
    return _PARSER.parse(markdown)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """`text` with `change` applied to all that is not code."""
    if "`" not in text and "~~~" not in text:  # most texts have none, and looking takes its time
        return change(text)
    parts, start = [], 0
    for code in _CODE.finditer(text):
        parts += [change(text[start : code.start()]), code[0]]
        start = code.end()
    return "".join([*parts, change(text[start:])])


def inline_html(text: str) -> str:
    """`text`, one paragraph of Markdown, as HTML without the paragraph around it."""
    return str(_PARSER.renderInline(text.strip()))


def headed(html: str) -> str:
    """`html` whose empty headings of table columns are plain cells: a heading has words to say."""
    return _EMPTY_HEAD.sub(r"<td\1></td>", html)
