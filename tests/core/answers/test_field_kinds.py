"""The table of field kinds: it is the only one, it is whole, and a line of it is enough."""

import ast
import json
import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools import ROOT
from tests.support.given.older_files import LAST
from widgets.core.answers.field_kinds import DETAILS, KINDS, PLACE_OF, PLACES, parts, values
from widgets.core.model.maturity_json import as_json

TEXTS = st.text(max_size=9) | st.sampled_from(
    ["0", "4", "unknown", "na", "yes", "on", "March 2027", "2027-03", "2026-06-12", "0002-06-12"]
)
kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@kinds
@given(TEXTS)
def test_what_is_read_is_written(kind, text):
    """A value that a field says is written as a text that says the same."""
    found = kind.form.reads(text)

    assert found is None or found == kind.form.reads(kind.form.writes(found))


@given(
    st.dictionaries(st.sampled_from([f"{prefix}{id}" for prefix in KINDS for id in "ab"]), TEXTS)
)
def test_fields_become_parts_and_come_back(fields):
    """What fields say as parts of a file fills the fields that say the same parts."""
    data, fine = parts(fields, lambda _: "ab")
    back = dict(values(data))

    assert back.keys() <= fine
    assert data == parts(back, lambda _: "ab")[0]


def test_a_name_has_one_kind():
    """No name begins in two ways, and every kind stands at one place."""
    assert sum(len(place.fields) for place in PLACES) == len(KINDS) == len(PLACE_OF)
    assert all(prefix.index(".") == len(prefix) - 1 for prefix in KINDS)


def test_no_other_module_spells_the_beginning_of_a_name():
    """Who needs the name of a field takes it from the table."""
    spelled = {
        f"{path.relative_to(ROOT)}: {node.value}"
        for path in (ROOT / "widgets").rglob("*.py")
        if path.name != "field_kinds.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in KINDS
    }

    assert set() == spelled


def test_the_published_schema_names_every_detail():
    """What other tools may write beside an answer is what the guide reads."""
    schema = json.loads((ROOT / "docs/model/schema/answers.schema.json").read_text("utf-8"))

    assert {kind.key for kind in DETAILS.fields} | {"answered_at"} == set(
        schema["$defs"]["detail"]["properties"]
    )


LINE = '    reviewer: str = _detail("Reviewed by", counted=("reviewer",), between=" and ")\n'
"""The one line that a new detail takes."""

JOURNEY = """
import json, sys
from pathlib import Path
from widgets.core.answers import fields, file
from widgets.core.answers.kept_texts import new_record, value_of
from widgets.core.files.refusals import AnswersError
from widgets.core.importing import contents, field_words
from widgets.core.importing import opened_file
from widgets.core.keeping import opening
from widgets.core.migrating import record_migration
from widgets.core.migrating.report import sections
from widgets.core.model.maturity_json import from_json

model = from_json(json.loads(Path("model.json").read_text("utf-8")))
name = "reviewer.written-case"
kept = opening.read_records({name: new_record("Ada", model.version)}, model)
data = file.as_json(kept.answers, model)
again = opened_file.read(json.dumps(data), model)
try:
    opened_file.read(json.dumps(data | {"details": {"written-case": {"reviewer": 3}}}), model)
except AnswersError as error:
    refused = str(error)
older = {"red-list": "Ada", "blue-list": "Bea", "gone-list": "Cyd"}
records = {f"reviewer.{id}": new_record(text, "1.0.0") for id, text in older.items()}
records |= {f"practice.{id}": new_record("2", "1.0.0") for id in older}
moved = record_migration.move(records, model)
told = " ".join(str(part) for part in sections(moved.migrated, model))
after = opening.read_records(moved.records, model).answers
print(json.dumps({
    "problems": kept.problems,
    "answers": kept.answers.details["written-case"].reviewer,
    "file": data["details"],
    "back": again == kept.answers,
    "record": value_of(fields.records(again, model)[name]),
    "refused": refused,
    "words": field_words.label(name, model),
    "counted": contents.contents(again),
    "merged": after.details["colour-list"].reviewer,
    "retired": after.retired["practice gone-list"]["details"],
    "listed": "Reviewed by: Cyd" in told,
}))
"""


def test_a_new_detail_is_one_line(tmp_path):
    """With one line more it goes from field to file, record, words and the next release, and back.

    In a copy of the code, with the line put beside its like.
    """
    shutil.copytree(ROOT / "widgets", tmp_path / "widgets", ignore=shutil.ignore_patterns("__py*"))
    states = tmp_path / "widgets" / "core" / "answers" / "states.py"
    before, proof, after = states.read_text("utf-8").partition("    proof: bool")
    states.write_text(before + LINE + proof + after, "utf-8")
    (tmp_path / "model.json").write_text(json.dumps(as_json(LAST)), "utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", JOURNEY],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert {
        "problems": [],
        "answers": "Ada",
        "file": {"written-case": {"reviewer": "Ada"}},
        "back": True,
        "record": "Ada",
        "refused": "details.written-case.reviewer: found 3; it must be a text.",
        "words": f"Reviewed by: {LAST.practice['written-case'].statement}",
        "counted": "1 reviewer",
        "merged": "Ada and Bea",
        "retired": {"reviewer": "Cyd"},
        "listed": True,
    } == json.loads(done.stdout)
