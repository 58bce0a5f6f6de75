"""The agreement table as files: CSV for a statistics program, Markdown for a wiki or minutes.

Cells that a spreadsheet would take for formulas are made texts; no rater's name is written.
"""

from collections.abc import Iterator

from widgets.core.answers.file import model_name
from widgets.core.exporting.csv_table import in_bytes
from widgets.core.model.maturity import RUNGS, Model
from widgets.core.team import words as say
from widgets.core.team.comparison import Compared, RatedQuestion
from widgets.core.team.raters import FUNCTIONS
from widgets.core.writing.blocks import Paragraph, Section, Table
from widgets.core.writing.markdown import written

HEADS = (
    *("kind", "id", "text", "n", *(f"rung {rung}" for rung in RUNGS)),
    *("median", "mean", "sd", "ad", "r_wg", "function gap"),
    *(f"median {one.label.lower()}" for one in FUNCTIONS),
)
"""Columns of the CSV; figures over all stand in `text`, one a row."""


def csv(model: Model, found: Compared) -> bytes:
    """The table, widest disagreement first, then the figures over all; numbers are not rounded."""
    rows: list[list[str | float | None]] = [list(HEADS)]
    rows.append(["about", "model", model_name(model)])
    kind = "dimension" if found.quick else "practice"
    rows += [_numbers(kind, topic) for topic in found.topics]
    rows += [["overall", label, value] for label, value in _overall(found)]
    return in_bytes(rows)


def _numbers(kind: str, topic: RatedQuestion) -> list[str | float | None]:
    found = topic.found
    names: list[str | float | None] = [kind, topic.id, topic.statement]
    return [
        *names,
        *(found.n, *found.distribution),
        *(found.median, found.mean, found.sd, found.ad, found.r_wg, found.function_gap),
        *(found.function_medians.get(one.id) for one in FUNCTIONS),
    ]


def _overall(found: Compared) -> list[tuple[str, str]]:
    return list(say.overall(found.figures, "dimensions" if found.quick else "practices"))


def markdown(model: Model, found: Compared) -> str:
    """What to talk about first, every practice and the figures over all."""
    n = found.figures.raters
    preface = Paragraph([f"n = {n}. Model {model_name(model)}. Disagreement comes first."])
    return written("Where we disagree", (preface,), tuple(_sections(found)))


def _sections(found: Compared) -> Iterator[Section]:
    unit = "Dimension" if found.quick else "Practice"
    heads = (unit, "n", "Answers", "Median", "Mean", "SD", "AD", "r_wg", "Gap", "Who says what")
    table = Table(heads, [[[text] for text in _texts(topic)] for topic in found.topics])
    yield Section("first", "Talk about these first", [table])
    overall = Table(("Figure", "Value"), [[[label], [value]] for label, value in _overall(found)])
    yield Section("overall", "All together", [overall])


def _texts(topic: RatedQuestion) -> list[str]:
    found = topic.found
    return [
        topic.statement,
        str(found.n),
        say.by_function(topic),
        say.rung(found.median),
        say.two(found.mean),
        say.two(found.sd),
        say.two(found.ad),
        say.r_wg(found.r_wg),
        say.rung(found.function_gap),
        say.gap(topic) if found.function_medians else "–",
    ]
