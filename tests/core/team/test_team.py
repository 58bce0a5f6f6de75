"""Several raters: what is let in, what is kept of it, and what is said about their answers."""

import json
import re

import pytest

from build_tools import ROOT
from build_tools.runtime.examples import examples
from tests.support.given.desks import Browser, handed
from tests.support.ours import our_guide
from widgets.core.answers.file import json_text as text
from widgets.core.answers.states import Answers, NotApplicable
from widgets.core.drawing.html import html
from widgets.core.keeping.visit import Visit
from widgets.core.page.view import Place
from widgets.core.sharing import share_link
from widgets.core.team import pasted, raters, result
from widgets.core.team.comparison import compared
from widgets.team import widget

MODEL = our_guide().model
PLACE = Place(MODEL, "../", {})
HOSTILE = '"><img src=x onerror=alert(1)>'
STATES = {e.name: e for e in examples(ROOT, MODEL) if e.widget == "team"}
NINE = STATES["nine in four functions who disagree"].stored


class Team(Browser):
    """A browser on the team page."""

    widget = "team"

    def __init__(self, stored=None) -> None:
        super().__init__(MODEL, stored or {})

    def run(self, command, **given):
        """Carries a command out, steps included; the reply, and its regions as text."""
        reply = super().run(command, **given)
        return reply, {name: str(html(node)) for name, node in reply.regions.items()}

    @property
    def names(self):
        """Everybody who is here."""
        return [rater.name for rater in raters.present(self.stored, MODEL)]

    def drawn(self):
        """The page's regions in one text."""
        place = Place(self.model, "../", {}, Visit(self.now, stored=self.stored))
        return str(html(widget.view(place, Answers()).form()))


def link(rung, **others):
    """A share link with every practice at `rung` but for `others`."""
    practices = dict.fromkeys(MODEL.practice, rung)
    practices |= {id.replace("_", "-"): state for id, state in others.items()}
    return "https://guide.example/team/" + share_link.fragment(
        Answers(practices=practices), MODEL, PLACE.structures()
    )


def file(**parts):
    """The text of an answers file."""
    return text({"format": 1, "model": {"id": MODEL.id, "version": MODEL.version}, **parts})


def test_many_links_and_texts_at_once():
    """Links one a line, broken over lines and between words, and texts: each is one rater."""
    whole, long = link(1), link(3)
    broken = f"{long[:60]}\n{long[60:]}"
    given = f"Hi, mine:\n<{whole}>.\n\n{file(quick={'delivery-on-board': 2})}{broken}\nBest, Al\n"
    team = Team()
    reply, said = team.run("team.add", pasted=given)

    assert ["Rater 1", "Rater 2", "Rater 3"] == team.names
    assert "3 raters added." == reply.announce
    assert "Take back" in said["team-said"]
    assert [38, 0, 38] == [rater.rungs for rater in raters.present(team.stored, MODEL)]
    assert len(list(pasted.pieces("\n".join([whole] * 150)))) == 150


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (link(2)[:-2], "Line 2: its last letters do not fit the rest"),
        (
            "https://guide.example/team/",
            "Line 2: it is an address at &#34;guide.example&#34;",
        ),
        ('{"format": 1', "Line 2: not whole JSON"),
        (file().strip(), "Line 2: it holds no answer"),
        ("x#kam=1.other.1.0.0.AAAA.AAAA", "Line 2: its last letters"),
    ],
)
def test_a_bad_line_is_named_and_spoils_nothing(bad, words):
    """One sentence with its line; the good ones come in; the bad one stays to be mended."""
    team = Team()
    _, said = team.run("team.add", pasted=f"{link(1)}\n{bad}")

    assert team.names == ["Rater 1"]
    assert words in said["team-said"]
    assert said["team-said"].count("role=") == 1
    assert bad.splitlines()[0][-8:].replace('"', "&#34;") in said["team-add"]


def test_nothing_and_twice_and_too_many():
    """Nothing pasted is said; the same answers twice are asked about; there is a limit."""
    team = Team()
    reply, _ = team.run("team.add", pasted="  ")
    assert reply.announce.startswith("Paste at least one link")
    reply, _ = team.run("team.add", pasted=f"{link(1)}\n{link(1)}")
    assert "Rater 2 has exactly the answers of Rater 1" in reply.announce
    reply, _ = team.run("team.add", pasted="\n".join([link(2)] * raters.MOST_RATERS))
    assert len(team.names) == raters.MOST_RATERS
    assert "2 did not come in" in reply.announce


def test_files_and_what_is_not_kept():
    """Files come in through the same command as everywhere; notes, names and reasons stay out."""
    states = dict.fromkeys(MODEL.practice, 2)
    scoped = next(p.id for p in MODEL.practice.values() if p.scope)
    states[scoped] = {"na": "secret reason"}
    details = {"block-removal": {"note": "secret note", "owner": "secret owner"}}
    good = handed("a.json", file(answers=states, details=details))
    bad = handed(f"{HOSTILE}.json", "[]")
    huge = handed("huge.json", None)
    team = Team()
    _, said = team.run("borrowed.open-file", file=bad, more=[good, huge])

    assert team.names == ["Rater 1"]
    assert "secret" not in json.dumps(team.stored)
    assert said["team-said"].count("The file “") == 2 and "<img" not in said["team-said"]


def test_name_function_removing_and_back():
    """A rater is renamed, removed, brought back, and erased; the others stay."""
    team = Team()
    team.run("team.add", pasted=f"{link(1)}\n{link(2)}")
    one, two = (rater.id for rater in raters.present(team.stored, MODEL))
    given = {f"name {one}": f" {HOSTILE}\n\x00 ", f"function {one}": "sales"}
    team.run("team.change", value=one, **given, **{f"name {two}": "x", f"function {two}": "sales"})
    assert team.names == [HOSTILE, "Rater 2"]
    team.run("team.change", value=two, **{f"function {two}": HOSTILE})
    assert [s.function for s in raters.present(team.stored, MODEL)] == ["sales", ""]
    drawn = team.drawn()
    assert "<img" not in drawn and "&lt;img" in drawn

    _, said = team.run("team.remove", value=one)
    assert team.names == ["Rater 2"] and "Undo" in said["team-said"]
    assert "Removed, and not yet erased: 1" in team.drawn()
    team.run("team.bring-back", value=one)
    assert team.names == [HOSTILE, "Rater 2"]
    team.run("team.remove-all")
    assert team.names == []
    team.run("team.bring-back")
    team.run("team.add", pasted=link(3))
    assert team.names == [HOSTILE, "Rater 2", "Rater 3"]
    team.run("team.remove-all")
    team.run("team.erase")
    assert team.stored == {}


def test_own_answers():
    """The reader's own answers are one rater, brought up to date and never doubled."""
    team = Team()
    reply, _ = team.run("team.add-own")
    assert "no answers here yet" in reply.announce
    scoped = next(p.id for p in MODEL.practices() if p.scope)
    team.answer("practice.firm-before-own-patch", "2")
    team.answer(f"practice.{scoped}", "na")
    team.answer(f"reason.{scoped}", "secret")
    team.run("team.add-own")
    (before,) = raters.present(team.stored, MODEL)
    assert before.answers.practices == {"firm-before-own-patch": 2, scoped: NotApplicable("")}
    team.answer("practice.firm-before-own-patch", "4")
    team.answer(f"practice.{scoped}", "")
    team.run("team.add-own")
    (mine,) = raters.present(team.stored, MODEL)
    assert mine.answers.practices == {"firm-before-own-patch": 4}


def test_disagreement_first():
    """The widest disagreement comes first; the gap is said in words, with n and no average."""
    here = raters.present(NINE, MODEL)
    found = compared(MODEL, here)
    drawn = Team(NINE).drawn()

    assert found.topics[0].id == "deliverers-in-the-know"
    assert [round(t.found.ad, 2) for t in found.topics][:3] == [1.11, 0.78, 0.75]
    assert "Sales and finance say 3; executives say 2.5; delivery says 0." in drawn
    assert drawn.index("Talk about these first") < drawn.index("Every practice")
    assert "less agreement than chance" in drawn
    assert "9 of 10 raters" in drawn and "Rater 10" in drawn
    assert drawn.count("<title") == drawn.count("<desc") == drawn.count("<svg") - 1  # a legend


def test_quick_answers_alone():
    """With quick answers only, dimensions are compared, and the page says that it is rough."""
    drawn = Team(STATES["quick answers only"].stored).drawn()
    assert "Rough: these are quick answers" in drawn
    assert "Sales says 3, delivery says 0. That is 3 rungs apart." in drawn


def test_undefined_says_why():
    """Where a formula has no value, the page says why and prints none."""
    drawn = Team(STATES["three who agree"].stored).drawn()
    assert "Nobody disagrees." in drawn
    assert drawn.count("undefined: ") == 3
    assert "nan" not in drawn.lower().replace("finance", "")


def test_taking_away():
    """CSV and Markdown hold the table, in the page's order, and no rater's name."""
    team = Team(NINE)
    reply, _ = team.run("team.csv")
    (saved,) = reply.steps
    lines = saved.content.decode("utf-8-sig").splitlines()
    assert lines[2].startswith('"practice","deliverers-in-the-know"')
    assert (
        len({len(re.findall(r'("[^"]*"|[^,]+|(?<=,)(?=,|$))', line)) for line in lines[2:8]}) == 1
    )
    reply, _ = team.run("team.copy")
    copied = str(html(reply.panel))
    assert "Where we disagree" in copied
    assert "Mia" not in copied and "Mia" not in saved.content.decode()


def test_levels_are_a_range_with_names():
    """Whole answers give each rater a level; the page shows lowest and highest, and no mean."""
    team = Team()
    team.run("team.add", pasted="\n".join(map(link, (0, 4, 4))))
    drawn = team.drawn()
    assert "reach from 0 In name (<bdi>Rater 1</bdi>) to 4 Renewing" in drawn
    assert "<bdi>Rater 2</bdi>, <bdi>Rater 3</bdi>" in drawn
    assert "No average is shown" in drawn
    assert "In our trial with invented firms" in drawn


def test_nothing_stored_is_trusted():
    """Raters that cannot be read are named and left out; nothing of theirs is markup."""
    drawn = Team(STATES["hostile names and damaged raters"].stored).drawn()
    assert drawn.count("Not compared:") == 2
    assert "<img" not in drawn and "<script" not in drawn
    assert "3 of 5 raters" in drawn


def test_figures_stay_closed_and_every_disagreement_is_told_in_words():
    """Only a part that is closed holds statistics; what is not among the first stands in a line."""
    team = Team()
    team.run("team.add", pasted=f"{link(0)}\n{link(4)}")
    before, _, figures = team.drawn().partition('<details id="for-the-statistician">')
    figures, _, after = figures.partition("</details>")
    assert "Krippendorff" in figures and "<table" in figures
    assert "Krippendorff" not in before + after and "<table" not in before + after
    rest = len(MODEL.practice) - result.FIRST
    assert f"{rest} more with some disagreement" in before
    assert rest == before.partition('<ol start="6">')[2].partition("</ol>")[0].count("<li>")
