"""How the words of a text are measured."""

import pytest

from build_tools.text.readability import reading_ease, sentences, syllables, word_list


@pytest.mark.parametrize("name", ["claims", "hedges", "verbs"])
def test_word_lists_are_sorted_and_hold_no_word_twice(name):
    """An author finds a word, and a change shows as one line."""
    listed = word_list(name)

    assert list(listed) == sorted(set(listed))


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("made", 1), ("people", 2), ("table", 2), ("wanted", 2), ("asked", 1),
        ("changes", 2), ("names", 1), ("criteria", 4), ("idea", 3), ("account", 2), ("value", 2),
        ("operations", 4), ("programme's", 2), ("key-account", 3), ("12", 1),
    ],
)  # fmt: skip
def test_syllables(word, count):
    """As a dictionary of pronunciation counts them."""
    assert count == syllables(word)


def test_reading_ease():
    """By hand: 6 words, 1 sentence, 6 syllables, so 206.835 - 6.09 - 84.6."""
    assert 116.145 == pytest.approx(reading_ease("The cat sat on the mat."))


def test_reading_ease_needs_words():
    """A text without words has no reading ease."""
    with pytest.raises(ValueError, match="no words"):
        reading_ease(" – ")


def test_sentences():
    """A full stop inside a number ends nothing."""
    assert ["We ask 1.5 people.", "Do you?", "Yes"] == sentences("We ask 1.5 people. Do you? Yes")
