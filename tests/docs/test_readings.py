"""The two readings of the fact sheets in release 1.0.0, and the page that reports them."""

import re
from itertools import combinations

import yaml

from build_tools import ROOT

READINGS = ROOT / "docs/model/examples/readings"
FIRMS = ("engineering-first-year", "supplier-eighth-year")
RELEASED = (ROOT / "docs/model/released/1.0.0.txt").read_text(encoding="utf-8")
PRACTICES = re.findall(r"^practice (\S+)$", RELEASED, re.MULTILINE)
DIMENSIONS = re.findall(r"^dimension (\S+)$", RELEASED, re.MULTILINE)
EACH = 6
"""Practices that each dimension of that release had, in the order of the list."""


def answers(name) -> dict:
    """Answers by firm and practice; "does not apply" without its reason."""
    data = yaml.safe_load((READINGS / f"{name}.yaml").read_text(encoding="utf-8"))
    return {
        firm: {id: "na" if isinstance(s, dict) else s for id, s in data[firm].items()}
        for firm in FIRMS
    }


def test_page_reports_what_the_files_hold():
    """Equal and within one rung, dimension by dimension, are what the page prints."""
    sets = [answers(name) for name in ("recorded", "reader-a", "reader-b")]
    page = (ROOT / "docs/method/do-two-readers-agree.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| (\d+) of (\d+) \| (\d+) of \d+ \|$", page, re.MULTILINE)
    counted = []
    for place in range(len(DIMENSIONS)):
        pairs = [
            (one[firm][id], other[firm][id])
            for firm in FIRMS
            for id in PRACTICES[place * EACH : (place + 1) * EACH]
            for one, other in combinations(sets, 2)
        ]
        equal = sum(a == b for a, b in pairs)
        near = sum(
            a == b or (isinstance(a, int) and isinstance(b, int) and abs(a - b) <= 1)
            for a, b in pairs
        )
        counted.append((str(equal), str(len(pairs)), str(near)))

    assert counted == rows


def test_readers_answered_everything():
    """What was recorded and what each reader answered covers all practices of both firms."""
    for name in ("recorded", "reader-a", "reader-b"):
        found = answers(name)
        assert [set(PRACTICES)] * len(FIRMS) == [set(found[firm]) for firm in FIRMS]
