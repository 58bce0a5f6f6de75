"""What a reader sees of a widget, line by line, each with the region that it stands in."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from build_tools import ROOT
from build_tools.runtime.examples import Example, examples
from tests.support.ours import our_guide
from widgets.core.drawing.html import html
from widgets.core.keeping import opening
from widgets.core.keeping.visit import Visit
from widgets.core.page.frame import widget
from widgets.core.page.view import Place

MODEL = our_guide().model
STATES = {f"{one.widget}: {one.name}": one for one in examples(ROOT, MODEL)}
"""Every example state of every widget."""

ENDS = re.compile(r"</(?:p|li|h\d|td|th|tr|summary|dd|dt|legend|label|div|text|option)>")
"""Where a line ends."""


def lines(state: Example) -> Iterator[str]:
    """Every line of an example state, such as "[headline] 2 Running"."""
    kept = opening.read_records(state.records, MODEL)
    visit = Visit(now="2026-11-28T10:00:00.000Z", times=kept.times)
    place = Place(MODEL, "../", state.options, visit)
    view = widget(state.widget).view(place, kept.answers, kept.problems)
    for name, node in view.regions.items():
        text = re.sub(r"<svg.*?</svg>|<textarea.*?</textarea>", "", str(html(node)), flags=re.S)
        for line in ENDS.split(text):
            said = " ".join(str(Markup(re.sub(r"<[^>]+>", "", line)).unescape()).split())
            if said:
                yield f"[{name}] {said}"
