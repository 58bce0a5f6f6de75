"""Comparing as a reader meets it: what may be chosen, what is said, and what is drawn."""

import json
import re

from tests.support.given.chain import guide as chain
from tests.support.given.desks import NOW, record, restored
from tests.support.ours import our_guide
from widgets.core.answers.states import Answers
from widgets.core.comparing import chooser_lines
from widgets.core.drawing.html import html
from widgets.core.keeping import opening, shelf, snapshots
from widgets.core.keeping.visit import Visit
from widgets.core.page import desk
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place
from widgets.core.panels.dumbbells import UnitMarks, strips
from widgets.core.structures import structures_json

MODEL = our_guide().model
HOSTILE = '"><img src=x onerror=alert(1)>'
WINTER, SUMMER = "2026-01-10T10:00:00.000Z", "2026-07-10T10:00:00.000Z"


def kept(id, rungs, at, name=""):
    """What a browser keeps of one assessment."""
    found = {f"answer:{id}:{n}": record(str(v), at) for n, v in rungs.items()}
    return found | ({f"about:{id}": json.dumps({"name": name, "made": at})} if name else {})


def everywhere(rung, **others):
    """Every practice at `rung`, but for `others`."""
    rungs = {f"practice.{id}": rung for id in MODEL.practice}
    return rungs | {f"practice.{id.replace('_', '-')}": other for id, other in others.items()}


TWO = kept("default", everywhere(2, firm_before_own_patch=1), SUMMER) | kept(
    "a1", everywhere(2, block_removal=0), WINTER, f"Last winter {HOSTILE}"
)


def compared(stored, widget="quick-scan", model=MODEL, beside="", shown=None, **given):
    """The drawn panel, and the reply."""
    records = shown or shelf.records(stored, "default")
    visit = Visit(now=NOW, stored=stored, shown=records, beside=beside)
    found = opening.read_records(records, model)
    at = Desk(Place(model, "../", {}, visit), widget, found.answers, found.problems, given, records)
    reply = desk.run("borrowed.compare", at)
    return str(html(reply.panel if widget == "quick-scan" else reply.regions["compared"])), reply


def ticked(drawn):
    """Names of the fields that are ticked."""
    boxes = re.findall(r"<input[^>]*>", drawn)
    return [re.search('name="([^"]*)"', box)[1] for box in boxes if " checked" in box]


def test_two_assessments_at_once():
    """The open assessment and the newest other one are compared, the older first."""
    drawn, reply = compared(TWO)

    assert ["pick own:a1", "pick own:default", "as"] == ticked(drawn)
    assert () == reply.steps
    assert "Up 0.03 of 4, over the 38 practices that both have." in drawn  # a rung of 5, of 8
    assert "<img" not in drawn and "&lt;img" in drawn
    assert drawn.count("<title") == drawn.count("<desc") == 1
    worse = drawn.partition("What got worse")[2].partition("What got better")[0]
    assert MODEL.practice["firm-before-own-patch"].statement in worse
    assert "Rung 2, then 1 (▼ 1 rung)." in worse
    assert "Every answer is known. In our trial with invented firms" in drawn


def test_turned_and_in_units():
    """The other way round, ups become downs; as units, the worst and the spread are named."""
    picks = {"asked": "yes", "pick own:a1": "yes", "pick own:default": "yes"}
    turned, _ = compared(TWO, **picks, turned="yes")
    units, _ = compared(TWO, **picks, **{"as": "units"})

    assert "Down 0.03 of 4" in turned
    assert "Spread of the scores: 0.03 of 4." in units
    assert "Every answer is known. In our trial with invented firms" in units
    assert "mean" not in units
    assert "Talk about these first" in units and "A 0, B 2" in units


def test_on_its_own_page():
    """On the page the result stands in the page, and the dialog closes."""
    drawn, reply = compared(TWO, widget="compare")

    assert "over the 38 practices" in drawn
    assert reply.close and reply.panel is None


def test_nothing_answered():
    """The panel says where to begin, and keeps nothing."""
    drawn, reply = compared({})

    assert "You have no answers yet." in drawn
    assert 'data-kam-do="borrowed.bring-in"' in drawn
    assert () == reply.steps


def test_one_set_is_kept_for_the_next_time():
    """The panel says when to come back, and the same answers are kept once."""
    own = kept("default", everywhere(2), SUMMER)
    drawn, reply = compared(own)
    again, nothing = compared(shelf.after(own, reply.steps))

    assert "Your answers are kept as they stood on 10 July. Come back after your next" in drawn
    assert 'data-kam-do="borrowed.bring-in"' in drawn
    assert 1 == len(reply.steps)
    assert "kept as they stood on 10 July." in again
    assert () == nothing.steps


def test_since_the_last_time():
    """After a change it opens on the day of the last snapshot: what got worse, what got better."""
    own = kept("default", everywhere(2), WINTER)
    stored = shelf.after(own, compared(own)[1].steps)
    changed = kept("default", everywhere(2, firm_before_own_patch=1, block_removal=4), SUMMER)
    drawn, reply = compared(stored | changed, widget="compare")

    assert "<h2>Since 10 January</h2>" in drawn
    assert drawn.index("Since 10 January") < drawn.index("What got worse") < drawn.index("better")
    assert MODEL.practice["firm-before-own-patch"].statement in drawn.partition("better")[0]
    assert () == reply.steps
    assert drawn.index("What got better") < drawn.index("<summary>Compare something else")
    assert 2 == len([name for name in ticked(drawn) if name.startswith("pick ")])


def test_a_snapshot_of_the_same_answers_is_not_compared_with():
    """Restored to what it was then, the assessment is held against the time between."""
    first = kept("default", everywhere(2), WINTER)
    second = kept("default", everywhere(2, block_removal=4), SUMMER)
    stored = shelf.after(first, compared(first)[1].steps)
    stored |= second
    visit = Visit(NOW, stored=stored, shown=shelf.records(stored, "default"))
    stored = shelf.after(stored, snapshots.looked_at(visit)) | first
    drawn, _ = compared(stored)

    assert "<h3>Since 10 July</h3>" in drawn


def test_earlier_states_and_what_stands_beside():
    """A restore point and what is open beside can be compared too; nine are cut to eight."""
    points = {
        f"restore:default:{n:015d}": restored({"practice.block-removal": record("1", WINTER)})
        for n in range(1, 9)
    }
    own = kept("default", everywhere(2), SUMMER)
    beside = {"practice.block-removal": record("4", "")}
    drawn, _ = compared(own | points, beside="a link", shown=beside)
    assert "Earlier states of the open assessment (8)" in drawn
    assert ["pick beside", "pick own:default", "as"] == ticked(drawn)
    assert "Yours against a link" in drawn
    assert "Down 2.0 of 4, over the 1 practice that both have." in drawn

    every = {"asked": "yes", "pick own:default": "yes", "pick beside": "yes"}
    every |= {f"pick point:{key}": "yes" for key in points}
    assert "The first 8 are compared." in compared(own | points, "quick-scan", **every)[0]


def test_what_cannot_be_compared_is_said():
    """Blank, unknown and quick answers have their reasons; nothing in common has a sentence."""
    stored = kept("default", {"practice.block-removal": "unknown"}, SUMMER) | kept(
        "a1", {"practice.ties-outside-deals": 2, "quick.delivery-on-board": 3}, WINTER, "Old"
    )
    drawn, _ = compared(stored)

    assert "No score can be compared: no question of the assessment has an answer both" in drawn
    assert "Not comparable: not answered now" in drawn
    assert "not answered before, “we don’t know” now" in drawn
    assert "Not comparable: nothing is known now." in drawn


def test_across_releases():
    """An assessment of an older release is carried first, and the panel says what cannot be."""
    old, new = (chain(release).model for release in ("1.0.0", "2.0.0"))
    stored = {f"answer:a1:practice.{id}": record("1", WINTER, "1.0.0") for id in old.practice} | {
        f"answer:default:practice.{id}": record("2", SUMMER, "2.0.0") for id in new.practice
    }
    drawn, _ = compared(stored, model=new)

    assert "A: Answers of model 1.0.0, compared as 2.0.0:" in drawn
    assert "because it is no longer asked:" in drawn
    assert "Up " in drawn


def test_damaged_records_are_named():
    """A side with records that cannot be read says so, beside its letter."""
    drawn, _ = compared(TWO | {"answer:a1:quick.delivery-on-board": "{damaged"})

    assert "A: not compared: Saved answers that cannot be read" in drawn


def test_the_chooser_too():
    """The answer, the form that it names and the questions that moved; or why not."""
    table = structures_json.published()
    ids = [*table.question]
    before = Answers(chooser={"answers": dict.fromkeys(ids, 1)})
    after = Answers(chooser={"answers": {**dict.fromkeys(ids, 1), ids[0]: -2, ids[1]: "unknown"}})
    first_release = Answers(chooser={"criteria": {"spread": 1}})
    damaged = Answers(chooser={"answers": {"spread": 1}})

    def lines(one, other):
        return list(chooser_lines.lines(MODEL, table, one, other))

    assert [] == lines(Answers(), Answers())
    assert "No answer changed." == lines(before, before)[-1]
    moved = table.questions[0]
    assert [
        "Answers that changed: 2.",
        f"“{moved.question}” “{moved.words(1)}”, then “{moved.low.rstrip('.')}”.",
        f"“{table.questions[1].question}” “{table.questions[1].words(1)}”, then “we don't know”.",
    ] == lines(before, after)[-3:]
    overlay, none = (
        Answers(chooser={**before.chooser, "today": id}) for id in ("co-ordination-overlay", "none")
    )
    assert (
        f"“{table.today.question}” “{table.option['co-ordination-overlay'].name}”, "
        f"then “{table.today.none.rstrip('.')}”."
    ) == lines(overlay, none)[-1]
    assert lines(before, overlay)[-1].startswith(f"“{table.today.question}” not answered, then “")
    assert lines(before, before)[0].startswith("The answer: ")
    assert lines(before, before)[1].startswith("The form: ")
    for one, why in (
        (Answers(), "in the last one the chooser is not answered."),
        (first_release, "the last one answers the first release of the chooser, which asked other"),
        (damaged, "the answers to the chooser in the last one are damaged."),
    ):
        assert lines(before, one)[0].startswith(f"Not comparable: {why}")


def test_near_units_share_a_label():
    """Letters of units with nearly the same score stand together and never on one another."""
    drawn = str(
        strips("x", "Units", [UnitMarks("D", True, (("A", 2.0), ("B", 2.05), ("C", 3.0)), "")])
    )

    assert ">A B</text>" in drawn and ">C</text>" in drawn
    assert "D (critical): A 2.0, B 2.05, C 3.0" in drawn
