"""What is said before there is an answer, and what is still to be found out.  Pure."""

from collections.abc import Iterable

from widgets.core.answers.states import UNKNOWN
from widgets.core.choosing.choice import Choice
from widgets.core.choosing_words.clearness import all_level
from widgets.core.choosing_words.phrases import option
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.counted import asked
from widgets.core.structures.asked import Question
from widgets.core.structures.structures import Structures
from widgets.core.words.english import in_words, listed, lower_first

NOTHING = "Answer three questions, and the forms begin to sort themselves."
UNSORTED = "Your answers sort no forms yet. Answer three questions about your customers."
ALL_UNKNOWN = "You do not know enough to choose, and that is worth knowing."
DEPENDS = "It depends on what you do not know yet."
LITTLE = "One answer says little."
LEVEL = "Your answers do not tell the forms apart yet."
PEOPLE = 3

type Early = tuple[str, str, str]
"""What to do, how clear it is, and what to find out; the last two may be empty."""


def before(structures: Structures, chooser: Chooser, choice: Choice) -> Early | None:
    """The lines while there is no answer, or none that says much; None once there is one."""
    given = [*chooser.answers.values(), *chooser.criteria.values()]
    known = [step for step in given if isinstance(step, int)]
    if choice.answer is None:
        if given and not known:
            return _all_unknown(structures, chooser)
        if open_ := still_open(structures, chooser, choice):
            return DEPENDS, "", open_.removeprefix(DEPENDS).strip()
        return UNSORTED if known or chooser.gate or chooser.context else NOTHING, "", ""
    if len(known) == 1 and choice.home:
        return _one(structures, choice)
    if choice.answer == "this-form" and all_level(choice):
        return LEVEL, "Answers further from the middle would.", ""
    return None


def few(structures: Structures, chooser: Chooser) -> str:
    """On how many answers the result rests, where they are fewer than half.

    Today's form is one of what the form asks.
    """
    given = [*(chooser.answers or chooser.criteria).values()]
    total = asked(structures) if chooser.answers else len(structures.criteria)
    today = bool(chooser.answers) and chooser.today is not None
    known = sum(isinstance(step, int) for step in given) + today
    if 2 * known >= total:
        return ""
    return f"This rests on {in_words(known)} of {total} answers; the others may change it."


def _all_unknown(structures: Structures, chooser: Chooser) -> Early:
    open_ = [q for q in structures.questions if chooser.answers.get(q.id) == UNKNOWN]
    if not open_:
        return ALL_UNKNOWN, "Begin with what a colleague can tell you by tomorrow.", ""
    people = [*dict.fromkeys(lower_first(q.ask.partition(",")[0]) for q in open_)][:PEOPLE]
    return (
        ALL_UNKNOWN,
        f"Ask {listed(people)}.",
        f"Find out first: “{open_[0].question}”",
    )


def _one(structures: Structures, choice: Choice) -> Early:
    if all_level(choice) or len(choice.home) < 2:
        return f"{LITTLE} This one tells no forms apart yet.", "", ""
    best, worst = (option(structures, choice.home[place].option) for place in (0, -1))
    return f"{LITTLE} So far it speaks for {best} and against {worst}.", "", ""


def still_open(structures: Structures, chooser: Chooser, choice: Choice) -> str:
    """The first thing that nobody knows and that can still end it; empty where there is none."""
    asked = _questions(structures, choice.gate_open)
    for question in asked:
        if chooser.answers.get(question.id) == UNKNOWN:
            return f"{DEPENDS} “{question.question}” Ask {lower_first(question.ask)}."
    return ""


def _questions(structures: Structures, tests: Iterable[str]) -> list[Question]:
    return [
        structures.question[bound.asked]
        for test in structures.tests
        if test.id in tests
        for bound in test.no_if
    ]
