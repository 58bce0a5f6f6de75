"""Design tokens: what has no style sheet beside it takes its colours from the same file."""

import ast
import re

import pytest

from build_tools.site.policy import LOST
from build_tools.site.tokens import light, standing_alone, tokens
from tests.support.sources import nodes

OF_ITS_OWN = {"#c4c6c0": "lines of tables in a report, which a wiki's own ground may swallow"}
"""Colours that are no token, with the reason."""


def test_css_takes_along_what_it_uses():
    """Each token once and no other; a name that does not exist is refused."""
    css = (
        "a { color: var(--kam-ink); } b { color: var(--kam-ink); outline-color: var(--kam-focus) }"
    )
    head, rest = standing_alone(css).split("\n", 1)

    assert css == rest
    assert ["--kam-ink", "--kam-focus"] == re.findall(r"--kam-[a-z]+", head)
    assert tokens()["--kam-ink"] in head
    with pytest.raises(LookupError):
        standing_alone("a { color: var(--kam-mauve) }")


def test_light_is_a_colour():
    """As it is on paper; a size is no colour."""
    assert "#1b2127" == light("ink")
    with pytest.raises(LookupError):
        light("target")


def test_the_lost_page_has_every_token_that_it_names():
    """It stands alone, so what it uses is written in it."""
    style = LOST["style"]
    assert set(re.findall(r"var\((--[\w-]+)\)", style)) == set(re.findall(r"(--[\w-]+):", style))


def test_no_colour_in_python_is_another():
    """Pictures, reports and workbooks carry the site's colours on paper, and say no others."""
    ours = {light(name.removeprefix("--kam-")) for name, value in tokens().items() if "#" in value}
    strange = {
        f"{package}/{file}: {colour}"
        for package in ("widgets", "build_tools")
        for file, node in nodes(package)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for colour in re.findall(r"#[0-9a-fA-F]{6}\b", node.value)
        if colour.lower() not in {*ours, *OF_ITS_OWN, "#ffffff"}
    }
    assert set() == strange
