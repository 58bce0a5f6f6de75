"""The rest of the chooser's answer: accounts, companions, and the steps of the form itself."""

import htpy as h

from widgets.chooser.contact_figure import figure
from widgets.chooser.questions import sources
from widgets.core.board.pairs import pairs
from widgets.core.choosing.contact_shape import AccountShape
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import course, lines
from widgets.core.choosing_words.headline import headline
from widgets.core.choosing_words.phrases import option
from widgets.core.page.view import Place
from widgets.core.questionnaire.chooser import Account
from widgets.core.structures.structures import AddOn, OptionStep
from widgets.core.words.english import listed, lower_first, upper_first


def accounts(place: Place, found: Outcome) -> h.Node:
    """Each account with its shape, and its contacts drawn."""
    both = zip(found.chooser.accounts, found.choice.accounts, strict=True)
    drawn = [_account(place, found, n, *one) for n, one in enumerate(both, start=1)]
    return drawn or None


def _account(
    place: Place, found: Outcome, number: int, given: Account, shaped: AccountShape
) -> h.Element:
    structures = found.structures
    stage = next((one for one in structures.stages if one.id == given.stage), None)
    shape = next((one for one in structures.shapes if one.id == shaped.shape), None)
    if stage is None or shape is None:
        return h.div(".kam-account")[
            h.h3[given.name], h.p["Pick its stage, and its contact shape follows."]
        ]
    words = upper_first(lines.shape_words(found, shaped))
    return h.div(".kam-account")[
        h.h3[given.name],
        h.p[
            h.strong[words],
            ". ",
            given.attractiveness is not None and f"Attractiveness {given.attractiveness} of 4. ",
            place.link("structures/contact-shapes/", "What this shape is"),
        ],
        figure(
            f"account-{number}",
            given.name,
            shape.id,
            shape.name,
            tuple(pairs(given.contacts, shape.id)),
        ),
        h.details[
            h.summary["Cost, risk, and what moves it on"],
            h.p[h.strong["Cost: "], stage.cost],
            h.p[h.strong["Risk: "], stage.risk],
            h.p[h.strong["Moves on with: "], stage.moves_on],
            h.p[sources(place, structures, stage.facts)],
        ],
    ]


def companions(place: Place, found: Outcome) -> h.Node:
    """What joins the form: three to begin with; the rest, and what can wait, folded."""
    if found.first is None or not headline(found).settled:
        return None
    return _beside(place, found), _of_form(place, found)


def _beside(place: Place, found: Outcome) -> h.Node:
    open_, more, later = course.companions(found)
    form = found.first
    if form is None or not (open_ or more or later):
        return form is not None and (
            bool(form.needs) and h.p[f"You have what {option(found.structures, form.id)} needs."]
        )
    kept = found.choice.keep is not None
    return (
        h.h3["What to mend" if kept else "What joins it"],
        h.ul(".kam-companions")[[_companion(place, found, one) for one in open_]],
        bool(more or later)
        and h.details(".kam-rest")[
            h.summary[_rest(len(more), len(later))],
            h.ul(".kam-companions")[
                [_companion(place, found, one) for one in more],
                [h.li[h.strong[one.name], f". Later. {because}"] for one, because in later],
            ],
        ],
    )


def _rest(more: int, later: int) -> str:
    parts = [f"{more} more" if more else "", f"{later} that can wait" if later else ""]
    return upper_first(listed([part for part in parts if part]))


def _companion(place: Place, found: Outcome, one: AddOn) -> h.Element:
    return h.li[
        h.strong[one.name],
        f". {one.definition} First step: {lower_first(one.first_step)} ",
        h.span(".kam-agree")[h.strong["Must agree: "], lower_first(one.agree), ". "],
        h.span(".kam-agree")[h.strong["Cost: "], one.cost, " "],
        sources(place, found.structures, one.facts),
    ]


def _of_form(place: Place, found: Outcome) -> h.Node:
    """The steps that the form itself asks for; none where it is kept."""
    form = found.first
    if form is None or found.choice.keep:
        return None
    return bool(form.first_steps) and (
        h.h3[f"The first steps of {option(found.structures, form.id)} itself"],
        h.ol(".kam-steps")[[_step(place, found, step) for step in form.first_steps]],
    )


def _step(place: Place, found: Outcome, step: OptionStep) -> h.Element:
    return h.li[
        step.step,
        " ",
        h.span(".kam-agree")[h.strong["Must agree: "], lower_first(step.agree), ". "],
        sources(place, found.structures, step.facts),
    ]
