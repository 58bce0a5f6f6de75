"""Tables without a word in a corner: a cell there, and no heading that says nothing."""

import pytest

from build_tools.text.markdown import headed


@pytest.mark.parametrize(
    ("drawn", "shown"),
    [
        ("<tr><th></th><th>Key</th></tr>", "<tr><td></td><th>Key</th></tr>"),
        (
            '<tr><th style="text-align: right;"> </th></tr>',
            '<tr><td style="text-align: right;"></td></tr>',
        ),
        ("<tr><th>Key</th></tr>", "<tr><th>Key</th></tr>"),
        ("<thead></thead>", "<thead></thead>"),
    ],
)
def test_a_heading_has_words(drawn, shown):
    """What a screen reader would announce as an empty heading is a plain cell."""
    assert shown == headed(drawn)
