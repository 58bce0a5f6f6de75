"""What more than one kind of test needs: the site, built once for its sources."""

from pathlib import Path

import pytest

from build_tools import ROOT
from build_tools.load import load
from build_tools.publish import publish_model
from tests.built import built


def pytest_sessionstart(session: pytest.Session) -> None:
    """Publishes the model, which the engines read beside their code: once, before any worker."""
    if not hasattr(session.config, "workerinput"):
        publish_model(load(ROOT / "docs" / "model"), ROOT)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the finished site, built only where its sources changed; only read it."""
    return built(ROOT)
