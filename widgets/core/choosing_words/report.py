"""The chooser's whole result in words: sections of lines, for paper, for mail and for a table.

Pure; the page draws the same facts with charts and links.
"""

from dataclasses import dataclass

from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import course, lines
from widgets.core.choosing_words import headline as answer

ANSWER, WORKING = "The answer", "The working"
OURS = "Fits, needs and steps are the guide's judgement unless a source is named on its pages."


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One part of the result."""

    title: str
    lines: tuple[str, ...]


def sections(found: Outcome) -> list[ReportPart]:
    """Every part of the result that has something to say, in the order of the page."""
    parts = (
        (ANSWER, lines.answer(found) if found.begun else ()),
        ("What speaks for it, and against it", lines.why(found)),
        ("First steps, and who must agree", lines.steps(found)),
        ("What to do instead", lines.instead(found)),
        ("Still to be found out", lines.open_tests(found)),
        ("What comes first, and what fits then", course.conditions(found)),
        ("What a change costs", course.price(found)),
        ("What joins it", lines.companions(found)),
        ("Steps of the form itself", lines.of_form(found)),
        ("Contact shape of each account", lines.accounts(found)),
        ("Closed", lines.closed(found)),
        ("Today", lines.today(found)),
        (WORKING, lines.figures(found)),
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
    """The first line of the answer."""
    return answer.headline(found).do
