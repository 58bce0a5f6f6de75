"""The rest of the chooser's answer: accounts, add-ons, first steps, the working, and paper."""

import htpy as h

from widgets.chooser.contact_figure import figure, pairs
from widgets.chooser.questions import sources
from widgets.core.choosing.contact_shape import AccountShape
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import lines, report
from widgets.core.choosing_words.phrases import one_decimal, option, percent
from widgets.core.model.structures import FirstStep
from widgets.core.page.controls import PRIMARY, button
from widgets.core.page.view import Place
from widgets.core.questionnaire.chooser import Account
from widgets.core.words.english import lower_first, upper_first


def accounts(place: Place, found: Outcome) -> h.Node:
    """Each account with its shape, and its contacts drawn."""
    both = zip(found.chooser.accounts, found.choice.accounts, strict=True)
    drawn = [_account(place, found, n, *one) for n, one in enumerate(both, start=1)]
    return bool(drawn) and (h.h3["Contact shape of each account"], drawn)


def _account(
    place: Place, found: Outcome, number: int, given: Account, shaped: AccountShape
) -> h.Element:
    structures = found.structures
    stage = next((one for one in structures.stages if one.id == given.stage), None)
    shape = next((one for one in structures.shapes if one.id == shaped.shape), None)
    if stage is None or shape is None:
        return h.div(".kam-account")[
            h.h4[given.name], h.p["Pick its stage, and its contact shape follows."]
        ]
    words = upper_first(lines.shape_words(found, shaped))
    return h.div(".kam-account")[
        h.h4[given.name],
        h.p[
            h.strong[shape.name],
            f". {words}. ",
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


def add_ons(place: Place, found: Outcome) -> h.Node:
    """What the first option needs and is not there, each with its first step."""
    if found.first is None or found.choice.tie:
        return None
    missing = [one for one in found.structures.add_ons if one.id in found.choice.add_ons_missing]
    name = option(found.structures, found.first.id)
    if not missing:
        return bool(found.first.needs) and h.p[f"You have what {name} needs beside it."]
    return (
        h.h3[f"Missing beside {name}"],
        h.ul[
            [
                h.li[
                    h.strong[one.name],
                    f". {one.definition} First step: {lower_first(one.first_step)} ",
                    sources(place, found.structures, one.facts),
                ]
                for one in missing
            ]
        ],
    )


def steps(place: Place, found: Outcome) -> h.Node:
    """The first three steps of the first option, each with who must agree."""
    if found.first is None:
        return None
    if found.choice.tie:
        return (
            h.h3["First three steps"],
            h.p[lines.TIED_STEP],
        )
    listed = [_step(place, found, step) for step in found.first.first_steps]
    return bool(listed) and (h.h3["First three steps"], h.ol(".kam-steps")[listed])


def _step(place: Place, found: Outcome, step: FirstStep) -> h.Element:
    return h.li[
        step.step,
        " ",
        h.span(".kam-agree")[h.strong["Must agree: "], lower_first(step.agree), ". "],
        sources(place, found.structures, step.facts),
    ]


def working(place: Place, found: Outcome) -> h.Node:
    """Every option with its points, its range and its vetoes; every weight."""
    if found.first is None:
        return None
    choice, structures = found.choice, found.structures
    points = {one.option: one.points for one in choice.home}
    rows = [
        h.tr[
            h.th(scope="row")[one.name, h.small(".kam-definition")[_state(found, one.id)]],
            h.td[_with_range(found, one.id)],
            h.td[percent(choice.acceptability[one.id]) if one.id in points else "–"],
        ]
        for one in sorted(
            structures.options, key=lambda o: -sum(choice.contributions[o.id].values())
        )
    ]
    heads = ("Option", "Points", "First in")
    return h.details(".kam-working")[
        h.summary["Show the working"],
        h.p(".kam-note")[
            "Points are the sum over the criteria of weight × answer × fit; two kinds of criterion "
            "bend that rule. ",
            place.link("method/choosing/", "Every rule, and a worked example"),
            "; ",
            place.link("structures/table/", "every fit and its reason"),
            ". ",
            _weighted(found),
        ],
        h.div(".kam-scroll", tabindex="0", role="group", aria_label="Every option")[
            h.table(".kam-sums")[
                h.caption(".kam-hidden")["Every option"],
                h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
                h.tbody[rows],
            ]
        ],
    ]


def _weighted(found: Outcome) -> str:
    moved = {id: weight for id, weight in found.chooser.weights.items() if weight != 1}
    if not moved:
        return "All weights are 1."
    names = found.structures.criterion
    said = "; ".join(f"{names[id].name} {weight:g}" for id, weight in moved.items())
    return f"Weights before they are scaled to add up to 12: {said}; all others 1."


def _with_range(found: Outcome, id: str) -> str:
    low, high = (one_decimal(end) for end in found.choice.points_range[id])
    points = one_decimal(sum(found.choice.contributions[id].values()))
    return points if low == high else f"{points} ({low} to {high})"


def _state(found: Outcome, id: str) -> str:
    choice = found.choice
    if id in choice.vetoed:
        return f"closed: {_vetoes(found, choice.vetoed[id])}"
    kind = found.structures.option[id].kind
    if kind != "ranked":
        return "only to recognise" if kind == "recognise-only" else "an add-on"
    may = choice.possible_vetoes.get(id)
    return f"may be closed: {_vetoes(found, may)}" if may else "ranked"


def _vetoes(found: Outcome, ids: tuple[str, ...]) -> str:
    return "; ".join(lower_first(veto.name) for veto in found.structures.vetoes if veto.id in ids)


def paper(found: Outcome) -> h.Node:
    """The button that prints the page for a board."""
    return found.begun and button("export.print-board", "Print one page for a board", look=PRIMARY)


def board(found: Outcome) -> h.Node:
    """One page of paper for a board: the whole result in words."""
    if not found.begun:
        return None
    return h.div(".kam-board")[
        h.h2(".kam-board__head")[report.headline(found)],
        [
            h.div(".kam-board__part")[h.h3[part.title], h.ul[[h.li[line] for line in part.lines]]]
            for part in report.sections(found)
        ],
        h.p(".kam-board__foot")[
            report.OURS,
            " Left off this paper: the questions with the answers not chosen, charts and sums.",
        ],
    ]
