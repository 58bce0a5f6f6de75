"""What the seven tests say together, in plain words, and what to do then."""

from collections.abc import Iterable, Mapping, Sequence

import htpy as h

from widgets.core.answers.states import UNKNOWN
from widgets.core.choosing import seven_tests as tests
from widgets.core.choosing.gate import COUNTED, DECIDING
from widgets.core.choosing.seven_tests import SevenTests, TestsVerdict
from widgets.core.page.view import Place
from widgets.core.questionnaire.counted import Counted
from widgets.core.structures.asked import GateTest, Question
from widgets.core.structures.structures import Structures
from widgets.core.words.english import in_words, lower_first, number_of, upper_first

HEADLINES: Mapping[TestsVerdict, str] = {
    "blank": "Not answered yet",
    "open": "Not decided yet",
    "go": "Yes: go on",
    "risk": "Yes, with one risk",
    "not-kam": "No key account management",
    "not-now": "Not yet",
    "other-reason": "Not for this reason",
}
"""The verdict in a few words."""

GATE: Mapping[TestsVerdict, str] = {"not-kam": "not-kam", "not-now": "not-now"}
"""The verdicts of the gate in which something else is to be done."""


def verdict(
    place: Place,
    structures: Structures,
    found: Counted,
    told: SevenTests,
    progress: tuple[int, int],
) -> h.Node:
    """The headline, how far the form is, why it is so, and what to do."""
    done, total = progress
    return (
        h.h3(".kam-headline__label")["The verdict"],
        h.p(".kam-headline__level")[HEADLINES[told.kind]],
        h.p(".kam-note")[f"{done} of {total} answered.", _carried(found, structures)],
        h.p[_words(place, structures, told, total)],
        _failed(told.failed),
        _open(structures, found, told),
        _instead(structures, told),
        told.kind != "blank"
        and h.p(".kam-note")[
            "The tests and the rule are our judgement. ",
            place.link("choose/", "Which structure?"),
            " has your answers already.",
        ],
    )


def _carried(found: Counted, structures: Structures) -> str:
    """On how many answers of the assessment the verdict rests, besides."""
    count = sum(id in tests.asked(structures) for id in found.carried)
    return f" Your assessment adds {number_of(count, 'answer')}." if count else ""


def _words(place: Place, structures: Structures, told: SevenTests, total: int) -> h.Node:
    if told.kind in GATE:
        means = next(one.means for one in structures.verdicts if one.id == GATE[told.kind])
        more = " Tests 1 to 5 can still say no altogether." if told.may_end else ""
        return f"{means}{more}"
    case = place.link("start/business-case/", "business case")
    return {
        "blank": (
            f"Seven tests, {in_words(total)} questions: test 6 takes three. "
            "The verdict follows every answer.",
        ),
        "open": ("What is not known yet can still make it a no.",),
        "go": ("No test says no. Go on to the ", case, "."),
        "risk": ("One of tests 1 to 5 says no. Go on, and write it as a risk into the ", case, "."),
        "other-reason": (
            "The rest may hold, but the reason you give is peace between your own departments. "
            "Key account management is too heavy a tool for that.",
        ),
    }[told.kind]


def _failed(failed: Sequence[GateTest]) -> h.Node:
    return bool(failed) and (
        h.p[h.strong["What says no"]],
        h.ul[[h.li[f"Test {test.number}: {lower_first(test.if_no)}"] for test in failed]],
    )


def _open(structures: Structures, found: Counted, told: SevenTests) -> h.Node:
    """Which questions decide it; once it is decided, which are left, and what a no there means."""
    if told.kind == "blank" or told.kind in GATE:
        return None
    asked = told.deciding or told.left
    title = "These can still decide it" if told.kind == "open" else "Not known yet"
    return bool(asked) and (
        h.p[h.strong[title]],
        h.ul[[h.li[_question(found, one)] for one in asked]],
        told.kind != "open" and h.p[_harmless(structures, asked)],
    )


def _harmless(structures: Structures, left: Sequence[Question]) -> str:
    """What a no to questions would mean that can no longer decide the gate."""
    numbers = {tests.asked(structures)[one.id].number for one in left}
    risk = "One no here would be a risk to write down, and would not stop you."
    reason = "A no to test 7 would send you to your own departments first."
    said = ((risk, min(numbers) <= COUNTED), (reason, max(numbers) > DECIDING))
    return " ".join(words for words, is_so in said if is_so)


def _question(found: Counted, question: Question) -> h.Node:
    link = h.a(href=f"#q-{question.id}")[question.question]
    if found.chooser.answers.get(question.id) != UNKNOWN:
        return link
    return link, f" You do not know: ask {lower_first(question.ask)}."


def _instead(structures: Structures, told: SevenTests) -> h.Node:
    if told.kind == "other-reason":
        return h.p["Solve the internal problem first, by other means."]
    if told.kind not in GATE:
        return None
    said = next(one for one in structures.verdicts if one.id == GATE[told.kind])
    until = "Until then" if told.kind == "not-now" else "Do instead"
    first = "What has to change first" if told.kind == "not-now" else "What would change it"
    parts = ((first, said.change), (until, said.instead))
    return [_list(title, lines) for title, lines in parts], h.p[
        f"Take the tests again {lower_first(said.ask_again)}"
    ]


def _list(title: str, lines: Iterable[str]) -> h.Node:
    return h.p[h.strong[title]], h.ul[[h.li[upper_first(line)] for line in lines]]
