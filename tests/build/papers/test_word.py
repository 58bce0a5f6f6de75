"""The Word files: real styles, the same bytes each time, and the sheets that they promise."""

import io
import re
import subprocess
import zipfile

import docx
import pytest

from build_tools import ROOT
from build_tools.papers import word
from build_tools.papers.load import load
from build_tools.papers.paper import STATES, Heading, Label, Table, Words
from build_tools.setup import SYSTEM, found

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGE = re.compile(rb"/Type\s*/Page\b")
MM = 36_000
"""In the units of the library."""


@pytest.fixture(scope="module")
def papers(guide):
    """Our papers."""
    return load(ROOT / "docs" / "model", guide.model.practice.keys())


@pytest.fixture(scope="module")
def files(papers):
    """Each paper's files, by paper and state."""
    return {(paper.id, state): word.word(paper, state) for paper in papers for state in STATES}


def test_the_same_bytes_each_time(papers, files):
    """A file made anew, from a base made anew, is the same; it tells no day of its making."""
    word._base.cache_clear()
    paper = papers[0]

    assert files[paper.id, "example"] == word.word(paper, "example")
    with zipfile.ZipFile(io.BytesIO(files[paper.id, "example"])) as packed:
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in packed.infolist()}


def test_what_a_file_says_of_itself(papers, files):
    """Title, language, A4 and margins; headings and heads of tables are marked as such."""
    for paper in papers:
        for state in STATES:
            file = docx.Document(io.BytesIO(files[paper.id, state]))
            section = file.sections[0]
            heads = [
                block for block in paper.blocks(state) if isinstance(block, Table) and block.head
            ]
            headings = [block.text for block in paper.blocks(state) if isinstance(block, Heading)]

            assert file.core_properties.title.startswith(paper.title)
            assert "en-GB" == file.core_properties.language
            assert {"en-GB"} == {one.get(f"{W}val") for one in file.styles.element.iter(f"{W}lang")}
            assert (210, 297) == (round(section.page_width / MM), round(section.page_height / MM))
            assert "Title" == file.paragraphs[0].style.name
            assert headings == [p.text for p in file.paragraphs if p.style.name == "Heading 1"]
            assert len(heads) == len(list(file.element.body.iter(f"{W}tblHeader")))


def test_every_word_arrives(papers, files):
    """What the page shows stands in the file, in its order and in the cell where it belongs."""
    for paper in papers:
        for state in STATES:
            file = docx.Document(io.BytesIO(files[paper.id, state]))
            tables = [
                [[cell.text for cell in row.cells] for row in table.rows] for table in file.tables
            ]
            blocks = paper.blocks(state)
            told = [block.text for block in blocks if isinstance(block, Words)]
            shown = [p.text for p in file.paragraphs if p.style.name in ("Normal", "List Bullet")]

            assert tables == [_cells(block) for block in blocks if isinstance(block, Table)]
            assert [text for text in told if text in shown] == [text for text in shown if text]


def _cells(table):
    head = [list(table.head)] if table.head else []
    return head + [[_said(cell) for cell in row] for row in table.rows]


def _said(cell):
    if not isinstance(cell, Label):
        return cell
    return f"{cell.text}\n{cell.hint}" if cell.hint else cell.text


@pytest.mark.slow
def test_an_office_opens_them(papers, files, tmp_path):
    """LibreOffice opens every file, in one go, and each fills no more sheets than its page says.

    Slow by nature: an office starts, once.
    """
    names = {(paper.id, state): f"{paper.id}-{state}" for paper in papers for state in STATES}
    for key, name in names.items():
        (tmp_path / f"{name}.docx").write_bytes(files[key])
    office = found(SYSTEM["libreoffice-writer-nogui"])
    assert office, "make setup-test installs it"
    own = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, "--headless", own, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    command += [str(tmp_path / f"{name}.docx") for name in names.values()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    sheets = {
        key: len(PAGE.findall((tmp_path / f"{name}.pdf").read_bytes()))
        for key, name in names.items()
    }

    assert {(p.id, state): p.sheets for p in papers for state in STATES} == sheets
