"""Why there is to be no key account management, in words of the tests that failed.  Pure."""

from collections.abc import Mapping, Sequence

from widgets.core.choosing.gate import COUNTED
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.derived import derived
from widgets.core.structures.structures import Structures

FAILED: Mapping[str, str] = {
    "single-customers-matter": "no single customer would change your results",
    "more-than-price": "these customers buy on price alone",
    "something-customised": "you have nothing for them that others do not get",
    "margin-pays": "nothing is left of them to pay for people",
    "safer-not-dependent": "closer ties would make you lean on a stronger party",
}
"""By test: what is so where it fails."""


def failed(structures: Structures, chooser: Chooser) -> list[str]:
    """The counted tests that are answered *no*, in order."""
    given = derived(structures, chooser).gate
    return [
        test.id
        for test in structures.tests
        if test.number <= COUNTED and given.get(test.id) == "no"
    ]


def matter(structures: Structures, tests: Sequence[str]) -> str:
    """What would make it another matter: the first failed test answered otherwise."""
    test = next(one for one in structures.tests if one.id == tests[0])
    bound = test.no_if[0]
    question = structures.question[bound.asked]
    return question.falls if bound.at_least is not None else question.rises
