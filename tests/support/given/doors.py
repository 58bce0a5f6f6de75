"""Every door for answers from outside, and what came in by it."""

import json
from html import unescape

from tests.support.given.desks import NOW, handed
from tests.support.ours import our_guide
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.keeping.steps import Beside, Put
from widgets.core.keeping.visit import Visit
from widgets.core.page import desk
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place

MODEL = our_guide().model
VISIT = Visit(now=NOW)
PLACE = Place(MODEL, "../", {}, VISIT)


def asked(widget, command, place=PLACE, **given):
    """The reply to a command on the page of `widget`."""
    return desk.run(command, Desk(place, widget, Answers(), (), given))


def beside(reply):
    """What is open beside the reader's own answers, or what is said where nothing is."""
    for step in reply.steps:
        assert isinstance(step, Beside)
        if step.records is None:
            continue  # refused: the page stops waiting
        return {name: json.loads(text)["value"] for name, text in step.records.items()}
    return unescape(html(reply.panel))


def rater(reply):
    """What came in as one rater, or what is said where nobody did."""
    for step in reply.steps:
        assert isinstance(step, Put)
        return values(json.loads(step.text)["file"])
    return unescape(html([reply.panel, *reply.regions.values()]))


def values(file):
    """The states in an answers file, as the fields of a form have them."""
    parts = {"practice": file.get("answers", {}), "quick": file.get("quick", {})}
    return {f"{p}.{id}": str(rung) for p, states in parts.items() for id, rung in states.items()}


DOORS = {
    "address": lambda text: beside(asked("assessment", "borrowed.open-link", text=text)),
    "import": lambda text: beside(asked("assessment", "borrowed.open-text", pasted=text)),
    "drop": lambda text: beside(asked("assessment", "borrowed.open-file", file=handed("x", text))),
    "team": lambda text: rater(asked("team", "team.add", pasted=text)),
    "drop on team": lambda text: rater(asked("team", "borrowed.open-file", file=handed("x", text))),
}
