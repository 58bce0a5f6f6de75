"""The four answers as on the method page: this form, keep, not yet, no KAM; nothing of ours."""

from typing import Any

from tests.reference.structures.ranking import TIE, Ranking, known_answers, ranked
from tests.reference.structures.structure_files import Table
from tests.reference.structures.telling import Told, told, within
from tests.reference.structures.vetoes import ANSWERS, met, outcome, tests_of, veto_states

HELD = 6
"""Up to so many points behind, a form that has held is kept."""

TRIAL = "part-time-ownership"
PAIR = "bow-tie-in-sales"
NOBODY = (None, "none", "segment-sales", TRIAL)
NEVER_KEPT = (None, "none", "segment-sales")

type Decision = dict[str, Any]
"""Keys: answer, first, because (why a form is kept), conditions, now, home, then."""


def decide(table: Table, given: Told) -> Decision:
    """What to do; `given` holds what was told, its answers worked in."""
    known = known_answers(table, given)
    verdict, home = outcome(table, given["gate"]), ranked(table, given, known) if known else []
    said = dict.fromkeys(("answer", "first", "because", "now", "then"))
    said |= {"conditions": [], "home": home}
    if verdict == "not-kam":
        return {**said, "answer": "no-kam"}
    unmet = unmet_vetoes(table, given, known)
    if not known:
        if verdict != "not-now":
            return said
        return {
            **said,
            "answer": "not-yet",
            "conditions": waits(table, given, unmet, None),
            "then": [],
        }
    then = set_aside(ranked(table, *lift(table, given, unmet)), unmet)
    first, because = kept_or_first(given, then)
    leads_on = first != "segment-sales" or given.get("today") in NOBODY
    if (verdict == "not-now" and leads_on) or any(first in veto["blocks"] for veto in unmet):
        said |= {"then": then, "now": given.get("today")}
        if given.get("today") in NOBODY:
            first_then = waits(table, given, unmet, then[0][0])
            return {
                **said,
                "answer": "not-yet",
                "first": TRIAL,
                "now": TRIAL,
                "conditions": first_then,
            }
        return {
            **said,
            "answer": "keep" if because else "not-yet",
            "first": first,
            "because": because,
            "conditions": waits(table, given, unmet, first),
        }
    open_today = home if home[0][0] == PAIR else set_aside(home, unmet)
    first, because = kept_or_first(given, open_today)
    answer = "keep" if because else "this-form"
    return {**said, "answer": answer, "first": first, "because": because}


def unmet_vetoes(table: Table, given: Told, known: dict[str, int]) -> list[dict[str, Any]]:
    """The vetoes that fire and that the firm can lift."""
    states = veto_states(table, given, known)
    return [v for v in table["vetoes"] if v.get("until") and states[v["id"]] == "fires"]


def lift(table: Table, given: Told, unmet: list[dict[str, Any]]) -> tuple[Told, dict[str, int]]:
    """What was told once the conditions are met: each answer moved by the least; and its answers.

    Tries the other answers from the nearest on.
    """
    new = {**given, **{part: {**given[part]} for part in ("criteria", "gate", "context")}}
    for veto in unmet:
        for test in tests_of(veto):
            if not met(table, given, known_answers(table, given), test):
                continue
            if "criterion" in test:
                old = given["criteria"][test["criterion"]]
                free = [answer for answer in ANSWERS if not within(test, answer)]
                new["criteria"][test["criterion"]] = min(free, key=lambda a: abs(a - old))
            elif "context" in test:
                new["context"][test["context"]] = not test["holds"]
            else:
                new["gate"][test["gate_test"]] = "yes"
    return new, known_answers(table, new)


def set_aside(ranking: Ranking, unmet: list[dict[str, Any]]) -> Ranking:
    """Without the pair in sales where its line must move."""
    if not any(veto["until"] == "line" for veto in unmet):
        return ranking
    return [place for place in ranking if place[0] != PAIR]


def kept_or_first(given: Told, ranking: Ranking) -> tuple[str, str | None]:
    """Today's form and why it is kept, or the first of the ranking."""
    today, points = given.get("today"), dict(ranking)
    if today in NEVER_KEPT or today not in points:
        return ranking[0][0], None
    behind = ranking[0][1] - points[today]
    if today == ranking[0][0]:
        return today, "first"
    if behind <= TIE:
        return today, "level"
    if behind <= HELD and given["context"].get("today_has_held") is True:
        return today, "held"
    return ranking[0][0], None


def waits(table: Table, given: Told, unmet: list[dict[str, Any]], form: str | None) -> list[str]:
    """The conditions for which the gate or the form waits, in their order."""
    found = set()
    for veto in unmet:
        no = any(
            "gate_test" in test and met(table, given, {}, test) is True for test in tests_of(veto)
        )
        leaves = veto["until"] == "line" and given.get("today") == PAIR and form not in (None, PAIR)
        if form in veto["blocks"] or no or leaves:
            found.add(veto["until"])
    return [condition["id"] for condition in table["conditions"] if condition["id"] in found]


def ranking_of(said: Decision) -> Ranking:
    """The ranking that the answer rests on."""
    return said["home"] if said["then"] is None else said["then"]


def named(said: Decision) -> list[str]:
    """The form named and the two that follow it in the ranking; three at most."""
    if said["first"] is None:
        return []
    rest = [option for option, _ in ranking_of(said) if option != said["first"]]
    return [said["first"], *rest[:2]]


def close(said: Decision) -> list[str]:
    """The forms within a tie of the first of the ranking; the form named first if it is one."""
    if said["first"] is None:
        return []
    ranking = ranking_of(said)
    near = [option for option, points in ranking if ranking[0][1] - points <= TIE]
    return sorted(near, key=lambda option: option != said["first"])


def turns(table: Table, chooser: Told, said: Decision) -> list[dict[str, Any]]:
    """The nearest moves of one answered question that change answer or form."""
    answers = chooser.get("answers") or {}
    for distance in (1, 2, 3, 4):
        found = []
        for question in table["questions"]:
            old = answers.get(question["id"])
            for new in ANSWERS:
                if not isinstance(old, int) or abs(new - old) != distance:
                    continue
                moved = {**chooser, "answers": {**answers, question["id"]: new}}
                then = decide(table, told(table, moved))
                if (then["answer"], then["first"]) != (said["answer"], said["first"]):
                    turn = {"question": question["id"], "from": old, "to": new}
                    found.append({**turn, "answer": then["answer"], "first": then["first"]})
        if found:
            return found
    return []
