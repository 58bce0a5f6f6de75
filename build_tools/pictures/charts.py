"""The chart of each worked organisation as a figure: a result to show where no frame is allowed."""

import re
from collections.abc import Iterator

from build_tools.pictures import drawn
from build_tools.pictures.pages import Shown
from widgets.core.answers.file import from_json
from widgets.core.drawing import bars
from widgets.core.drawing.dots import TITLE
from widgets.core.drawing.html import html
from widgets.core.exporting import pictures
from widgets.core.model.maturity import Model
from widgets.core.page.view import ROOT, Place
from widgets.core.result import regions
from widgets.core.result.parts import parts
from widgets.core.words.english import lower_first

_ABOVE = (
    "A filled shape is the score, a diamond that of a critical dimension; a hollow triangle is the "
    "target, and a line with ends what the answers that are missing leave possible."
)


_CRITICAL = re.compile(r'(<text class="kam-chart__label" x=")(\d+)(" y=")(\d+)("[^>]*>)◆ ')
"""The label of a critical dimension: its sign is no letter of the typeface."""


def slug(organisation: str) -> str:
    """The name of the figure, by the id of the organisation."""
    return f"result-{organisation}"


def charts(model: Model, paper: str) -> Iterator[tuple[str, Shown]]:
    """Each chart by its slug, on a ground of the colour `paper`.

    Its looks are those of an exported chart, which has no style sheet either.
    """
    by = drawn.rules(f"text{{fill:#1b2127}}{pictures.LOOK}".replace("#fff", paper), {})
    for one in model.organisations:
        answers = from_json({"answers": one.answers, "quick": one.quick})
        found = parts(Place(model, ROOT, {}), answers, editable=False, name=one.title)
        called = f"{one.title}: {lower_first(TITLE)}"
        drawing = pictures.drawing(html(bars.dots("result-dots", called, regions.rows(found))))
        chart = _CRITICAL.sub(_diamond, drawing)
        figure = (
            f'<figure class="kam-figure" id="figure-{slug(one.id)}">{chart}'
            f"<figcaption>{_ABOVE}</figcaption></figure>"
        )
        yield slug(one.id), Shown(figure, f"examples/{one.id}.md", one.title, by)


def _diamond(label: re.Match[str]) -> str:
    """The sign as a drawing, and the label after it."""
    x, y = int(label[2]), int(label[4])
    sign = f'<path class="kam-chart__bar" d="M{x + 5} {y - 10}l5 5l-5 5l-5 -5z"></path>'
    return f"{sign}{label[1]}{x + 15}{label[3]}{label[4]}{label[5]}"
