"""What `make next-python` says of what it found; the trial itself needs minutes and a registry."""

from dataclasses import replace

import pytest

from build_tools import BuildError
from tests.next_python.trial import LOADED, Trial, changes, newest, table, verdict

OURS = Trial("0.29.5", "3.13.2", "2025_0", (), 4_000_000, 1_300_000, 0.8, 0, 70)
NEXT = replace(OURS, version="314.0.7", abi="2026_0", python="3.14.2", missing=LOADED[1:2])


def test_the_newest_release_of_the_line_is_taken():
    """By number, not by letter; neither another line nor what is no release yet."""
    assert "314.0.10" == newest(["0.29.5", "314.0.9", "314.0.10", "314.1.0-alpha.1", "315.0.0"])
    with pytest.raises(BuildError, match="it knows no release 314"):
        newest(["0.29.5"])


def test_what_the_move_would_change_is_listed():
    """The names of its files, the ABI in the worker, and the Python that builds."""
    assert [
        "change: the npm package has no pyodide.asm.js",
        'change: the constant ABI of worker.js must be "2026_0"',
        "change: the build compiles here, so it must run on Python 3.14",
    ] == changes(NEXT, 'const ABI = "2025_0";')
    assert [] == changes(OURS, 'const ABI = "2025_0";')


def test_it_ends_with_a_verdict():
    """It works, or it says how many answers differ; times are told as a ratio only."""
    said = table(OURS, replace(NEXT, start=1.0, differ=2), "")

    assert "start to one answer                   1.00                1.25" in said
    assert said.endswith("Pyodide 314.0.7 fails: 2 answers differ from CPython's.")
    assert "works" in verdict(NEXT)
