"""Cases of the rules of the chooser, worked out by hand: each by engine and reference.

They are the readings of `docs/decisions/0009`, and every kind of answer (0031).  `expected` names
keys of the result as they are, or what the functions below take from it.
"""

import pytest

from tests.reference.structures.choosing import choose as reference
from tests.reference.structures.structure_files import table
from tests.support.case_files import cases
from tests.support.given.choosing import choose


def _points(homes):
    return {home["option"]: home["points"] for home in homes or ()}


VIEWS = {
    "home_first": lambda result: result["home"][0]["option"],
    "equal_firsts": lambda result: [
        home["option"] for home in result["home"] if home["points"] == result["home"][0]["points"]
    ],
    "home_of": lambda result: _points(result["home"]),
    "then_first": lambda result: result["then"][0]["option"],
    "then_of": lambda result: _points(result["then"]),
    "later": lambda result: [*result["companions_later"]],
    "vetoed_of": lambda result: result["vetoed"],
    "possible_vetoes_of": lambda result: result["possible_vetoes"],
    "acceptability_of": lambda result: result["acceptability"],
    "range_of": lambda result: result["points_range"],
    "shapes": lambda result: [account["shape"] for account in result["accounts"]],
}
"""What a case may look at beside the keys of the result; of a mapping it names a part."""


def seen(key, expected, result):
    """What the result says to one key of a case, cut to the part that the case names."""
    found = VIEWS[key](result) if key in VIEWS else result[key]
    return {name: found.get(name) for name in expected} if key.endswith("_of") else found


@pytest.mark.parametrize("case", [*cases("choose_readings"), *cases("choose_answers")])
def test_readings(case, structures):
    """Both say what the case expects."""
    results = {
        "chooser": choose(structures, case["chooser"]),
        "reference": reference(table(), case["chooser"]),
    }

    assert case["expected"]
    for name, result in results.items():
        found = {key: seen(key, value, result) for key, value in case["expected"].items()}
        assert case["expected"] == found, name
