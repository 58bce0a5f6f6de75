"""Our own exports, and files of others, at the door: named by what is in them, with a way on."""

import pytest

from tests.support.given.desks import handed
from tests.support.given.doors import asked, beside, rater
from tests.support.given.strange_files import BACK, FILES, JSON, packed
from widgets.core.keeping.steps import Beside


@pytest.mark.parametrize("name", FILES)
def test_an_export_is_known(name):
    """Each kind of file is called by its name, on the page of a tool and on the team's."""
    content, says = FILES[name]
    page = beside(asked("assessment", "borrowed.open-file", file=handed("x", content)))
    team = rater(asked("team", "borrowed.open-file", file=handed("x", content)))

    for outcome in (page, team):
        assert f"The file “x”: {says}" in outcome and f"; {BACK}" in outcome


@pytest.mark.parametrize("name", ["CSV", "HTML", "Markdown", "calendar", "SVG", "text", "RTF"])
def test_a_pasted_export_is_known(name):
    """The same for its text."""
    content, says = FILES[name]
    outcome = beside(asked("assessment", "borrowed.open-text", pasted=content.decode()))

    assert f"The pasted text: {says}" in outcome and f"; {BACK}" in outcome


@pytest.mark.parametrize(
    "content",
    [
        JSON.encode(),
        b"\xef\xbb\xbf" + JSON.encode(),
        JSON.encode("utf-16"),
        packed({"kam-north.json": JSON}),
        packed({"a/kam-north.json": JSON, "__MACOSX/a/._kam-north.json": "x", "readme.txt": "x"}),
    ],
)
def test_the_json_comes_back_in(content):
    """As UTF-8 with a mark of its order, as UTF-16, and out of a zip."""
    (step,) = asked("assessment", "borrowed.open-file", file=handed("x", content)).steps
    (bare,) = asked("assessment", "borrowed.open-text", pasted=JSON).steps

    assert isinstance(step, Beside) and bare.records == step.records


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (packed({"a.json": JSON, "b.json": JSON}), "it is a zip with 2 files of JSON in it"),
        (packed({"a.txt": "x"}), "it is a zip with 0 files of JSON in it"),
        (packed({"a.json": JSON})[:-30], "it is a zip that cannot be unpacked here"),
        (packed({"a.json": JSON}).replace(b"\xbd", b"\xbc"), "it is a zip that cannot be unpacked"),
        (packed({"a.json": " " * 5_000_001}), "it unpacks to more than 5 MB, and is not read."),
        (packed({"a.json": "[1]"}), 'it begins with "[1]"'),
    ],
)
def test_a_zip_that_does_not_come_in(content, says):
    """One sentence each; nothing large is unpacked."""
    outcome = beside(asked("assessment", "borrowed.open-file", file=handed("x", content)))

    assert f"“x”: {says}" in outcome
