"""Gate and vetoes as on the method page: what is closed, what may be; imports nothing of ours."""

from itertools import product
from typing import Any

from tests.reference.structures.structure_files import Table
from tests.reference.structures.telling import Told, within

ANSWERS = (-2, -1, 0, 1, 2)
"""The answers to a criterion; the completions of an unknown."""


# Gate


def verdict(first_five: list[str], sixth: list[str]) -> str | None:
    """What answers to tests 1-5 and to the two halves of test 6 say; None: not known yet."""
    if first_five.count("no") >= 2:
        return "not-kam"
    if "no" in sixth:
        return "not-now"
    return None if "unknown" in [*first_five, *sixth] else "pass"


def gate_answers(table: Table, answered: dict[str, str]) -> dict[str, str]:
    """Each test with its answer; one without is as open as an unknown one."""
    return {test["id"]: answered.get(test["id"], "unknown") for test in table["tests"]}


def gate(table: Table, answered: dict[str, str]) -> tuple[str | None, list[str]]:
    """The verdict and, where it is open, the tests that can still change it.

    Nothing answered, nothing said. Two tests share number 6.
    """
    if not answered:
        return None, []
    now = gate_answers(table, answered)
    number = {test["id"]: test["number"] for test in table["tests"]}

    def read(answers: dict[str, str]) -> str | None:
        return verdict(
            [answer for test, answer in answers.items() if number[test] <= 5],
            [answer for test, answer in answers.items() if number[test] == 6],
        )

    if read(now) is not None:
        return read(now), []
    unknown = [test for test, answer in now.items() if answer == "unknown"]
    completions = [
        {**now, **dict(zip(unknown, answers, strict=True))}
        for answers in product(("yes", "no"), repeat=len(unknown))
    ]
    said = {tuple(completion.items()): read(completion) for completion in completions}
    if set(said.values()) == {"pass"}:
        return "pass", []
    return None, [
        test
        for test in unknown
        if any(
            said[tuple({**c, test: "yes"}.items())] != said[tuple({**c, test: "no"}.items())]
            for c in completions
        )
    ]


def outcome(table: Table, answered: dict[str, str]) -> str | None:
    """The verdict alone, without asking which tests are open."""
    if not answered:
        return None
    now, number = gate_answers(table, answered), {t["id"]: t["number"] for t in table["tests"]}
    first_five = [answer for test, answer in now.items() if number[test] <= 5]
    sixth = [answer for test, answer in now.items() if number[test] == 6]
    said = verdict(first_five, sixth)
    open_ = "unknown" in sixth or len(first_five) - first_five.count("yes") >= 2
    return said if said or open_ else "pass"


# Vetoes


def tests_of(veto: dict[str, Any]) -> list[dict[str, Any]]:
    """The tests of a veto, of which one is enough."""
    return veto["when"].get("any", [veto["when"]])


def met(table: Table, told: Told, known: dict[str, int], test: dict[str, Any]) -> bool | None:
    """Whether a test of a veto is met; None while an open answer decides."""
    if "criterion" in test:
        answer = known.get(test["criterion"])
        return None if answer is None else within(test, answer)
    if "context" in test:
        return told["context"].get(test["context"]) is test["holds"]
    if not told["gate"]:
        return False
    answers = gate_answers(table, told["gate"])
    if "gate_test" in test:
        answer = answers[test["gate_test"]]
        return None if answer == "unknown" else answer == test["answer"]
    counted = [answers[test["id"]] for test in table["tests"] if test["number"] <= 5]
    if counted.count("no") >= 2:
        return True
    return None if counted.count("no") + counted.count("unknown") >= 2 else False


def veto_states(table: Table, told: Told, known: dict[str, int]) -> dict[str, str]:
    """Veto id -> `fires`, `may` or `no`; `known` holds the known criteria only."""
    states = {}
    for veto in table["vetoes"]:
        found = [met(table, told, known, test) for test in tests_of(veto)]
        fires = True in found or (None in found and veto.get("until_known") is True)
        states[veto["id"]] = "fires" if fires else "may" if None in found else "no"
    return states


def blocked(table: Table, states: dict[str, str], state: str) -> dict[str, list[str]]:
    """Option -> the vetoes in this state that block it; options without one are left out."""
    by_option = {
        option["id"]: [
            veto["id"]
            for veto in table["vetoes"]
            if states[veto["id"]] == state and option["id"] in veto["blocks"]
        ]
        for option in table["options"]
    }
    return {option: vetoes for option, vetoes in by_option.items() if vetoes}
