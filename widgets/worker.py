"""What runs in the web worker: one message in, one message out, both JSON text.

The only module that may import `js` or `pyodide`; it needs neither, because text crosses the
border and nothing else does.
"""

import json
import sys
from dataclasses import replace
from typing import Any

from widgets.asked import published, visit
from widgets.core.drawing.held import SAID, news
from widgets.core.drawing.html import html
from widgets.core.drawing.one_file import within
from widgets.core.keeping import automatic_points, opening, snapshots
from widgets.core.page import announcement, desk
from widgets.core.page.frame import widget
from widgets.core.page.notices import borrowed
from widgets.core.page.view import COPY, ROOT, Place, View
from widgets.core.words.quotes import curly


def handle(message: str) -> str:
    """The answer to `message`.

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
    asked: dict[str, Any] = json.loads(message)
    model, records = published(), asked["records"]
    kept = opening.read_records(records, model)
    one = asked.get("one")
    root = (one["site"] or ROOT) if one else asked["root"]
    place = Place(model, root, asked["options"], visit(asked, kept))
    if "do" in asked:
        at_desk = desk.Desk(
            place, asked["widget"], kept.answers, kept.problems, asked["given"], records
        )
        reply = desk.run(asked["do"], at_desk)
        silent = snapshots.handed_over(place.visit, asked["do"], reply.steps)
        answer = _command(replace(reply, steps=(*silent, *reply.steps)))
    else:
        asked_for = widget(asked["widget"])
        drawn = asked_for.view(place, kept.answers, kept.problems)
        answer = _view(place, drawn, tool=asked_for.TOOL)
        touched, heard = asked.get("touched", ""), asked.get("heard", "")
        answer["announce"] = curly(announcement.after(drawn, records, touched, heard))
        due = automatic_points.due(place.visit, records)
        steps = (*due, *opening.set_aside(place.visit, records, model), *drawn.steps)
        answer["steps"] = [step.plain() for step in steps]
    if one:
        answer["html"] = {
            name: within(text, root, one["pages"], bool(one["site"]))
            for name, text in answer["html"].items()
        }
    answer["html"], answer["holds"] = news(answer["html"], asked.get("holds", ""))
    return _text(answer)


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


def _view(place: Place, drawn: View, *, tool: bool) -> dict[str, Any]:
    notice = borrowed(place, asks=drawn.progress[1] > 0)
    of_tool = {"beside": notice, "report": None} if tool else {}
    of_result = {COPY: None} if drawn.text else {}
    regions = {**of_tool, **of_result, **drawn.regions}  # what a command drew has grown old
    return {
        "html": {name: html(node) for name, node in regions.items()},
        "result": drawn.announce,
    }


def _command(reply: desk.Reply) -> dict[str, Any]:
    drawn = {SAID: "" if reply.close else reply.announce, **reply.regions}
    if reply.panel is not None:
        drawn |= {"desk": reply.panel, "desk-title": reply.title}
    opened = "open" if reply.panel is not None else ""
    return {
        "html": {name: html(node) for name, node in drawn.items()},
        "announce": curly(reply.announce),
        "dialog": "close" if reply.close else opened,
        "steps": [step.plain() for step in reply.steps],
    }
