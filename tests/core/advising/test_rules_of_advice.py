"""The rules of advice: each fires, is silenced by search, has its case and is published."""

import json
from functools import cache
from itertools import groupby, product

import pytest

from build_tools.site.publish import published
from tests.support.case_files import cases
from tests.support.given.advised import MODEL, RULES, advised, everywhere, fires, silencer
from tests.support.ours import our_guide
from widgets.core.model.advice_conditions import AllOf, AnyOf, ExposureIs, LevelIs, QuickIs, RungIs
from widgets.core.model.maturity_json import as_json, from_json


def subjects(condition):
    """Ids of the practices and dimensions on which `condition` depends most."""
    if isinstance(condition, AllOf | AnyOf):
        parts = condition.all if isinstance(condition, AllOf) else condition.any
        return list(dict.fromkeys(id for part in parts for id in subjects(part)))
    if isinstance(condition, RungIs):
        return [condition.practice]
    if isinstance(condition, ExposureIs):
        return list(MODEL.guarding[condition.factor])
    return [condition.quick if isinstance(condition, QuickIs) else condition.dimension]


def candidates(rule):
    """Answers in which all practices are equal, but for what the rule tests; high rungs first.

    A level is tested where it begins: the first half of a dimension at its rung, the rest below.
    """
    names = subjects(rule.when)
    practices = [id for id in names if id in MODEL.practice]
    dimensions = [id for id in names if id in MODEL.dimension and id in rule.raises]
    for rung, id in product((4, 3, 2, 1, 0), [] if practices else dimensions):
        names = [practice.id for practice in MODEL.dimension[id].practices]
        half = (len(names) + 1) // 2
        yield everywhere(4, **{name: max(0, rung - (n >= half)) for n, name in enumerate(names)})
    for rung, *rungs in product((4, 3, 2, 1, 0), repeat=len(practices) + 1):
        yield everywhere(rung, **dict(zip(practices, rungs, strict=True)))


@cache
def witness(id):
    """The first answers found for which a rule is recommended."""
    for found in candidates(RULES[id]):
        if fires(RULES[id], found) and id in [r.advice.id for r in advised(found)]:
            return found
    raise AssertionError(f"no answers found that fire {id}")


@pytest.mark.parametrize("id", RULES)
def test_every_rule_fires_and_is_silenced(id):
    """Search finds answers that fire the rule, and the smallest single change that stops it."""
    answers = witness(id)
    name, state = silencer(id, answers)

    assert fires(RULES[id], answers)
    assert isinstance(state, int)
    assert 1 == abs(state - answers.practices[name])


@pytest.mark.parametrize("id", RULES)
def test_every_rule_has_its_case(id):
    """A case on disk names the rule with what silences it, for people to read."""
    named = [p.values[0] for p in cases("advice") if "silenced_by" in p.values[0]]

    assert 1 == len([case for case in named if case["expect"]["among"][0] == id])


def test_published_rules_come_back_unchanged():
    """`model.json` carries the rules whole."""
    data = json.loads(published(our_guide())["model.json"])

    assert MODEL.advice == from_json(data).advice
    assert as_json(from_json(data)) == data


def test_rules_come_in_their_groups():
    """Several answers, single practices, beginnings beside them, then what carries further."""
    depth = [max(rule.raises.values()) for rule in MODEL.advice]
    joined = [_joined(rule.when) for rule in MODEL.advice if max(rule.raises.values()) < 3]

    assert [2, 1, 3, 4] == [one for one, _ in groupby(depth)]
    assert [True, False, True] == [one for one, _ in groupby(joined)]


def _joined(condition):
    """Whether every way to fulfil a condition takes several answers."""
    if isinstance(condition, AnyOf):
        return all(_joined(part) for part in condition.any)
    return isinstance(condition, AllOf)


def test_conditions_test_known_levels():
    """A rule on a level names a dimension, so that quick and full answers both set it off."""
    levels = [rule for rule in MODEL.advice if isinstance(rule.when, LevelIs)]

    assert levels
    assert [] == [rule.id for rule in levels if rule.when.dimension not in rule.raises]
