"""Quotes are set by rule: curly in what readers see, untouched in code and in their own words."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.case_files import cases
from widgets.core.words.quotes import curly, curly_html

CASES = cases("quotes")
OF_HTML = [case for case in CASES if case.id.startswith("html")]
OF_TEXT = [case for case in CASES if case.id.startswith("plain")]


@pytest.mark.parametrize("case", OF_TEXT)
def test_plain_words(case):
    """Each quote as its neighbours ask; in HTML the same words are set the same."""
    assert case["set"] == curly(case["typed"])
    assert f"<p>{case['set']}</p>" == curly_html(f"<p>{case['typed']}</p>")


@pytest.mark.parametrize("case", OF_HTML)
def test_html(case):
    """A quote looks past marks in the line, and never into a tag."""
    assert case["set"] == curly_html(case["typed"])


@pytest.mark.parametrize("case", CASES)
def test_twice_is_once(case):
    """What is set already stays, so a page may be set in parts and whole."""
    assert case["set"] == curly_html(case["set"])


@given(st.text("ab 1'\"<>&;/pcode=#39-“’"))
def test_only_quotes_change(text):
    """Whatever stands there, no other sign is lost or added."""
    back = str.maketrans(dict(zip("“”″‘’′", "\"\"\"'''", strict=True)))

    assert text.translate(back) == curly(text).translate(back)
    assert _read(text, back) == _read(curly_html(text), back)


def _read(html, back):
    """`html` with straight quotes, each written as itself."""
    return re.sub("&#3[49];", lambda found: unescape(found[0]), html).translate(back)
