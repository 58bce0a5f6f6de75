"""The two readings of the fact sheets, and the page that reports them."""

import re
from itertools import combinations

import yaml

from build_tools import ROOT

FOLDER = ROOT / "docs/model/examples"
FIRMS = ("engineering-first-year", "supplier-eighth-year")


def answers(path) -> dict:
    """Answers by firm and practice; "does not apply" without its reason."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    firms = {firm: data[firm] for firm in FIRMS if firm in data}
    return {
        firm: {id: "na" if isinstance(s, dict) else s for id, s in states.items()}
        for firm, states in firms.items()
    }


def recorded() -> dict:
    """What we had recorded when the readings were made."""
    now = {
        firm: yaml.safe_load((FOLDER / f"{firm}.yaml").read_text(encoding="utf-8"))["answers"]
        for firm in FIRMS
    }
    first = yaml.safe_load((FOLDER / "readings/recorded-first.yaml").read_text(encoding="utf-8"))
    return {
        firm: {id: "na" if isinstance(s, dict) else s for id, s in states.items()}
        | first.get(firm, {})
        for firm, states in now.items()
    }


def test_page_reports_what_the_files_hold(model):
    """Equal and within one rung, dimension by dimension, are what the page prints."""
    sets = [recorded(), *(answers(FOLDER / f"readings/reader-{r}.yaml") for r in "ab")]
    page = (ROOT / "docs/method/do-two-readers-agree.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| (\d+) of (\d+) \| (\d+) of \d+ \|$", page, re.MULTILINE)
    counted = []
    for dimension in model.dimensions:
        pairs = [
            (one[firm][p.id], other[firm][p.id])
            for firm in FIRMS
            for p in dimension.practices
            for one, other in combinations(sets, 2)
        ]
        equal = sum(a == b for a, b in pairs)
        near = sum(
            a == b or (isinstance(a, int) and isinstance(b, int) and abs(a - b) <= 1)
            for a, b in pairs
        )
        counted.append((dimension.name, str(equal), str(len(pairs)), str(near)))

    assert counted == rows


def test_readers_answered_everything(model):
    """Each reader answered all practices of both firms."""
    ids = {p.id for p in model.practices()}
    for reader in "ab":
        found = answers(FOLDER / f"readings/reader-{reader}.yaml")
        assert dict.fromkeys(FIRMS, ids) == {f: set(found[f]) for f in found}
