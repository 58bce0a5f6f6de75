"""The import panel: where a reader gives answers, and what it says before they come in."""

from collections.abc import Sequence

import htpy as h

from widgets.core.answers.file import model_name
from widgets.core.answers.kept_texts import value_of
from widgets.core.files.refusals import MOST, RefusedError
from widgets.core.importing import field_words, union
from widgets.core.importing.contents import contents
from widgets.core.importing.given_file import LARGEST
from widgets.core.importing.incoming import Incoming, incoming
from widgets.core.keeping import shelf
from widgets.core.keeping.steps import Beside
from widgets.core.migrating.file_migration import Migrated
from widgets.core.migrating.record_migration import move
from widgets.core.migrating.report import no_level
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.fields import file_field
from widgets.core.scoring import margins, result_words
from widgets.core.scoring.score import score
from widgets.core.words import english
from widgets.core.words.english import upper_first

TITLE = "Open a file or a link"

PASTED = 20_000
"""Characters of a pasted text that stay in the field after an error."""

DIFFERENT = 60
"""Different answers that are listed; more are counted."""


def asking(desk: Desk, refused: RefusedError | None = None, source: str = "") -> Reply:
    """The panel in which a reader gives a file, a link or a text; `source` was `refused`."""
    text, now = desk.text("pasted"), desk.place.visit.now
    problem = _problem(refused, source) if refused else ""
    panel = (
        _refused(refused, problem, source) if refused else None,
        h.p[
            "What you open is shown to you, read-only. Your own answers stay as they are until you "
            "say otherwise."
        ],
        file_field(
            "Choose a file of answers (JSON), or drop it anywhere on this page", f"import-{now}"
        ),
        h.label(".kam-written")[
            h.span["Or paste a share link, or the text of such a file"],
            h.textarea(name="pasted", rows="4", spellcheck="false")[
                text if len(text) <= PASTED else ""
            ],
        ],
        button("borrowed.open-text", "Open it", id="import-open-text"),
        h.p(".kam-note")[
            f"Up to {LARGEST / 1e6:.0f} MB. What the guide saved when its calculator was missing, "
            "kam-answers-raw.json, can be opened too. Nothing is sent anywhere."
        ],
    )
    return Reply(panel=panel, title=TITLE, announce=problem)


def _problem(refused: RefusedError, source: str) -> str:
    """Why nothing came in: the one mistake, or how many there are."""
    count = len(refused.refusals)
    if count == 1:
        return refused.of(source)
    return f"{source} has {'at least ' if count >= MOST else ''}{count} mistakes."


def _refused(refused: RefusedError, problem: str, source: str) -> h.Element:
    several = len(refused.refusals) > 1
    return h.div(".kam-error", role="alert")[
        h.p[h.bdi[problem], " Nothing has changed."],
        several and h.ul[[h.li[h.bdi[sentence]] for sentence in refused.sentences(source)]],
    ]


def looked_into(desk: Desk, given: str | bytes, source: str) -> Reply:
    """Opens what a text or a file holds beside the reader's own answers, or says why not."""
    named = upper_first(source)
    try:
        found = incoming(given, desk.place)
    except RefusedError as refused:
        return asking(desk, refused, named)
    visit = desk.place.visit
    mine = move(shelf.records(visit.stored, visit.assessment), desk.place.model).records
    panel = (
        h.p[h.strong[named], " holds ", contents(found.answers), "."],
        [h.div(".kam-error", role="alert")[h.p[str(words)]] for words in found.problems],
        h.p(".kam-note")[_older(found.migrated)] if found.migrated else None,
        _headline(desk, found),
        _difference(desk, union.units(mine, found.records)),
        _choices(desk, any(value_of(text) for text in mine.values())),
    )
    return Reply(
        panel=panel,
        title="What it holds",
        announce=f"{named} is open; nothing of yours has changed.",
        steps=(Beside(found.records, source),),
    )


def own_name(desk: Desk) -> str:
    """The name of the reader's own assessment that is open, or that was before."""
    visit = desk.place.visit
    return shelf.shelved(visit.stored, visit.assessment).name


def _older(migrated: Migrated) -> str:
    """What became of answers of an older release."""
    carried = len(migrated.carried) + len(migrated.reworded)
    parts = (
        (carried, "carried"),
        (len(migrated.reworded), "of these in other words now"),
        (len(migrated.merged), "merged"),
        (len(migrated.split), "split"),
        (len(migrated.again), "to be asked again"),
        (len(migrated.retired), "no longer asked, and kept"),
    )
    counts = english.listed([f"{n} {words}" for n, words in parts if n])
    told = f"It belongs to model {migrated.before}; this guide has {migrated.after}: {counts}."
    return told + no_level(migrated)


def _headline(desk: Desk, found: Incoming) -> h.Node:
    model = desk.place.model
    result = score(model, found.answers)
    if result.score is None or (found.migrated and found.migrated.few):
        return None
    return (
        h.p[f"It comes to: {result_words.headline(model, result)}. Model {model_name(model)}."],
        h.p(".kam-note")[margins.leeway(result), " ", margins.judged(result)],
    )


def _difference(desk: Desk, units: Sequence[union.Unit]) -> h.Node:
    """What it would change in the reader's own assessment."""
    stands = [unit.stand for unit in units]
    same, mine, theirs, differ = (
        stands.count(stand) for stand in ("same", "only mine", "only theirs", "differs")
    )
    if same + mine + differ == 0:
        return h.p[f"Your own assessment, “{own_name(desk)}”, is empty."]
    return (
        h.p[
            f"Beside your own, “{own_name(desk)}”: {same} the same, {differ} different, "
            f"{theirs} only there, {mine} only yours."
        ],
        differ
        and h.details[
            h.summary[f"What is different ({differ})"],
            h.ul[[_line(desk, unit) for unit in units if unit.stand == "differs"][:DIFFERENT]],
            differ > DIFFERENT and h.p[f"And {differ - DIFFERENT} more."],
        ],
    )


def _line(desk: Desk, unit: union.Unit) -> h.Element:
    model = desk.place.model
    here, there = (
        field_words.values_together(values, model) for values in (unit.mine, unit.theirs)
    )
    return h.li[field_words.label(unit.key, model), h.br, f"Yours: {here}", h.br, f"There: {there}"]


def _choices(desk: Desk, some: bool) -> h.Node:
    name = own_name(desk)
    into = f"Add it to “{name}”…" if some else f"Add it to “{name}”"
    return (
        h.h3["What now?"],
        h.div(".kam-actions", role="group", aria_label="What now?")[
            button("borrowed.keep", "Keep it as a new assessment", id="import-keep"),
            button("borrowed.put-together", into, "" if some else "do", id="import-put-together"),
            some and button("borrowed.compare", "Compare it with mine", id="import-compare"),
            button("borrowed.discard", "Close it, keep nothing", id="import-discard"),
        ],
        h.p(".kam-note")[
            "Or close this panel and look at it: the page shows it, read-only, and your own "
            "answers wait where they are."
        ],
    )
