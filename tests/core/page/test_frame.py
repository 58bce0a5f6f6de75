"""Widgets as plain functions: whole pages, regions, hostile text."""

import json
from html.parser import HTMLParser

import pytest

from build_tools import ROOT
from build_tools.checks.widget_blocks import names
from build_tools.runtime.examples import examples
from tests.support.ours import our_guide
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.page.frame import WidgetError, check_options, whole, widget
from widgets.core.page.view import Place
from widgets.worker import handle

VOID = {"input", "br", "img", "meta", "link", "hr"}


class Balanced(HTMLParser):
    """Fails where a tag is closed that is not open; knows every id and label."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag, attrs):
        """Remembers what is open, and every id."""
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_endtag(self, tag):
        """Closes what was opened last."""
        assert self.open.pop() == tag


EXAMPLES = examples(ROOT, our_guide().model)
WHOLE = {(e.widget, tuple(e.options.items())): e for e in EXAMPLES}.values()


def named(example) -> str:
    """How a test names an example."""
    return f"{example.widget}: {example.name}"


def test_every_widget_has_an_example():
    """The first example of each widget is what a page shows before anything is answered."""
    assert set(names()) == {example.widget for example in EXAMPLES}


@pytest.mark.parametrize("example", WHOLE, ids=named)
def test_whole_is_sound_html(example, model):
    """Every widget, drawn whole, closes what it opens and uses no id twice."""
    parsed = Balanced()
    parsed.feed(str(whole(example.widget, Place(model, "../", example.options))))

    assert [] == parsed.open
    assert len(parsed.ids) == len(set(parsed.ids))


@pytest.mark.parametrize("example", WHOLE, ids=named)
def test_every_region_is_on_the_page(example, model):
    """The page holds each region that the worker may send, once, with the same content."""
    place = Place(model, "../", example.options)
    page = str(whole(example.widget, place))
    for region, node in widget(example.widget).view(place, Answers()).regions.items():
        assert page.count(f'data-kam-region="{region}"') == 1
        assert str(html(node)) in page


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_every_state_is_sound_html(example):
    """In every example each region closes what it opens, and no hostile tag comes through."""
    for region in json.loads(handle(example.message()))["html"].values():
        parsed = Balanced()
        parsed.feed(region)
        assert [] == parsed.open
        assert "<img" not in region


def test_page_needs_no_script(model):
    """All questions with all answers are on the page before Python arrives."""
    page = str(whole("quick-scan", Place(model, "../", {})))

    assert page.count("<fieldset") == page.count("<legend>") == len(model.dimensions)
    assert page.count('type="radio"') == 6 * len(model.dimensions)
    assert "<noscript>" in page


@pytest.mark.parametrize(
    ("name", "says"), [("team", "needs them"), ("compare", "needs them"), ("greeting", None)]
)
def test_without_scripts_a_tool_says_that_it_needs_them(model, name, says):
    """One that asks nothing says so too; what is no tool says nothing."""
    page = str(whole(name, Place(model, "../", {})))

    assert ("<noscript>" in page) == bool(says)
    assert (says or "") in page


class Groups(HTMLParser):
    """The groups of a form: for each, the names of its choices and what leads back to blank."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[set[str], list[str]]] = []

    def handle_starttag(self, tag, attrs):
        """Opens a group, or notes what stands in the open one."""
        here = dict(attrs)
        if tag == "fieldset":
            self.found.append((set(), []))
        elif tag == "input" and here["type"] == "radio":
            self.found[-1][0].add(here["name"])
        elif here.get("data-kam-do") == "blank":
            self.found[-1][1].append(here["type"])


@pytest.mark.parametrize("example", WHOLE, ids=named)
def test_every_choice_can_be_made_blank(example, model):
    """Each group of choices in a form has one name and one button that makes it blank again."""
    page = str(whole(example.widget, Place(model, "../", example.options)))
    form = page[page.index("data-kam-form") :].partition("</form>")[0] if "<form" in page else ""
    parsed = Groups()
    parsed.feed(form)
    groups = [(names, back) for names, back in parsed.found if names or back]

    assert all(len(names) == 1 and back == ["button"] for names, back in groups)
    assert bool(groups) == ('type="radio"' in form)


def test_unknown_widget_and_option():
    """A wrong name or option raises, and the message says what there is."""
    with pytest.raises(WidgetError, match=r"there is no widget “\.\./core”"):
        widget("../core")
    with pytest.raises(WidgetError, match="has no option “colour”"):
        check_options("quick-scan", {"colour": "red"})


def test_an_option_of_a_few_values_takes_no_other(monkeypatch):
    """What it may be is named; what it may be is taken."""
    monkeypatch.setattr(widget("greeting"), "OPTIONS", {"colour": ("red", "green")})
    check_options("greeting", {"colour": "green"})
    with pytest.raises(WidgetError, match=r"colour is “blue”; it must be one of red, green"):
        check_options("greeting", {"colour": "blue"})


def ask(records: dict) -> dict:
    """What the worker answers for kept records."""
    message = {"widget": "quick-scan", "root": "/guide/", "options": {}, "records": records}
    return json.loads(handle(json.dumps(message)))


def test_hostile_records_are_inert():
    """Names and values that hold markup come back escaped, in every region."""
    hostile = '"><img src=x onerror=alert(1)>'
    record = json.dumps({"value": hostile, "model": hostile, "at": "", "was": ""})
    answer = ask({hostile: record, f"quick.{hostile}": "{"})

    assert "<img" not in "".join(answer["html"].values())
    assert "&lt;img" in answer["html"]["problems"]


def test_links_start_at_the_root(model):
    """Links that the worker draws begin at the root that the page names."""
    record = json.dumps({"value": "0", "model": model.version, "at": "", "was": ""})
    answer = ask({"quick.delivery-on-board": record})

    assert 'href="/guide/choose/"' in answer["html"]["onward"]
    assert "root:/" not in "".join(answer["html"].values())


def test_half_a_letter_crosses_the_border(model):
    """A file with half a letter in a note is answered with a text that UTF-8 can carry."""
    practice = model.dimensions[0].practices[0].id
    named = {"id": model.id, "version": model.version}
    note = {practice: {"note": "half \ud83d"}}
    file = {"format": 1, "model": named, "answers": {practice: 2}, "details": note}
    message = {"widget": "quick-scan", "root": "/", "options": {}, "records": {}, "stored": {}}
    message |= {"do": "borrowed.open-text", "given": {"pasted": json.dumps(file)}}
    answered = handle(json.dumps(message))

    assert answered.isascii()
    [_, shown] = next(step for step in json.loads(answered)["steps"] if step[0] == "beside")
    assert "half \ud83d" == json.loads(shown["records"][f"note.{practice}"])["value"]
