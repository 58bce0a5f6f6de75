"""The companions of a form as on the method page; imports nothing of ours."""

from typing import Any

from tests.reference.structures.structure_files import Table
from tests.reference.structures.telling import Told, within


def companions(
    table: Table, given: Told, form: str | None, conditions: list[str]
) -> tuple[list[str], dict[str, str]]:
    """Ids to offer now, in their order; and by id why another can wait."""
    have = given.get("have") or []
    asks = {one["id"]: one["add_on"] for one in table["conditions"]}
    first = [asks[condition] for condition in conditions]
    needs = needs_of(table, form)
    groups: dict[str, list[str]] = {"first": [], "asked": [], "needed": []}
    groups["first"] = [one for one in first if one not in have]
    later = {}
    for one in table["add_ons"]:
        called = any(seen(sign, given) for sign in one["offer_when"])
        if one["id"] in [*have, *first] or form not in one["joins"]:
            continue
        if not called and one["id"] not in needs:
            continue
        reasons = [why["because"] for why in one.get("later_when", []) if seen(why["when"], given)]
        if reasons:
            later[one["id"]] = reasons[0]
        else:
            groups["asked" if called else "needed"].append(one["id"])
    now = [one for group in groups.values() for one in group]
    return list(dict.fromkeys(now)), later


def needs_of(table: Table, form: str | None) -> list[str]:
    """What a form needs."""
    return next((one.get("needs", []) for one in table["options"] if one["id"] == form), [])


def seen(sign: dict[str, Any], given: Told) -> bool:
    """Whether a sign is there; what nobody answered is none."""
    if "asked" in sign:
        answer = given["answers"].get(sign["asked"])
        return isinstance(answer, int) and within(sign, answer)
    if "missing" in sign:
        return any(one not in (given.get("have") or []) for one in sign["missing"])
    if "context" in sign:
        return given["context"].get(sign["context"]) is sign["holds"]
    if "gate_test" in sign:
        return given["gate"].get(sign["gate_test"]) == sign["answer"]
    answer = given["criteria"].get(sign["criterion"])
    if sign.get("unknown"):
        return answer == "unknown"
    return isinstance(answer, int) and within(sign, answer)
