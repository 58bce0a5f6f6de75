"""English: lists, numbers of things, first letters."""

import ast

import pytest

from tests.support.sources import nodes
from widgets.core.words.english import listed, lower_first, number_of, upper_first


@pytest.mark.parametrize(
    ("expected", "names"),
    [("", []), ("a", ["a"]), ("a and b", ["a", "b"]), ("a, b and c", ["a", "b", "c"])],
)
def test_names_are_listed(expected, names):
    """No comma before the last word."""
    assert expected == listed(names)
    assert expected.replace("and", "or") == listed(names, "or")


@pytest.mark.parametrize(
    ("expected", "number", "words"),
    [
        ("0 steps", 0, ("step",)),
        ("1 step", 1, ("step",)),
        ("2 steps", 2, ("step",)),
        ("1 answer is", 1, ("answer is", "answers are")),
        ("0 answers are", 0, ("answer is", "answers are")),
    ],
)
def test_a_thing_has_its_number(expected, number, words):
    """One is the only singular."""
    assert expected == number_of(number, *words)


@pytest.mark.parametrize(
    ("small", "text"), [("a plan", "A plan"), ("KAM in brief", "KAM in brief"), ("", "")]
)
def test_the_first_letter_follows_its_place(small, text):
    """An abbreviation keeps its capitals."""
    assert small == lower_first(text)
    assert text == upper_first(small)


def test_no_module_makes_its_own_plural():
    """An `s` that hangs on a number is put there by one function."""
    by_hand = [
        f"{file}: {ast.unparse(node)}"
        for file, node in nodes("widgets")
        if isinstance(node, ast.IfExp)
        for word in (node.body, node.orelse)
        if isinstance(word, ast.Constant) and word.value == "s"
    ]
    assert [] == by_hand
