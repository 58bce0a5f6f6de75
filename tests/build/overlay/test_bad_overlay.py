"""The overlay's messages: each case changes the made-up firm's folder and names every line."""

import pytest

from build_tools.overlay.project import write
from build_tools.overlay.settings import OverlayError
from tests.support.case_files import cases
from tests.support.overlaid import beside_our_pages, edit_overlay


@pytest.mark.parametrize("case", cases("bad_overlay"))
def test_messages(case, tmp_path):
    """The build says exactly this, in one run, and where the organisation wrote it."""
    checkout = beside_our_pages(tmp_path)
    edit_overlay(checkout, case["change"])
    with pytest.raises(OverlayError) as caught:
        write(checkout, tmp_path / "copy")

    assert case["expected"] == str(caught.value).split("\n")
    assert not (tmp_path / "copy").exists()
