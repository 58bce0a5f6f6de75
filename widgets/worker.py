"""What runs in the web worker: one message in, one message out, both JSON text.

The only module that may import `js` or `pyodide`; it needs neither, because text crosses the
border and nothing else does.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import htpy as h

from widgets.asked import published, visit
from widgets.core.drawing.held import SAID, news
from widgets.core.drawing.html import html
from widgets.core.drawing.one_file import within
from widgets.core.keeping import automatic_points, opening, snapshots
from widgets.core.keeping.steps import Step
from widgets.core.page import announcement, desk
from widgets.core.page.frame import widget
from widgets.core.page.notices import borrowed
from widgets.core.page.view import COPY, ROOT, Place, View
from widgets.core.words.quotes import curly

_left: list[Callable[[], str]] = []
"""Draws what the last answer left to follow; nothing where it left nothing."""


def handle(message: str, *, apart: bool = False) -> str:
    """The answer to `message`; with `apart` what is out of sight is left to `rest`.

    `message`: `{"widget", "root", "options": {…}, "records": {field: text}}` and what `Visit`
    names; "touched" is the field that the reader changed, "heard" the result that was said last;
    with "do", it asks for that command, with what the reader filled in as "given"; "holds" is the
    sign that came with what the page was drawn from last.  "one" comes from the single file: the
    "pages" that it holds, and the address of the published "site" or "".
    The answer: `{"html": {region: HTML}, "holds", "announce"}`, where regions are left out that the
    page holds as they are; a view's with "result" to send back as heard, a command's with "dialog"
    `"open" | "close" | ""`, either with "steps"; a widget or a command that raises answers with an
    exception, which the page shows in that widget's place alone.
    """
    _left.clear()
    asked: dict[str, Any] = json.loads(message)
    model, records = published(), asked["records"]
    kept = opening.read_records(records, model)
    one = asked.get("one")
    root = (one["site"] or ROOT) if one else asked["root"]
    place = Place(model, root, asked["options"], visit(asked, kept))
    later: Sequence[str] = ()
    if "do" in asked:
        at_desk = desk.Desk(
            place, asked["widget"], kept.answers, kept.problems, asked["given"], records
        )
        reply = desk.run(asked["do"], at_desk)
        silent = snapshots.handed_over(place.visit, asked["do"], reply.steps)
        nodes, answer = _of_command(replace(reply, steps=(*silent, *reply.steps)))
    else:
        asked_for = widget(asked["widget"])
        drawn = asked_for.view(place, kept.answers, kept.problems)
        nodes = _of_view(place, drawn, tool=asked_for.TOOL)
        later = drawn.later if apart and asked.get("holds") else ()
        touched, heard = asked.get("touched", ""), asked.get("heard", "")
        said = curly(announcement.after(drawn, records, touched, heard))
        due = automatic_points.due(place.visit, records)
        steps = (*due, *opening.set_aside(place.visit, records, model), *drawn.steps)
        answer = {"result": drawn.announce, "announce": said, "steps": _plain(steps)}

    def brought(names: Iterable[str], holds: str) -> dict[str, Any]:
        made: dict[str, str] = {name: html(nodes[name]) for name in names}
        if one:
            made = {n: within(t, root, one["pages"], bool(one["site"])) for n, t in made.items()}
        new, sign = news(made, holds)
        return {"html": new, "holds": sign}

    answer |= brought((name for name in nodes if name not in later), asked.get("holds", ""))
    if later:
        after = answer["holds"]
        _left.append(lambda: _text({"after": after} | brought(later, after)))
    return _text(answer)


def rest() -> str:
    """What the last answer left to follow: JSON of `{"html", "holds", "after"}`; empty: nothing.

    It is for a page that "holds" what that answer said, and gives it the next sign to hold.
    """
    return _left.pop()() if _left else ""


def _text(answer: dict[str, Any]) -> str:
    """`answer` as JSON; with every letter escaped where half of one could not cross the border."""
    text = json.dumps(answer, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(answer)
    return text


def look_again(archive: str) -> None:
    """Lets imports find what has come since: in `archive`, a zip beside the library, or in it.

    What stood in for a module of the library (`build_tools.stand_ins`) gives way to it.
    """
    for name, module in list(sys.modules.items()):
        if hasattr(module, "STANDS_IN"):
            del sys.modules[name]
    if archive not in sys.path:
        sys.path.append(archive)
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "widgets" and hasattr(module, "__path__"):
            place = f"{archive}/{name.replace('.', '/')}"
            if place not in module.__path__:
                module.__path__.append(place)
    for finder in sys.path_importer_cache.values():
        if forget := getattr(finder, "invalidate_caches", None):
            forget()  # one by one: `importlib.invalidate_caches` imports much more for it


def _of_view(place: Place, drawn: View, *, tool: bool) -> dict[str, h.Node]:
    notice = borrowed(place, asks=drawn.progress[1] > 0)
    of_tool: dict[str, h.Node] = {"beside": notice, "report": None} if tool else {}
    of_result = {COPY: None} if drawn.text else {}
    return {**of_tool, **of_result, **drawn.regions}  # what a command drew has grown old


def _of_command(reply: desk.Reply) -> tuple[dict[str, h.Node], dict[str, Any]]:
    nodes = {SAID: "" if reply.close else reply.announce, **reply.regions}
    if reply.panel is not None:
        nodes |= {"desk": reply.panel, "desk-title": reply.title}
    opened = "open" if reply.panel is not None else ""
    return nodes, {
        "announce": curly(reply.announce),
        "dialog": "close" if reply.close else opened,
        "steps": _plain(reply.steps),
    }


def _plain(steps: Iterable[Step]) -> list[Any]:
    return [step.plain() for step in steps]
