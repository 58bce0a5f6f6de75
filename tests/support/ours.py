"""The guide of this checkout, read once a process."""

from functools import cache

from build_tools import ROOT
from build_tools.guide.guide import Guide
from build_tools.guide.load import load


@cache
def our_guide() -> Guide:
    """What `docs/model` holds; nothing in it can be changed."""
    return load(ROOT / "docs" / "model")
