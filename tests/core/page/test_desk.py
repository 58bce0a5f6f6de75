"""What a reader takes from a view, made when it is asked for and not after every answer."""

import json
import sys
from base64 import b64decode
from contextlib import contextmanager
from html import unescape

import pytest

from tests.support.given.desks import record
from tests.support.ours import our_guide
from widgets.core.importing.opened_file import read
from widgets.worker import handle

MODEL = our_guide().model
RECORDS = {
    "practice.block-removal": record("3"),
    "quick.delivery-on-board": record("1"),
    "note.block-removal": record("seen \udc00"),
    "choose.answers.complex-offer": record("2"),
}
TOOLS = {
    "quick-scan": "kam-quick-scan.json",
    "assessment": "kam-assessment.json",
    "chooser": "kam-chooser.json",
}
MAKERS = {("file", "json_text"), ("result_words", "result_text"), ("report", "text")}
"""Functions that make a file of answers, or a result as text, by the name of their module."""


def asked(widget, **more):
    """What the worker answers."""
    message = {"widget": widget, "root": "/", "options": {}, "records": RECORDS, "stored": {}}
    return json.loads(handle(json.dumps(message | more)))


@contextmanager
def made():
    """Which of the makers are called inside."""
    found = set()

    def note(frame, event, _):
        code = frame.f_code
        called = code.co_filename.rpartition("/")[2].removesuffix(".py"), code.co_name
        if event == "call" and called in MAKERS:
            found.add(called)

    sys.setprofile(note)
    try:
        yield found
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("tool", TOOLS)
def test_an_answer_makes_no_file_and_no_report(tool):
    """Neither is made after an answer; each is once it is asked for."""
    with made() as after_an_answer:
        answer = asked(tool, touched="practice.block-removal")
    with made() as after_the_buttons:
        asked(tool, do="view.file", given={})
        asked(tool, do="view.text", given={})

    assert set() == after_an_answer
    assert "" == answer["html"]["copy"]  # the text of an older answer goes
    assert {("file", "json_text")} < after_the_buttons


@pytest.mark.parametrize(("tool", "name"), TOOLS.items())
def test_the_answers_as_a_file(tool, name):
    """The file holds everything that the page shows, and the dialog stays as it is."""
    answer = asked(tool, do="view.file", given={})
    (_, called, media_type, content) = answer["steps"][0]
    answers = read(b64decode(content), MODEL)

    assert (name, "application/json", 1) == (called, media_type, len(answer["steps"]))
    assert {"block-removal": 3} == answers.practices
    assert {"delivery-on-board": 1} == answers.quick
    assert {"block-removal", "complex-offer"} == {
        *answers.details,
        *answers.chooser["answers"],
    }
    assert ("", {"desk-said": ""}) == (answer["dialog"], answer["html"])


@pytest.mark.parametrize("tool", TOOLS)
def test_the_result_as_text(tool):
    """It is copied, and stands in a hidden field from which it can be copied by hand."""
    answer = asked(tool, do="view.text", given={})
    ((_, text, html),) = answer["steps"]

    field = answer["html"]["copy"]

    assert len(text) > 100 and "" == html
    assert 'class="kam-copy"' in field and " hidden " in field
    assert f">\n{text}</textarea>" in unescape(field)
