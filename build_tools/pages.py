"""Pages generated from the model: pure functions from a `Guide` to Markdown by address.

The words around the model's own are in `build_tools/templates/`; nothing is decided there.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from build_tools.guide import Guide

TEMPLATES = Path(__file__).with_name("templates")

type Pages = dict[str, str]
"""Markdown by the page's address as a file under `docs/`, such as `dimensions/x.md`."""


def pages(guide: Guide) -> Pages:
    """Every generated page, in reading order."""
    return dict(_each(guide))


def _each(guide: Guide) -> Iterator[tuple[str, str]]:
    model = guide.model
    yield "dimensions/index.md", _fill("dimensions.md", guide)
    for n, dimension in enumerate(model.dimensions):
        around = {"before": _at(model.dimensions, n - 1), "after": _at(model.dimensions, n + 1)}
        page = _fill("dimension.md", guide, dimension=dimension, **around)
        yield f"dimensions/{dimension.id}.md", page
    yield "evidence/sources/index.md", _fill("sources.md", guide)
    for source in guide.evidence.sources:
        yield f"evidence/sources/{source.id}.md", _fill("source.md", guide, source=source)


def _at(things: tuple[Any, ...], place: int) -> Any:
    return things[place] if 0 <= place < len(things) else None


def _fill(template: str, guide: Guide, **values: Any) -> str:
    return _environment().get_template(f"{template}.jinja").render(guide=guide, **values)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Markdown, not HTML; the texts are ours
    )
    environment.filters["yaml"] = _yaml_text
    return environment


def _yaml_text(text: str) -> str:
    """`text` as a quoted YAML scalar for the front matter."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def fill_navigation(nav: list[Any], titles: Mapping[str, str]) -> list[Any]:
    """`nav` with each entry `folder/*` replaced by the generated pages of that folder.

    `titles` maps addresses to titles; the order is theirs.
    """
    filled: list[Any] = []
    for entry in nav:
        if isinstance(entry, dict):
            filled.append(
                {
                    title: fill_navigation(below, titles) if isinstance(below, list) else below
                    for title, below in entry.items()
                }
            )
        elif isinstance(entry, str) and entry.endswith("/*"):
            folder = entry.removesuffix("*")
            filled += [
                {title: address}
                for address, title in titles.items()
                if address.startswith(folder) and not address.endswith("index.md")
            ]
        else:
            filled.append(entry)
    return filled
