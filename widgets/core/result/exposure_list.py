"""The exposure to each failure factor as the page shows it, with the range that is possible."""

import htpy as h
from markupsafe import Markup

from widgets.core.drawing.html import around, joined, kept
from widgets.core.page.view import Place
from widgets.core.result import terms
from widgets.core.scoring.results import Exposure, Result
from widgets.core.words.numbers import between, hundredths

HEADS = ("Failure factor", "Exposure", "Range")


def draw(place: Place, result: Result) -> h.Node:
    """The failure factors of which something is known, most exposed first."""
    known = [
        (factor, e)
        for factor in place.model.failure_factors
        if (e := result.exposure[factor.id]).value is not None and e.range
    ]
    if not known:
        return None
    known.sort(key=lambda pair: -(pair[1].value or 0))
    first, most = known[0]
    return (
        terms.exposure(place),
        h.p[f"Most exposed to: {first.name} ({hundredths(most.value)} of 100)."],
        _table(joined(_row(place.root, f.id, f.name, e) for f, e in known)),
    )


@around
def _table(rows: Markup) -> h.Node:
    heads = [h.th(scope="col")[head] for head in HEADS]
    return h.table(".kam-exposure")[h.thead[h.tr[heads]], h.tbody[rows]]


@kept
def _row(root: str, factor: str, name: str, found: Exposure) -> h.Node:
    """A failure factor's row, its figures out of 100."""
    return h.tr[
        h.th(scope="row")[h.a(href=f"{root}why-it-fails/{factor}/")[name]],
        h.td[hundredths(found.value), found.rough and " rough"],
        h.td[between(map(hundredths, found.range or ()))],
    ]
