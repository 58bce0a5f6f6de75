"""Migrate: shows what became of answers of an older release, and keeps them under this one."""

import htpy as h

from widgets.core.exporting.subject import given
from widgets.core.keeping import restore_points, shelf
from widgets.core.keeping.steps import File
from widgets.core.migrating import record_migration
from widgets.core.migrating.file_migration import Migrated
from widgets.core.migrating.report import sections, sentence
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.page.view import Place
from widgets.core.writing import html
from widgets.core.writing.blocks import Paragraph
from widgets.core.writing.markdown import written

KEEP, LIST = "keep", "list"
"""Values of the buttons: write the answers anew; save the list as a file."""


def run(desk: Desk) -> Reply:
    """Shows the list, saves it, or keeps the answers under the release of this page."""
    visit = desk.place.visit
    moved = record_migration.move(shelf.records(visit.stored, visit.assessment), desk.place.model)
    asked = desk.given.get("value")
    if moved.migrated is None:
        return Reply(
            h.p["Your answers belong to this version of the model. There is nothing to do."],
            "Up to date",
        )
    if asked == LIST:
        return _saved(moved.migrated, desk.place)
    if asked == KEEP:
        why = f"model {moved.migrated.before} became {moved.migrated.after}"
        new = dict(moved.records)
        steps = tuple(restore_points.replace(visit.stored, visit.assessment, new, visit.now, why))
        return Reply(_done(moved.migrated), "Kept", "Your answers are up to date.", steps)
    return Reply(_panel(moved.migrated, desk.place), "A newer version of the model")


def _panel(migrated: Migrated, place: Place) -> h.Node:
    return (
        h.p[sentence(migrated)],
        h.p["Nothing has been changed yet. A restore point is made before anything is."],
        h.p[
            button("earlier.migrate", "Keep my answers under the new version", KEEP),
            " ",
            button("earlier.migrate", "Save this list", LIST),
        ],
        [
            h.details(open=section.id != "carried")[
                h.summary[section.title], h.div(".kam-scroll")[html.blocks(section)]
            ]
            for section in sections(migrated, place.model)
        ],
    )


def _done(migrated: Migrated) -> h.Node:
    return (
        h.p["Your answers belong to this version now. The state before is a restore point."],
        migrated.again
        and h.p["What must be asked again is listed above the questions, with your old answers."],
        button("earlier.show", "Restore points"),
    )


def _saved(migrated: Migrated, place: Place) -> Reply:
    preface = (Paragraph((sentence(migrated),)),)
    text = written("What became of your answers", preface, sections(migrated, place.model))
    name = f"kam-model-{migrated.before}-to-{migrated.after}.md"
    file = File(name, "text/markdown;charset=utf-8", text.encode(errors="replace"))
    return given(place.visit, file)
