"""Controls of the page: each kind is drawn in one place."""

import ast
from pathlib import Path

import widgets
from widgets.core.page import controls
from widgets.core.page.controls import PRIMARY, button


def test_every_button_is_drawn_by_one_function() -> None:
    """A second way to draw one would miss what the first learns, such as its name for the blind."""
    home = Path(next(iter(widgets.__path__)))
    drawn = {
        file.relative_to(home).as_posix()
        for file in home.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("h.button", "htpy.button")
    }
    assert {Path(controls.__file__).relative_to(home).as_posix()} == drawn


def test_a_button_names_its_command_and_what_it_is_about() -> None:
    """The page reads both; what is not given leaves no attribute."""
    plain = '<button class="md-button" type="button" data-kam-do="team.add">Add</button>'
    assert plain == str(button("team.add", "Add"))
    said = button("team.remove", "Remove", "r1", "submit", look=PRIMARY, id="x", says="Remove Ann")
    assert (
        '<button class="md-button md-button--primary" id="x" type="submit" '
        'data-kam-do="team.remove" data-kam-value="r1" aria-label="Remove Ann">Remove</button>'
    ) == str(said)
