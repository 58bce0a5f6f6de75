"""The result drawn: what to talk about first, then levels and gaps; figures closed beneath."""

from collections.abc import Iterator, Sequence

import htpy as h

from widgets.core.page.view import Place
from widgets.core.scoring import margins
from widgets.core.scoring.result_words import level_name
from widgets.core.team import words as say
from widgets.core.team.comparison import Compared, RatedQuestion
from widgets.core.team.strip import legend, strip
from widgets.core.words.english import lower_first, number_of

FIRST = 5
"""Topics that are drawn whole; the rest are listed.  A half-day meeting takes fewer."""
PRESENT = "present"
"""Where the result stands; while the address names it, a style sheet gives each topic the screen.

It is there before Python is, so that a reload goes on presenting.
"""
TEAM = "kam-team"
"""Where the whole page of the team stands: the end of a presentation leads back to it."""
OPEN = 8
"""Open practices that are listed at once."""


def first(place: Place, found: Compared) -> h.Node:
    """Talk about these first."""
    apart = [topic for topic in found.topics if (topic.found.ad or 0) > 0]
    used = {id: None for topic in apart[:FIRST] for id in topic.by_function}
    n = found.figures.raters
    return (
        h.h2["Talk about these first"],
        h.p(".kam-note")[
            f"{n} of {number_of(n + len(found.left_out), 'rater')}. ",
            found.quick
            and "Rough: these are quick answers to the dimensions, as fewer than two raters "
            "have answered practices. ",
            "The widest disagreement first, before any average.",
        ],
        _left_out(found),
        not apart
        and h.p[
            h.strong["Nobody disagrees. "],
            "Ask who is not in the room: agreement is not truth.",
        ],
        bool(apart) and (_present(len(apart[:FIRST])), legend(used)),
        h.ol(".kam-first")[[h.li[_topic(place, topic)] for topic in apart[:FIRST]]],
        h.a(".md-button.kam-present__end", href=f"#{TEAM}")["End the presentation"],
        _rest(place, apart[FIRST:]),
    )


def _present(count: int) -> h.Element:
    """The way to the topics one a screen, for a projector."""
    return h.p(".kam-present")[
        h.a(".md-button", href=f"#{PRESENT}")["Present"],
        h.span(".kam-note")[
            f"{number_of(count, 'disagreement')}, one a screen. Page keys or scrolling go on."
        ],
    ]


def _rest(place: Place, topics: Sequence[RatedQuestion]) -> h.Node:
    """The other topics in a line each, on demand."""
    if not topics:
        return None
    return h.details[
        h.summary[f"{len(topics)} more with some disagreement"],
        h.ol(start=str(FIRST + 1))[
            [h.li[place.link(t.page, t.statement), ". ", say.gap(t)] for t in topics]
        ],
    ]


def _left_out(found: Compared) -> Iterator[h.Element]:
    """Who is not compared, and why."""
    kinds = (
        (True, "gave quick answers only, so there is no practice to compare"),
        (False, "chose no rung, so there is nothing to compare"),
    )
    for quick, why in kinds:
        names = [
            rater.name
            for rater in found.left_out
            if not rater.problem and bool(rater.answers.quick) is quick
        ]
        if names:
            yield h.p(".kam-note")[
                [(", " if place else "", h.bdi[name]) for place, name in enumerate(names)],
                f": {why}.",
            ]


def _topic(place: Place, topic: RatedQuestion) -> h.Node:
    found, (low, high) = topic.found, say.ends(topic)
    return (
        h.h3[place.link(topic.page, topic.statement)],
        h.p(".kam-first__gap")[say.gap(topic)],
        strip(topic),
        h.p(".kam-note")[
            say.by_function(topic),
            f" {number_of(found.n, 'answer')}, median {say.rung(found.median)}.",
        ],
        h.dl(".kam-ends")[
            h.dt[f"{high} says"],
            h.dd[topic.ladder[high].said],
            h.dt[f"{low} says"],
            h.dd[topic.ladder[low].said],
        ],
        h.p[
            h.strong["Ask: "],
            f"those who said {high}, what have you seen? Those who said {low}, what is missing? "
            f"Who could settle it: {lower_first(topic.ask).rstrip('.')}.",
        ],
        topic.why and h.p(".kam-note")["Why it matters: ", topic.why],
    )


HEADS = ("n", "0", "1", "2", "3", "4", "Median", "Mean", "SD", "AD", "r_wg", "Gap")


def plain(place: Place, found: Compared) -> h.Node:
    """What needs no figures: how far the raters' own levels reach, and what nobody answered."""
    return _levels(place, found), _open(found)


def figures(place: Place, found: Compared) -> h.Node:
    """All figures, closed until somebody asks for them; never an average level."""
    unit = "dimension" if found.quick else "practice"
    return h.details(id="for-the-statistician")[
        h.summary["For the statistician"],
        _table(place, found, unit),
        _overall(found, f"{unit}s"),
    ]


def _table(place: Place, found: Compared, unit: str) -> h.Node:
    """Every practice that somebody answered, in the same order."""
    return (
        h.h3[f"Every {unit}"],
        h.div(".kam-scroll", tabindex="0", role="group", aria_label=f"Every {unit}")[
            h.table(".kam-agreed")[
                h.caption(".kam-hidden")["Answers and agreement, the widest disagreement first"],
                h.thead[
                    h.tr[
                        h.th(scope="col")[unit.capitalize()],
                        [h.th(scope="col")[_head(head)] for head in HEADS],
                    ]
                ],
                h.tbody[[_row(place, topic) for topic in found.topics]],
            ]
        ],
        h.p(".kam-note")[
            "0 to 4: how many chose each rung. Gap: between the medians of functions. ",
            "A minus before ",
            _head("r_wg"),
            ": less agreement than chance. ",
            place.link("method/agreement/", "What each figure says, and cannot say"),
            ".",
        ],
    )


def _head(head: str) -> h.Node:
    return ("r", h.sub["wg"]) if head == "r_wg" else head


def _row(place: Place, topic: RatedQuestion) -> h.Element:
    found = topic.found
    medians = [f"{say.function(id)} {say.rung(m)}" for id, m in found.function_medians.items()]
    return h.tr[
        h.th(scope="row")[
            place.link(topic.page, topic.statement),
            bool(medians) and h.small["Medians: ", ", ".join(medians), "."],
        ],
        h.td[found.n],
        [h.td[count or h.span(".kam-none")["·"]] for count in found.distribution],
        h.td[say.rung(found.median)],
        [h.td[say.two(value)] for value in (found.mean, found.sd, found.ad)],
        h.td[_r_wg(found.r_wg)],
        h.td[say.rung(found.function_gap)],
    ]


def _r_wg(value: float | None) -> h.Node:
    if value is None or value >= 0:
        return say.two(value)
    return say.two(value), h.br, h.small["less agreement than chance"]


def _open(found: Compared) -> h.Node:
    if not found.open:
        return None
    unit = "dimension" if found.quick else "practice"
    lines = h.ul[[h.li[words] for words in found.open]]
    title = f"No rater chose a rung for {number_of(len(found.open), unit)}"
    if len(found.open) <= OPEN:
        return h.h3[title], lines
    return h.h3[title], h.details[h.summary["Which ones"], lines]


def _overall(found: Compared, units: str) -> h.Node:
    return (
        h.h3[f"All {units} together"],
        h.div(".kam-scroll")[
            h.table(".kam-over-all")[
                h.caption(".kam-hidden")[f"Agreement over all {units}"],
                h.tbody[
                    [
                        h.tr[h.th(scope="row")[label], h.td[value]]
                        for label, value in say.overall(found.figures, units)
                    ]
                ],
            ]
        ],
    )


LEVELS = h.h2["Each one's own level"]


def _levels(place: Place, found: Compared) -> h.Node:
    levels = found.levels
    if not levels:
        return None
    (low, *_), (high, *_) = levels[0], levels[-1]
    model, n = place.model, len(levels)
    sure = h.p(".kam-note")[margins.of_many([result for _, _, result in levels])]
    if low == high:
        each = "Each" if n > 1 else "The only one"
        said = f"{each} of the raters with a level (n = {n}) sees: {level_name(model, low)}."
        return LEVELS, h.p[said], sure
    return (
        LEVELS,
        h.p[
            f"The raters' own levels (n = {n}) reach from {level_name(model, low)} (",
            _who([rater.name for level, rater, _ in levels if level == low]),
            f") to {level_name(model, high)} (",
            _who([rater.name for level, rater, _ in levels if level == high]),
            "). No average is shown: nobody would recognise the programme in it.",
        ],
        sure,
    )


def _who(names: Sequence[str]) -> h.Node:
    if len(names) > 3:
        return f"{len(names)} raters"
    return [(", " if place else "", h.bdi[name]) for place, name in enumerate(names)]
