"""Each table of a page has a name that lasts as long as its heading."""

import pytest

from build_tools.embedding.tables import named

ONE, TWO = "<table>\n<tr>", '<table tabindex="0">\n<tr>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            f'<h1 id="pay">Pay</h1>{ONE}<h2 id="options">O</h2>{TWO}',
            '<h1 id="pay">Pay</h1><table id="pay-table">\n<tr><h2 id="options">O</h2>'
            '<table id="options-table" tabindex="0">\n<tr>',
            id="after its heading",
        ),
        pytest.param(
            f'<h2 id="a">A</h2>{ONE}{ONE}',
            '<h2 id="a">A</h2><table id="a-table">\n<tr><table id="a-table-2">\n<tr>',
            id="two below one heading",
        ),
        pytest.param(
            f'<h2 id="a">A</h2>{ONE}<h2 id="a-table">B</h2>',
            '<h2 id="a">A</h2><table id="a-table-2">\n<tr><h2 id="a-table">B</h2>',
            id="a name that is taken",
        ),
        pytest.param(*['<h2 id="a">A</h2><table class="kam-sums">'] * 2, id="of a tool"),
        pytest.param(*[ONE] * 2, id="without a heading"),
    ],
)
def test_a_table_is_named_after_its_heading(before, after):
    """The last heading before it; of two the second counts on; all else stays."""
    assert after == named(before)
