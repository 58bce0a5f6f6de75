"""What more than one kind of test needs: the site, built once a session."""

from pathlib import Path

import pytest

from build_tools import ROOT
from tests.project import build


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of the finished site."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = build(ROOT, folder)
    assert done.returncode == 0, done.stderr
    return folder
