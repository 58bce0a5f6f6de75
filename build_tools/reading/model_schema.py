"""What each file of the model may say: the keys of every kind of thing, and what each must be.

A kind checks one value and reports every mistake in it.  Whether ids that point elsewhere exist is
checked after everything has been read, in `build_tools.guide.load`.
"""

import re
from collections.abc import Mapping
from typing import Any

from build_tools.reading.kinds import (
    RUNGS,
    Keys,
    Kind,
    Report,
    amount,
    fact,
    items,
    ladder,
    matching,
    number,
    one_of,
    or_nothing,
    rung,
    share,
    show,
    slug,
    text,
    truth,
    version,
    whole,
    yes,
)
from build_tools.reading.yaml12 import Path_

_FACTS = items(fact, at_least=1)

LEVEL = Keys({"level": rung, "name": text, "means": text, "kill": text, "facts": _FACTS})


MODEL = Keys(
    {
        "id": slug,
        "version": version,
        "title": text,
        "recheck_months": whole,
        "levels": items(LEVEL),
    },
    {"made_of": text},
)

_ERRORS = Keys({"programme": or_nothing(number), "dimension": or_nothing(number)})

_OF = Keys({"id": slug, "version": version})

_MEASURED = Keys({"model": _OF, "cases": whole, "quick": _ERRORS, "full": _ERRORS})


def measured(value: Any, path: Path_, report: Report) -> None:
    """Errors of each kind of result, and from how many cases; none from no case."""
    _MEASURED(value, path, report)
    if report.mistakes or value["cases"]:
        return
    for of in ("quick", "full"):
        for what, error in value[of].items():
            if error is not None:
                found = f"found {show(error)} with 0 cases"
                report.add((*path, of, what), found, "it must be null")


SCOPE = Keys({"id": slug, "on_page": text, "answered": text})

CONTEXT = Keys({"id": slug, "name": text})

ROLE = Keys({"id": slug, "name": text, "means": text})

GOOD_ENOUGH = Keys({"when": slug, "rung": rung, "because": text})

PRACTICE = Keys(
    {
        "id": slug,
        "order": whole,
        "statement": text,
        "why": text,
        "ask": text,
        "template": one_of("habit", "settled"),
        "ladder": ladder,
        "evidence_hint": text,
        "first_step": text,
        "guards": items(slug, at_least=1),
        "facts": _FACTS,
    },
    {
        "good_enough": items(GOOD_ENOUGH, at_least=1),
        "scope": items(slug, at_least=1),
        "judgement": text,
        "precondition": slug,
    },
)

DIMENSION = Keys(
    {
        "id": slug,
        "order": whole,
        "name": text,
        "critical": truth,
        "question": text,
        "why": text,
        "ask": text,
        "facts": _FACTS,
        "ladder": ladder,
    },
    {"practices": items(PRACTICE)},
)

FAILURE_FACTOR = Keys(
    {
        "id": slug,
        "order": whole,
        "name": text,
        "how_it_looks": text,
        "why_it_happens": text,
        "early_signs": items(text, at_least=1),
        "remedy": items(text, at_least=1),
        "do_not": text,
        "who_must_act": text,
        "facts": _FACTS,
        "practices": items(slug),
    }
)

OPTION = Keys(
    {"id": slug, "label": text},
    {
        "scope": items(slug, at_least=1),
        "contexts": items(slug, at_least=1),
    },
)

PROFILE_QUESTION = Keys(
    {"id": slug, "order": whole, "question": text, "options": items(OPTION, at_least=2)}
)

WARNING_SIGN = Keys(
    {
        "id": slug,
        "order": whole,
        "sign": text,
        "where_seen": text,
        "factors": items(slug),
        "facts": items(fact),
        "judgement": truth,
    }
)

_BOUNDS: Mapping[str, Kind] = {"at_least": rung, "at_most": rung}

_TESTS: Mapping[str, Keys] = {
    "practice": Keys({"practice": slug}, _BOUNDS),
    "quick": Keys({"quick": slug}, _BOUNDS),
    "caps": Keys({"dimension": slug, "caps": yes}),
    "dimension": Keys({"dimension": slug}, _BOUNDS),
    "factor": Keys({"factor": slug, "exposure_at_least": share}),
}
"""By the key that tells them apart: the tests of a condition."""


def condition(value: Any, path: Path_, report: Report) -> None:
    """A test, or `all` or `any` of several conditions."""
    if not isinstance(value, dict):
        report.add(path, f"found {show(value)}", "it must be a mapping")
        return
    for word in ("all", "any"):
        if word in value:
            Keys({word: items(condition, at_least=1)})(value, path, report)
            return
    told = next((key for key in _TESTS if key in value), None)
    if told is None:
        known = ", ".join(["all", "any", *_TESTS])
        report.add(path, "the condition tests nothing", f"it must have one of the keys {known}")
        return
    _TESTS[told](value, path, report)
    if told in ("practice", "quick", "dimension"):
        _check_bounds(value, path, report)


def _check_bounds(value: Mapping[str, Any], path: Path_, report: Report) -> None:
    low, high = value.get("at_least"), value.get("at_most")
    if low is None and high is None:
        report.add(path, "the test has no bound", do="give it “at_least”, “at_most” or both")
    elif low in RUNGS and high in RUNGS and low > high:
        report.add(path, f"at_least {low} is above at_most {high}", do="nothing can be both")


def raises(value: Any, path: Path_, report: Report) -> None:
    """Rungs to reach, 1 to 4, by the id of a practice or dimension; at least one."""
    if not isinstance(value, dict):
        report.add(path, f"found {show(value)}", "it must be a mapping of ids to rungs")
        return
    if not value:
        report.add(path, "the rule raises nothing", do="name a practice and the rung to reach")
    for id, reached in value.items():
        slug(id, (*path, id), report)
        rung(reached, (*path, id), report)
        if reached == 0 and not isinstance(reached, bool):
            report.add(
                (*path, id), "found “0”", do="nothing rises to rung 0: give a rung from 1 to 4"
            )


ADVICE = Keys(
    {
        "id": slug,
        "order": whole,
        "title": text,
        "when": condition,
        "raises": raises,
        "effort": one_of("small", "medium", "large"),
        "who": text,
        "why": text,
        "facts": items(fact),
        "judgement": truth,
    },
    {
        "first_step": text,
        "first_step_of": items(slug, at_least=1),
        "do_not": text,
        "do_not_of": slug,
        "needs": items(slug, at_least=1),
        "pages": items(text, at_least=1),
    },
)

LASTING = Keys(
    {"id": slug, "write_down": text, "who": text, "this_week": text, "do_not": text},
    {"why": text, "pages": items(text, at_least=1)},
)

_FACT_KIND = one_of("finding", "case", "opinion", "model", "record", "inference")

FACT_ENTRY = Keys(
    {
        "id": fact,
        "theme": slug,
        "kind": _FACT_KIND,
        "text": text,
        "sources": items(slug, at_least=1),
        "basis": slug,
    },
    {
        "cited_by": slug,
        "locator": text,
        "aliases": items(fact, at_least=1),
        "overlaps": items(fact, at_least=1),
        "follows_from": items(fact, at_least=1),
        "printable": truth,
        "why_not": text,
    },
)

SOURCE = Keys(
    {
        "id": slug,
        "grade": one_of("A", "B", "C", "D", "E"),
        "kind": slug,
        "title": text,
        "read": one_of("full", "abstract", "excerpt", "secondary"),
    },
    {
        "authors": text,
        "year": whole,
        "venue": text,
        "doi": text,
        "url": text,
        "note": text,
        "known_as": text,
    },
)

KIND = Keys({"id": _FACT_KIND, "label": text, "meaning": text}, {"mark": text})
BASIS = Keys({"id": slug, "label": text, "meaning": text})
GRADE = Keys({"id": one_of("A", "B", "C", "D", "E"), "meaning": text})
THEME = Keys({"id": slug, "order": whole, "title": text})

SUM = Keys(
    {"id": slug, "unit": text},
    {"value": amount, "sum": text, "facts": _FACTS, "ours": text, "decimals": whole},
)

_POINT = matching(re.compile(r"[SW][1-9][0-9]?"), "S or W and a number, such as “S12”")
_PLACE = matching(re.compile(r"[a-z-]+/[a-z-]+\.md#[a-z0-9-]+"), "a page and a heading of it")
POINT = Keys(
    {"id": _POINT, "says": text, "facts": _FACTS, "places": items(_PLACE, at_least=1)},
)
