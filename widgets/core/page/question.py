"""A practice or a dimension as a question: its ladder, "we don't know", and what else may be said.

The tools ask so, and so do the pages that explain what is asked.
"""

from collections.abc import Iterable

import htpy as h

from widgets.core.answers import field_kinds
from widgets.core.answers.states import UNKNOWN
from widgets.core.model import ladders
from widgets.core.model.ladders import Ladder, Role
from widgets.core.model.maturity import Dimension, Practice
from widgets.core.page.controls import choice, rungs
from widgets.core.page.view import Place, foot
from widgets.core.words.english import lower_first, upper_first

START = "Why it matters and how to start"


def practice_question(
    place: Place,
    practice: Practice,
    position: str = "",
    *,
    after: h.Node = None,
    own_page: bool = False,
    asked_above: bool = False,
) -> h.Element:
    """The fieldset of one practice.

    `after`: the region beneath it that says what follows from the answer; `own_page`: whether it
    stands on the page of the practice, whose title is the question; `asked_above`: whether what
    it is folded behind says the question.
    """
    name = field_kinds.PRACTICE + practice.id
    return _question(
        place,
        practice,
        practice.statement,
        name,
        h.legend(class_="kam-hidden" if own_page or asked_above else None)[
            _at(position), practice.statement
        ],
        practice.scope and _not_applicable(place, practice, name),
        foot(after),
        not own_page and _more(place, f"practices/{practice.id}/", START),
    )


def quick_question(
    place: Place,
    dimension: Dimension,
    position: str = "",
    *,
    after: h.Node = None,
    own_page: bool = False,
) -> h.Element:
    """The fieldset of a dimension's own question; `after` and `own_page` as of a practice."""
    name = field_kinds.QUICK + dimension.id
    why = f"Why {lower_first(dimension.name)}?"
    return _question(
        place,
        dimension,
        dimension.question,
        name,
        h.legend[_at(position), dimension.question],
        foot(after),
        not own_page and _more(place, dimension.page, why),
    )


def _question(
    place: Place, of: Practice | Dimension, asked: str, name: str, legend: h.Element, *rest: h.Node
) -> h.Element:
    """The fieldset of what is `asked` in the field `name`; `rest` follows its answers."""
    return h.fieldset(".kam-question", id=f"q-{of.id}")[
        legend,
        who_knows(place, asked, of.ask, of.ladder),
        rungs(name, of.ladder),
        choice(name, UNKNOWN, "?", "We don't know"),
        rest,
    ]


def _at(position: str) -> h.Node:
    return position and h.span(".kam-question__number")[position, " "]


def _more(place: Place, page: str, words: str) -> h.Element:
    return h.p(".kam-question__more")[place.link(page, words)]


def who_knows(place: Place, asked: str, ask: str, ladder: Ladder) -> h.Element:
    """Who can answer, and folded beside it whoever is meant by the roles that are named."""
    roles = ladders.meant(place.model.roles, asked, ask, ladder)
    return h.div(".kam-question__who")[
        h.p(".kam-question__ask")["Who knows: ", ask],
        _meant(roles) if roles else None,
    ]


def _meant(roles: Iterable[Role]) -> h.Element:
    return h.details(".kam-roles")[
        h.summary["Who is meant"],
        h.dl[[(h.dt[upper_first(role.name)], h.dd[role.means]) for role in roles]],
    ]


def _not_applicable(place: Place, practice: Practice, name: str) -> h.Node:
    reasons = [place.model.scopes[tag] for tag in practice.scope]
    return (
        choice(name, field_kinds.NA, "–", f"Does not apply: {' or '.join(reasons)}"),
        h.label(".kam-reason")[
            "Why it does not apply here",
            h.input(type="text", name=field_kinds.REASON + practice.id, maxlength="300"),
        ],
    )
