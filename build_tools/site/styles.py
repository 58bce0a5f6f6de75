"""The one style sheet of the guide: what its pages use of the theme's, the typefaces, then ours.

The sources stay apart, in the order of `mkdocs.yml`.  Of the theme's rules those for parts that
this guide has none of are left out; a page that has such a part all the same stops the build.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from build_tools import BuildError, Mistake
from build_tools.site.hashed_names import material

SHEET = "assets/stylesheets/guide.css"

_NOT_HERE = """
    abstract arithmatex bug cards? critic danger emojione example failure gemoji giscus
    grid highlighttable info katex-html key-.+ linenodiv linenos quote tabbed-.+
    task-list-.+ tip twemoji warning
    md-(annotation|author|banner|clipboard|consent|content--post|content__button|copyright__highlight
    |draft|feedback|header--lifted|header__source|input|meta|nav--integrated|nav__button|nav__source
    |pagination|path|pin|post|profile|progress|search__suggest|select|sidebar--post|social|source
    |status|tag|tag-shadow|top|version)((--|__|-file).+)?
"""
"""Classes of the theme's parts that no page has: boxes with icons, content tabs, a blog."""
_ABSENT = "|".join(re.sub(r"\s+\|", "|", _NOT_HERE).split())
_CLASS = re.compile(rf"\.(?:{_ABSENT})(?![\w-])")
_COLOUR = re.compile(r"\[data-md-color-(?:switching\b|(?:primary|accent)=(?!custom\b))")
"""Of a palette that the theme offers: ours is custom.  And what stills every part of a page while a
scheme is set, as the theme does at the start of each: all would be styled twice more."""
_HELD = re.compile(rf'class="(?:[^"]* )?({_ABSENT})[ "]')
_READ = re.compile(r"var\((--[\w-]+)")


class StyleError(BuildError):
    """A page has a part of the theme whose rules are left out."""


def sheet(ours: Sequence[str], faces: str) -> str:
    """The whole sheet, made small; `ours` are the texts of our sources, `faces` the typefaces."""
    behind = "\n".join((faces, *ours))
    theme = _kept(_theme())
    read = set(_READ.findall(theme + behind))
    whole = f"{_kept(theme, read)}\n{behind}"
    return small(tinycss2.parse_component_value_list(whole, skip_comments=True))


def small(nodes: Iterable[Node]) -> str:
    """Rules without comments, and without the spaces that say nothing, at any depth.

    Between two parts of a selector a space speaks: `.a :target` is not `.a:target`.
    """
    text = ""
    for node in nodes:
        piece = " " if node.type == "whitespace" else node.serialize()
        if node.type == "{} block":
            piece = f"{{{small(node.content)}}}"
        if piece[0] in "{;":
            text = text.rstrip(" ")
        if piece != " " or text[-1:] not in ("", "}", ";", ","):
            text += piece
    return text.strip(" ")


def absent(name: str) -> bool:
    """Whether a class is that of a part of the theme that no page has."""
    return bool(re.fullmatch(_ABSENT, name))


def check(html: str, address: str) -> None:
    """Raises `StyleError` where a page has a part of the theme whose rules are left out."""
    if held := _HELD.search(html):
        do = "take it out of _NOT_HERE in build_tools/site/styles.py"
        missing = "the style sheet leaves its rules out"
        raise StyleError(Mistake(address, "", f"has a part of class {held[1]}", missing, do))


def _theme() -> str:
    """The theme's own sheets, which are small already."""
    folder = material() / "assets" / "stylesheets"
    files = [*folder.glob("main.*.min.css"), *folder.glob("palette.*.min.css")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def _kept(css: str, read: set[str] | None = None) -> str:
    """What a page of ours can match; without properties, icons above all, that are not `read`."""
    return "".join(_rules(tinycss2.parse_stylesheet(css, skip_comments=True), read))


def _rules(nodes: Iterable[Node], read: set[str] | None) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            if kept := ",".join(filter(_here, _selectors(tinycss2.serialize(node.prelude)))):
                yield f"{kept}{{{_declarations(node, read)}}}"
        elif isinstance(node, AtRule) and node.at_keyword in ("media", "supports"):
            inner = _rules(tinycss2.parse_rule_list(node.content, skip_comments=True), read)
            if text := "".join(inner):
                yield f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{{text}}}"
        elif isinstance(node, AtRule):
            yield node.serialize()


def _selectors(prelude: str) -> list[str]:
    return re.split(r",(?![^()]*\))", prelude)


def _here(selector: str) -> bool:
    """Whether a page of ours can match it; what stands in brackets may name what is absent."""
    bare = re.sub(r"\([^()]*\)", "", selector)
    return not (_CLASS.search(bare) or _COLOUR.search(bare))


def _declarations(rule: QualifiedRule, read: set[str] | None) -> str:
    said = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return ";".join(
        one.serialize()
        for one in said
        if read is None or not one.name.startswith("--md-") or one.name in read
    )
