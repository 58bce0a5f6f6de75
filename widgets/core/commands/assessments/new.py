"""A new assessment, empty or from a copy of the one that is open."""

from widgets.core.answers.kept_texts import text_of
from widgets.core.keeping import shelf
from widgets.core.keeping.steps import Beside, Put, Step, Switch
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.fields import named
from widgets.core.words.times import moment


def run(desk: Desk) -> Reply:
    """Makes it and opens it."""
    visit = desk.place.visit
    id = shelf.new_id(visit.stored, visit.now)
    name = named(desk.text("new-name"), moment(visit.now))
    about = {"name": name, "made": visit.now}
    copied = shelf.records(visit.stored, visit.assessment) if desk.text("copy") else {}
    steps: list[Step] = [Beside(None)] if visit.beside else []
    steps += [Put(f"about:{id}", text_of(about))]
    steps += [Put(f"answer:{id}:{field}", text) for field, text in copied.items()]
    steps += [Switch(id)]
    return Reply(announce=f"“{name}” is made and open.", steps=tuple(steps), close=True)
