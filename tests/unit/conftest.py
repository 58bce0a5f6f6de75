"""What the unit tests share: the model of this checkout, loaded once."""

import pytest

from build_tools.guide.guide import Guide
from tests.support.ours import our_guide
from widgets.core.model.maturity import Model
from widgets.core.model.structures import Structures


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
