"""Texts made safe for a file: no formula, no name that a system refuses."""

import re

import pytest
from hypothesis import given, settings

from tests.support.renderings.exported import TEXTS
from widgets.core.model.maturity import Citation
from widgets.core.writing.safe_text import cell, clean, prose_text, slug

# Texts


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_cell_is_no_formula(text):
    """A cell is the text itself, or the text behind an apostrophe."""
    made = cell(text)

    assert made.removeprefix("'") == clean(text).removeprefix("'")
    assert not re.match(r"\s*[=+\-@]", made)
    made.encode()


def test_long_cell_is_cut():
    """What no workbook could hold is cut within Excel's limit, never within a character."""
    made = cell("🙂" * 40_000)

    assert len(made.encode("utf-16-le")) // 2 < 32_767
    assert made.endswith("… (cut here; the JSON file holds it all)")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("North / spring 2027", "North-spring-2027"),
        ("مرحبا", "مرحبا"),
        ("../../etc\x00", "etc"),
        ("🙂", ""),
    ],
)
def test_names_of_files(name, part):
    """A file's name keeps words of any script, and nothing that a file system refuses."""
    assert part == slug(name)


def test_prose_names_its_sources_in_brackets():
    """Marks of HTML leave no trace in a text; what a work is called stands as it is written."""
    cited = Citation("E015", "fact", "Yip & Bink <2007>", "evidence/sources/yip-bink-2007/#e015")

    assert "This & that (Yip & Bink <2007>)." == prose_text(
        ("<em>This</em> &amp; that ", cited, ".")
    )
