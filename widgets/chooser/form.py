"""The chooser's form: its seven parts in order; what depends on the answers comes as regions."""

from collections.abc import Mapping

import htpy as h

from widgets.chooser.questions import have, today
from widgets.core.page.controls import mark
from widgets.core.page.scale import scale
from widgets.core.page.view import Place, foot
from widgets.core.structures.asked import SECTIONS
from widgets.core.structures.structures import Structures

FORM = "kam-chooser-form"

NAMES: Mapping[str, str] = {
    "customers": "The customers",
    "work": "What you sell them, and who does the work",
    "firm": "Your firm",
    "today": "What you have today",
}
"""Parts that ask questions, by the section of `Question`."""

FIRST = "Think of the customers that you treat as key, or would. No list yet? Take the largest."

MORE = (
    "Where they differ, answer for those that bring more than half of their sales. Two kinds of "
    "customer? Use the second context, in part 7.",
    "Answer from what happened in the last year or so, and not from what somebody would say.",
    "Where units differ, answer for those that do most of the work.",
    "“We do not know” is an answer. It counts neither for nor against, and the page says what it "
    "leaves open.",
    "A top leader is a member of the top team or an owner. In a firm without one, whoever decides "
    "on people and money.",
)
"""With `FIRST`: what makes two people of one firm answer alike (our judgement)."""

TODAY = "today"
"""Stands for the question about today's form among the ids of the questions."""


def asked(structures: Structures) -> dict[str, list[str]]:
    """Ids of what each part asks, in the order of the form; `TODAY` opens the last of them."""
    found = {part: [q.id for q in structures.questions if q.section == part] for part in SECTIONS}
    return {**found, TODAY: [TODAY, *found[TODAY]]}


def form(place: Place, structures: Structures, drawn: Mapping[str, h.Node]) -> h.Element:
    """The whole form; `drawn` holds the regions that stand in it."""
    return h.form(".kam-form.kam-chooser", id=FORM, data_kam_form=True, autocomplete="off")[
        h.section(".kam-before", aria_label="Read this first")[
            h.p[FIRST],
            h.details[
                h.summary["Read this first: how to answer"], h.ul[[h.li[line] for line in MORE]]
            ],
        ],
        _questions(structures, drawn),
        _accounts(place, drawn),
        _part(
            "weights",
            "6. Does one matter more?",
            None,
            h.details(".kam-scope", id="importance")[
                h.summary["Does one thing matter more to you than the others?"],
                drawn["weights"],
                foot(blank=False),
            ],
        ),
        _part("other", "7. What if?", None, drawn["other-form"], foot(blank=False)),
    ]


def _part(id: str, title: str, done: h.Node, *content: h.Node) -> h.Element:
    return h.section(".kam-dimension", id=f"part-{id}")[
        h.div(".kam-dimension__head")[h.h2[title], mark(f"part-{id}", title), done], content
    ]


def _questions(structures: Structures, drawn: Mapping[str, h.Node]) -> list[h.Element]:
    """The four parts that ask; their questions are numbered through."""
    parts = asked(structures)
    order = [id for ids in parts.values() for id in ids]

    def question(id: str) -> h.Node:
        position = f"{order.index(id) + 1} of {len(order)}"
        if id == TODAY:
            return (today(structures, position), drawn["today"])
        return scale(structures.question[id], position, drawn[f"beside-{id}"])

    told = {one.id: drawn[f"had-{one.id}"] for one in structures.add_ons if one.have_from}
    return [
        _part(
            part,
            f"{number}. {NAMES[part]}",
            drawn[f"progress-{part}"],
            [question(id) for id in ids],
            part == TODAY and have(structures, told),
        )
        for number, (part, ids) in enumerate(parts.items(), start=1)
    ]


def _accounts(place: Place, drawn: Mapping[str, h.Node]) -> h.Element:
    return _part(
        "accounts",
        "5. Your key accounts",
        None,
        h.p(".kam-note")[
            "Who should know whom is a choice for each account. It follows the ",
            place.link("structures/relationship-stages/", "stage of the relationship"),
            ".",
        ],
        drawn["account-rows"],
        foot(blank=False),
    )
