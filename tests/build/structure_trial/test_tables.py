"""Tables at random, firms left out, and what the page makes of them."""

from collections import Counter
from random import Random

import pytest

from build_tools.structure_trial import tables
from build_tools.structure_trial.hits import hits
from build_tools.structure_trial.said import advice, ours
from build_tools.structure_trial.section import section
from tests.support.given.chosen import judged, made, read

FIRMS = (
    made("a", readers=[read("balanced-matrix"), read()]),
    made("b", [judged("part-time-ownership")] * 2, [read("segment-sales", leaders_time=-2)] * 2),
    made("c", [judged("central-group"), judged()], [read("central-group")] * 2),
)


def test_fits_are_handed_round(structures):
    """Within each criterion the fits are the same, in another order; nothing else changes."""
    dealt = tables.permuted(structures, Random(1))
    ranked = [option.id for option in structures.options if option.kind == "ranked"]

    for criterion in structures.criterion:
        before, after = (
            Counter(table.option[id].cells[criterion].fit for id in ranked)
            for table in (structures, dealt)
        )
        assert before == after
    assert dealt != structures
    assert [o for o in structures.options if o.kind != "ranked"] == [
        o for o in dealt.options if o.kind != "ranked"
    ]
    assert dealt == tables.permuted(structures, Random(1))


def test_tables_at_random(structures):
    """The same seed finds the same; our own figures are those without keeping."""
    found = tables.chance(structures, FIRMS, 5)
    own = hits(FIRMS, advice(FIRMS, ours(structures, tables.NEVER)))

    assert found == tables.chance(structures, FIRMS, 5)
    assert (own.first.mean(), own.three.mean()) == (found.first, found.three)
    assert {found.reach_first * 5, found.reach_three * 5} <= {0, 1, 2, 3, 4, 5}


def test_what_the_table_itself_would_find(structures, monkeypatch):
    """If every table dealt were ours, all of them would do as well."""
    monkeypatch.setattr(tables, "permuted", lambda table, _: table)
    found = tables.chance(structures, FIRMS, 3)

    assert (found.first, 1, found.three, 1) == (
        found.median_first,
        found.reach_first,
        found.median_three,
        found.reach_three,
    )


def test_a_firm_left_out_has_no_say(structures, monkeypatch):
    """Keeping is right for one and wrong for the other, so each is met by what fits the other."""
    monkeypatch.setattr(tables, "LEVEL", (0, 9))
    monkeypatch.setattr(tables, "HELD", (9,))
    right = made("x", [judged("central-group")] * 2, [read("central-group", today_has_held=-2)] * 2)
    wrong = made("y", readers=[read("balanced-matrix", today_has_held=-2)] * 2)
    found = tables.left_out(structures, [right, wrong])

    assert ((0, 9), (9, 9)) == found.chosen
    assert [0, 0] == found.hits.first.tolist()
    assert ((0, 9),) == tables.left_out(structures, [wrong, wrong]).chosen


@pytest.mark.parametrize("sealed", [(), FIRMS[:2]])
def test_the_section(structures, monkeypatch, sealed):
    """Each rule has a row of six; sealed firms have a table once they are read."""
    monkeypatch.setattr(tables, "PERMUTED", 2)
    titles = {firm.id: f"Firm {firm.id}" for firm in FIRMS}
    found = section(structures, {"tuning": FIRMS, "sealed": sealed}, titles, ["today"])

    assert "`today`" == found.unread
    assert {6} == {len(row) for row in found.tuning.rows.values()}
    assert (found.sealed is None) == (not sealed)
    if found.sealed:
        assert 4 == found.sealed.readings
        assert "earlier" not in found.sealed.rows
    assert all("](cases/" in row[0] for row in found.tuning.erred)
