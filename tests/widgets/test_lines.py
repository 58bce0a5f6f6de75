"""All lines of all example states hold together: counts, ties, units, plurals."""

import re
from collections import defaultdict

import pytest

from tests.support.case_files import cases
from tests.support.renderings.read_lines import STATES, lines
from widgets.core.result import page


@pytest.fixture(scope="module")
def said():
    """The lines of every state, read once, by whoever has a test of them."""
    return {name: list(lines(state)) for name, state in STATES.items()}


def broken(rule: dict, told: list[str]) -> list[str]:
    """The lines of one state that break a rule."""
    if "never" in rule:
        return [line for line in told if re.search(rule["never"], line)]
    if "not beside" in rule:
        found = [[line for line in told if re.search(one, line)] for one in rule["not beside"]]
        return [*found[0], *found[1]] if all(found) else []
    if "word" in rule:
        return not_told(rule, told)
    values: dict[str, set[str]] = defaultdict(set)
    for line in told:
        for count, total in re.findall(rule["same"], line):
            values[total].add(count)
    return [f"{total}: {found}" for total, found in values.items() if len(found) > 1]


def not_told(rule: dict, told: list[str]) -> list[str]:
    """The first lines of a result's page that hold a word before it is told what it means."""
    where = {f"[{name}]": at for at, name in enumerate(page.ALL)}
    shown = [(where[at], line) for line in told if (at := line.partition(" ")[0]) in where]
    met = min((at for at, line in shown if re.search(rule["word"], line)), default=None)
    if met is None or any(at <= met and re.search(rule["told by"], line) for at, line in shown):
        return []
    return [line for at, line in shown if at == met and re.search(rule["word"], line)]


@pytest.mark.parametrize("rule", cases("lines"))
def test_no_two_lines_of_a_state_contradict(said, rule):
    """Whatever is answered, no line breaks a rule, alone or beside another."""
    found = {name: bad for name, told in said.items() if (bad := broken(rule, told))}

    assert {} == found


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ({"never": "1 questions"}, ["[panel] 1 questions"]),
        ({"not beside": ["^a$", "^b$"]}, ["a", "b"]),
        ({"same": r"(\d) of (\d)"}, ["1 of 8", "2 of 8"]),
        (
            {"word": "cap", "told by": "it holds"},
            ["[cap] a cap", "[second] it holds: later is too late"],
        ),
    ],
)
def test_a_broken_rule_is_seen(rule, told):
    """Each kind of rule finds what breaks it, and nothing where nothing does."""
    assert broken(rule, told)
    assert not broken(rule, told[:1]) or {"never", "word"} & {*rule}
    assert not broken(rule, [])


def test_a_word_told_where_it_is_met_is_no_fault():
    """In the same region, or in one before it; other pages than a result's are not asked."""
    rule = {"word": "cap", "told by": "it holds"}

    assert [] == broken(rule, ["[cap] a cap", "[cap] it holds"])
    assert [] == broken(rule, ["[advice] a cap", "[picture] it holds"])
    assert [] == broken(rule, ["[closed] a cap"])


def test_every_state_says_something(said):
    """The lines that are read are those that a reader sees."""
    silent = {name.partition(":")[0] for name, told in said.items() if not told}

    assert len(said) > 50
    assert {"privacy", "compare", "greeting", "questions"} >= silent
