"""English: lists, numbers of things, first letters."""

import ast

import pytest

from tests.support.sources import nodes
from widgets.core.words.english import (
    listed,
    lower_first,
    number_of,
    one_line,
    short,
    upper_first,
)


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


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("North, spring", "  North,\n spring\t"),
        ("ab", "a\u202eb\x00"),
        ("👩‍🌾 می‌خواهم", "👩‍🌾 می‌خواهم"),
        ("a?", "a\ud83d"),
        ("", " \u200b "),
    ],
)
def test_a_name_stands_on_one_line(expected, typed):
    """Nothing in it turns, hides or breaks the sentence around it; scripts and emoji stay whole."""
    assert expected == one_line(typed)


def test_a_long_text_says_that_it_goes_on():
    """The ellipsis is one of the characters, and no space stands before it."""
    assert ("abc", "ab…", "a…") == (short("abc", 3), short("abcd", 3), short("a bcd", 3))


def test_one_function_knows_what_can_be_printed():
    """A second one would let through what the first keeps out."""
    judges = {
        file
        for file, node in nodes("widgets")
        if isinstance(node, ast.Attribute) and node.attr == "isprintable"
    }
    assert {"core/words/english.py"} == judges
