"""The seven tests: whether key account management is right at all, from the answers that decide it.

Pure.  The same answers and the same gate as in the chooser, and nothing else of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from widgets.core.choosing.gate import COUNTED, DECIDING, judge, may_end
from widgets.core.questionnaire.counted import Counted
from widgets.core.questionnaire.derived import derived
from widgets.core.structures.asked import GateTest, Question
from widgets.core.structures.structures import Structures

type TestsVerdict = Literal["blank", "open", "go", "risk", "not-kam", "not-now", "other-reason"]
"""Nothing answered; not decided; yes; yes with one no; no; not yet; for another reason only."""


@dataclass(frozen=True, slots=True)
class SevenTests:
    """What the tests say together."""

    kind: TestsVerdict
    failed: tuple[GateTest, ...]
    """The tests that are answered *no*, in order."""
    deciding: tuple[Question, ...]
    """While it is open: the questions without a known answer that can still decide it."""
    left: tuple[Question, ...]
    """All questions without a known answer."""
    may_end: bool
    """Whether open answers can still make it *no key account management*."""


def asked(structures: Structures) -> dict[str, GateTest]:
    """The test that each question feeds, by the question's id, in the order of the tests."""
    return {bound.asked: test for test in structures.tests for bound in test.no_if}


def seven_tests(structures: Structures, counted: Counted) -> SevenTests:
    """What the seven tests say to the answers that count."""
    tests, given = structures.tests, derived(structures, counted.chooser).gate
    verdict, open_ids = judge(tests, given)
    failed = tuple(test for test in tests if given.get(test.id) == "no")
    return SevenTests(
        kind=_kind(given, verdict, failed),
        failed=failed,
        deciding=tuple(_unknown(structures, counted, open_ids)),
        left=tuple(_unknown(structures, counted, [test.id for test in tests])),
        may_end=verdict != "not-kam" and may_end(tests, given),
    )


def _kind(
    given: Mapping[str, str], verdict: str | None, failed: Sequence[GateTest]
) -> TestsVerdict:
    if not given:
        return "blank"
    if verdict == "not-kam":
        return "not-kam"
    if verdict == "not-now":
        return "not-now"
    if verdict is None:
        return "open"
    if any(test.number > DECIDING for test in failed):
        return "other-reason"
    return "risk" if any(test.number <= COUNTED for test in failed) else "go"


def _unknown(structures: Structures, counted: Counted, tests: Sequence[str]) -> Iterator[Question]:
    """The questions of some tests that nobody has answered, or that nobody knows."""
    for id, test in asked(structures).items():
        if test.id in tests and not isinstance(counted.chooser.answers.get(id), int):
            yield structures.question[id]
