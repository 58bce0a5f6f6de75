"""The chooser's whole result in words: sections of lines, for paper, for mail and for a table.

Pure; the page draws the same facts with charts and links.
"""

from dataclasses import dataclass

from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import lines

OURS = "Fits, needs and steps are the guide's judgement unless a source is named on its pages."


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One part of the result."""

    title: str
    lines: tuple[str, ...]


def sections(found: Outcome) -> list[ReportPart]:
    """Every part of the result that has something to say, in the order of the page."""
    parts = (
        ("Is key account management right for us?", lines.gate(found)),
        ("Today", lines.today(found)),
        ("Home of the programme", lines.home(found)),
        ("What speaks for it, and against it", lines.why(found)),
        ("How sure this is", lines.certainty(found)),
        ("Closed", lines.closed(found)),
        ("Contact shape of each account", lines.accounts(found)),
        ("Missing", lines.missing(found)),
        ("First three steps", lines.steps(found)),
        ("A second context", lines.second(found)),
    )
    return [ReportPart(title, spoken) for title, said in parts if (spoken := tuple(said))]


def text(found: Outcome) -> str:
    """The result as plain text; empty while nothing is answered."""
    if not found.begun:
        return ""
    blocks = [
        "\n".join([part.title, *(f"- {line}" for line in part.lines)]) for part in sections(found)
    ]
    return "\n\n".join(["Which structure?", *blocks, OURS]) + "\n"


def rows(found: Outcome) -> list[tuple[str, str]]:
    """The result as a table of two columns: part and line."""
    return [(part.title, line) for part in sections(found) for line in part.lines]


def headline(found: Outcome) -> str:
    """The answer in a few words."""
    if found.choice.tie:
        return "No clear winner"
    if found.first:
        return found.first.name
    verdicts = {verdict.id: verdict.name for verdict in found.structures.verdicts}
    return verdicts[found.choice.gate or ""] if found.gate_failed else "Nothing to rank yet"
