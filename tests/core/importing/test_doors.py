"""One recogniser at every door: the same text gives the same answers, or the same sentence."""

import json
from base64 import b64decode
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.given.chain import guide as chain
from tests.support.given.desks import NOW, handed
from tests.support.given.doors import DOORS, MODEL, PLACE, VISIT, asked, values
from tests.support.renderings.links import text_of
from widgets import worker
from widgets.__main__ import main
from widgets.core.answers.file import as_json
from widgets.core.answers.states import Answers
from widgets.core.files.refusals import RefusedError
from widgets.core.importing.incoming import incoming
from widgets.core.keeping.visit import bare
from widgets.core.page.view import Place
from widgets.core.sharing import share_link
from widgets.core.sharing.wrappings import unwrapped

BODY = "1.kam-programme.2.0.0.Fn4c.a0000000000000000001wwRO.rYwO"
HEAD = {"format": 1, "model": {"id": MODEL.id, "version": MODEL.version}}
EXPECTED = {"practice.trouble-mended": "4", "quick.change-politics-culture": "4"}
"""What `BODY` carries, as docs/method/share-link.md works it out."""


@pytest.mark.parametrize("case", cases("doors"))
@pytest.mark.parametrize("door", DOORS)
def test_every_door_answers_alike(door, case):
    """Texts wrapped as mail filters and chats wrap them, and such as hold no link."""
    text = text_of({"text": case["text"].replace("{body}", BODY)})
    outcome = DOORS[door](text)

    if "says" not in case:
        assert EXPECTED == outcome
        return
    with pytest.raises(RefusedError) as refused:
        incoming(text, PLACE)
    assert case["says"] in refused.value.refusals[0].words
    for refusal in refused.value.refusals:
        assert refusal.words in outcome


STATES = st.dictionaries(
    st.sampled_from([*list(MODEL.practice)[:4], "no-practice"]),
    st.sampled_from([0, 4, "unknown", None, 5, True, "2", [1], {"na": "no"}]),
)
FILES = st.builds(
    lambda states, more: json.dumps(HEAD | {"answers": states} | more),
    STATES,
    st.sampled_from(
        [
            {},
            {"chooser": {"seed": -1}},
            {"quick": {"x": 1}, "chooser": {"gate": []}},
            {"a": 1},
            {"format": 2},
            {"model": {"id": "other", "version": "1.0.0"}},
            {"profile": {"x": 1}},
        ]
    ),
)
LINKS = st.builds(
    lambda at, letters: f"See #kam={BODY[:at]}{letters}{BODY[at + len(letters) :]}",
    st.integers(0, len(BODY)),
    st.sampled_from(["", "1", "a0", ".", " "]),
)


@settings(deadline=None, max_examples=150)
@given(FILES | LINKS | st.text(max_size=30))
@example("#\r0")
def test_the_same_text_means_the_same_at_each_door(text):
    """The same answers everywhere, or everywhere the same words on every mistake."""
    assume(text.strip())  # an empty field says what to paste in it
    try:
        found = incoming(text, PLACE)
    except RefusedError as refused:
        expected, words = None, [one.words for one in refused.refusals]
    else:
        expected, words = values(as_json(found.answers, MODEL)), []
        assume(expected)  # a rater without an answer is none, which is said to the team alone
    for name, enter in DOORS.items():
        if name == "team" and len(text.splitlines()) > 1:
            continue  # each line may be somebody's, and is spoken of alone
        outcome = enter(text)
        if expected is None:
            assert isinstance(outcome, str), name
            assert [] == [one for one in words if one not in outcome], name
        elif "team" in name:
            bare = {
                field: "{'na': ''}" if "na" in state else state for field, state in expected.items()
            }
            assert bare == outcome, name
        else:
            assert expected.keys() <= outcome.keys(), name


@given(FILES)
def test_the_command_line_refuses_as_the_page_does(text):
    """A file of answers meets one check, whether a page or a person at the keyboard opens it."""
    out = StringIO()
    with TemporaryDirectory() as folder, redirect_stderr(out), redirect_stdout(StringIO()):
        file = Path(folder, "a.json")
        file.write_text(text)
        code = main(["score", str(file)])
    try:
        incoming(text, PLACE)
        expected = []
    except RefusedError as refused:
        expected = [f"score: {line}" for line in refused.lines(str(file))]

    assert (2 if expected else 0, expected) == (code, out.getvalue().splitlines())


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
    records = {"practice.block-removal": json.dumps({"value": "2", "model": MODEL.version})}
    message = {"widget": "assessment", "root": "/kam/", "options": {}, "records": records}
    message |= {"now": NOW, "stored": {}, "do": command, "given": {"value": value}}
    message |= {"address": "https://guide.example/kam/assessment/?h=secret&utm_source=mail"}
    answer = json.loads(worker.handle(json.dumps(message)))
    files = [b64decode(step[3]).decode() for step in answer["steps"] if step[0] == "file"]
    told = "".join([json.dumps(answer), *files])

    assert "guide.example/kam/" in told
    assert "secret" not in told and "utm_source" not in told
