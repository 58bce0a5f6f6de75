"""Papers to take along: printed on the sheets that they promise, and copied with their tables."""

import re

import pytest
from playwright.sync_api import expect

from build_tools import ROOT
from build_tools.papers.load import load
from tests.support.ours import our_guide

PAGE = re.compile(rb"/Type /Page\n")


@pytest.fixture(scope="module")
def papers():
    """Our papers."""
    return load(ROOT / "docs" / "model", our_guide().model.practice.keys())


def test_print(page, root, papers):
    """A page prints its example and its empty form alone, each on as many sheets as it says."""
    for paper in papers:
        page.goto(f"{root}papers/{paper.id}/")
        sheets = len(PAGE.findall(page.pdf(format="A4")))

        assert (paper.id, 2 * paper.sheets) == (paper.id, sheets)


def test_copy(context, page, root):
    """The form is on the clipboard as text and as a table with its lines."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{root}papers/account-profit/")
    page.get_by_role("button", name="Copy the form").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    read = "navigator.clipboard.read().then(([item]) => item.getType('{}')).then((b) => b.text())"
    rich, plain = (page.evaluate(read.format(kind)) for kind in ("text/html", "text/plain"))

    assert 'border="1"' in rich
    assert "<th" in rich
    assert "Profit after the cost to serve" in plain
    assert "Marlowick" not in rich + plain


def test_copy_without_a_clipboard(page, root):
    """Where the page has no clipboard, the form is copied by way of a selection, or selected."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{root}papers/account-profit/")
    page.get_by_role("button", name="Copy the example").click()
    expect(page.locator(".kam-sheet__copy [role=status]").first).to_have_text(
        re.compile("^(Copied|The text is selected)")
    )

    assert "Marlowick Foods" in page.evaluate("getSelection().toString()")


def test_files_arrive(page, root):
    """The buttons under the title give the Word files."""
    page.goto(f"{root}papers/handover-record/")
    for name in ("The form for Word", "The example for Word"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename.endswith(".docx")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_leads_to_its_papers(page, root, width):
    """The line where the need comes up leads to the paper; nothing stands over the edge."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{root}implement/pilot/")
    page.locator(".kam-take").get_by_role("link", name="Pilot report").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Pilot report"))
    assert width == page.evaluate("document.documentElement.scrollWidth")
