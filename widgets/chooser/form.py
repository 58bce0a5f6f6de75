"""The chooser's form: its six parts in order; what depends on the answers comes as regions."""

from collections.abc import Mapping

import htpy as h

from widgets.chooser.questions import criterion, gate_test, have, today, truth
from widgets.core.model.structures import Structures
from widgets.core.page.view import Place, foot

FORM = "kam-chooser-form"


def form(place: Place, structures: Structures, drawn: Mapping[str, h.Node]) -> h.Element:
    """The whole form; `drawn` holds the regions that stand in it."""
    return h.form(".kam-form.kam-chooser", id=FORM, data_kam_form=True, autocomplete="off")[
        _gate(place, structures, drawn),
        _part("today", "2. Where are you now?", None, today(structures), drawn["today"]),
        _criteria(structures, drawn),
        _accounts(place, drawn),
        _part("have", "5. What do you have already?", None, have(structures)),
        _part("other", "6. What if?", None, drawn["other-form"], foot(blank=False)),
    ]


def _part(id: str, title: str, done: h.Node, *content: h.Node) -> h.Element:
    return h.section(".kam-dimension", id=f"part-{id}")[
        h.div(".kam-dimension__head")[h.h2[title], done], content
    ]


def _gate(place: Place, structures: Structures, drawn: Mapping[str, h.Node]) -> h.Element:
    return _part(
        "gate",
        "1. Is it right for you at all?",
        drawn["progress-gate"],
        h.p(".kam-note")["Seven tests; the sixth has two halves. “No KAM” is a full answer."],
        [gate_test(place, structures, test) for test in structures.tests],
        h.h3["Three more facts, which can close an option or warn"],
        [truth(question) for question in structures.questions],
    )


def _criteria(structures: Structures, drawn: Mapping[str, h.Node]) -> h.Element:
    total = len(structures.criteria)
    return _part(
        "criteria",
        "3. Twelve criteria",
        drawn["progress-criteria"],
        h.p(".kam-note")[
            "Think of one group of key customers and of your firm as it is. Skip what you like: "
            "an open answer widens the result and is never guessed."
        ],
        [
            criterion(one, f"{number} of {total}", drawn.get(f"proposed-{one.id}"))
            for number, one in enumerate(structures.criteria, start=1)
        ],
        h.details(".kam-scope", id="importance")[
            h.summary["Does one of them matter more to you than the others?"],
            drawn["weights"],
            foot(blank=False),
        ],
    )


def _accounts(place: Place, drawn: Mapping[str, h.Node]) -> h.Element:
    return _part(
        "accounts",
        "4. Your key accounts",
        None,
        h.p(".kam-note")[
            "Who should know whom is a choice for each account. It follows the ",
            place.link("structures/relationship-stages/", "stage of the relationship"),
            ".",
        ],
        drawn["account-rows"],
        foot(blank=False),
    )
