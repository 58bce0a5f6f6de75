"""The templates of generated pages, filled with values.

They hold the words around the model's own; nothing is decided in them.
"""

from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from build_tools.text import wording
from widgets.core.words import guide

TEMPLATES = Path(__file__).parents[1] / "templates"


def fill(template: str, **values: Any) -> str:
    """Markdown of the template of that name, such as `practice.md`."""
    return _environment().get_template(f"{template}.jinja").render(**values)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Markdown, not HTML; plain texts pass the filter `plain`
    )
    environment.filters.update(wording.FILTERS)
    environment.globals["guide_name"] = guide.NAME
    return environment
