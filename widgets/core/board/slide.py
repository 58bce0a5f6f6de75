"""What stands on the slide: the page for a board in at most `MOST` words.  Pure."""

from dataclasses import dataclass

from widgets.core.board.panels import Drawing
from widgets.core.board.sheet import Sheet
from widgets.core.board.steps import BoardStep, people
from widgets.core.words.english import lower_first, short

MOST = 95
"""Words on a slide, those of the drawing and of its foot apart."""

NAME = 28
"""Letters of the organisation."""

AGAIN = 9
"""Words of the date to look again."""


WAYS = (
    *((True, 3, True), (True, 2, True), (True, 2, False), (False, 2, True), (False, 2, False)),
    *((True, 1, True), (True, 1, False), (False, 1, True), (False, 1, False)),
)
"""Ways to say it, longest first: whether all who must agree are named and when to look again is
whole; how many reasons; whether it says how clear it is."""


@dataclass(frozen=True, slots=True)
class Slide:
    """The slide, part by part."""

    organisation: str
    do: str
    clear: str
    drawing: Drawing
    boxes: tuple[tuple[str, tuple[str, ...]], ...]
    """A title and its lines."""

    @property
    def words(self) -> int:
        """How many words stand on it."""
        said = [self.organisation, self.do, self.clear]
        said += [part for title, lines in self.boxes for part in (title, *lines)]
        return len(" ".join(said).split())


def slide(page: Sheet) -> Slide:
    """The page, shortened until it has few enough words."""
    for whole, reasons, clear in WAYS:
        made = _slide(page, reasons, page.clear if clear else "", whole=whole)
        if made.words <= MOST:
            return made
    return made


def _slide(page: Sheet, reasons: int, clear: str, *, whole: bool) -> Slide:
    """`whole`: with all who must agree to the first step, and not the first of them alone."""
    step = page.steps[0] if page.steps else None
    again = page.again if whole else f"{page.again.partition(',')[0].rstrip('.')}."
    boxes = [
        (page.why.partition(",")[0], tuple(one.answer for one in page.reasons[:reasons])),
        ("The strongest objection", (page.objection.said.answer,) if page.objection else ()),
        ("First step", (step.text, f"Must agree: {_agree(step, whole=whole)}") if step else ()),
        ("Look again", (_first_words(page.typed["again"]) or again,)),
    ]
    return Slide(
        short(page.typed["organisation"], NAME),
        page.do,
        clear,
        page.drawing,
        tuple((title, lines) for title, lines in boxes if lines),
    )


def _agree(step: BoardStep, *, whole: bool) -> str:
    named = people(step.agree)
    if whole or len(named) < 2:
        return lower_first(step.agree)
    return f"the {lower_first(named[0])} and others"


def _first_words(text: str) -> str:
    words = text.split()
    return text if len(words) <= AGAIN else f"{' '.join(words[:AGAIN]).rstrip(',.;…')}…"
