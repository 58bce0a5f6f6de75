"""What more than one kind of test needs: the site, built once for its sources."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from build_tools import ROOT
from build_tools.guide.guide import Guide
from build_tools.site.publish import publish_model
from tests.support.built import built
from tests.support.next_release import next_release
from tests.support.ours import our_guide
from tests.support.overlaid import whole_copy
from widgets.core.model.maturity import Model
from widgets.core.structures.structures import Structures

settings.register_profile("any speed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("any speed"), max_examples=20)
settings.load_profile("any speed")

BUILDS = {"larger", "overlaid"}
"""Fixtures that build a whole site."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first: no process is left with it when the others have ended."""
    items.sort(key=lambda item: not (item.get_closest_marker("slow") or BUILDS & _needs(item)))


def _needs(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--whole`: every page starts a Python of its own; `--pictures`: the states are pictured."""
    parser.addoption("--whole", action="store_true", help="spare no page its own Python")
    parser.addoption("--pictures", action="store_true", help="fill test-results/states/")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Publishes the model, which the engines read beside their code: once, before any worker."""
    if not hasattr(session.config, "workerinput"):
        publish_model(our_guide(), ROOT)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the finished site, built only where its sources changed; only read it."""
    return built(ROOT)


@pytest.fixture(scope="session")
def larger(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 - its cache
    """The finished site of the `next_release`, built after ours has left what does not change."""
    return built(next_release(tmp_path_factory.mktemp("next")))


@pytest.fixture(scope="session")
def overlaid(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 - its cache
    """The finished site of a made-up firm, whose overlay changes something of each kind."""
    return built(whole_copy(tmp_path_factory.mktemp("overlaid")))


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide of this checkout."""
    return our_guide()


@pytest.fixture(scope="session")
def model(guide: Guide) -> Model:
    """The model of this checkout."""
    return guide.model


@pytest.fixture(scope="session")
def structures(guide: Guide) -> Structures:
    """The structures of this checkout."""
    assert guide.structures
    return guide.structures
