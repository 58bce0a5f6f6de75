"""The arithmetic in the open: every sum holds, and every number of the page has one."""

import ast
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.ours import our_guide
from widgets.core.advising.advice import eased
from widgets.core.advising.effects import modelled
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.drawing.html import html
from widgets.core.page.view import Place
from widgets.core.panels import rescored
from widgets.core.result import regions
from widgets.core.result.parts import SECONDS, parts
from widgets.core.scoring.result_words import level_name
from widgets.core.words.numbers import number
from widgets.core.words.quotes import curly

MODEL = our_guide().model
PRACTICES = [p.id for p in MODEL.practices()]
SUM = re.compile(r"([−+×/,.\d() min]+) = (\d+(?:\.\d+)?)")
BETWEEN = re.compile(r" to (?=[\d(m])|[;:.] ")
"""What stands between sums in a sentence or a cell."""
NUMBER = re.compile(r"\d+(?:\.\d+)?")
ROUNDED = 0.011
"""A mean of means with two decimals each, itself rounded to two."""

states = st.one_of(st.integers(0, 4), st.just(UNKNOWN))
answered = st.builds(
    lambda practices, quick, targets: Answers(practices, quick, targets=targets),
    st.dictionaries(st.sampled_from(PRACTICES), states, max_size=48),
    st.dictionaries(st.sampled_from(list(MODEL.dimension)), states),
    st.dictionaries(st.sampled_from(list(MODEL.dimension)), st.integers(0, 4), max_size=2),
)


def shown(answers):
    """The parts of the result, and its working as XML."""
    found = parts(Place(MODEL, "/", {}), answers)
    again = None if found.empty else rescored.every_sum(found)
    return found, xml((regions.sums(found), again))


def xml(node) -> ElementTree.Element:
    """A part of the page as XML; boxes to tick are no part of the arithmetic."""
    text = re.sub("<input[^>]*>", "", f"<div>{html(node)}</div>")
    return ElementTree.fromstring(text)  # noqa: S314 - our own output


def text(element) -> str:
    """What a reader sees of an element."""
    return " ".join("".join(element.itertext()).split())


def tables(element, label="") -> Iterator[dict[str, list[str]]]:
    """The cells of each table by the head of their row; of those with a label, if one is given."""
    for table in element.iter("div" if label else "table"):
        if not label or table.get("aria-label") == label:
            rows = [[text(cell) for cell in row] for row in table.iter("tr")]
            yield {name: cells for name, *cells in rows[1:]}


def table(element, label="") -> dict[str, list[str]]:
    """The first such table; empty if there is none."""
    return next(tables(element, label), {})


def last(cell: str) -> str:
    """What the last sum of a cell comes to."""
    return NUMBER.findall(cell)[-1]


def worked_out(expression: str) -> float:
    """An expression of the page, worked out."""
    plain = expression.replace("×", "*").replace("−", "-")

    def value(node: ast.expr) -> float:
        match node:
            case ast.Constant(int() | float() as number):
                return number
            case ast.Call(ast.Name("min"), arguments):
                return min(map(value, arguments))
            case ast.BinOp(left, ast.Add(), right):
                return value(left) + value(right)
            case ast.BinOp(left, ast.Sub(), right):
                return value(left) - value(right)
            case ast.BinOp(left, ast.Mult(), right):
                return value(left) * value(right)
            case ast.BinOp(left, ast.Div(), right):
                return value(left) / value(right)
        raise AssertionError(ast.dump(node))

    return value(ast.parse(plain, mode="eval").body)


@settings(max_examples=60)
@given(answered)
def test_every_sum_holds(answers):
    """Each expression comes to what stands behind its equals sign."""
    found, working = shown(answers)
    said = [text(part) for kind in ("td", "li", "p") for part in working.iter(kind)]
    pieces = [piece for words in said for piece in BETWEEN.split(words)]
    sums = [sum_.groups() for piece in pieces if (sum_ := SUM.match(piece))]

    assert len(sums) == sum(" = " in piece for piece in pieces)
    assert bool(sums) != found.empty
    for expression, result in sums:
        assert worked_out(expression) == pytest.approx(float(result), abs=ROUNDED), expression


@settings(max_examples=60)
@given(answered)
def test_every_figure_of_the_charts_has_a_sum(answers):
    """Score, range and target of each dimension; exposure and range of each failure factor."""
    found, working = shown(answers)
    assume(not found.empty)
    by_dimension = table(working, "Working by dimension")
    targets = table(working, "Working of the targets")
    for name, (score, range_, target) in table(xml(regions.picture(found))).items():
        of_score, _, of_range, _ = by_dimension[name]
        assert score in (last(of_score), "not answered yet", "we don’t know", "does not apply")
        assert score[0].isdigit() or of_score.startswith(score)
        assert range_ == " to ".join(last(end) for end in of_range.split(" to "))
        assert target == last(targets[name][0]) or "the usual rung" in targets[name][0]
    exposures = table(working, "Working by failure factor")
    for name, (value, range_) in table(xml(regions.exposure(found))).items():
        of_value, of_range = exposures[name]
        assert near(value, SUM.match(of_value)[2])
        if of_range != "all known":
            assert all(map(near, range_.split(" to "), map(last, of_range.split(" to "))))


@settings(max_examples=60)
@given(answered)
def test_the_figures_of_the_programme_have_a_sum(answers):
    """Level, score, their ranges and the cap; the way up and the time left."""
    found, working = shown(answers)
    result, lines = found.result, [text(item) for item in working.iter("li")]
    if found.empty:
        assert [] == lines
        return
    score, _, level, *ranges = lines
    assert near(f"{100 * result.score}", last(score))
    assert str(result.level) == last(level)
    if result.score_range[1] - result.score_range[0] > 1e-9:
        for line, ends in zip(ranges[:2], (result.score_range, result.level_range), strict=True):
            got = [float(last(end)) for end in line.rpartition(": ")[2].split(" to ")]
            assert got == pytest.approx(ends, abs=ROUNDED)
    said = text(working)
    if found.way and found.way.climb:
        after = table(xml(regions.climb(found)))
        scored = last(text_after(said, "Programme score"))
        assert f"Modelled: score {number(result.score)} to {scored} of 4" in said
        assert after["Level"][1][0] == last(text_after(said, "Programme level"))
        assert f"{found.way.climb.steps}. Modelled: score" in said
    left = sum(1 for _ in found.open_practices())
    assert (f"{left} × {SECONDS} / 60 = " in said) == bool(left)


def text_after(said: str, words: str) -> str:
    """The last sentence that begins with some words, up to its sum."""
    return SUM.search(said.rpartition(words)[2].partition(": ")[2])[0]


@settings(max_examples=40)
@given(answered)
def test_what_scoring_again_finds_has_a_sum(answers):
    """Each recommendation's gain, and what each unknown answer decides."""
    found, working = shown(answers)
    advised = table(working, "Working of the recommendations")
    assert [curly(item.advice.title) for item in found.advised] == list(advised)
    for item in found.advised:
        raises, figures, _, programme, exposure = advised[curly(item.advice.title)]
        score, level = (last(part) for part in programme.split("; "))
        assert level == str(item.level[1])
        assert near(f"{100 * item.score[1]}", score)
        assert figures == modelled(MODEL, item)
        assert len(item.changes) + len(item.quick_changes) == raises.count(" to ") - said_to(item)
        best = eased(item)
        assert near(f"{100 * item.exposure[best][1]}", last(exposure)) if best else exposure == "–"
    for item, cells in zip(
        found.deciding_first, table(working, "Working of what is not known").values(), strict=True
    ):
        for filling, cell in zip((item.low, item.high), cells, strict=True):
            assert level_name(MODEL, filling.level).startswith(last(cell))


def said_to(item) -> int:
    """How often the names of what a recommendation raises say "to" themselves."""
    ids = [*item.changes, *item.quick_changes]
    names = (MODEL.practice[id].statement if id in MODEL.practice else "" for id in ids)
    return sum(name.count(" to ") for name in names)


def near(hundredths: str, value: str) -> bool:
    """Whether a figure out of 100 is the value of a sum with two decimals."""
    return abs(float(NUMBER.search(hundredths)[0]) - 100 * float(value)) <= 1.0
