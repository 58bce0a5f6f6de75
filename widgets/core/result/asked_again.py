"""Questions that are asked again since the model changed, with the old answers as a hint.

The list stays until each is answered; most readers never have one, so it is loaded when needed.
"""

import htpy as h

from widgets.core.answers.states import Answers
from widgets.core.page.view import Place
from widgets.core.words.english import number_of

ANCHORS = {"practice": "q-", "dimension": "d-", "question": "profile-"}
"""Where the form of the assessment asks each kind of thing."""


AT_ONCE = 8
"""Questions that are listed at once; more are folded, so that the form stays in sight."""


def region(place: Place, answers: Answers) -> h.Node:
    """The questions and their old answers; nothing where none is asked again."""
    if not answers.retired or not place.model.migrations:
        return None
    from widgets.core.migrating.gaps import hints  # noqa: PLC0415
    from widgets.core.migrating.report import name, old_answer, written  # noqa: PLC0415
    from widgets.core.migrating.things import asked  # noqa: PLC0415 - seldom needed, as what follows

    found = {
        thing: olds
        for thing, olds in hints(answers, place.model).items()
        if thing.partition(" ")[0] in ANCHORS
    }
    if not found:
        return None
    count = number_of(len(found), "question is", "questions are")
    return h.details(".kam-note", open=len(found) <= AT_ONCE)[
        h.summary[f"{count} asked again, because the model has changed."],
        h.ul[
            [
                h.li[
                    h.a(href=f"#{anchor(thing)}")[name(asked(place.model, thing))],
                    h.ul[
                        [
                            h.li[
                                f"You answered “{name(old.words)}”: {old_answer(old)}",
                                [(h.br, *line) for line in written(old)],
                            ]
                            for old in olds
                        ]
                    ],
                ]
                for thing, olds in found.items()
            ]
        ],
    ]


def anchor(thing: str) -> str:
    """Where a thing is asked."""
    kind, _, id = thing.partition(" ")
    return ANCHORS[kind] + id
