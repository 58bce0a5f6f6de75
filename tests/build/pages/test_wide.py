"""A table that moves sideways on a phone can be reached by the keyboard."""

import pytest

from build_tools.pages import wide

HEAD = "<tr>\n<th>Year</th>\n<th>Sales</th>\n<th>Cost</th>\n</tr>\n"
ROWS = "<tr>\n<td>1</td>\n<td>2</td>\n<td>3</td>\n</tr>\n"
TABLE = f"<table>\n<thead>\n{HEAD}</thead>\n<tbody>\n{ROWS}</tbody>\n</table>"
REACHED = TABLE.replace("<table>", '<table tabindex="0">')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(TABLE, REACHED, id="three columns"),
        pytest.param(
            *[one.replace("<th>Year</th>", "<td></td>") for one in (TABLE, REACHED)],
            id="an empty corner",
        ),
        pytest.param(f"{TABLE}\n<p>x</p>\n{TABLE}", f"{REACHED}\n<p>x</p>\n{REACHED}", id="two"),
        pytest.param(
            *[TABLE.replace("<th>Cost</th>\n", "").replace("<td>3</td>\n", "")] * 2,
            id="two columns fit",
        ),
        pytest.param(
            *[TABLE.replace("<td>3", '<td><a class="x" href="../">3</a>')] * 2, id="a link"
        ),
        pytest.param(
            *[f'<div class="kam-scroll" tabindex="0">{TABLE.replace("\n", "")}</div>'] * 2,
            id="of a tool",
        ),
    ],
)
def test_a_wide_table_can_have_the_focus(before, after):
    """A table of many columns without a link, and none in a tool's box; all else stays."""
    assert wide.focusable(before) == after
