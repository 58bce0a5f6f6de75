"""The level that comes before the result: what the result says, and nothing for others."""

import json

import pytest

from tests.support.case_files import cases
from tests.support.given.scored import records
from widgets.headline import headline
from widgets.worker import handle

TOOLS = ("quick-scan", "assessment")


def asked(widget, kept, **more):
    """A page's first question."""
    told = {"widget": widget, "root": "../", "options": {}, "records": kept}
    return json.dumps(told | {"now": "2026-11-29T08:00:00.000Z", "assessment": "default"} | more)


@pytest.mark.parametrize("widget", TOOLS)
@pytest.mark.parametrize("case", cases("score"))
def test_it_is_that_of_the_result(case, widget, model):
    """Both regions to the byte, in whatever state the answers are; another's answers too."""
    for more in ({}, {"beside": "a link"}):
        message = asked(widget, records(case, model.version), **more)
        first, whole = json.loads(headline(message)), json.loads(handle(message))["html"]

        assert {"panel", "headline"} == set(first)
        assert first == {name: whole[name] for name in first}


@pytest.mark.parametrize(
    "message",
    [
        asked("chooser", {}),
        asked("quick-scan", {}, do="view.file", given={}),
        asked("assessment", {}, one={"pages": [], "site": ""}),
        asked("questions", {}, options={"of": "delivery"}),
    ],
    ids=["another tool", "a command", "the single file", "a question on a page"],
)
def test_others_wait_for_the_whole(message):
    """Where there is no level, or links are rewritten, nothing comes first."""
    assert "" == headline(message)
