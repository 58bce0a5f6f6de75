"""The team page: several people's answers side by side, what they disagree about first.

Every rater is kept under a key of its own, which the commands `team-…` write; the reader's own
answers are not touched.
"""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.page.controls import button
from widgets.core.page.state_line import state_line
from widgets.core.page.view import Place, View, region
from widgets.core.team import result
from widgets.core.team.comparison import compared
from widgets.core.team.form import form
from widgets.core.team.people import people
from widgets.core.team.raters import PREFIX, Rater, present, removed

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The team page takes no option."""

TOOL = True
"""A reader opens its page in order to work with answers."""

LATE = True
"""Its modules travel apart, so that the scan and the assessment start without them."""


def view(place: Place, _answers: Answers, _problems: Sequence[Problem] = ()) -> View:
    """The page for the raters that the browser keeps; the reader's own play no part.

    What is wrong with those is said by the pages that show them.
    """
    here = present(place.visit.stored, place.model)
    gone = removed(place.visit.stored, place.model)
    regions: dict[str, h.Node] = {"people": people(here, gone), **_result(place, here)}
    return View(
        form=lambda: _page(regions),
        regions=regions,
        announce="",
        file="kam-assessment.json",
    )


def _result(place: Place, here: Sequence[Rater]) -> dict[str, h.Node]:
    found = compared(place.model, here)
    if found.figures.raters < 2:
        return {"first": _too_few(place, here), "every": None, "overall": None, "take": None}
    return {
        "first": result.first(place, found),
        "every": result.plain(place, found),
        "overall": result.figures(place, found),
        "take": h.div(".kam-actions", role="group", aria_label="Take away")[
            button("team.copy", "Copy as Markdown"),
            button("team.csv", "Save as CSV"),
            button("print", "Print"),
        ],
    }


def _too_few(place: Place, here: Sequence[Rater]) -> h.Node:
    if not here:
        return (
            h.h2["Nobody is here yet"],
            h.p[
                "Let each person do the ",
                place.link("assessment/", "full assessment"),
                " alone, press Share, and send you the link. Paste all the links here.",
            ],
            h.p(".kam-note")["In a hurry? Links from the quick scan work too, roughly."],
            h.p(".kam-note")[
                "What comes out? ",
                place.link("method/agreement/#a-worked-example", "An example of nine people"),
                ".",
            ],
        )
    who = [rater.name for rater in here if not rater.rungs]
    return (
        h.h2["It takes two"],
        h.p["Disagreement needs a second person with answers. Add another link or file."],
        bool(who)
        and h.p(".kam-note")[
            [(", " if at else "", h.bdi[name]) for at, name in enumerate(who)],
            ": no practice to compare.",
        ],
    )


def _page(regions: Mapping[str, h.Node]) -> h.Node:
    drawn = {name: region(name, node) for name, node in regions.items()}
    return (
        h.form(data_kam_form=PREFIX, hidden=True),
        h.div(".kam-team", id=result.TEAM)[
            h.section(".kam-team__people", aria_label="Raters")[
                h.h2["Who answered"],
                h.form(autocomplete="off", data_kam_region="team-add")[form()],
                region("team-said", None),
                h.form(autocomplete="off", data_kam_region="people")[regions["people"]],
                state_line(),
            ],
            h.section(".kam-team__result", id=result.PRESENT, aria_label="What they say")[
                drawn["first"], drawn["every"], drawn["overall"], drawn["take"]
            ],
            h.p(".kam-left-off.kam-note")["Left off this paper: the list of who answered."],
        ],
    )
