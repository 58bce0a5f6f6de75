"""Import: what comes from outside is judged first, shown first, and changes nothing by itself."""

import json
import random
import re
from contextlib import suppress
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools import ROOT
from tests.support.case_files import cases
from tests.support.given.chain import guide as chain
from tests.support.given.desks import NOW, handed, record
from tests.support.ours import our_guide
from widgets.core.answers.file import as_json
from widgets.core.answers.kept_texts import value_of
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.drawing.html import html
from widgets.core.files.refusals import AnswersError, RefusedError
from widgets.core.importing import field_words, union
from widgets.core.importing.given_file import LARGEST
from widgets.core.importing.incoming import MOST_FIELDS, incoming
from widgets.core.importing.opened_file import read
from widgets.core.keeping import opening, shelf
from widgets.core.keeping.steps import Beside, Put
from widgets.core.keeping.visit import Visit
from widgets.core.page import desk
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place
from widgets.core.sharing import share_link
from widgets.core.structures import structures_json

MODEL = our_guide().model
PLACE = Place(MODEL, "../", {})
SCOPED = [p.id for p in MODEL.practices() if p.scope]
STATES = st.dictionaries(
    st.sampled_from([*MODEL.practice]), st.one_of(st.integers(0, 4), st.just(UNKNOWN)), max_size=20
)
NOTES = st.dictionaries(
    st.sampled_from([*MODEL.practice]),
    st.fixed_dictionaries({"note": st.text(min_size=1).filter(str.strip)}),
    max_size=4,
)
HOSTILE = '"><img src=x onerror=alert(1)>'
FULL = {
    **{f"practice.{id}": record("2") for id in MODEL.practice},
    "note.block-removal": record(HOSTILE),
    "choose.account.1.name": record(HOSTILE),
}


def file(**parts):
    """The text of an answers file."""
    return json.dumps({"format": 1, "model": {"id": MODEL.id, "version": MODEL.version}, **parts})


def run(command, own=None, shown=None, source="", place=PLACE, **given):
    """The reply to a command; `shown` is open beside the reader's `own` records."""
    own = own or {}
    stored = {f"answer:default:{name}": text for name, text in own.items()}
    visit = Visit(now=NOW, stored=stored, beside=source)
    records = own if shown is None else shown
    kept = opening.read_records(records, place.model)
    at = Place(place.model, place.root, {}, visit)
    return desk.run(command, Desk(at, "quick-scan", kept.answers, kept.problems, given, records))


@pytest.mark.parametrize("case", cases("import"))
def test_what_does_not_come_in(case):
    """Each mistake gets one sentence; nothing is opened, put or dropped."""
    with pytest.raises(RefusedError) as raised:
        incoming(case["text"], PLACE)
    assert case["says"] in raised.value.of("The pasted text")

    reply = run("borrowed.open-text", own=FULL, pasted=case["text"])
    panel = unescape(html(reply.panel))
    assert () == reply.steps
    assert "Nothing has changed." in panel
    for sentence in raised.value.sentences("The pasted text"):
        assert sentence in panel
    assert reply.announce and "\n" not in reply.announce


@settings(max_examples=60, deadline=None)
@given(STATES, NOTES)
def test_a_file_comes_in_whole(states, notes):
    """What was exported is what comes in."""
    answers = read(file(answers=states, details=notes), MODEL)
    found = incoming(json.dumps(as_json(answers, MODEL)), PLACE)

    assert answers.practices == found.answers.practices
    assert {id: d["note"] for id, d in notes.items()} == {
        id: kept.note for id, kept in found.answers.details.items()
    }
    assert () == found.problems


def test_raw_records_come_in_with_their_times():
    """What a page saves without Python becomes answers; what cannot be read is named."""
    raw = {
        "practice.block-removal": record("3", "2026-05-01T10:00:00.000Z"),
        "note.block-removal": record("seen", "2026-05-02T10:00:00.000Z"),
        "practice.ties-outside-deals": record(""),
        "quick.delivery-on-board": record("9"),
        "choose.criteria.no-such": record("1"),
        "__proto__": record("1"),
    }
    found = incoming(json.dumps(raw), PLACE)

    assert {"practice.block-removal", "note.block-removal"} == set(found.records)
    times = opening.read_records(found.records, MODEL).times
    assert "2026-05-02T10:00:00.000Z" == times["note.block-removal"]
    assert "“__proto__”, “quick.delivery-on-board”" in found.problems[0]
    assert "The chooser's answers do not come in" in found.problems[1]


def test_a_link_comes_in():
    """A pasted share link, with the text around it that a mail has."""
    answers = Answers({"block-removal": 2, SCOPED[0]: NotApplicable("")})
    link = share_link.fragment(answers, MODEL, structures_json.published())
    found = incoming(f"Look: <https://guide.example/quick-scan/{link}>.", PLACE)

    assert answers.practices == found.answers.practices


def test_an_older_file_is_carried():
    """A file of an older release comes in as one of this, and the panel says what became of it."""
    old, new = (chain(release).model for release in ("1.0.0", "2.0.0"))
    rungs = dict.fromkeys(old.practice, 1)
    text = json.dumps(as_json(Answers(rungs), old))
    place = Place(new, "../", {})
    found = incoming(text, place)

    assert found.migrated and found.answers.practices
    assert set(found.answers.practices) <= set(new.practice)
    panel = html(run("borrowed.open-text", place=place, pasted=text).panel)
    assert "It belongs to model 1.0.0; this guide has 2.0.0:" in panel


def test_what_is_too_much_is_refused():
    """Depth, number of keys and number of fields are bounded; size is said with its limit.

    Work that grew with the square of these millions would never end here.
    """
    deep = '{"a":' * 500_000
    wide = "{" + ",".join(f'"k{n}":1' for n in range(400_000)) + "}"
    quotes = '{"a":"' + '\\"' * 2_400_000
    many = json.dumps({f"note.x{n}": record("a") for n in range(MOST_FIELDS + 1)})
    contacts = [{"ours": "a", "theirs": "b"}] * MOST_FIELDS
    accounts = file(chooser={"accounts": [{"name": "A", "contacts": contacts}]})
    for text, says in (
        (deep, "nests more than 12 deep"),
        (wide, "is no key of an answers file"),
        (quotes, "not whole JSON"),
        (many, "holds 3,001 fields"),
        (accounts, "fields"),
    ):
        with pytest.raises(AnswersError, match=says):
            incoming(text, PLACE)

    large = run("borrowed.open-file", file=handed("x.json", None))
    assert "The file “x.json”: it has 50 MB; a file of answers has less than 5 MB" in large.announce
    pasted = run("borrowed.open-text", pasted="{" * (LARGEST + 1))
    assert "a larger one is not read" in pasted.announce


def test_the_page_reads_no_more_than_python_takes():
    """The script hands over no file of more bytes, so that both say the same of the same file."""
    script = (ROOT / "docs/assets/javascripts/host.js").read_text(encoding="utf-8")
    (most,) = re.findall(r"^const LARGEST = ([\de]+);", script, re.MULTILINE)

    assert LARGEST == float(most)


def test_damaged_files_never_surprise():
    """Two thousand damaged texts: an answer or one of the two errors, and nothing else."""
    dice = random.Random(7)
    whole = [file(answers=dict.fromkeys(MODEL.practice, 2), quick=None), json.dumps(FULL)]
    whole.append(share_link.fragment(Answers({"block-removal": 2}), MODEL))
    for text in (dice.choice(whole) for _ in range(2_000)):
        at = dice.randrange(len(text))
        cut = dice.choice(["", dice.choice('{}[]":,0\\\ud800\x00é'), text[:at][-9:]])
        damaged = text[:at] + cut + text[at + dice.randrange(4) :]
        with suppress(RefusedError):
            incoming(damaged, PLACE)


def test_a_file_opens_beside():
    """The panel says what the file holds and what differs; only `Beside` is asked of the page."""
    text = file(
        answers={"block-removal": 4, "ties-outside-deals": UNKNOWN, SCOPED[0]: {"na": "no"}},
        details={"block-removal": {"note": HOSTILE, "owner": "Ann"}},
        quick={"delivery-on-board": 1},
    )
    own = {"practice.block-removal": record("2"), "practice.prepared-leader-visits": record("1")}
    reply = run("borrowed.open-file", own=own, file=handed(f"{HOSTILE}.json", text))
    panel = html(reply.panel)
    (step,) = reply.steps

    assert isinstance(step, Beside) and set(step.records or {}) > {"practice.block-removal"}
    assert "3 practices (1 not known, 1 that does not apply), 1 quick answer, 1 note" in panel
    assert "0 the same, 1 different" in panel and "1 only yours" in panel
    assert "<img" not in panel and "onerror" in panel
    assert 'data-kam-do="borrowed.keep"' in panel and 'data-kam-do="borrowed.put-together"' in panel


def test_a_name_is_shown_short_and_whole():
    """A long name is cut, stands on one line, and nothing in it turns that around."""
    name = "\u202efdp.\n" + "x" * 500
    reply = run("borrowed.open-file", file=handed(name, "{}"))

    assert "\u202e" not in reply.announce and len(reply.announce) < 200
    assert reply.announce.startswith("The file “fdp. xxx")


def test_into_an_empty_assessment_at_once():
    """Where the reader has nothing, one button takes everything."""
    text = file(answers={"block-removal": 4})
    (beside,) = run("borrowed.open-text", pasted=text).steps
    reply = run("borrowed.put-together", shown=beside.records, source="a file", value="do")

    assert [Put, Beside] == [type(step) for step in reply.steps]
    assert "1 blank filled, 0 answers replaced" in reply.announce


def test_merge_asks_question_by_question():
    """Blanks are filled; of two answers the reader's stays, until they choose the other."""
    mine = {
        "practice.block-removal": record("1", "2026-01-01T00:00:00.000Z"),
        "practice.ties-outside-deals": record("1", "2026-09-01T00:00:00.000Z"),
        f"practice.{SCOPED[0]}": record("na"),
        f"reason.{SCOPED[0]}": record("ours"),
    }
    theirs = {
        "practice.block-removal": record("4", "2026-05-01T00:00:00.000Z"),
        "practice.ties-outside-deals": record("3", "2026-05-01T00:00:00.000Z"),
        "practice.prepared-leader-visits": record("2"),
        f"practice.{SCOPED[0]}": record("2"),
    }
    asked = html(run("borrowed.put-together", own=mine, shown=theirs, source="a file").panel)
    assert 3 == asked.count('value="mine" checked') == asked.count("<fieldset")
    newer = html(
        run("borrowed.put-together", own=mine, shown=theirs, source="a file", value="newer").panel
    )
    assert 1 == newer.count('value="theirs" checked')

    taken = {f"take.practice.{SCOPED[0]}": "theirs", "take.practice.block-removal": "mine"}
    reply = run(
        "borrowed.put-together", own=mine, shown=theirs, source="a file", value="do", **taken
    )
    stored = {f"answer:default:{name}": text for name, text in mine.items()}
    after = shelf.records(shelf.after(stored, reply.steps), "default")

    assert "1" == value_of(after["practice.block-removal"])
    assert "2" == value_of(after["practice.prepared-leader-visits"])
    assert "2" == value_of(after[f"practice.{SCOPED[0]}"])
    assert f"reason.{SCOPED[0]}" not in after
    assert "restore:default:" in reply.steps[0].key
    assert mine == json.loads(reply.steps[0].text)["records"]


def test_merge_without_anything_beside():
    """Only what is open beside can be put together with the reader's own."""
    assert () == run("borrowed.put-together", own=FULL, value="do").steps


RECORDS = st.dictionaries(
    st.sampled_from([f"practice.{id}" for id in [*MODEL.practice][:8]] + ["note.block-removal"]),
    st.sampled_from(["", "0", "1", "unknown"]).map(record),
    max_size=8,
)


@settings(max_examples=200, deadline=None)
@given(RECORDS, RECORDS, st.sets(st.sampled_from([f"practice.{id}" for id in MODEL.practice])))
def test_laws_of_merging(mine, theirs, take):
    """What the reader has stays unless it was blank or given up; nothing of theirs is lost."""
    found = union.merged(mine, theirs, take)
    value = {name: value_of(text) for name, text in found.items()}

    assert union.merged(mine, mine, take) == mine
    assert union.merged(mine, {}, take) == mine
    for name in {*mine, *theirs}:
        here, there = (value_of(some.get(name, "")) for some in (mine, theirs))
        wanted = there if there and (not here or name in take) else here
        assert wanted == value.get(name, "")


def test_every_field_has_words():
    """Each field of a full assessment is named by its question, and hostile values stay short."""
    for name in FULL:
        words = field_words.label(union.key_of(name), MODEL)
        assert words and words != name
    assert "quick.nothing" == field_words.label("quick.nothing", MODEL)
    assert "12" == field_words.values_together({"practice.block-removal": "12"}, MODEL)
    assert len(field_words.values_together({"note.block-removal": "x" * 10_000}, MODEL)) <= 160
