"""Sharing, opening, keeping and discarding, as a reader asks for them."""

import json
import re

import pytest

from build_tools import ROOT
from build_tools.overlay import copies
from tests.support.given.chain import guide
from tests.support.renderings.links import FULL, MODEL, STRUCTURES
from widgets.core.answers import fields
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.keeping import opening, shelf
from widgets.core.keeping.steps import Beside, Picture, Put, Switch
from widgets.core.keeping.visit import Visit
from widgets.core.page import desk, notices
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place
from widgets.core.sharing import share_link

ADDRESS = "https://guide.example/assessment/"
LINK = share_link.fragment(FULL, MODEL, STRUCTURES)
NOW = "2026-11-22T03:00:00.000Z"


@pytest.fixture(scope="module", autouse=True)
def published():
    """The structures beside the widgets, which commands read, are those of this checkout."""
    assert (ROOT / copies.STRUCTURES).is_file()


def asked(command, answers=None, visit=None, **given):
    """The reply to a command."""
    place = Place(MODEL, "../", {}, visit or Visit(now=NOW, address=ADDRESS))
    own = answers or Answers()
    records = fields.records(own, MODEL)
    return desk.run(command, Desk(place, "assessment", own, (), given, records))


def test_share_says_what_the_link_holds_before_it_is_copied():
    """Two lines count what is in the link and say who reads it; the rest is folded in."""
    reply = asked("export.share", FULL)
    panel = html(reply.panel)
    told, folded = panel.split("<details>")

    assert () == reply.steps
    assert 2 == told.split("kam-desk__row")[0].count("<p>")
    assert "Whoever has the link can read the answers" in told
    assert "Never in it" in folded and "cannot be taken back" in folded
    assert told.index("Copy the link") < told.index("<textarea")
    assert "answers to 38 practices" in panel and "8 quick answers" in panel
    assert "Never in it: names, notes, evidence, owners" in panel
    assert "accounts, what you typed for a board, and the reasons" in panel
    assert f"{len(LINK)} characters" in panel
    assert f">\n{ADDRESS}{LINK}</textarea>" in panel  # a browser drops that line break
    assert "<svg" not in panel


@pytest.mark.parametrize("passes", [True, False])
def test_share_passes_the_link_on_where_the_browser_can(passes):
    """The device's own sheet is offered where there is one; the one filled button is the nearer."""
    visit = Visit(now=NOW, address=ADDRESS, passes=passes)
    panel = html(asked("export.share", FULL, visit).panel)
    filled = re.findall(r'md-button--primary"[^>]*>([^<]*)<', panel)

    assert passes == ("Send it…" in panel)
    assert ["Send it…" if passes else "Copy the link"] == filled


def test_a_page_opened_as_a_file_shares_a_text():
    """The address of a file leads nobody anywhere: it is in nothing that is offered."""
    visit = Visit(now=NOW, address="file:///home/me/kam.html", passes=True)
    panel = html(asked("export.share", FULL, visit).panel)

    assert f">\n{LINK}</textarea>" in panel
    assert "file:///" not in panel and "QR" not in panel and "Send it" not in panel
    assert "Open a file or a link" in panel and "Never in it: names" in panel


def test_share_has_nothing_to_share_at_first():
    """Without an answer there is no link."""
    assert "nothing to share" in html(asked("export.share").panel)


def test_the_code_is_drawn_when_it_is_asked_for():
    """The QR code has a title and a description, and no style of its own that a policy forbids."""
    panel = html(asked("export.share", FULL, value="code").panel)
    svg = re.search(r"<svg.*</svg>", panel, re.DOTALL)[0]

    assert svg.startswith('<svg role="img" ')
    assert "<title>QR code of a share link</title><desc>It opens the link" in svg
    assert "style=" not in svg


def test_the_code_is_saved_as_a_picture():
    """The picture stands alone: it has a name space and a size."""
    (picture,) = asked("export.share", FULL, value="picture").steps

    assert isinstance(picture, Picture)
    assert re.match(r'<svg xmlns="[^"]+" width="\d+" height="\d+"', picture.svg)


def test_open_shows_the_answers_beside():
    """A link opens read-only; nothing is put, dropped or switched."""
    (step,) = asked("borrowed.open-link", text=LINK).steps

    assert Beside(fields.records(FULL, MODEL), "a link") == step


@pytest.mark.parametrize("release", ["1.0.0", "1.1.0"])
def test_a_link_of_an_older_release_comes_to_the_present_one(release):
    """Positions are read in the old list; what was merged, split or retired is taken along."""
    old, new = guide(release).model, guide("2.0.0").model
    link = share_link.fragment(Answers(dict.fromkeys(old.practice, 3)), old)
    place = Place(new, "../", {}, Visit(now=NOW, address=ADDRESS))
    (step,) = desk.run(
        "borrowed.open-link", Desk(place, "assessment", Answers(), (), {"text": link})
    ).steps
    kept = opening.read_records(step.records, new)

    assert f"a link to version {release} of the model" == step.source
    assert 3 == kept.answers.practices["colour-list"]
    assert "retired.practice gone-list" in step.records
    assert "yearly-check" not in kept.answers.practices


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (LINK[:-2], "its last letters do not fit"),
        ("#kam=__proto__", "it ends after “#kam=”"),
        ("\ud800<script>alert(1)</script>", "so it is neither a file of answers nor a link"),
        (share_link.fragment(Answers(), MODEL, STRUCTURES), "it carries no answer"),
    ],
)
def test_a_link_that_cannot_be_opened_changes_nothing(text, says):
    """The panel says why, and lets the reader try again; the page stops waiting for answers."""
    reply = asked("borrowed.open-link", text=text)
    panel = html(reply.panel)

    assert (Beside(None),) == reply.steps
    assert says in panel and says in reply.announce
    assert "Nothing was changed" in panel
    assert "<script" not in panel
    panel.encode()


def test_keep_asks_for_a_name_first():
    """The name is proposed from the source and the day."""
    reply = asked("borrowed.keep", FULL, Visit(now=NOW, beside="a link"))

    assert () == reply.steps
    assert 'value="From a link, 22 November 2026"' in html(reply.panel)


def test_keep_makes_an_assessment_of_its_own():
    """What is shown beside goes under a new id with its name; nothing is replaced."""
    own = {"answer:default:quick.delivery-on-board": "kept", "about:a1795316400000": "{}"}
    visit = Visit(now=NOW, beside="a link", stored=own)
    reply = asked("borrowed.keep", FULL, visit, value="yes", name=" Team \ud800 A ")
    puts = {step.key: step.text for step in reply.steps if isinstance(step, Put)}
    id = reply.steps[-1].assessment

    assert reply.close
    assert (Beside(None), Switch(id)) == reply.steps[-2:]
    assert not set(own) & set(puts)
    assert fields.records(FULL, MODEL) == shelf.records(puts, id)
    assert "Team ? A" == shelf.shelved(puts, id).name
    json.dumps(reply.announce).encode()


def test_keep_has_nothing_to_keep_of_ones_own():
    """While the reader's own answers are shown, keep says so."""
    assert "your own" in html(asked("borrowed.keep", FULL, value="yes", name="x").panel)


@pytest.mark.parametrize(("own", "says"), [(True, "Your own answers"), (False, "to fill in")])
def test_discard_goes_back(own, says):
    """Nothing is kept; what is announced is what the reader then sees, answers or an empty form."""
    reply = asked("borrowed.discard", FULL, Visit(now=NOW, beside="a link", own=own))

    assert (Beside(None),) == reply.steps
    assert reply.close
    assert says in reply.announce


def test_the_bar_names_the_source_and_is_inert():
    """The bar stands over answers that are not the reader's; a file's name cannot make markup."""
    place = Place(MODEL, "../", {}, Visit(beside="the file “<b>.json”"))

    said = "These answers come from <bdi>the file “&lt;b&gt;.json”</bdi>."
    assert said in html(notices.borrowed(place))
    assert "" == html(notices.borrowed(Place(MODEL, "../", {})))


@pytest.mark.parametrize(
    ("own", "asks", "home"),
    [
        (False, True, "Score it yourself"),
        (True, True, "Back to my own"),
        (True, False, "Back to my own"),
        (False, False, "Put them away"),
    ],
)
def test_the_bar_has_one_button_and_one_menu(own, asks, home):
    """The way home is named by what is there; all else is behind one menu."""
    place = Place(MODEL, "../", {}, Visit(beside="a link", own=own))
    shown, listed = html(notices.borrowed(place, asks=asks)).split("popover=")

    assert [home, "More with these answers"] == re.findall(r"<button[^>]*>([^<]+)<", shown)
    passed_on = [command for command, _ in notices.PASS_ON] if asks else []
    assert ["borrowed.keep", "borrowed.put-together", "borrowed.compare", *passed_on] == re.findall(
        'data-kam-do="([^"]+)"', listed
    )
    assert own == ("Your own answers are as you left them" in shown)
