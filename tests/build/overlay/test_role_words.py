"""An organisation's words for roles: number, article and case follow; code and anchors stay."""

import pytest

from build_tools.overlay.role_words import RoleWords
from build_tools.overlay.settings import RoleHere

WORDS = RoleWords(
    [
        RoleHere("head of operations", "area manager", "area managers"),
        RoleHere("head of KAM", "Key Account Lead", "Key Account Leads"),
        RoleHere("sponsor", "patron", "patrons"),
    ]
)


@pytest.mark.parametrize(
    ("ours", "here"),
    [
        ("Ask the head of operations.", "Ask the area manager."),
        ("A head of operations", "An area manager"),
        ("two heads of operations", "two area managers"),
        ("The head\n  of operations agrees", "The area manager agrees"),
        ("Heads of operations agree", "Area managers agree"),
        ("the head of KAM", "the Key Account Lead"),
        ("id: head-of-operations", "id: head-of-operations"),
        ("a sponsorship, and the-sponsor.md", "a sponsorship, and the-sponsor.md"),
    ],
)
def test_in_text(ours, here):
    """Whole words alone, also over the end of a line."""
    assert here == WORDS.in_text(ours)


def test_in_page():
    """A heading keeps the anchor that links name; code says what it said."""
    page = "---\ntitle: The sponsor\n---\n\n## What a sponsor does\n\nA sponsor.\n\n`sponsor`\n"

    assert (
        "---\ntitle: The patron\n---\n\n## What a patron does { #what-a-sponsor-does }\n\n"
        "A patron.\n\n`sponsor`\n"
    ) == WORDS.in_page(page)


def test_a_word_that_holds_ours_is_set_once():
    """“Executive sponsor” for “sponsor” does not grow."""
    words = RoleWords([RoleHere("sponsor", "executive sponsor", "executive sponsors")])

    assert "## An executive sponsor { #a-sponsor }" == words.in_page("## A sponsor")
