"""Months as people type them, in words and in the field of the plan."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.given.planned import LOW, MODEL, PRACTICES, kept
from widgets.core.actions import advice_list
from widgets.core.advising.advice import advise
from widgets.core.answers.states import Answers, Planned
from widgets.core.drawing.html import html
from widgets.core.keeping.visit import Visit
from widgets.core.page.view import Place
from widgets.core.result import regions
from widgets.core.result.parts import parts
from widgets.core.scoring.score import score
from widgets.core.words import months
from widgets.core.words.months import MONTH


def test_a_month_in_words():
    """As a plan shows it; what is no month is blank."""
    assert ("March 2027", "December 2030") == tuple(map(months.in_words, ("2027-03", "2030-12")))
    assert ("", "", "") == tuple(map(months.in_words, ("", "2027-13", "2027")))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2027-03", "2027-03"),
        (" 2027-03 ", "2027-03"),
        ("2027-3", "2027-03"),
        ("2027/03", "2027-03"),
        ("2027.3.", "2027-03"),
        ("2027 03", "2027-03"),
        ("2027–03", "2027-03"),
        ("2027-03-15", "2027-03"),
        ("03/2027", "2027-03"),
        ("3/2027", "2027-03"),
        ("3.2027", "2027-03"),
        ("12-2027", "2027-12"),
        ("March 2027", "2027-03"),
        ("march, 2027", "2027-03"),
        ("MAR 2027", "2027-03"),
        ("Sept. 2027", "2027-09"),
        ("2027 December", "2027-12"),
        ("15 May 2027", "2027-05"),
        ("٠٣/٢٠٢٧", "2027-03"),
        *((text, "") for text in ("2027", "2027-", "March", "soon", "27/03", "03/27", "Q1 2027")),
        *((text, "") for text in ("2027-13", "13/2027", "2027-00", "2027-13-01", "2027-03-32")),
        *((text, "") for text in ("03/04/2027", "Ma 2027", "Marches 2027", "2 March 3 2027")),
        *((text, "") for text in ("March April 2027", "2027 2028", "March 1999", "=2027-03")),
    ],
)
def test_months(text, month):
    """Common forms name their month in the plan; the rest is said at its field, nothing guessed."""
    name = "plan-month.write-the-case"
    found = kept(plan__write_the_case="yes", plan_month__write_the_case=text)
    place = Place(MODEL, "", {}, Visit(typed=found.typed))
    low = replace(LOW, actions=found.answers.actions)
    drawn = str(html(advice_list.draw(place, advise(MODEL, low, score(MODEL, low)), low.actions)))
    field = re.search(f'<input id="{name}".*?</label>', drawn)[0]

    assert {"write-the-case": Planned(month=month)} == found.answers.actions
    assert () == found.problems
    assert f'value="{text}"' in field
    assert (f"“{text}” is not yet a month" in field) == (not month)
    assert ('aria-invalid="true"' in field) == (not month)


def test_a_doubtful_month_of_what_is_no_longer_advised():
    """An action that the answers no longer lead to has its field where its month is none."""
    name = "plan-month.write-the-case"
    done = Answers(dict.fromkeys(PRACTICES, 4), actions={"write-the-case": Planned()})

    def road(text):
        place = Place(MODEL, "", {}, Visit(typed={name: text} if text else {}))
        return str(html(regions.road(parts(place, done))))

    assert "“27/03” is not yet a month" in road("27/03")
    assert f'name="{name}"' in road("27/03")
    assert f'name="{name}"' not in road("") + road("March 2027")


def test_a_blank_month_is_no_doubt():
    """A field without a word needs none."""
    assert {""} == {months.doubt(text) for text in ("", "   ")}


@given(st.text(max_size=40))
def test_any_text_is_a_month_or_a_doubt(text):
    """Whatever is typed, it is a month that a file may have, or blank, or it is said why not."""
    found = months.month(text)

    assert not found or MONTH.fullmatch(found)
    assert bool(months.doubt(text)) == (bool(text.strip()) and not found)


@given(st.integers(2000, 2099), st.integers(1, 12), st.sampled_from(" /.-"))
def test_a_month_in_figures(year, number, between):
    """Year and month in either order, with any mark between them, with or without a naught."""
    name = months.NAMES[number - 1]
    texts = (
        f"{year}{between}{number}",
        f"{number:02d}{between}{year}",
        f"{name} {year}",
        f"{name[:3]}.{year}",
    )

    assert {f"{year}-{number:02d}"} == set(map(months.month, texts))
