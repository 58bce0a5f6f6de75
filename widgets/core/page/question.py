"""One practice as a question: its ladder, "we don't know", and "does not apply" where it fits."""

from collections.abc import Iterable

import htpy as h

from widgets.core.answers import field_kinds
from widgets.core.answers.states import UNKNOWN
from widgets.core.model import ladders
from widgets.core.model.ladders import Ladder, Role
from widgets.core.model.maturity import Practice
from widgets.core.page.controls import choice, rungs
from widgets.core.page.view import Place, foot
from widgets.core.words.english import upper_first


def practice_question(place: Place, practice: Practice, position: str = "") -> h.Element:
    """The fieldset of one practice."""
    name = field_kinds.PRACTICE + practice.id
    return h.fieldset(".kam-question", id=f"q-{practice.id}")[
        h.legend[
            position and h.span(".kam-question__number")[position, " "],
            practice.statement,
        ],
        who_knows(place, practice.statement, practice.ask, practice.ladder),
        rungs(name, practice.ladder),
        choice(name, UNKNOWN, "?", "We don't know"),
        practice.scope and _not_applicable(place, practice, name),
        foot(),
        h.p(".kam-question__more")[
            place.link(f"practices/{practice.id}/", "Why it matters and how to start")
        ],
    ]


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
