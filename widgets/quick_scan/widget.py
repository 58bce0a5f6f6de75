"""The quick scan's view: a question for each dimension and the result in named regions."""

from collections.abc import Iterator, Mapping, Sequence

import htpy as h

from widgets.core.advising.second_look import quick_differs
from widgets.core.answers import field_kinds
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.drawing import bars
from widgets.core.model.maturity import Dimension
from widgets.core.page import whose_answers
from widgets.core.page.controls import choice, rungs
from widgets.core.page.notices import problem
from widgets.core.page.question import who_knows
from widgets.core.page.state_line import actions, state_line
from widgets.core.page.view import Place, View, foot, left_off, region
from widgets.core.result import working
from widgets.core.result.level import cap, headline
from widgets.core.scoring import result_words
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.words import numbers
from widgets.core.words.english import lower_first

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The quick scan takes no option."""

TOOL = True
"""A reader opens its page in order to answer, so Python may start before they do."""


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The quick scan for `answers`; `problems` are sentences about records that were not used."""
    result = score(place.model, answers)
    regions = {
        "problems": _problems(problems),
        "headline": headline(place, result, id="your-result"),
        "kept": whose_answers.region(place),
        "bars": _bars(place, result),
        "cap": _cap(place, result),
        "differs": _differs(place, result),
        "next": _next(place, result),
        "working": working.draw(place.model, result),
        "jump": _jump(place, result),
    }
    return View(
        form=lambda: _page(place, regions),
        regions=regions,
        announce=_announce(place, result),
        file="kam-quick-scan.json",
        text=lambda: result_words.result_text(place.model, answers, result),
        progress=(len(answers.quick), len(place.model.dimensions)),
    )


def _page(place: Place, regions: Mapping[str, h.Node]) -> h.Node:
    drawn = {name: region(name, node) for name, node in regions.items()}
    return (
        drawn.pop("problems"),
        h.div(".kam-columns")[
            h.form(".kam-form", data_kam_form=True, autocomplete="off")[list(_questions(place))],
            drawn.pop("jump"),
            h.section(".kam-results", id="quick-scan-result", aria_label="Your result")[
                drawn.pop("headline"),
                state_line(),
                drawn["bars"],
                drawn.pop("kept"),  # it comes and goes, and may push nothing that is in sight
                [drawn[name] for name in ("cap", "differs", "next", "working")],
                actions(),
            ],
        ],
        left_off("the lines not chosen, and the sums, which “Print a report” has."),
    )


def _questions(place: Place) -> Iterator[h.Element]:
    total = len(place.model.dimensions)
    for place_in_list, dimension in enumerate(place.model.dimensions, start=1):
        yield _question(place, dimension, f"{place_in_list} of {total}")


def _question(place: Place, dimension: Dimension, position: str) -> h.Element:
    name = field_kinds.QUICK + dimension.id
    return h.fieldset(".kam-question", id=f"q-{dimension.id}")[
        h.legend[h.span(".kam-question__number")[position, " "], dimension.question],
        who_knows(place, dimension.question, dimension.ask, dimension.ladder),
        rungs(name, dimension.ladder),
        choice(name, UNKNOWN, "?", "We don't know"),
        foot(),
        h.p(".kam-question__more")[
            place.link(dimension.page, f"Why {lower_first(dimension.name)}?")
        ],
    ]


def _problems(problems: Sequence[Problem]) -> h.Node:
    return [problem(sentence) for sentence in problems]


def _cap(place: Place, result: Result) -> h.Node:
    held = cap(place, result, reasons=True)
    return held and h.div(".kam-cap")[held]


def _bars(place: Place, result: Result) -> h.Node:
    rows = [
        bars.Bar(d.name, d.critical, scored.score, scored.range)
        for d in place.model.dimensions
        for scored in [result.dimensions[d.id]]
    ]
    return (
        h.h3["Dimension by dimension"],
        bars.bars("quick-scan-bars", bars.TITLE, rows),
    )


def _differs(place: Place, result: Result) -> h.Node:
    """Asks where the practices, which count once one is answered, tell another story."""
    asked = list(quick_differs(place.model, result))
    return bool(asked) and (
        h.h3["Which is nearer?"],
        h.ul[[h.li[item.text] for item in asked]],
    )


def _next(place: Place, result: Result) -> h.Node:
    lowest = result_words.weakest(place.model, result)
    if not lowest:
        return None
    way = result_words.way_up(place.model, result)
    return (
        h.h3["Where to start"],
        _lowest(place, result, lowest),
        way and (h.p[way[0]], h.ul[[h.li[move] for move in way[1:]]]),
        way
        and result.level_range
        and result.level_range[0] < result.level_range[1]
        and h.p(".kam-note")["Questions are still open; their answers may change this way."],
    )


def _lowest(place: Place, result: Result, lowest: Sequence[Dimension]) -> h.Node:
    """The lowest answers, which may be all of them."""
    at = numbers.number(result.dimensions[lowest[0].id].score)
    scored = sum(found.score is not None for found in result.dimensions.values())
    if 1 < scored == len(lowest):
        words = f"All {scored} that you answered stand at {at}. Read what stands behind "
        return h.p[words, place.link(lowest[0].page, lowest[0].name), " first."]
    links = [(", " if n else "", place.link(d.page, d.name)) for n, d in enumerate(lowest)]
    one = len(lowest) == 1
    return h.p[
        f"Your lowest answer{' is' if one else 's are'} ",
        links,
        f", {'' if one else 'all '}at {at}. Read what stands behind {'it' if one else 'them'} "
        "before you plan.",
    ]


def _jump(place: Place, result: Result) -> h.Node:
    return h.a(".kam-jump", href="#quick-scan-result")[
        h.span["Your result"], h.strong[result_words.headline(place.model, result)]
    ]


def _announce(place: Place, result: Result) -> str:
    return "" if result.headline.kind == "nothing" else result_words.headline(place.model, result)
