"""The widget block: what it asks for, and that a widget is drawn once however often it stands."""

import pytest
from markdown import Markdown
from pymdownx.superfences import SuperFencesException

from build_tools.checks.widget_blocks import in_page
from build_tools.pages.fence import Block, Fence, parse
from tests.support.ours import our_guide
from widgets.core.page.frame import WidgetError

BLOCK = "```widget\nquick-scan\n```\n"


@pytest.fixture
def fence():
    """The widgets of one build."""
    return Fence(our_guide().model)


def page(markdown, fence):
    """`markdown` as the site makes a page of it."""
    fences = {"pymdownx.superfences": {"custom_fences": [fence.custom_fence()]}}
    return Markdown(extensions=["pymdownx.superfences"], extension_configs=fences).convert(markdown)


def test_name_and_options_are_read():
    """Blank lines and the spaces around an option say nothing."""
    asked = Block("questions", (("dimension", "delivery-on-board"),))

    assert asked == parse("questions\n\n  dimension :  delivery-on-board \n")


def test_what_is_no_option_is_refused():
    """A line that is neither name nor option stops the page."""
    with pytest.raises(WidgetError, match="“dimension” is no option; write “name: value”"):
        parse("questions\ndimension\n")


def test_checking_and_two_pages_share_one_drawing(fence):
    """The check of a page draws what the page then shows; another page shows the same object."""
    assert [] == list(in_page(BLOCK, "docs/x.md", fence))
    drawn = fence.draw("quick-scan")

    assert drawn is fence.draw("quick-scan\n")
    assert drawn in page(BLOCK, fence)
    assert fence.draw("questions\ndimension: delivery-on-board") != drawn


def test_a_widget_is_no_paragraph(fence):
    """The element stands beside paragraphs, not in one."""
    assert "<p><kam-widget" not in page(f"Before.\n\n{BLOCK}\nAfter.\n", fence)


def test_what_no_check_saw_stops_the_page(fence):
    """A block that cannot be drawn is never left out in silence."""
    with pytest.raises(SuperFencesException, match="widget block: there is no widget “nobody”"):
        page("```widget\nnobody\n```\n", fence)


def test_each_block_that_cannot_be_drawn_is_told_by_its_line(fence):
    """Front matter counts; a block of another language is none of ours."""
    text = (
        "---\ntitle: X\n---\n\n```widget\nnobody\n```\n\n```yaml\nwidget\n```\n\n```widget\n```\n"
    )
    found = list(in_page(text, "docs/x.md", fence))

    assert ["docs/x.md:5", "docs/x.md:13"] == [line.partition(": ")[0] for line in found]
