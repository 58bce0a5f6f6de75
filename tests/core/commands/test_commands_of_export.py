"""Commands of the export: what they hand over, and what the panel offers."""

import json
import re

import pytest

from build_tools import ROOT
from tests.support.renderings.exported import EVIL, MODEL, NOW, QUICK, RULES, desk, full
from widgets.core.answers.file import as_json
from widgets.core.answers.states import Answers, Planned
from widgets.core.commands.export import answers_file, chart, file, show
from widgets.core.drawing.html import html
from widgets.core.importing.opened_file import read
from widgets.core.keeping.steps import File, Picture, Put


@pytest.mark.parametrize("answers", [Answers(), QUICK, full(), full(EVIL)])
def test_json_is_lossless(answers):
    """The file gives the answers back, and the shelf learns when it was made."""
    reply = answers_file.run(desk(answers))
    file, put = reply.steps

    assert isinstance(file, File) and "kam-North-2026-11-22.json" == file.name
    assert as_json(answers, MODEL) == as_json(read(file.content, MODEL), MODEL)
    assert isinstance(put, Put) and "about:default" == put.key
    assert {"name": "North", "exported": NOW} == {
        key: value for key, value in json.loads(put.text).items() if key != "made"
    }


def test_json_of_another_s_answers_notes_nothing():
    """An export of what is open beside does not count as one of the reader's own."""
    reply = answers_file.run(desk(QUICK, beside="a link"))

    assert ["file"] == [step.plain()[0] for step in reply.steps]


def test_charts_by_name():
    """A chart comes as SVG or as a picture for the page to draw; another name is an error."""
    assert isinstance(chart.run(desk(QUICK, "dots svg")).steps[0], File)
    assert isinstance(chart.run(desk(QUICK, "radar png")).steps[0], Picture)
    with pytest.raises(LookupError):
        chart.run(desk(QUICK, "pie svg"))


def test_files_by_their_ending():
    """Every format of the table comes as a file of that ending; another ending is an error."""
    for ending, (media_type, _) in file.FORMATS.items():
        (step,) = file.run(desk(QUICK, ending)).steps
        assert isinstance(step, File)
        assert (f"kam-North-2026-11-22.{ending}", media_type) == (step.name, step.media_type)
    with pytest.raises(LookupError):
        file.run(desk(QUICK, "docx"))


def test_panel_offers_every_export():
    """Every command of an export on disk stands in the panel, and none that does not exist."""
    panel = str(html(show.run(desk(QUICK)).panel))
    folder = ROOT / "widgets" / "core" / "commands" / "export"
    others = {"__init__", "share", "show", "show_sums", "unprinted"}
    others |= {"print_board"}  # of the page for a board, which has its own
    there = {path.stem for path in folder.glob("*.py")} - others
    files = re.findall(r'data-kam-do="export.file" data-kam-value="([a-z]+)"', panel)

    assert {f"export.{name.replace('_', '-')}" for name in there} == set(
        re.findall(r'data-kam-do="([a-z.-]+)"', panel)
    )
    assert sorted(file.FORMATS) == sorted(files)


def test_panel_says_what_the_calendar_lacks():
    """The panel counts the actions that have a month, and those that have none."""
    actions = {RULES[0]: Planned(month="2027-03"), RULES[1]: Planned()}
    answers = Answers(actions=actions)
    words = str(html(show.run(desk(answers)).panel))

    assert "1 planned action, and the day to score again, in 6 months. 1 without a month" in words
