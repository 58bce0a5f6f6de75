"""Gate and vetoes of DESIGN section 8: what is closed, what may be; imports nothing of ours."""

from itertools import product
from operator import ge, gt, le, lt
from typing import Any

ANSWERS = (-2, -1, 0, 1, 2)
"""The answers to a criterion; the completions of an unknown."""

COMPARISONS = {">=": ge, "<=": le, ">": gt, "<": lt}


# Gate


def verdict(first_five: list[str], sixth: list[str]) -> str | None:
    """What answers to tests 1-5 and to the two halves of test 6 say; None: not known yet."""
    if first_five.count("no") >= 2:
        return "not-kam"
    if "no" in sixth:
        return "not-now"
    return None if "unknown" in [*first_five, *sixth] else "pass"


def gate(table: dict[str, Any], answered: dict[str, str]) -> tuple[str | None, list[str]]:
    """The verdict and, where it is open, the tests that can still change it.

    A test without an answer is as open as an unknown one, once any test is answered. The table
    gives each test an `id` and its number `n`; two tests share number 6.
    """
    if not answered:
        return None, []
    now = {test["id"]: answered.get(test["id"], "unknown") for test in table["gate"]["tests"]}
    number = {test["id"]: test["n"] for test in table["gate"]["tests"]}

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
    if all(read(completion) == "pass" for completion in completions):
        return "pass", []
    return None, [
        test
        for test in unknown
        if any(read({**c, test: "yes"}) != read({**c, test: "no"}) for c in completions)
    ]


# Vetoes


def holds(table: dict[str, Any], condition: str, answers: dict[str, int]) -> bool:
    """Whether a condition such as `K11 >= 2 or K6 <= -2` holds; every criterion in it is known."""
    names = {name: c["id"] for c in table["criteria"] for name in (c["code"], c["id"])}
    for part in condition.split(" or "):
        name, comparison, bound = part.split()
        if COMPARISONS[comparison](answers[names[name]], int(bound)):
            return True
    return False


def coded_state(table: dict[str, Any], condition: str, answers: dict[str, int]) -> str:
    """`fires` if the condition holds for every completion of the unknowns, `may` if for some."""
    words = condition.split()
    used = [c["id"] for c in table["criteria"] if c["code"] in words or c["id"] in words]
    unknown = [criterion for criterion in used if criterion not in answers]
    outcomes = {
        holds(table, condition, {**answers, **dict(zip(unknown, values, strict=True))})
        for values in product(ANSWERS, repeat=len(unknown))
    }
    if outcomes == {True}:
        return "fires"
    return "may" if True in outcomes else "no"


def veto_states(
    table: dict[str, Any], chooser: dict[str, Any], answers: dict[str, int]
) -> dict[str, str]:
    """Veto id -> `fires`, `may` or `no`; `answers` holds the known criteria only."""
    outcome, open_tests = gate(table, chooser.get("gate") or {})
    context = chooser.get("context") or {}
    purpose = next(test["id"] for test in table["gate"]["tests"] if test["n"] == 7)
    fires = {
        "V1": outcome in ("not-kam", "not-now"),
        "V4": context.get("sales_target_only") is True,
        "V5": context.get("operations_on_board") is False,
        "V10": context.get("dependence_alarm") is True,
        "V11": (chooser.get("gate") or {}).get(purpose) == "no",
    }
    states = {veto: "fires" if fired else "no" for veto, fired in fires.items()}
    if open_tests:
        states["V1"] = "may"
    return {
        veto["id"]: coded_state(table, veto["condition"], answers)
        if veto["coded"]
        else states[veto["id"]]
        for veto in table["vetoes"]
    }


def blocked(table: dict[str, Any], states: dict[str, str], state: str) -> dict[str, list[str]]:
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
