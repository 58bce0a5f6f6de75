"""Widgets as plain functions: whole pages, regions, hostile text."""

import json
from html.parser import HTMLParser

import pytest

from build_tools.fence import names
from widgets.core.answers import Answers
from widgets.core.drawing import WidgetError, check_options, whole, widget
from widgets.core.view import Place, html
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


@pytest.mark.parametrize("name", names())
def test_whole_is_sound_html(name, model):
    """Every widget, drawn whole, closes what it opens and uses no id twice."""
    parsed = Balanced()
    parsed.feed(str(whole(name, Place(model, "../", {}))))

    assert [] == parsed.open
    assert len(parsed.ids) == len(set(parsed.ids))


@pytest.mark.parametrize("name", names())
def test_every_region_is_on_the_page(name, model):
    """The page holds each region that the worker may send, once, with the same content."""
    place = Place(model, "../", {})
    page = str(whole(name, place))
    for region, node in widget(name).view(place, Answers()).regions.items():
        assert page.count(f'data-kam-region="{region}"') == 1
        assert str(html(node)) in page


def test_page_needs_no_script(model):
    """All questions with all answers are on the page before Python arrives."""
    page = str(whole("quick-scan", Place(model, "../", {})))

    assert page.count("<fieldset") == page.count("<legend>") == len(model.dimensions)
    assert page.count('type="radio"') == 6 * len(model.dimensions)
    assert "<noscript>" in page


def test_unknown_widget_and_option():
    """A wrong name or option raises, and the message says what there is."""
    with pytest.raises(WidgetError, match=r"there is no widget “\.\./core”"):
        widget("../core")
    with pytest.raises(WidgetError, match="has no option “colour”"):
        check_options("quick-scan", {"colour": "red"})


def ask(records: dict) -> dict:
    """What the worker answers for kept records."""
    message = {"widget": "quick-scan", "root": "/guide/", "options": {}, "records": records}
    return json.loads(handle(json.dumps(message)))


def test_hostile_records_are_inert(model):
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

    assert 'href="/guide/dimensions/delivery-on-board/"' in answer["html"]["next"]
    assert "root:/" not in "".join(answer["html"].values())
