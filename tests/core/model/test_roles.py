"""Whom a question means: the roles that its words name."""

import pytest

from tests.support.ours import our_guide
from widgets.core.model.ladders import named

ROLES = our_guide().model.roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The head of operations agreed.", ["head-of-operations"]),
        ("Heads of operations and top leaders agreed.", ["head-of-operations", "top-leader"]),
        ("It outlasted new leaders.", ["new-leader"]),
        ("A top leader asked, and certain leaders did.", ["top-leader", "leader"]),
        ("Their bosses know.", ["boss"]),
        ("Leadership is bossy.", []),
    ],
)
def test_the_longer_name_counts(text, expected):
    """One or several of them, and never a name that is part of a longer one."""
    assert expected == [role.id for role in named(ROLES, [text])]
