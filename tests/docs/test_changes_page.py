"""The page on changes says of old answers to the chooser what its map says."""

import re

from build_tools import ROOT

PAGE = (ROOT / "docs/method/model-changes.md").read_text(encoding="utf-8")


def test_what_is_carried_is_named(structures):
    """Of the criteria exactly those whose ends are carried, by their names, and how many."""
    (told,) = re.findall(r"^- \*\*Six answers count.*$", PAGE, re.MULTILINE)
    lines = [line for of_one in structures.earlier.values() for line in of_one]
    ends = {line.id for line in lines if line.keep == "ends"}

    assert 6 == len(ends)
    for criterion in structures.criteria:
        assert (criterion.id in ends) == (criterion.name.lower() in told.lower())


def test_what_was_asked_is_counted(structures):
    """As many as the lists of the two releases have."""
    counts = [len(structures.released("1.0.0", kind)) for kind in ("criterion", "test", "question")]

    assert [12, 8, 3] == counts
    assert 22 == len(structures.questions)
    assert "Twelve criteria, eight tests and three questions of context became twenty-two" in PAGE
