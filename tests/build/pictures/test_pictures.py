"""Figures as files: each stands alone, in its own colours, and says in a table what it shows."""

import re
from html import unescape
from io import BytesIO
from unittest.mock import Mock

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from build_tools import ROOT
from build_tools.figures import FIGURES
from build_tools.figures.shapes import MARK_TITLE
from build_tools.pictures import drawn, pages, painted, said
from build_tools.site import tokens
from build_tools.site.preview_images import typefaces

SHEET = (ROOT / "docs/assets/stylesheets/figures.css").read_text(encoding="utf-8")


UNSHOWN = {"levels-staircase"}
"""Figures that a tool may show, and no page does."""


@pytest.fixture(scope="module")
def by():
    """The rules of our sheet, in the colours of paper."""
    return drawn.rules(SHEET, tokens.on_paper())


@pytest.mark.parametrize("slug", FIGURES)
def test_a_drawing_needs_no_style_sheet(slug, by):
    """No class and no token is left; every word has its colour and its size; it says its name."""
    figure = str(FIGURES[slug]())
    alone = drawn.alone(figure, by)
    text = drawn.text(alone)

    assert "class=" not in text
    assert "var(" not in text
    assert {"title", "desc"} <= {part.tag for part in alone}
    words = [part.attrib for part in alone if part.tag == "text"]
    assert all({"fill", "font-size"} <= said.keys() for said in words)
    assert text.startswith(f'<svg xmlns="{drawn.SVG}"')


def test_what_no_picture_can_draw_is_refused(by):
    """A new kind of part must be taught to the painter first."""
    figure = '<svg viewBox="0 0 9 9" aria-labelledby="a"><image href="x"></image></svg>'
    with pytest.raises(drawn.PictureError, match="image: is no part of a picture; a drawing has"):
        drawn.alone(figure, by)


def test_later_and_closer_rules_win(by):
    """As in a browser: a part's own variant over the part, two classes over one."""
    small = drawn.alone(str(FIGURES["the-road"]()), by)
    sizes = {part.text: part.attrib for part in small if part.tag == "text"}

    assert ("13", tokens.light("ours")) == (
        sizes["It runs while a key person is away."]["font-size"],
        sizes["It runs while a key person is away."]["fill"],
    )
    assert "650" == sizes["Scoping"]["font-weight"]


def test_each_figure_has_a_page_and_two_files(site):
    """At its lasting address; the picture has twice the units of the drawing, on paper."""
    slugs = {path.parent.name for path in (site / "g").glob("*/index.html")}

    assert FIGURES.keys() - UNSHOWN <= slugs
    assert {"judged-and-measured", "spread-of-answers"} <= slugs  # charts that a command writes
    for slug in slugs:
        picture = Image.open(BytesIO((site / f"g/{slug}.png").read_bytes()))
        assert (site / f"g/{slug}.svg").is_file()
        assert 2 * (400 + 2 * drawn.MARGIN) == picture.width
        assert tokens.light("paper") == "#" + bytes(picture.convert("RGB").getpixel((1, 1))).hex()


def test_every_letter_has_a_shape(site):
    """A sign that the typeface lacks would be an empty box in a picture."""
    with TTFont(BytesIO(typefaces(ROOT / "node_modules").sans)) as face:
        known = {chr(point) for point in face.getBestCmap()}
    for path in sorted((site / "g").glob("*.svg")):
        texts = re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text("utf-8"))
        assert set() == set(unescape("".join(texts))) - known, path


def test_a_figure_leads_to_its_own_page(site):
    """From where it stands; and from there back to where it stands."""
    there = (site / "implement/the-road/index.html").read_text(encoding="utf-8")
    own = (site / "g/the-road/index.html").read_text(encoding="utf-8")

    assert 'href="../../g/the-road/">To copy</a> <a class="headerlink"' in there
    assert 'href="../../implement/the-road/#figure-the-road"' in own
    assert MARK_TITLE in own


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("One thing.", [(said.WHOLE, "One thing.")]),
        ("A plan. Scoping: Is it? Gate: Yes; a day.", [
            (said.WHOLE, "A plan."), ("Scoping", "Is it?"), ("Gate", "Yes; a day."),
        ]),
        ("Quill &amp; Hart: judged 1; Lumen: judged 2.", [
            ("Quill & Hart", "judged 1"), ("Lumen", "judged 2."),
        ]),
    ],
)  # fmt: skip
def test_a_part_that_is_named_has_a_line(words, lines):
    """What stands before a colon is the part; the caption comes last."""
    mark = '<a class="headerlink">¶</a>'
    figure = f"<figure><desc>{words}</desc><figcaption>So it is. {mark}</figcaption></figure>"

    assert [*lines, ("How to read it", "So it is.")] == said.lines(figure)


def test_a_picture_is_painted_once(tmp_path, by, monkeypatch):
    """One that is kept is not painted anew; in another typeface it is another picture."""
    shown = {"rooms": pages.Shown(str(FIGURES["bow-tie"]()), "x.md", "X")}
    painter = Mock(return_value=b"a picture")
    monkeypatch.setattr(painted, "png", painter)

    first = pages.files(shown, by, b"one", tmp_path)
    assert first == pages.files(shown, by, b"one", tmp_path)
    assert 1 == painter.call_count

    pages.files(shown, by, b"other", tmp_path)
    assert 2 == painter.call_count


def test_a_typeface_is_as_bold_as_asked():
    """The source holds all weights: words in bold take more room, at any size."""
    source = typefaces(ROOT / "node_modules").sans
    plain, bold = (painted.typeface(source, weight, 40) for weight in painted.WEIGHTS)

    assert plain.getlength("Key accounts") < bold.getlength("Key accounts")
    assert bold is painted.typeface(source, painted.WEIGHTS[1], 40)
