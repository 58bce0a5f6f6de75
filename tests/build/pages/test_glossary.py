"""Terms are linked to the glossary at their first use, and nowhere else."""

import pytest

from build_tools import ROOT
from build_tools.pages.generated import pages
from build_tools.pages.glossary import entries, link, terms
from build_tools.site.publish import written

KNOWN = {term.entry for term in terms()}


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("A bow-tie, then a bow-tie.", "A [bow-tie](../glossary.md#bow-tie), then a bow-tie."),
        ("Bow-ties break.", "[Bow-ties](../glossary.md#bow-tie) break."),
        ("# A bow-tie\n\nText.", "# A bow-tie\n\nText."),
        ("| bow-tie |", "| bow-tie |"),
        ("See [the bow-tie](x.md).", "See [the bow-tie](x.md)."),
        ("`bow-tie` is code", "`bow-tie` is code"),
        ("```\nbow-tie\n```\nbow-tie", "```\nbow-tie\n```\n[bow-tie](../glossary.md#bow-tie)"),
        ("a bow-tied man", "a bow-tied man"),
        ("sama is no name", "sama is no name"),
        ("SAMA is", "[SAMA](../glossary.md#sama) is"),
        (
            "Linked [here](../glossary.md#bow-tie), so this bow-tie is not.",
            "Linked [here](../glossary.md#bow-tie), so this bow-tie is not.",
        ),
    ],
)
def test_link(text, linked):
    """Running text is linked once; headings, tables, links and code are left alone."""
    assert linked == link(text, "start/page.md", KNOWN)


def test_glossary_itself_and_unknown_entries_are_left_alone():
    """The glossary does not link to itself, nor a page to an entry that is not there."""
    assert link("A bow-tie.", "glossary.md", KNOWN) == "A bow-tie."
    assert link("A bow-tie.", "start/page.md", set()) == "A bow-tie."


def test_entries_are_headings_with_an_id():
    """An entry is a third-level heading that names its id."""
    page = "# Glossary\n\n### Bow-tie { #bow-tie }\n\nText.\n\n## A { #a }\n"

    assert {"bow-tie"} == entries({"glossary.md": page})


@pytest.fixture(scope="module")
def linked(guide):
    """Every page of this checkout as it is drawn, with its terms linked, by address."""
    by_hand = written(ROOT / "docs")
    known = entries(by_hand)
    return {a: link(text, a, known) for a, text in (by_hand | pages(guide, by_hand)).items()}


@pytest.mark.parametrize(
    ("address", "met"),
    [
        ("quick-scan.md", ("level",)),
        ("assessment.md", ("level", "exposure", "practice", "dimension")),
        ("team.md", ("rung",)),
        ("dimensions/index.md", ("dimension", "critical-dimension")),
        ("dimensions/delivery-on-board.md", ("level",)),
        ("dimensions/overview.md", ("rung",)),
        ("practices/index.md", ("dimension", "critical-dimension", "level")),
    ],
)
def test_words_of_our_own_are_told_where_first_met(linked, address, met):
    """Whoever meets a word of the model on a tool or at the head of the model is led to it."""
    assert [] == [term for term in met if f"glossary.md#{term})" not in linked[address]]


def test_the_mark_of_a_critical_dimension_is_told_on_its_practices(linked, guide):
    """No practice shows the mark alone."""
    told = "[critical dimension](../glossary.md#critical-dimension)&nbsp;◆"
    marked = {p.id: d.critical for d in guide.model.dimensions for p in d.practices}

    assert set(marked.values()) == {True, False}
    assert marked == {id: told in linked[f"practices/{id}.md"] for id in marked}
