"""What a sentence rests on: there without scripts and colours, by keyboard and by touch."""

import pytest
from playwright.sync_api import expect

PAGE = "structures/internal-market/"
RING = "e => getComputedStyle(e, '::before').borderTopStyle"


@pytest.fixture
def plain(browser, root):
    """A page for reading in a browser without scripts, with few colours, under a thumb."""
    context = browser.new_context(java_script_enabled=False, forced_colors="active", has_touch=True)
    page = context.new_page()
    page.goto(root + PAGE)
    yield page
    context.close()


def test_a_ring_says_that_it_is_ours(plain):
    """Heard as words, drawn as a line, told by a card at the keyboard's place, and by a legend."""
    heading = plain.locator("h2:has(.kam-cite--judgement)").first
    ring = heading.get_by_role("link", name="our judgement")
    card = heading.get_by_role("note")

    assert "solid" == ring.evaluate(RING)
    expect(card).to_be_hidden()
    ring.focus()
    expect(card).to_contain_text("In this section, whatever names no source is ours.")
    expect(plain.locator(".kam-legend")).to_contain_text("marks our own judgement")


def test_a_thumb_opens_the_card_of_a_source(plain):
    """The first tap tells who, what kind and how much we read; the page stays."""
    cited = plain.locator(".kam-cite:not(.kam-cite--judgement)").first
    cited.tap()

    expect(cited.get_by_role("note")).to_contain_text("We read:")
    assert plain.url.endswith(PAGE)


def test_paper_has_ring_and_legend(plain):
    """Both are printed, and no card lies over the text."""
    plain.emulate_media(media="print")

    expect(plain.locator("h2 .kam-cite--judgement").first).to_be_visible()
    expect(plain.locator(".kam-legend")).to_be_visible()
    expect(plain.locator(".kam-cite__card").first).to_be_hidden()
