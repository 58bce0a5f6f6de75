"""Reads the Markdown of every page, written and generated, and finds what would mislead a reader.

Links and anchors that lead nowhere, pages that only the navigation leads to, citations without a
source, pages without a promise in their first lines, widget blocks that cannot be drawn.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown.extensions.toc import slugify
from markdown_it.token import Token

from build_tools import BuildError
from build_tools.calibration.case_pages import read_pages
from build_tools.checks import hardened, typed_sums, widget_blocks
from build_tools.datasets import files as datasets
from build_tools.guide import sums
from build_tools.guide.guide import Guide
from build_tools.pages import coverage, glossary, routes
from build_tools.pages.fence import Fence
from build_tools.pages.generated import pages
from build_tools.papers import pages as paper_pages
from build_tools.papers.load import check_pages
from build_tools.papers.load import load as load_papers
from build_tools.papers.paper import STATES, Paper
from build_tools.pictures.charts import slug
from build_tools.pictures.pages import FOLDER
from build_tools.site import notices
from build_tools.site.publish import published
from build_tools.text import page_reading
from build_tools.text.markdown import CITATION, FRONT, JUDGEMENT, outside_code, tokens
from widgets.core.page.frame import WidgetError

_ID = re.compile(r'\bid="([^"]+)"')
_ATTRIBUTE = re.compile(r"\{[^{}]*#([A-Za-z][\w-]*)[^{}]*\}\s*$")
_OUTSIDE = ("http", "https", "mailto", "tel")

_BEHIND = ("evidence/sources", "evidence/facts")
"""Folders that citations lead to."""

FILES = ("NOTICES.txt", "assets/model.json")
"""Files of the site that are no page and stand in no folder of the checkout."""

PROMISE_WORDS = 8
"""Fewest words of a first paragraph that can tell a reader what the page gives."""


@dataclass(slots=True)
class Doc:
    """One page as Markdown, read once."""

    file: str
    text: str
    skipped: int
    """Lines of front matter before `text`."""
    tokens: list[Token]
    anchors: set[str] = field(default_factory=set)


def check(checkout: Path, guide: Guide) -> list[str]:
    """A sentence for every mistake in any page of `checkout`, whose model is that of `guide`."""
    fence = Fence(guide.model)
    try:
        papers = load_papers(checkout / "docs" / "model", guide.model.practice.keys())
        texts = _texts(checkout, guide, papers)
    except BuildError as error:
        return [str(mistake) for mistake in error.mistakes]
    docs = {file: _read(file, text) for file, text in texts.items()}
    for doc in docs.values():
        doc.anchors = _anchors(doc, fence)
    found: list[str] = []
    files = {*FILES, *(paper.file(state) for paper in papers for state in STATES)}
    files |= {f"{FOLDER}/{slug(one.id)}.md" for one in guide.organisations}
    files |= datasets.files(guide, "", published(guide), checkout).keys()

    def by_hand(file: str) -> bool:
        return (checkout / "docs" / file).is_file()

    for doc in docs.values():
        found += _links(doc, docs, checkout, files)
        found += _citations(doc, guide)
        found += _promise(doc)
        found += page_reading.mistakes(doc.file, doc.tokens, doc.skipped, by_hand(doc.file))
        found += widget_blocks.mistakes(doc.tokens, f"docs/{doc.file}", fence, doc.skipped)
    links = {doc.file: {_file(doc, target) for _, target in _targets(doc)} for doc in docs.values()}
    found += orphans(links)
    found += hardened.check(((d.file, d.tokens, d.skipped) for d in docs.values()), guide.evidence)
    found += map(str, coverage.mistakes(guide.evidence, texts))
    found += typed_sums.on_pages(checkout / "docs", guide.sums)
    return found + glossary.mistakes({file: doc.text for file, doc in docs.items()})


def orphans(links: Mapping[str, Set[str]]) -> Iterator[str]:
    """A sentence for each page for reading that no other page links to.

    `links` has every page, and the files that its text links to, itself perhaps among them.
    """
    linked = {to for file, targets in links.items() for to in targets if to != file}
    for file in links:
        read = (
            file.startswith((*page_reading.GUIDE, "evidence/"))
            and posixpath.dirname(file) not in _BEHIND
        )
        if read and file not in linked:
            yield f"docs/{file}: no other page links to it; link to it where a reader needs it"


def _texts(checkout: Path, guide: Guide, papers: tuple[Paper, ...]) -> Mapping[str, str]:
    docs = checkout / "docs"
    written = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(docs.rglob("*.md"))
        if path.relative_to(docs).parts[0] != "model"
    }
    cases = read_pages(checkout, guide.model, guide.structures)
    check_pages(papers, written)
    drawn = paper_pages.pages(papers, written)
    made = {**pages(guide), **drawn, **cases, "about/notices.md": notices.page(checkout)}
    found = {**made, **written}
    ways = routes.routes(docs, found)
    return {
        file: sums.draw(routes.draw(text, file, ways), guide.sums) for file, text in found.items()
    }


def _read(file: str, text: str) -> Doc:
    front = FRONT.match(text)
    body = text[front.end() :] if front else text
    skipped = text[: front.end()].count("\n") if front else 0
    return Doc(file, body, skipped, tokens(body))


def _anchors(doc: Doc, fence: Fence) -> set[str]:
    """Everything in a page that a link may lead to."""
    anchors: set[str] = set()
    for place, token in enumerate(doc.tokens):
        if token.type == "heading_open":
            anchors.add(_heading(doc.tokens[place + 1].content, anchors))
        if widget_blocks.is_block(token):
            anchors |= _widget_anchors(token.content, fence)
        anchors |= set(_ID.findall(token.content)) if token.type != "fence" else set()
    return anchors


def _heading(content: str, taken: set[str]) -> str:
    named = _ATTRIBUTE.search(content)
    if named:
        return named[1]
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_`]", lambda m: m[1] or "", content)
    slug = name = slugify(CITATION.sub("", plain), "-")
    count = 0
    while slug in taken:
        count += 1
        slug = f"{name}_{count}"
    return slug


def _widget_anchors(source: str, fence: Fence) -> set[str]:
    try:
        return set(_ID.findall(fence.draw(source)))
    except WidgetError:
        return set()  # told among the mistakes of the page


def _links(doc: Doc, docs: Mapping[str, Doc], checkout: Path, files: Set[str]) -> Iterator[str]:
    for line, target in _targets(doc):
        problem = _link_problem(doc, target, docs, checkout, files)
        if problem:
            yield f"docs/{doc.file}:{line + doc.skipped}: links to “{target}”: {problem}"


def _targets(doc: Doc) -> Iterator[tuple[int, str]]:
    for token in doc.tokens:
        line = (token.map or [0])[0] + 1
        for child in token.children or ():
            target = child.attrGet("href") or child.attrGet("src")
            if target:
                yield line, str(target)
        if token.type == "html_block" or token.type == "inline":
            for target in re.findall(r'\b(?:href|src)="([^"]+)"', token.content):
                yield line, target


def _link_problem(
    doc: Doc, target: str, docs: Mapping[str, Doc], checkout: Path, files: Set[str]
) -> str:
    parts = urlsplit(target)
    if parts.scheme in _OUTSIDE or target.startswith("{"):
        return ""
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return "an address of one host; link to a file of the guide, relative to this page"
    file = _file(doc, target)
    if file not in docs:
        known = (checkout / "docs" / file).is_file() or file in files
        html = f"{file.rstrip('/')}.md" in docs or f"{file.rstrip('/')}/index.md" in docs
        return "" if known or (html and not file.endswith(".md")) else "no such page; correct it"
    if parts.fragment and unquote(parts.fragment) not in docs[file].anchors:
        return f"the page has no “{parts.fragment}”; link to a heading or id that it has"
    return ""


def _file(doc: Doc, target: str) -> str:
    """The file that a relative link leads to, under `docs/`."""
    path = unquote(urlsplit(target).path)
    return (
        posixpath.normpath(posixpath.join(posixpath.dirname(doc.file), path)) if path else doc.file
    )


def _citations(doc: Doc, guide: Guide) -> list[str]:
    found: list[str] = []

    def look(part: str) -> str:
        for mark, id in CITATION.findall(part):
            exists = id in guide.evidence.source if mark == "@" else id in guide.evidence.fact
            if not exists and id != JUDGEMENT:
                kind = "source" if mark == "@" else "fact"
                found.append(f"docs/{doc.file}: cites the {kind} “{id}”, which does not exist")
        return part

    outside_code(doc.text, look)
    return found


def _promise(doc: Doc) -> Iterator[str]:
    """The first thing under the title is a paragraph that says what the reader gets."""
    kinds = [token.type for token in doc.tokens]
    if "heading_open" not in kinds:
        yield f"docs/{doc.file}: has no title; begin with “# …”"
        return
    after = doc.tokens[kinds.index("heading_close") + 1 :][:2]
    if len(after) < 2 or after[0].type != "paragraph_open":
        yield f"docs/{doc.file}: no paragraph under the title; say what the reader gets"
    elif len(after[1].content.split()) < PROMISE_WORDS:
        yield (
            f"docs/{doc.file}: the first paragraph has fewer than {PROMISE_WORDS} words; "
            "say what the reader gets"
        )
