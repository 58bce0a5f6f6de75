"""The fit table and the reasons behind its cells: whole, linked, and readable without colour."""

import re

import pytest

from build_tools import ROOT
from build_tools.pages.generated import pages
from build_tools.text import wording

CELL = re.compile(
    r'data-fit="(-?\d)" href="([\w-]+)/#([\w-]+)">([^<]+)<span [^>]+ aria-label="([^"]+)"'
)
HEADING = re.compile(r"^## (.+): (\S+) \{ #([\w-]+) \}$", re.MULTILINE)


@pytest.fixture(scope="module")
def made(guide):
    """The pages of the fit table, by the name of their file."""
    found = pages(guide).items()
    return {a.rpartition("/")[2]: text for a, text in found if a.startswith("structures/table/")}


def test_every_cell_is_in_the_table(made, structures):
    """Every cell, with number, sign and what it rests on, and a link to its reason."""
    shown = {
        (option, criterion): (int(fit), words, basis)
        for fit, option, criterion, words, basis in CELL.findall(made["index.md"])
    }

    assert shown == {
        (option.id, id): (cell.fit, wording.signed(cell.fit), wording.BASES[cell.basis])
        for option in structures.options
        for id, cell in option.cells.items()
    }


def test_every_cell_has_its_reason(made, structures, guide):
    """Under the anchor of each cell: fit, basis, our reason where facts do not give it, facts."""
    criteria = structures.criterion
    for option in structures.options:
        page = made[f"{option.id}.md"]
        parts = HEADING.split(page)[1:]
        assert [c.id for c in structures.criteria] == parts[2::4]
        for id, printed, text in zip(parts[2::4], parts[1::4], parts[3::4], strict=True):
            cell = option.cells[id]
            assert printed == wording.signed(cell.fit)
            assert wording.FITS[cell.fit] in text
            for question in criteria[id].asks:
                assert wording.plain(structures.question[question].high) in text
            assert wording.BASES[cell.basis].capitalize() in text
            assert ("[=judgement]" in text) is (cell.basis != "facts")
            assert cell.because is None or wording.plain(cell.because) in text
            printable = [f for f in cell.facts if guide.evidence.fact[f].printable]
            assert all(f"[={fact}]" in text for fact in printable)
            assert cell.basis == "judgement" or printable


def test_every_direction_gives_its_reason(structures):
    """Each fit but 0 says why, ours or what a fact says; a fit of 0 claims no direction."""
    for option in structures.options:
        for cell in option.cells.values():
            assert bool(cell.because) is (cell.fit != 0)


def test_a_reason_stands_after_an_answer(structures):
    """The page for a board prints it there: short, a sentence, one of its own in each form."""
    for option in structures.options:
        said = [cell.because for cell in option.cells.values() if cell.because]
        assert len(said) == len(set(said))
        for words in said:
            assert len(words.split()) <= 20
            assert words[0].isupper()
            assert words.endswith(".")
            assert "E0" not in words


def test_what_a_fact_says_is_not_called_ours(made):
    """Under a cell that rests on facts alone the reason stands without our mark."""
    page = made["diamond-team.md"]
    joint = HEADING.split(page)
    text = joint[joint.index("co-creation") + 1]

    assert "Team selling raises joint solutions" in text
    assert "[=judgement]" not in text


def test_points_follow_the_rules(made):
    """What an answer adds: answer times fit, and both rules that bend this."""
    diamond = dict(zip(*[iter(_points(made["diamond-team.md"]))] * 2, strict=True))

    assert diamond["complex-offer"] == "−4 · −2 · 0 · +2 · +4"
    assert diamond["lasting-top-commitment"] == "−4 · −2 · 0 · +2 · +4"
    assert diamond["price-buyers"] == "+2 · +1 · 0 · −2 · −4"
    sales = dict(zip(*[iter(_points(made["segment-sales.md"]))] * 2, strict=True))
    assert sales["lasting-top-commitment"] == "0 · 0 · 0 · −1 · −2"


def _points(page: str) -> list[str]:
    found = re.findall(
        r"\{ #([\w-]+) \}(?:(?!\n## ).)*?answers −2 to \+2: (.+?)\.\n", page, re.DOTALL
    )
    return [word for pair in found for word in pair]


def test_the_page_says_where_it_stands(made, structures):
    """The criteria are explained with both ends, and the counts of bases add up."""
    page = made["index.md"]
    counts = [
        int(n)
        for n in re.search(
            r"Of (\d+) cells, (\d+) .* (\d+) on facts and .* (\d+) on our .*; (\d+) claim", page
        ).groups()
    ]

    assert counts[0] == sum(counts[1:]) == len(structures.options) * len(structures.criteria)
    for criterion in structures.criteria:
        assert f"{{ #{criterion.id} }}" in page
        for id in criterion.asks:
            asked = structures.question[id]
            assert all(wording.plain(w) in page for w in (asked.question, asked.low, asked.high))


def test_every_companion_has_its_place(guide, structures):
    """The page of companions has each with its words, and under it every form that it may join."""
    page = pages(guide)["structures/companions.md"]
    parts = re.split(r"^## .+ \{ #([\w-]+) \}$", page, flags=re.MULTILINE)[1:]

    assert [one.id for one in structures.add_ons] == parts[::2]
    for one, text in zip(structures.add_ons, parts[1::2], strict=True):
        for words in (one.definition, one.have_as, one.first_step, one.cost, one.fails):
            assert wording.plain(words) in text
        assert set(one.joins) == set(re.findall(r"\]\(([\w-]+)\.md\)", text.split("## ")[0])) - {
            "index",
            "usual-repairs",
        }
        printable = [f for f in one.facts if guide.evidence.fact[f].printable]
        assert all(f"[={fact}]" in text for fact in printable)


def test_the_structures_lead_to_the_table(structures):
    """Each structure's page, the page of all, and the page on method link to it."""
    docs = ROOT / "docs"
    for option in structures.options:
        page = (docs / f"structures/{option.id}.md").read_text(encoding="utf-8")
        assert f"(table/{option.id}.md)" in page
    assert "(table/index.md)" in (docs / "structures/index.md").read_text(encoding="utf-8")
    method = (docs / "method/choosing.md").read_text(encoding="utf-8")
    assert "(../structures/table/index.md)" in method


@pytest.mark.parametrize(("value", "words"), [(2, "+2"), (0, "0"), (-0.5, "−0.5"), (-2.0, "−2")])
def test_signed(value, words):
    """A sign before every number but nought, and a true minus."""
    assert words == wording.signed(value)
