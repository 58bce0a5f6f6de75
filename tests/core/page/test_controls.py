"""Controls of the page: each kind is drawn in one place."""

import ast

from tests.support.sources import nodes
from widgets.core.page.controls import PRIMARY, button


def test_every_button_is_drawn_by_one_function() -> None:
    """A second way to draw one would miss what the first learns, such as its name for the blind."""
    drawn = {
        file
        for file, node in nodes("widgets")
        if isinstance(node, ast.Attribute)
        and node.attr == "button"
        and ast.unparse(node) in ("h.button", "htpy.button")
    }
    assert {"core/page/controls.py"} == drawn


def test_a_button_names_its_command_and_what_it_is_about() -> None:
    """The page reads both; what is not given leaves no attribute."""
    plain = '<button class="md-button" type="button" data-kam-do="team.add">Add</button>'
    assert plain == str(button("team.add", "Add"))
    said = button("team.remove", "Remove", "r1", "submit", look=PRIMARY, id="x", says="Remove Ann")
    assert (
        '<button class="md-button md-button--primary" id="x" type="submit" '
        'data-kam-do="team.remove" data-kam-value="r1" aria-label="Remove Ann">Remove</button>'
    ) == str(said)
