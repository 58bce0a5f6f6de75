"""The ways in by role: defined once in `docs/routes.yaml`, and shown alike wherever a page asks."""

import posixpath
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools import BuildError
from build_tools.pages.templates import fill
from build_tools.reading.kinds import Keys, Report, items, text
from build_tools.reading.yaml12 import read

FILE = "routes.yaml"

MARK = re.compile(r"^<!-- routes -->$", re.MULTILINE)
"""The line of a page that stands for the table."""

_STEP = Keys({"page": text, "called": text})
_ROUTES = items(Keys({"you": text, "begin": _STEP, "then": _STEP}), at_least=1)


class RouteError(BuildError):
    """What is wrong with the ways in, all of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A page to read."""

    page: str
    """Its address under `docs/`, such as `implement/pay.md`."""
    called: str
    """How the link reads."""


@dataclass(frozen=True, slots=True)
class Route:
    """What one reader reads first, and then."""

    you: str
    begin: Step
    then: Step


def routes(docs: Path, addresses: Collection[str]) -> tuple[Route, ...]:
    """The ways in that `docs` defines, in their order; none where it has no such file.

    `addresses` are those of all pages.  Raises `RouteError` with every mistake in the file, a page
    that does not exist and a role that stands twice among them.
    """
    if not (docs / FILE).is_file():
        return ()
    document = read(docs / FILE, f"docs/{FILE}")
    report = Report(document, list(document.mistakes))
    if not report.mistakes:
        _ROUTES(document.value, (), report)
    if not report.mistakes:
        _check(document.value, addresses, report)
    if report.mistakes:
        raise RouteError(*report.mistakes)
    return tuple(
        Route(one["you"], Step(**one["begin"]), Step(**one["then"])) for one in document.value
    )


def _check(found: Sequence[dict[str, object]], addresses: Collection[str], report: Report) -> None:
    for place, one in enumerate(found):
        if one["you"] in [before["you"] for before in found[:place]]:
            report.add((place, "you"), f"“{one['you']}” stands twice", do="keep one of the two")
        for part in ("begin", "then"):
            step = one[part]
            assert isinstance(step, dict)
            if step["page"] not in addresses:
                report.add((place, part, "page"), f"leads to “{step['page']}”, which is no page")


def draw(markdown: str, address: str, ways: Sequence[Route]) -> str:
    """`markdown` of the page at `address`, with the table of `ways` in place of every mark."""

    def to(page: str) -> str:
        return posixpath.relpath(page, posixpath.dirname(address) or ".")

    return MARK.sub(lambda _: fill("routes.md", routes=ways, to=to).rstrip(), markdown)
