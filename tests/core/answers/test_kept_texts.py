"""What a browser keeps is read in one place, once; what it holds beyond us stays."""

import ast
import json
from unittest.mock import patch

import pytest

from build_tools import ROOT
from tests.support.ours import our_guide
from widgets.core.answers import kept_texts
from widgets.core.answers.kept_texts import new_record, record_of
from widgets.core.commands.earlier import recheck
from widgets.core.importing.incoming import MOST_FIELDS
from widgets.core.keeping import opening
from widgets.core.keeping.visit import Visit
from widgets.core.migrating.record_migration import move
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place
from widgets.worker import handle

MODEL = our_guide().model
AT, NOW = "2026-01-05T10:00:00.000Z", "2026-11-22T03:00:00.000Z"
NEWER = '{"value": "3", "model": "%s", "at": "%s", "was": "1", "by": {"tool": 7}}'
"""A record with what only a newer release of the guide would write."""


def asked(widget, records, **more):
    """What the worker answers, and each text that it parsed on the way."""
    parsed = []
    loads = json.loads

    def counting(text, **options):
        parsed.append(text)
        return loads(text, **options)

    message = {"widget": widget, "root": "/", "options": {}, "now": NOW, "records": records}
    with patch.object(json, "loads", counting):
        answer = handle(json.dumps(message | more))
    return answer, parsed[1:]  # without the message itself


@pytest.mark.parametrize("widget", ["quick-scan", "assessment", "chooser"])
def test_a_record_is_parsed_once(widget):
    """The first look at a page parses each record once; a change parses the changed one alone."""
    names = [f"practice.{id}" for id in MODEL.practice]
    names += [f"quick.{id}" for id in MODEL.dimension] + ["choose.criteria.spread"]
    times = [AT.replace(":00.", f":{n:02d}.") for n, _ in enumerate(names)]
    records = {
        name: new_record("1", MODEL.version, at) for name, at in zip(names, times, strict=True)
    }
    handle(json.dumps({"widget": widget, "root": "/", "options": {}, "records": {}}))
    texts = [*records.values()]
    kept_texts.record_of.cache_clear()
    _, first = asked(widget, records)
    changed = new_record("4", MODEL.version, NOW)
    _, second = asked(widget, {**records, names[0]: changed}, touched=names[0])

    assert texts == [text for text in first if text in texts]
    assert [changed] == [text for text in second if text in {*texts, changed}]
    assert [] == asked(widget, {**records, names[0]: changed})[1]


def test_the_page_remembers_more_records_than_a_file_may_hold():
    """Else reading all of them in turn would forget each before it is read again."""
    assert MOST_FIELDS < kept_texts.record_of.cache_parameters()["maxsize"]


def test_what_a_newer_release_wrote_beside_an_answer_stays():
    """Whoever writes a record anew keeps what else it holds."""
    name = next(f"practice.{id}" for id in MODEL.practice)
    text = NEWER % (MODEL.version, AT)
    records = {name: text}
    kept = opening.read_records(records, MODEL)
    place = Place(MODEL, "/", {}, Visit(now=NOW, times=kept.times))
    desk = Desk(place, "assessment", kept.answers, (), {"value": name}, records)
    (put,) = recheck.run(desk).steps

    assert json.loads(text) | {"at": NOW, "was": "3"} == json.loads(put.text)
    assert text == record_of(text).changed()
    assert records == move(records, MODEL).records


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '{"value": 3}', "[" * 9999])
def test_what_is_no_record_is_none(text):
    """Anything but an object with a text as its value."""
    assert record_of(text) is None


def test_nothing_else_reads_or_writes_what_a_browser_keeps():
    """JSON is spoken here, where a file begins or ends, and where data travels; nowhere else."""
    speaking = {
        path.relative_to(ROOT / "widgets").as_posix()
        for path in (ROOT / "widgets").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("json.loads", "json.dumps")
    }

    assert {
        "__main__.py",  # the command line
        "asked.py",  # the model
        "browser.py",  # messages without an answer
        "headline.py",  # messages
        "worker.py",  # the same
        "core/answers/file.py",
        "core/answers/kept_texts.py",
        "core/files/strict_json.py",  # a file begins here
        "core/files/refusals.py",  # a value as a sentence shows it
        "core/structures/structures_json.py",
        "core/page/frame.py",  # what a page tells its script
    } == speaking
