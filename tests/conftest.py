"""What more than one kind of test needs: the site, built once a session."""

from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest

from build_tools import ROOT
from build_tools.load import load
from build_tools.publish import publish_model
from tests.project import build


def pytest_sessionstart(session: pytest.Session) -> None:
    """Publishes the model, which the engines read beside their code: once, before any worker."""
    if not hasattr(session.config, "workerinput"):
        publish_model(load(ROOT / "docs" / "model"), ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of the finished site, built by the first process that asks for it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    folder = shared / "built" / "site"
    with (shared / "building").open("w") as lock:
        flock(lock, LOCK_EX)
        if not (folder / "index.html").is_file():
            done = build(ROOT, folder)
            assert done.returncode == 0, done.stderr
    return folder
