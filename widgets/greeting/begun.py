"""What a reader began: how far each tool has got, in one line, and where it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass

from widgets.core.answers.field_kinds import PRACTICE, QUICK
from widgets.core.answers.states import Answers
from widgets.core.page.view import Place
from widgets.core.scoring import result_words
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.words.english import upper_first
from widgets.core.words.times import short_day

QUICK_SCAN, ASSESSMENT, CHOOSER = "quick-scan/", "assessment/", "choose/"
RESULT = "#result"

type Way = tuple[str, str]
"""A page from the root of the site, and the words of the link to it."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A tool with answers in it."""

    name: str
    words: str
    """How far it has got, without a full stop."""
    ways: tuple[Way, ...]
    """Where it goes on, the likeliest first."""


def scored(place: Place, answers: Answers) -> Iterator[Begun]:
    """The quick scan and the full assessment, which share one result, if either is begun."""
    quick, full = len(answers.quick), len(answers.practices)
    if not quick and not full:
        return
    result = score(place.model, answers)
    total, every = len(place.model.dimensions), len(place.model.practice)
    counts = [
        f"{name}: {done} of {of}{'' if done == of else ' answered'}"
        for name, done, of in (("quick scan", quick, total), ("full assessment", full, every))
        if done
    ]
    level = result.level if result.headline.kind == "level" else None
    said = [
        upper_first("; ".join(counts)),
        *([] if level is None else [result_words.level_name(place.model, level)]),
        *filter(None, [_day(place, (QUICK, PRACTICE))]),
    ]
    yield Begun("Your result", ", ".join(said), tuple(_ways(place, answers, result)))


def _ways(place: Place, answers: Answers, result: Result) -> Iterator[Way]:
    """On to the first open question; to the result once there is one; then deeper."""
    model = place.model
    of_scan = [d.id for d in model.dimensions if d.id not in answers.quick]
    of_full = [id for id in model.practice if id not in answers.practices]
    in_full = bool(answers.practices)
    left = of_full if in_full else of_scan
    page = ASSESSMENT if in_full else QUICK_SCAN
    see = (page + RESULT, "See your result")
    if left:
        yield f"{page}#q-{left[0]}", "Go on"
    if not left or result.headline.kind == "level":
        yield see
    if not left and not in_full:
        yield ASSESSMENT, "Go deeper"


def chosen(place: Place, answers: Answers) -> Iterator[Begun]:
    """The chooser of a structure, if it is begun."""
    if not answers.chooser:
        return
    from widgets.core.choosing.outcome import outcome_of  # noqa: PLC0415 - few readers need it
    from widgets.core.choosing_words import report  # noqa: PLC0415

    found = outcome_of(place.model, place.structures(), answers)
    if found.problem or not (found.own.answers or found.own.today):
        return
    left = [one.id for one in found.structures.questions if one.id not in found.own.answers]
    done, total = found.progress
    day = _day(place, ("choose.",))
    if done < total:
        words = ", ".join(filter(None, [f"Structure: {done} of {total} answered", day]))
        anchor = f"#q-{left[0]}" if left else "#q-today"
        yield Begun("Structure", words, ((CHOOSER + anchor, "Go on"),))
        return
    answer = f"Structure: {report.headline(found).rstrip('.')}"
    words = ", ".join(filter(None, [answer, day]))
    yield Begun("Structure", words, ((CHOOSER + RESULT, "See the answer"),))


def _day(place: Place, names: tuple[str, ...]) -> str:
    """The day of the last change to a field whose name begins so."""
    visit = place.visit
    times = [at for name, at in visit.times.items() if name.startswith(names) and at <= visit.now]
    return short_day(max(times, default=""), visit.now)
