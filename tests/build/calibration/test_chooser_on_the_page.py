"""What the page says of the structure chooser, by other sums and with made-up sealed firms."""

import re
from functools import cache
from statistics import fmean

import pytest
import yaml

from build_tools import ROOT
from build_tools.calibration.case_pages import case_pages
from build_tools.calibration.command import PAGE, as_read, calibrate
from build_tools.calibration.page import pages
from build_tools.calibration.readings import CalibrationError, check, load
from build_tools.calibration.targets import CHOOSER_TARGETS, Found
from build_tools.structure_trial import tables
from tests.support.given.calibrated import MODEL, ONE, OTHER, with_forms, write
from tests.support.given.chosen import judged, read
from widgets.core.choosing.choice import choose
from widgets.core.questionnaire.chooser import chooser
from widgets.core.words.numbers import fixed

READINGS = ROOT / "calibration/readings"

AGREED = with_forms(ONE, [judged(), judged()], [read(), read()])
APART = with_forms(
    OTHER,
    [judged("central-group", against=["diamond-team"])] * 2,
    [read(), read("central-group")],
)
"""Its first reading has a first that both advise against, its second the judged first."""


@pytest.fixture
def few_tables(monkeypatch):
    """Two tables at random in place of a thousand."""
    monkeypatch.setattr(tables, "PERMUTED", 2)


@cache
def held(name: str) -> dict:
    """One file of readings of the firms that we tuned on."""
    return yaml.safe_load((READINGS / f"{name}.yaml").read_text(encoding="utf-8"))


def cells(start: str) -> list[str]:
    """The figures of the first row of the page that starts so, without intervals."""
    text = (ROOT / PAGE).read_text(encoding="utf-8").partition("## Which structure?")[2]
    line = next(line for line in text.splitlines() if line.startswith(f"| {start} |"))
    return [one.split(" (")[0] for one in line.strip("| ").split(" | ")[1:]]


def advised(structures) -> dict:
    """First and three by firm and reader, by the whole engine of the site and from the files."""
    found = {}
    for reader in (1, 2):
        for firm, said in held(f"chooser-{reader}").items():
            steps = {
                id: a if isinstance(a, int) else "unknown" for id, a in said["answers"].items()
            }
            told = {"answers": steps, "today": said["today"], "have": said["have"]}
            result = choose(structures, chooser(told, structures))
            ranking = [h.option for h in (result.home if result.then is None else result.then)]
            first = "none" if result.answer == "no-kam" else result.first
            three = [first, *(id for id in ranking if id != first)][:3]
            found[firm, reader] = (first, three, said["today"])
    return found


def row(found: dict) -> list[str]:
    """The five figures of a table's row."""
    first, three, against, elsewhere = [], [], [], []
    for (firm, _), (one, named, today) in found.items():
        judges = [held(f"judge-{n}")[firm]["structures"] for n in (1, 2)]
        firsts = {judge["first"] for judge in judges}
        first.append(one in firsts)
        three.append(bool({*named} & firsts))
        against.append(all(one in judge["against"] for judge in judges))
        elsewhere += [one in firsts] if today not in firsts else []
    same = [found[firm, 1][0] == found[firm, 2][0] for firm, n in found if n == 1]
    shares = [f"{fixed(100 * fmean(one))} %" for one in (first, three, against, same)]
    return [*shares, f"{sum(elsewhere)} of {len(elsewhere)}"]


def test_our_row_by_other_sums(structures):
    """From the files and the whole engine."""
    assert row(advised(structures)) == cells("**The chooser**")


def test_simple_rows_by_other_sums(structures):
    """Today's form, and one form for all."""
    found = advised(structures)
    today = {key: (form, [form], form) for key, (_, _, form) in found.items()}
    team = {key: ("diamond-team", ["diamond-team"], form) for key, (_, _, form) in found.items()}

    assert row(today) == cells("Always today's form")
    assert row(team) == cells("Always diamond account team")


def test_the_targets_as_the_table_has_them():
    """Wanted, sealed, met, and our own figures again."""
    ours = cells("**The chooser**")
    rows = [cells(target.figure) for target in CHOOSER_TARGETS]

    assert ["at least 60 %", "at least 85 %", "none", "at least 85 %"] == [one[0] for one in rows]
    assert ours[:4] == [one[-1] for one in rows]


def test_before_the_chooser_is_read(tmp_path, structures):
    """Nothing is said of it, and no target is met or missed."""
    folder = write(tmp_path, {"one": ONE, "other": OTHER})
    found = Found(MODEL, load(folder, MODEL), "tuning", structures)

    assert "## Which structure?" not in pages(load(folder, MODEL), MODEL, structures)[0]
    assert [None] * 4 == [target.met(found) for target in CHOOSER_TARGETS]


@pytest.mark.usefixtures("few_tables")
@pytest.mark.filterwarnings("ignore:The BCa confidence interval:scipy.stats.DegenerateDataWarning")
def test_sealed_firms_without_and_with_the_chooser(tmp_path, structures):
    """Until its readings are there they are not read; then each target is met or missed."""
    firms = {"one": AGREED, "other": APART}
    folder = write(tmp_path, firms)
    write(folder, {"shut": ONE, "kept": OTHER}, "sealed")
    before = pages(load(folder, MODEL), MODEL, structures)[0]
    for path in (folder / "readings/sealed").glob("*.yaml"):
        path.unlink()
    again = tmp_path / "again"
    write(again, firms)
    write(again, {"shut": AGREED, "kept": APART}, "sealed")
    after = pages(load(again, MODEL), MODEL, structures)[0]
    wanted = "| A judged first is our first | at least 60 % |"

    assert f"{wanted} not read yet | – | 75 % |" in before
    assert "The sealed firms are not read yet with these questions." in before
    assert "(2 firms, 4 readings)" in before
    assert f"{wanted} 75 % | yes | 75 % |" in after
    assert "| Our first is what both advise against | none | 25 % | **no** | 25 % |" in after
    assert "| Two readings have the same first | at least 85 % | 50 % | **no** | 50 % |" in after
    assert 2 == after.count("(2 firms, 4 readings)")
    assert "[Firm kept](cases/kept.md) | Diamond" in after


@pytest.mark.usefixtures("few_tables")
@pytest.mark.filterwarnings("ignore:The BCa confidence interval:scipy.stats.DegenerateDataWarning")
def test_what_is_printed(tmp_path, structures):
    """Each target with what was reached and what was wanted."""
    write(tmp_path / "calibration", {"one": AGREED, "other": APART})
    (tmp_path / "docs/method").mkdir(parents=True)
    lines = [one for one in calibrate(tmp_path, MODEL, structures) if "Chooser: " in one]

    assert 4 == len(lines)
    assert re.fullmatch(r"  Chooser: A judged first is our first +75 % \(wanted: .*\)", lines[0])


def test_the_page_of_a_firm(tmp_path, structures):
    """Both judgements, then what the chooser says to each reading and what has to come first."""
    told = with_forms(
        ONE, [judged("none", "other"), judged()], [read(), read("overlay", operations_accept=-2)]
    )
    told["chooser-2"]["today"] = "co-ordination-overlay"
    folder = write(tmp_path, {"one": told})
    text = case_pages(load(folder, MODEL), MODEL, structures)["method/cases/one.md"]

    assert "| Judge 1 | **none**; then another form | – |" in text
    assert "| Chooser, reading 1 | Keep what you have: **diamond account team**; then " in text
    assert re.search(r"\| Chooser, reading 2 \| [^|]+ \| [^–|]+ \|", text)


def test_words_of_the_chooser_that_were_not_read(tmp_path, structures):
    """`make check` warns of them, until they were read."""
    write(tmp_path / "calibration", {"one": AGREED})
    as_read(tmp_path, MODEL)
    (found,) = check(tmp_path, MODEL, structures)
    as_read(tmp_path, MODEL, structures)

    assert "not read by readers of the chooser as they are worded now: concentration," in found
    assert [] == check(tmp_path, MODEL, structures)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"answers": {"spread": 3}}, "one.answers.spread: found “3”; it must be a step from -2"),
        ({"answers": {"spread": True}}, "one.answers.spread: found “true”"),
        ({"answers": {"spread": "na"}}, "one.answers.spread: found “na”"),
        ({"have": "sponsors"}, "one.have"),
    ],
)
def test_what_no_reader_may_say_is_refused(tmp_path, changed, words):
    """The message names file, firm and question."""
    firm = AGREED | {"chooser-2": AGREED["chooser-2"] | changed}
    with pytest.raises(CalibrationError, match=rf"readings/chooser-2\.yaml:\d+: .*{words}"):
        load(write(tmp_path, {"one": firm}), MODEL)


def test_a_firm_that_one_reader_left_out_is_refused(tmp_path):
    """A reading holds every firm that was judged."""
    folder = write(tmp_path, {"one": AGREED, "other": APART})
    said = yaml.safe_load((folder / "readings/chooser-1.yaml").read_text())
    (folder / "readings/chooser-1.yaml").write_text(yaml.safe_dump({"one": said["one"]}))

    with pytest.raises(CalibrationError, match="other: a reader or judge left this firm out"):
        load(folder, MODEL)
