"""Licences under which a work may travel with the site, and what its own package says of it."""

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import distribution
from pathlib import Path

from build_tools import Mistake
from build_tools.site.notices import Work

ALLOWED = frozenset(
    ("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MPL-2.0", "OFL-1.1", "PSF-2.0")
)
"""Licences that let anybody host the site, inside a firm too, if its notices travel along."""


def mistakes(works: Sequence[Work], checkout: Path) -> Iterator[Mistake]:
    """What is wrong with the licences of `works`, without a network.

    A licence that is not `ALLOWED`, one that the package itself does not give, and a work without
    the text that must travel.
    """
    for work in works:
        if work.licence not in ALLOWED:
            must = f"it must be one of {', '.join(sorted(ALLOWED))}"
            yield Mistake(work.name, "licence", f"is {work.licence}", must, "leave the work out")
        said = _said(work, checkout)
        if said and said != work.licence:
            found = f"is {work.licence} in our notices, and {said} in its package"
            yield Mistake(work.name, "licence", found, do="correct build_tools/site/notices.py")
        if not work.text.strip():
            yield Mistake(work.name, "licence", "has no text", "the text must travel with the work")


def _said(work: Work, checkout: Path) -> str:
    """What the installed package gives as its licence; empty where it gives none by its name."""
    kind, _, package = work.package.partition(" ")
    if kind == "npm":
        data = (checkout / "node_modules" / package / "package.json").read_text(encoding="utf-8")
        return str(json.loads(data).get("license", ""))
    return distribution(package).metadata.get("License-Expression", "") if kind == "pypi" else ""
