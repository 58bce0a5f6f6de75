"""The papers to take along: their files are read strictly, and every form says the same."""

import re
import shutil
from dataclasses import replace

import pytest
import yaml

from build_tools import ROOT
from build_tools.papers import pages
from build_tools.papers.load import PaperError, check_pages, load
from build_tools.papers.paper import STATES, Heading, Label, Table
from build_tools.papers.sheet import sheet
from build_tools.site.publish import written
from build_tools.text.markdown import title
from tests.support.case_files import cases, edit

MODEL = ROOT / "docs" / "model"


@pytest.fixture(scope="module")
def papers(guide):
    """Our papers."""
    return load(MODEL, guide.model.practice.keys())


@pytest.fixture(scope="module")
def by_hand():
    """The pages written by hand."""
    return written(ROOT / "docs")


@pytest.mark.parametrize("case", cases("bad_papers"))
def test_messages(case, guide, tmp_path):
    """The loader says exactly this, all of it in one run, each with its line (which may move)."""
    folder = shutil.copytree(MODEL / "papers", tmp_path / "papers")
    edit(folder, case["change"])
    mistakes = ()
    try:
        load(tmp_path, guide.model.practice.keys())
    except PaperError as error:
        mistakes = error.mistakes

    assert sorted(case["expected"]) == sorted(str(replace(one, line=None)) for one in mistakes)
    assert all(one.line or one.file.endswith("figures.yaml") for one in mistakes)


def test_no_papers_are_none(guide, tmp_path):
    """A model without papers has none, and no page of them."""
    assert () == load(tmp_path, guide.model.practice.keys())
    assert {} == pages.pages((), {})


def test_a_page_that_goes_stops_the_build(papers, by_hand):
    """Who takes away or renames a page is told which paper names it, and what to do."""
    gone = {address: text for address, text in by_hand.items() if address != "implement/pilot.md"}
    with pytest.raises(PaperError) as stopped:
        check_pages(papers, gone)

    assert (
        "docs/model/papers/pilot-report.yaml: needed_on: the page “implement/pilot.md” is not "
        "there (any more); name the page on which the need comes up now, or take the line out"
    ) in str(stopped.value).splitlines()


def test_each_paper_has_its_page(papers, by_hand):
    """Each stands in the list and on a page: the example first, then the form, and ways on."""
    made = pages.pages(papers, by_hand)
    listed = re.findall(r"^- \[[^]]+\]\(([\w-]+)\.md\)", made["papers/index.md"], re.MULTILINE)

    assert [paper.id for paper in papers] == listed
    for paper in papers:
        text = made[f"papers/{paper.id}.md"]
        assert paper.title == title(text)
        assert re.search(r"^# .+\n\n.+\. For ", text, re.MULTILINE)
        assert text.index("kam-sheet-example") < text.index("kam-sheet-empty")
        for state in STATES:
            assert f"({paper.file(state).removeprefix('papers/')})" in text
        for way in ("**Do:**", "**Answer:**", "**Read:**"):
            assert text.rpartition("## Next")[2].count(way) == 1


def test_the_form_gives_no_example_away(papers):
    """Nobody of the invented firm, and none of its figures, stands in an empty form."""
    people = re.compile("Marlowick|Ostrel|Ines|Achterberg|Helen|Whitlock|Reuter|£")
    for paper in papers:
        assert None is people.search(sheet(paper, "empty")), paper.id
        assert people.search(sheet(paper, "example")), paper.id


def test_where_the_need_comes_up(papers, by_hand):
    """The line that leads to a paper stands before what comes next on the page."""
    taken = pages.taken_along(papers)
    for address, lines in taken.items():
        text = pages.with_papers(by_hand[address], lines)
        above, _, below = text.rpartition("## Next")
        assert lines.strip() in above, address
        assert below.strip(), address
        assert "**Take it along:**" not in below
    assert "](../papers/pilot-report.md)" in taken["implement/pilot.md"]


def test_a_page_without_a_next_ends_with_its_papers():
    """A page that leads nowhere else leads to its papers at its end; without any it stays."""
    assert "# A\n\nb\n\nc\n" == pages.with_papers("# A\n\nb\n", "c\n")
    assert "# A\n\nb\n" == pages.with_papers("# A\n\nb\n", "")


def test_the_account_profit_adds_up(papers):
    """The statement's own lines give its totals: added up here from what a reader sees."""
    found = next(paper for paper in papers if paper.id == "account-profit")
    table = next(block for block in found.example if isinstance(block, Table) and block.sums)
    seen = [int(row[1].replace(",", "")) for row in table.rows]

    assert seen[3] == seen[0] - seen[1] - seen[2]
    assert seen[5] == seen[3] - seen[4]
    assert seen[13] == seen[5] - sum(seen[6:13])


def test_the_page_on_account_profit_tells_the_same(papers):
    """What the guide works through is the account of the paper, in coarser steps."""
    sums = yaml.safe_load((MODEL / "sums.yaml").read_text(encoding="utf-8"))
    told = {one["id"]: one["value"] for one in sums if "value" in one}
    found = next(paper for paper in papers if paper.id == "account-profit")
    table = next(block for block in found.example if isinstance(block, Table) and block.sums)
    seen = [int(row[1].replace(",", "")) for row in table.rows]

    assert seen[3:5] == [told["account-net"], told["account-goods"]]
    assert seen[6] == told["account-people"]
    assert sum(seen[7:9]) == told["account-promises"]
    assert seen[9] + seen[12] == told["account-trouble"]
    assert sum(seen[10:12]) == told["account-money"]


def test_the_business_case_adds_up(papers):
    """Each year's return and the three together follow from the lines above them."""
    found = next(paper for paper in papers if paper.id == "business-case")
    table = next(block for block in found.example if isinstance(block, Table) and block.sums)
    years = [[int(cell.replace("−", "-")) for cell in row[1:]] for row in table.rows]

    assert years[3] == [a - b - c for a, b, c in zip(*years[:3], strict=True)]
    assert all(sum(row[:3]) == row[3] for row in years)


def test_parts_are_named(papers):
    """Every cell of a label and every heading has words; every table has as many as its head."""
    for paper in papers:
        for state in STATES:
            for block in paper.blocks(state):
                if isinstance(block, Heading):
                    assert block.text.strip()
                if isinstance(block, Table):
                    assert all(len(row) == len(block.widths) for row in block.rows)
                    assert all(c.text for row in block.rows for c in row if isinstance(c, Label))
