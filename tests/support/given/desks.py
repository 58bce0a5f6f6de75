"""Desks for tests: what a browser keeps, and a command carried out on it."""

import json
from collections.abc import Mapping

from tests.support.ours import our_guide
from widgets.core.keeping import opening, shelf
from widgets.core.keeping.steps import Forget, Switch
from widgets.core.keeping.visit import Visit
from widgets.core.model.maturity import Model
from widgets.core.page import desk
from widgets.core.page.desk import Desk, Reply
from widgets.core.page.view import Place

NOW = "2026-11-22T04:00:00.000Z"


def record(value: str, at: str = NOW, version: str = our_guide().model.version) -> str:
    """A record as the page writes it."""
    return json.dumps({"value": value, "model": version, "at": at, "was": ""})


def restored(records: Mapping[str, str], at: str = NOW) -> str:
    """The text of a restore point."""
    return json.dumps({"at": at, "why": "test", "name": "", "records": records})


def handed(name: str, content: str | bytes | None) -> dict[str, str | int | None]:
    """A file as the page hands it over: a letter for each byte, as "x-user-defined" reads it."""
    data = content.encode() if isinstance(content, str) else content
    letters = None if data is None else "".join(chr(b if b < 128 else 0xF700 + b) for b in data)
    return {"name": name, "size": 50_000_000 if data is None else len(data), "bytes": letters}


class Browser:
    """A browser's storage as a dict, and what one tab shows."""

    widget = "quick-scan"
    """What stands on the page that the tab shows."""

    def __init__(self, model: Model, stored: Mapping[str, str] = {}) -> None:
        self.model = model
        self.stored = dict(stored)
        self.assessment = shelf.DEFAULT
        self.beside = ""
        self.frame = ""
        self.elsewhere: dict[str, Mapping[str, str]] = {}
        self.minutes = 0

    @property
    def now(self) -> str:
        """A minute later at each command."""
        return f"2026-11-22T{4 + self.minutes // 60:02}:{self.minutes % 60:02}:00.000Z"

    @property
    def records(self) -> dict[str, str]:
        """The answers that are shown."""
        return shelf.records(self.stored, self.assessment)

    def answer(self, name: str, value: str) -> None:
        """What the page does at an answer, without Python."""
        self.stored[f"answer:{self.assessment}:{name}"] = record(value, self.now)

    def run(self, command: str, **given: str) -> Reply:
        """Carries a command out, steps included."""
        self.minutes += 1
        kept = opening.read_records(self.records, self.model)
        visit = Visit(
            now=self.now,
            assessment=self.assessment,
            stored=self.stored,
            shown=self.records,
            times=kept.times,
            beside=self.beside,
            address=f"https://guide.example/kam/{self.widget}/",
            frame=self.frame,
            elsewhere=self.elsewhere,
        )
        place = Place(self.model, "./", {}, visit)
        at_desk = Desk(place, self.widget, kept.answers, kept.problems, given, self.records)
        reply = desk.run(command, at_desk)
        self.stored = shelf.after(self.stored, reply.steps)
        for step in reply.steps:
            if isinstance(step, Switch):
                self.assessment = step.assessment
            if isinstance(step, Forget):
                del self.elsewhere[step.path]
        return reply
