"""The calendar: strict, on the right days, and steady in its names."""

from hypothesis import given, settings

from tests.support.renderings.calendars import events
from tests.support.renderings.exported import MODEL, NOW, PAGE, TEXTS, full, of
from widgets.core.exporting import calendar
from widgets.core.exporting.action_rows import action_rows
from widgets.core.exporting.subject import subject
from widgets.core.keeping.visit import Visit
from widgets.core.page.view import Place
from widgets.core.writing.safe_text import clean


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_calendar_is_strict(text):
    """Every text survives escaping and folding, and nothing gets out of its line."""
    found = of(full(text, chooser=False), name=text)
    entries = events(calendar.agenda(found))

    assert 6 == len(entries)
    assert 6 == len({entry["uid"] for entry in entries})
    owned = [entry["description"].split("\nFirst step", 1)[0] for entry in entries[:5]]
    who = [
        step.owner or f"no owner yet; {step.advice.who} must act" for step in action_rows(found)[:5]
    ]
    assert [f"Planned for this month. Owner: {clean(name)}." for name in who] == owned


def test_calendar_days():
    """An action on the first working day of its month; the day to score again by the model.

    Six months after 22 November 2026 is a Saturday: the Monday after it.
    """
    entries = events(calendar.agenda(of(full())))

    assert ["20270301"] * 5 + ["20270524"] == [entry["dtstart"] for entry in entries]


def test_calendar_names_stay():
    """A later export of the same plan names its entries the same; another assessment does not."""
    first = [entry["uid"] for entry in events(calendar.agenda(of(full())))]
    later = [e["uid"] for e in events(calendar.agenda(of(full(), now="2026-12-01T00:00:00.000Z")))]
    other = Place(MODEL, "/kam guide/", {}, Visit(now=NOW, assessment="b", address=PAGE))

    assert first == later
    assert not set(first) & {e["uid"] for e in events(calendar.agenda(subject(other, full())))}
