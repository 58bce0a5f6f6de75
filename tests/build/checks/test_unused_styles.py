"""Rules of our style sheets that nothing can match are found, and no others."""

import pytest

from build_tools.checks.unused_styles import check

SOURCES = {
    "widgets/one.py": 'f"kam-chart kam-chart__{part} kam-{kind}" "theirs" "bar"',
    "docs/page.md": "## How to answer, now\n",
    "docs/assets/javascripts/host.js": 'made("span", { className: "kam-said" })',
}


@pytest.fixture
def wrong(tmp_path):
    """What is wrong with a style sheet of the project above."""
    for name, text in SOURCES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    def found(css):
        (tmp_path / "docs/assets/stylesheets").mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs/assets/stylesheets/a.css").write_text(css)
        return check(tmp_path)

    return found


@pytest.mark.parametrize(
    "selector",
    [
        ".kam-chart",
        "p:has(> .kam-said)",
        ".kam-chart__bar--theirs",
        ".kam-theirs",
        "#how-to-answer-now",
        ".md-typeset .admonition-title",
        ".md-search-result__item",
    ],
)
def test_what_a_source_says_may_have_a_rule(wrong, selector):
    """Whole or put together, in Python, a script, a heading, the theme or by Markdown."""
    assert [] == wrong(f"@media print {{ {selector} {{ margin: 0.5em; color: #fff; }} }}")


@pytest.mark.parametrize("name", ["kam-chart__dot", "kam-gone", "md-path"])
def test_a_rule_for_what_nobody_says_is_a_mistake(wrong, name):
    """Its place is told, also within another rule; a part of the theme that no page has is gone."""
    css = f".kam-chart {{\n  .{name} {{ margin: 0 }} }}"
    mistake = f"docs/assets/stylesheets/a.css:2: no page, widget or script has “{name}”"

    assert [f"{mistake}; take the rule out"] == wrong(css)
