"""What a reader does in the chooser besides answering, and what the command line adds."""

import json

import pytest

from build_tools import ROOT
from tests.support.given.boards import KINDS
from widgets.__main__ import chooser_in
from widgets.core.answers.kept_texts import new_record
from widgets.core.answers.states import Answers
from widgets.core.commands.export.print_board import MARK
from widgets.core.drawing.html import html
from widgets.core.keeping import opening
from widgets.core.keeping.steps import Drop, File, Picture, Put
from widgets.core.keeping.visit import Visit
from widgets.core.page.desk import Desk, run
from widgets.core.page.view import Place


@pytest.fixture
def desk(model):
    """A desk with three answers of the chooser, and the button that was worked."""
    values = {
        "choose.account.1.name": "Northern Rail",
        "choose.account.10.name": "Harbour Foods",
        "choose.answers.complex-offer": "2",
    }
    records = {name: new_record(text, model.version) for name, text in values.items()}

    def with_button(value: str, beside: str = "") -> Desk:
        visit = Visit(now="2026-11-22T04:00:00.000Z", beside=beside)
        place = Place(model, "/", {}, visit)
        kept = opening.read_records(records, model)
        return Desk(place, "chooser", kept.answers, (), {"value": value}, records)

    return with_button


def test_an_account_is_removed(desk):
    """Its fields go, after a restore point; the account with a longer number stays."""
    steps = run("assessments.clear-fields", desk("choose.account.1.")).steps

    assert [Drop("answer:default:choose.account.1.name")] == [s for s in steps if type(s) is Drop]
    (point,) = (step for step in steps if isinstance(step, Put))
    assert point.key.startswith("restore:default:")
    assert 3 == len(json.loads(point.text)["records"])


@pytest.mark.parametrize(("value", "beside"), [("choose.answers.", ""), ("choose.account.1.", "x")])
def test_nothing_else_is_removed(desk, value, beside):
    """Only accounts and the second context may be cleared so, and never answers of others."""
    assert () == run("assessments.clear-fields", desk(value, beside)).steps


def test_the_board_page_takes_the_place_of_a_report(desk):
    """A report that was printed before would be printed in its place; the mark leaves it alone."""
    reply = run("export.print-board", desk(""))
    styles = (ROOT / "docs/assets/stylesheets/board.css").read_text(encoding="utf-8")

    assert f'<span class="{MARK}"></span>' == str(html(reply.regions["report"]))
    assert f"body:has(.{MARK})" in styles
    assert [["print"]] == [step.plain() for step in reply.steps]


def test_the_command_carries_proposals_too(model, structures):
    """A whole answers file gives what the page shows: the assessment answers where it asks so."""
    head = {"format": 1, "model": {"id": model.id, "version": model.version}}
    practices = {"customer-commitment": 4, "work-done-jointly": 4, "bearable-number": 0}
    file = {**head, "answers": practices, "chooser": {"answers": {"complex-offer": 1}}}
    found = chooser_in(json.dumps(file).encode(), model, structures)

    assert {"complex-offer": 1, "co-creation": 2} == found.answers


def test_the_slide_is_printed_where_a_report_would_be(guide):
    """One drawing in the region that only paper shows; with no answer there is none."""
    reply = run("export.print-slide", _desk_of(guide, KINDS["keep"]))

    assert [["print"]] == [step.plain() for step in reply.steps]
    assert "kam-slide" in str(html(reply.regions["report"]))
    with pytest.raises(LookupError):
        run("export.print-slide", _desk_of(guide, {}))


def test_the_slide_is_saved_as_a_picture(guide):
    """As SVG for a program, as PNG by the page; another kind is an error."""
    (svg,) = run("export.slide", _desk_of(guide, KINDS["keep"], "svg")).steps
    (png,) = run("export.slide", _desk_of(guide, KINDS["keep"], "png")).steps

    assert isinstance(svg, File)
    assert svg.content.startswith(b"<svg")
    assert isinstance(png, Picture)
    assert "kam-My-assessment-slide-2026-11-22.png" == png.name
    assert 'width="1280" height="720"' in png.svg
    with pytest.raises(LookupError):
        run("export.slide", _desk_of(guide, KINDS["keep"], "gif"))


def _desk_of(guide, chooser: dict, value: str = "") -> Desk:
    place = Place(guide.model, "/", {}, Visit(now="2026-11-22T04:00:00.000Z"))
    return Desk(place, "chooser", Answers(chooser=chooser), (), {"value": value}, {})
