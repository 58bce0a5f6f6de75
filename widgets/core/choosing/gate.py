"""The gate: is key account management right here at all?  Pure functions."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Literal

from widgets.core.structures.asked import GateTest

type GateOutcome = Literal["pass", "not-kam", "not-now"]

COUNTED, DECIDING = 5, 6
"""Tests 1 to 5 are counted; a *no* in either half of test 6 decides alone; test 7 only warns."""


def judge(
    tests: Sequence[GateTest], answers: Mapping[str, str]
) -> tuple[GateOutcome | None, tuple[str, ...]]:
    """What the gate says, and the tests that can still change it.

    None answered: None.  `not-kam` if two or more of tests 1 to 5 are *no*; else `not-now` if test
    6 fails; else `pass` if no completion can fail; else None with the open tests (DESIGN 8).  A
    test without an answer is as open as an unknown one, once any is answered.
    """
    if not answers:
        return None, ()
    known, counted, deciding = _sorted(tests, answers)
    verdict = _verdict(counted, deciding)
    if verdict is not None:
        return verdict, ()
    open_ = [t for t in tests if known[t.id] == "unknown" and t.number <= DECIDING]
    return None, tuple(test.id for test in open_ if _matters(test, counted, deciding))


def outcome(tests: Sequence[GateTest], answers: Mapping[str, str]) -> GateOutcome | None:
    """What the gate says, as `judge` does, without the tests that are open."""
    return _verdict(*_sorted(tests, answers)[1:]) if answers else None


def may_end(tests: Sequence[GateTest], answers: Mapping[str, str]) -> bool:
    """Whether some completion of the open tests says `not-kam`."""
    _, counted, _ = _sorted(tests, answers)
    return bool(answers) and counted.count("no") + counted.count("unknown") >= 2


def _sorted(
    tests: Sequence[GateTest], answers: Mapping[str, str]
) -> tuple[dict[str, str], list[str], list[str]]:
    """Every answer by test, those that are counted, and those that decide alone."""
    known = {test.id: answers.get(test.id, "unknown") for test in tests}
    counted = [known[test.id] for test in tests if test.number <= COUNTED]
    return known, counted, [known[test.id] for test in tests if test.number == DECIDING]


def _verdict(counted: Iterable[str], deciding: Iterable[str]) -> GateOutcome | None:
    counted, deciding = list(counted), list(deciding)
    if counted.count("no") >= 2:
        return "not-kam"
    if "no" in deciding:
        return "not-now"
    return None if _can_fail(counted, deciding) else "pass"


def _can_fail(counted: Sequence[str], deciding: Sequence[str]) -> bool:
    return "unknown" in deciding or counted.count("no") + counted.count("unknown") >= 2


def _matters(test: GateTest, counted: Sequence[str], deciding: Sequence[str]) -> bool:
    """Whether the answer to an open test changes the verdict in some completion of the others."""
    own, others = (counted, deciding) if test.number <= COUNTED else (deciding, counted)
    rest = list(own)
    rest.remove("unknown")
    for mine, theirs in product(_completions(rest), _completions(others)):
        said = set()
        for answer in ("yes", "no"):
            pair = ([*mine, answer], theirs)
            said.add(_verdict(*(pair if test.number <= COUNTED else pair[::-1])))
        if len(said) > 1:
            return True
    return False


def _completions(answers: Iterable[str]) -> Iterable[tuple[str, ...]]:
    return product(*(("yes", "no") if a == "unknown" else (a,) for a in answers))
