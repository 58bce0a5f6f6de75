"""One recogniser at every door: the same text gives the same answers, or the same sentence."""

import json
from base64 import b64decode
from html import unescape

import pytest

from tests.core.sharing.test_share import text_of
from tests.support.case_files import cases
from tests.support.chain import guide as chain
from tests.support.desks import NOW, handed
from tests.support.ours import our_guide
from widgets import worker
from widgets.core.answers.refusals import RefusedError
from widgets.core.answers.states import Answers
from widgets.core.importing.incoming import incoming
from widgets.core.keeping.steps import Beside, Put
from widgets.core.keeping.visit import Visit
from widgets.core.page import desk
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place, bare
from widgets.core.sharing import share_link
from widgets.core.sharing.wrappings import unwrapped

MODEL = our_guide().model
VISIT = Visit(now=NOW)
PLACE = Place(MODEL, "../", {}, VISIT)
BODY = "1.kam-programme.1.0.0.FAre.a000000000000000000000001wwRO.4ozk"
EXPECTED = {"practice.lessons-reused": "4", "quick.change-politics-culture": "4"}
"""What `BODY` carries, as docs/method/share-link.md works it out."""


def asked(widget, command, place=PLACE, **given):
    """The reply to a command on the page of `widget`."""
    return desk.run(command, Desk(place, widget, Answers(), (), given))


def beside(reply):
    """What is open beside the reader's own answers, or the sentence why nothing is."""
    for step in reply.steps:
        assert isinstance(step, Beside)
        return {name: json.loads(text)["value"] for name, text in step.records.items()}
    return reply.announce.replace("The pasted text: ", "").replace("The file “x”: ", "")


def rater(reply):
    """What came in as one rater, or the sentence why nobody did."""
    for step in reply.steps:
        assert isinstance(step, Put)
        data = json.loads(step.text)["file"]
        parts = {"practice": data.get("answers", {}), "quick": data.get("quick", {})}
        return {
            f"{p}.{id}": str(rung) for p, states in parts.items() for id, rung in states.items()
        }
    return unescape(reply.announce).replace("Line 1: ", "").replace("The file “x”: ", "")


DOORS = {
    "address": lambda text: beside(asked("assessment", "borrowed.open-link", text=text)),
    "import": lambda text: beside(asked("assessment", "borrowed.open-text", pasted=text)),
    "drop": lambda text: beside(asked("assessment", "borrowed.open-file", file=handed("x", text))),
    "team": lambda text: rater(asked("team", "team.add", pasted=text)),
    "drop on team": lambda text: rater(asked("team", "borrowed.open-file", file=handed("x", text))),
}


@pytest.mark.parametrize("case", cases("doors"))
@pytest.mark.parametrize("door", DOORS)
def test_every_door_answers_alike(door, case):
    """Fifty texts, wrapped as mail filters and chats wrap them, and such as hold no link."""
    text = text_of({"text": case["text"].replace("{body}", BODY)})
    outcome = DOORS[door](text)

    if "says" not in case:
        assert EXPECTED == outcome
        return
    with pytest.raises(RefusedError) as refused:
        incoming(text, PLACE)
    assert case["says"] in refused.value.what
    whole = ("The link: ", "The text: ", "The file: ")
    said = next((outcome.removeprefix(name) for name in whole if outcome.startswith(name)), outcome)
    assert refused.value.what == said


def test_there_are_fifty_texts_and_more():
    """Nobody thins out the list unseen."""
    assert len(cases("doors")) >= 50


@pytest.mark.parametrize("door", ["address", "import", "drop"])
def test_an_older_link_is_migrated_alike(door):
    """A link to an older release gives the same records at every door, record by record."""
    old, new = (chain(release) for release in ("1.0.0", "2.0.0"))
    link = share_link.fragment(Answers(dict.fromkeys(old.model.practice, 1)), old.model)
    place = Place(new.model, "../", {}, VISIT)
    found = incoming(link, place)
    command, given = {
        "address": ("borrowed.open-link", {"text": link}),
        "import": ("borrowed.open-text", {"pasted": link}),
        "drop": ("borrowed.open-file", {"file": handed("x", link)}),
    }[door]
    (step,) = asked("assessment", command, place, **given).steps

    assert found.migrated and found.link == "1.0.0"
    assert found.records == step.records
    assert set(found.answers.practices) <= set(new.model.practice)


def test_unwrapping_leaves_other_texts_alone():
    """A text without a wrapping, a wrapping that is cut, and one that is none."""
    for text in ("plain", "100% of 3 - 2_1 *", "u=https-3A", "/v3/__x__;?!!", "aHR0c", "&#x;"):
        assert text == unwrapped(text)
    cut = "https://urldefense.com/v3/__https://guide.example/*kam=1__;!!x$"
    assert "*kam=1" in unwrapped(cut)
    assert "%20" * 50_000 == unwrapped("%20" * 50_000)  # bounded


def test_an_address_is_passed_on_bare():
    """Path and fragment only: no query of a search or a campaign, no name and password."""
    page = "https://guide.example/kam/assessment/"
    for more in ("", "?h=redundancies", "?utm_source=mail&fbclid=abc", "?a=1#kam=2", "#x?y"):
        assert page == bare(page + more)
    assert page == bare("https://ann:secret@guide.example/kam/assessment/?a@b")


@pytest.mark.parametrize(
    ("command", "value"),
    [
        ("export.share", ""),
        ("export.print-report", ""),
        ("export.clipboard", ""),
        ("export.file", "md"),
        ("export.file", "html"),
        ("export.file", "ics"),
    ],
)
def test_nothing_that_leaves_bears_the_query(command, value):
    """The worker hands on the page's bare address, whatever the page told it."""
    records = {"practice.obstacle-list": json.dumps({"value": "2", "model": MODEL.version})}
    message = {"widget": "assessment", "root": "/kam/", "options": {}, "records": records}
    message |= {"now": NOW, "stored": {}, "do": command, "given": {"value": value}}
    message |= {"address": "https://guide.example/kam/assessment/?h=secret&utm_source=mail"}
    answer = json.loads(worker.handle(json.dumps(message)))
    files = [b64decode(step[3]).decode() for step in answer["steps"] if step[0] == "file"]
    told = "".join([json.dumps(answer), *files])

    assert "guide.example/kam/" in told
    assert "secret" not in told and "utm_source" not in told
