"""The result page: one view, wherever a result is told.

In its order: whose it is and its level, the picture, what holds it down, three first steps, what
is not known, where next; then everything else in named parts that open, and that links lead to.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import htpy as h

from widgets.core.page.view import region
from widgets.core.result import onward, regions
from widgets.core.result.panel import ID
from widgets.core.result.parts import Parts

FIRST = ("headline", "picture", "cap", "first-steps", "deciding", "onward")
"""The regions that are always open, in the order of the page."""

type Named = tuple[str, str, str]
"""A region, the id that links lead to, and what its part is called."""

NAMED: Sequence[Named] = (
    ("focus", "part-talk", "Talk about these first"),
    ("advice", "part-advice", "All advice, and why"),
    ("plan", "part-plan", "The plan"),
    ("climb", "part-way-up", "The shortest way up"),
    ("exposure", "part-exposure", "Which failures it is exposed to"),
    ("second", "part-second-look", "A second look: questions to you"),
    ("radar", "part-radar", "The dimensions as a radar"),
    ("working", "part-working", "The working: every sum"),
)
"""What follows in parts that a reader opens."""


_DRAW: Mapping[str, Callable[[Parts], h.Node]] = {
    "headline": regions.headline,
    "picture": regions.picture,
    "cap": regions.cap,
    "first-steps": regions.first,
    "deciding": regions.deciding,
    "focus": regions.focus,
    "advice": regions.advice,
    "plan": regions.road,
    "climb": regions.climb,
    "exposure": regions.exposure,
    "second": regions.second_look,
    "radar": regions.radar,
    "working": regions.sums,
}
"""What draws each region, but for the way on, which depends on the tool."""

ALL = (*FIRST, *(name for name, _, _ in NAMED))
"""Every region, in the order of the page."""

LATER = tuple(name for name in ALL if name != "headline")
"""The regions below the level: whoever answers sees a panel that says it, and they can follow."""


def drawn(found: Parts, tool: str, names: Iterable[str] = ALL) -> dict[str, h.Node]:
    """The regions of the result on the page of `tool` that are named, by name.

    Each is worked out when it is drawn.
    """
    of_tool = partial(onward.draw, found, tool)
    return {name: of_tool if name == "onward" else partial(_DRAW[name], found) for name in names}


def section(
    shown: Mapping[str, h.Node],
    *,
    says: str,
    after: h.Node = None,
    end: h.Node = None,
    back: str = "",
    first: Sequence[str] = FIRST,
    named: Sequence[Named] = NAMED,
    look: str = "",
) -> h.Element:
    """The page of those regions that are `shown`; `says` names it to those who do not see it.

    `after` follows where next, and `end` all parts; `back`: id of the form that it belongs to,
    whose answers are seen before their result is: a style sheet says meanwhile that it comes.
    `first` and `named`: the regions that stand open, and those in parts; `look`: a class besides.
    """
    return h.section(f".kam-results.kam-result-page{look}", id=ID, aria_label=says, tabindex="-1")[
        bool(back) and h.p(".kam-back")[h.a(href=f"#{back}")["Back to the questions"]],
        bool(back) and h.p(".kam-coming", data_search_exclude=True)["Opening your result…"],
        [region(name, shown[name]) for name in first if name in shown],
        after,
        h.div(".kam-parts")[[part(one, shown[one[0]]) for one in named if one[0] in shown]],
        end,
    ]


def part(one: Named, content: h.Node) -> h.Element:
    """One part that a reader opens, or that a link opens; nothing is seen of it while empty."""
    name, id, title = one
    return h.details(".kam-part")[
        h.summary[title], h.div(".kam-region", id=id, data_kam_region=name)[content]
    ]
