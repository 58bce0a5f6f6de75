"""What each file of `docs/model/structures/` may say: the keys and what each must be.

Whether ids that point elsewhere exist is checked in `build_tools.reading.structures_folder`.
"""

import re
from collections.abc import Mapping
from typing import Any

from build_tools.reading.kinds import (
    Keys,
    Kind,
    Report,
    each,
    fact,
    items,
    matching,
    one_of,
    show,
    slug,
    text,
    truth,
    version,
    whole,
    whole_from,
)
from build_tools.reading.yaml12 import Path_
from widgets.core.answers.states import ANSWERS
from widgets.core.structures.asked import CONTEXT, SECTIONS

veto_id = matching(re.compile(r"V[1-9][0-9]*"), "a veto id such as “V3”")

_FACTS = items(fact, at_least=1)


def _texts(*names: str) -> dict[str, Kind]:
    return dict.fromkeys(names, text)


def cell(value: Any, path: Path_, report: Report) -> None:
    """A fit, what it rests on, and `because` unless it is 0 and claims no direction."""
    keys = {
        "fit": whole_from(ANSWERS[0], ANSWERS[-1]),
        "basis": one_of("facts", "facts+judgement", "judgement"),
        "facts": items(fact),
    }
    Keys(keys, {"because": text})(value, path, report)
    if not isinstance(value, dict) or any(report.knows((*path, key)) for key in keys):
        return
    basis, facts, fit = value.get("basis"), value.get("facts"), value.get("fit")
    if basis == "judgement" and facts:
        report.add((*path, "facts"), "judgement alone names no fact", do="take them out or say so")
    elif basis != "judgement" and not facts:
        report.add(
            (*path, "basis"), f"found {show(basis)} without a fact", do="name one or say judgement"
        )
    elif basis != "judgement" and fit == 0:
        report.add((*path, "fit"), "a fit of 0 claims no direction", "its basis must be judgement")
    elif fit and "because" not in value:
        report.add(path, "claims a direction and gives no reason", do="add “because”")
    elif fit == 0 and "because" in value:
        report.add((*path, "because"), "a fit of 0 claims no direction and needs no reason")


_CLAIMS = items(Keys({"text": text}, {"facts": _FACTS}))

OPTION = Keys(
    {
        "id": slug,
        "order": whole,
        "kind": one_of("ranked", "recognise-only", "add-on"),
        **_texts("name", "definition", "phrase"),
        "fits_when": _CLAIMS,
        "gains": _CLAIMS,
        "costs": _CLAIMS,
        "fails": _CLAIMS,
        "cells": each(cell),
        "needs": items(slug),
        "first_steps": items(Keys({"step": text, "agree": text}, {"facts": _FACTS}), at_least=3),
        "moves": items(Keys({"to": slug, "when": text})),
    },
    {"seen": text},
)

CRITERION = Keys(
    {
        "id": slug,
        "order": whole,
        "name": text,
        "rule": one_of("plain", "half_low", "one_sided"),
        "asks": items(slug, at_least=1),
    }
)


def bounded(key: str) -> Kind:
    """A test of what `key` names with one bound, which takes in some answers and not all."""
    bounds = {
        "at_least": whole_from(ANSWERS[1], ANSWERS[-1]),
        "at_most": whole_from(ANSWERS[0], ANSWERS[-2]),
    }

    def check(value: Any, path: Path_, report: Report) -> None:
        Keys({key: slug}, bounds)(value, path, report)
        if isinstance(value, dict) and len(value.keys() & bounds.keys()) != 1:
            report.add(path, "the test must have one bound: “at_least” or “at_most”")

    return check


def one_test(kinds: Mapping[str, Kind], known: str) -> Kind:
    """A mapping of the kind whose key it has; `known` names what a reader may write."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if not isinstance(value, dict):
            report.add(path, f"found {show(value)}", "it must be a mapping")
        elif told := next((key for key in kinds if key in value), None):
            kinds[told](value, path, report)
        else:
            report.add(path, "the condition tests nothing", f"it must have one of the keys {known}")

    return check


_TESTS: Mapping[str, Kind] = {
    "criterion": bounded("criterion"),
    "gate": Keys({"gate": one_of("not-kam")}),
    "gate_test": Keys({"gate_test": slug, "answer": one_of("yes", "no")}),
    "context": Keys({"context": one_of(*CONTEXT), "holds": truth}),
}
"""By the key that tells them apart: the tests of a veto's condition."""

_test = one_test(_TESTS, ", ".join(["any", *_TESTS]))


def condition(value: Any, path: Path_, report: Report) -> None:
    """A test, or `any` of several that each read another answer."""
    if not isinstance(value, dict) or "any" not in value:
        _test(value, path, report)
        return
    Keys({"any": items(_test, at_least=2)})(value, path, report)
    tests = value["any"] if isinstance(value["any"], list) else []
    read = [test.get("criterion") for test in tests if isinstance(test, dict)]
    for criterion in {id for id in read if id is not None and read.count(id) > 1}:
        report.add((*path, "any"), f"reads {show(criterion)} twice", do="one bound says it")


VETO = Keys(
    {
        "id": veto_id,
        "order": whole,
        "name": text,
        "sentence": text,
        "when": condition,
        "blocks": items(slug),
        "facts": _FACTS,
    },
    {"until": slug, "until_known": truth},
)


bound = bounded("asked")
"""A test of the step of a question."""

_BOUNDS = items(bound, at_least=1)

GATE = Keys(
    {
        "tests": items(
            Keys(
                {
                    "id": slug,
                    "order": whole,
                    "number": whole_from(1, 7),
                    **_texts("question", "why", "if_no"),
                    "no_if": _BOUNDS,
                    "facts": _FACTS,
                }
            )
        ),
        "verdicts": items(
            Keys(
                {
                    "id": one_of("pass", "not-kam", "not-now"),
                    **_texts("name", "means", "ask_again"),
                    "instead": items(text),
                    "change": items(text),
                }
            ),
            at_least=3,
        ),
        "context": items(
            Keys({"id": one_of(*CONTEXT), "order": whole, "says": text, "true_if": _BOUNDS})
        ),
    }
)

STAGES = Keys(
    {
        "shapes": items(
            Keys(
                {
                    "id": slug,
                    "order": whole,
                    **_texts("name", "definition"),
                    "gains": _CLAIMS,
                    "risks": _CLAIMS,
                    "facts": _FACTS,
                }
            ),
            at_least=1,
        ),
        "stages": items(
            Keys(
                {
                    "id": slug,
                    "order": whole,
                    "shape": slug,
                    **_texts("name", "what_it_is", "fits_when"),
                    **_texts("in_words", "cost", "risk", "moves_on"),
                    "facts": _FACTS,
                },
                {"second_function": slug},
            ),
            at_least=1,
        ),
    }
)


_SIGNS: Mapping[str, Kind] = {
    "asked": bound,
    "missing": Keys({"missing": items(slug, at_least=1)}),
    "unknown": Keys({"criterion": slug, "unknown": truth}),
    **_TESTS,
}
sign = one_test(_SIGNS, ", ".join(_SIGNS))
"""What an add-on is offered for: a test, a bound, an open criterion, add-ons that miss."""

ADD_ON = Keys(
    {
        "id": slug,
        "order": whole,
        "joins": items(slug, at_least=1),
        "offer_when": items(sign),
        **_texts("name", "definition", "have_as", "first_step", "agree", "cost", "fails"),
        "facts": _FACTS,
    },
    {
        "later_when": items(Keys({"when": sign, "because": text}, {"facts": _FACTS}), at_least=1),
        "have_from": Keys({"practice": slug, "rung": whole_from(1, 4)}),
    },
)

CONDITION = Keys({"id": slug, "order": whole, "name": text, "first": text, "add_on": slug})


def steps(value: Any, path: Path_, report: Report) -> None:
    """A step for each rung, or the word “count”."""
    if value != "count":
        items(whole_from(ANSWERS[0], ANSWERS[-1]), at_least=5, at_most=5)(value, path, report)


_FROM_ASSESSMENT = Keys({"practices": items(slug, at_least=1), "steps": steps, "sure": truth})

QUESTION = Keys(
    {
        "id": slug,
        "order": whole,
        "section": one_of(*SECTIONS),
        **_texts("question", "low", "high", "ask", "unknown"),
        **_texts("falls", "rises", "said_low", "said_high"),
        "between": items(text, at_least=3, at_most=3),
        "facts": _FACTS,
    },
    {
        "hint": text,
        "from_assessment": _FROM_ASSESSMENT,
    },
)

TODAY = Keys(_texts("question", "hint", "none", "ask", "unknown"))

VERSION_OF = Keys({"id": one_of("structures"), "version": version}, {"hidden": items(slug)})

EARLIER = items(
    Keys(
        {
            "beside": slug,
            "part": one_of("criteria", "gate", "context"),
            "id": text,
            "asked": text,
            "keep": one_of("ends", "none"),
            "because": text,
        }
    )
)
"""A map between two releases: what became of the answers to each of the older one's questions."""
