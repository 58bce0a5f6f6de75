"""The page "How the structure is chosen": its tables and its worked example, executed."""

import json
import re

import pytest

from build_tools import ROOT
from tests.reference.structures import structure_files
from tests.reference.structures.choosing import choose
from tests.support.given.choosing import CONTEXTS
from widgets.core.choosing import choice as engine
from widgets.core.questionnaire.chooser import chooser

CHOOSING = (ROOT / "docs/method/choosing.md").read_text(encoding="utf-8").replace("−", "-")


def slug(words: str) -> str:
    """The id that a name printed on a page stands for."""
    return words.strip().lower().replace(" ", "-")


def words(id: str) -> str:
    """An id as the page prints it in a sentence."""
    return (
        re.sub(r"\b-(?=[a-z])", " ", id)
        .replace("kam", "KAM")
        .replace("co ord", "co-ord")
        .replace("part time", "part-time")
    )


@pytest.fixture(scope="module")
def table() -> dict:
    """The structure table of the reference."""
    return structure_files.table()


@pytest.fixture(scope="module")
def printed() -> list[tuple[str, ...]]:
    """Criterion, answer and both contributions of each row of the page's example."""
    rows = re.findall(r"^\| ([^|]+) \| (-?\d) \| (\S+) \| (\S+) \|$", CHOOSING, re.MULTILINE)
    return [(slug(name), *figures) for name, *figures in rows]


@pytest.fixture(scope="module")
def chosen(table, printed) -> dict:
    """What the reference chooses for the answers that the page prints."""
    return choose(
        table, {"criteria": {criterion: int(answer) for criterion, answer, *_ in printed}}
    )


def test_the_chooser_says_the_same(structures, printed, chosen):
    """What the page prints is also what the chooser on the site works out."""
    criteria = {criterion: int(answer) for criterion, answer, *_ in printed}
    ours = engine.as_json(engine.choose(structures, chooser({"criteria": criteria}, structures)))

    assert chosen == json.loads(json.dumps(ours))


def choosing_rows() -> dict[str, str]:
    """Question and result of the page's last table."""
    return dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", CHOOSING, re.MULTILINE))


def test_choosing_contributions(table, printed, chosen):
    """Every contribution and both sums are the reference's, for all criteria in their order."""
    assert [c["id"] for c in table["criteria"]] == [row[0] for row in printed]
    for place, option in enumerate(("diamond-team", "central-group"), start=2):
        row = chosen["contributions"][option]
        assert {c: f"{value:g}" for c, value in row.items()} == {r[0]: r[place] for r in printed}
    sums = re.search(r"\*\*Points\*\* \| \| \*\*(.+?)\*\* \| \*\*(.+?)\*\*", CHOOSING)

    assert [f"{home['points']:g}" for home in chosen["home"][:2]] == list(sums.groups())
    assert ["diamond-team", "central-group"] == [home["option"] for home in chosen["home"][:2]]


def test_choosing_results(chosen):
    """Tie, third, share, acceptability and flips are what the page says."""
    rows = choosing_rows()
    first, second, third = chosen["home"][:3]
    answer, weight = chosen["flip_answer"], chosen["flip_weight"]
    flip = "{criterion}, from {from:g} to {to:g}: then {first}".format

    assert f"no: {first['points'] - second['points']:g} points apart" == rows["Is it a tie?"]
    assert chosen["tie"] is False
    assert f"{words(third['option'])}, {third['points']:g} points" == rows["Third"]
    assert f"{chosen['answer']}: {words(chosen['first'])}" == rows["Which answer, and which form?"]
    companions = rows["Companions, if nothing is there"].split(", ")
    assert companions == [words(one) for one in chosen["companions"]]
    share = chosen["fact_share"]["diamond-team"]
    assert f"{share:.0%}" == rows["Share of the first resting on facts"]
    assert (
        f"{2000 * chosen['acceptability']['diamond-team']:,.0f}"
        == rows["First in how many of 2,000 weightings"]
    )
    assert words(flip(**answer)) == rows["Nearest answer that flips it"]
    assert words(flip(**weight)) == rows["Nearest weight that flips it"]


def test_choosing_vetoes(chosen, table, printed):
    """The three options that the page calls closed are, and one of them would have had 17."""
    assert {"balanced-matrix", "separate-customer-unit", "front-back"} == set(chosen["vetoed"])
    points = sum(chosen["contributions"]["separate-customer-unit"].values())
    assert f"The separate unit would have had {points:g} points." in CHOOSING

    answers = {criterion: int(answer) for criterion, answer, *_ in printed}
    unsure = choose(table, {"criteria": answers | {"lasting-top-commitment": "unknown"}})
    first, (low, high) = unsure["home"][0], unsure["points_range"]["diamond-team"]
    assert (
        f"{words(first['option'])}, {first['points']:g} points; it could reach {low:g} to {high:g}"
        == choosing_rows()["First if commitment is unknown"]
    )
    fallen = {"criteria": answers | {"lasting-top-commitment": -1}}
    assert {"diamond-team", "central-group"} <= set(choose(table, fallen)["vetoed"])


def test_choosing_not_yet(table, printed):
    """What the page says of a firm whose leaders do not commit, with an overlay and without."""
    rows = choosing_rows()
    answers = {criterion: int(answer) for criterion, answer, *_ in printed}
    fallen = {"criteria": answers | {"lasting-top-commitment": -1}}
    on, trial = (
        choose(table, {**fallen, "today": today})
        for today in ("co-ordination-overlay", "segment-sales")
    )
    then = on["then"][0]

    assert rows["With commitment -1 and an overlay today"] == (
        f"{on['answer']}: {' and '.join(on['conditions'])} first, then {words(on['first'])}, "
        f"{then['points']:g} points; until then the overlay"
    )
    assert then["option"] == on["first"]
    assert on["now"] == "co-ordination-overlay"
    assert rows["With commitment -1 and segment sales today"] == (
        f"{trial['answer']}: a trial of {words(trial['first'])}; "
        f"{' and '.join(trial['conditions'])} first, then {words(trial['then'][0]['option'])}"
    )


FORMS = {
    "segment sales": "segment-sales",
    "part-time ownership": "part-time-ownership",
    "bow-tie in sales": "bow-tie-in-sales",
    "co-ordination overlay": "co-ordination-overlay",
    "diamond": "diamond-team",
    "diamond team": "diamond-team",
    "matrix": "balanced-matrix",
    "central group": "central-group",
    "separate unit": "separate-customer-unit",
    "separate customer unit": "separate-customer-unit",
    "front-back": "front-back",
    "programme office": "programme-office",
}
"""Forms by the short names that the page gives them."""


def test_choosing_closes(table):
    """Each row of the page's vetoes closes what the data close, until what the data say."""
    rows = re.findall(r"^\| (V\d+) \| [^|]+ \| ([^|]+) \| ([^|]*) ?\|$", CHOOSING, re.MULTILINE)
    assert [veto["id"] for veto in table["vetoes"]] == [row[0] for row in rows]

    for veto, (_, closed, until) in zip(table["vetoes"], rows, strict=True):
        if closed.startswith("all but "):
            left = {FORMS[name] for name in closed.removeprefix("all but ").split(" and ")}
            forms = {o["id"] for o in table["options"] if o["kind"] != "add-on"} - left
        else:
            forms = set() if closed.startswith("none") else {FORMS[n] for n in closed.split(", ")}
        assert set(veto["blocks"]) == forms
        said = "*known*" if veto.get("until_known") else veto.get("until", "")
        assert said == until.strip()


def test_choosing_prints(chosen):
    """The page's table of keys names each key that the command prints, and no other."""
    table = CHOOSING.split("## What the command prints")[1].split("## ")[0]
    cells = re.findall(r"^\| (`[^|]+`) \|", table, re.MULTILINE)

    assert {*chosen} == {key for cell in cells for key in re.findall(r"`(\w+)`", cell)}


def test_choosing_seven_contexts(table):
    """Each row of the seven contexts has what the first release said, and what is said now."""
    rows = dict(re.findall(r"^\| ([a-g]): ([^|]+ \| [^|]+ \| [^|]+ \| [^|]+) \|$", CHOOSING, re.M))

    assert [context["id"] for context in CONTEXTS] == [*rows]
    for context in CONTEXTS:
        name, before, now, changed = rows[context["id"]].split(" | ")
        result = choose(table, {"criteria": context["criteria"]})
        first = context["first_release"]
        assert (context["name"], context["changed"]) == (name, changed)
        assert named(before) == (first["top"][0]["option"], first["top"][0]["points"], first["tie"])
        assert named(now) == (result["first"], result["home"][0]["points"], result["tie"])


def named(cell: str) -> tuple[str, float, bool]:
    """Form, points and tie of a cell such as "central group, 8, a tie"."""
    form, points, *tie = cell.split(", ")
    return FORMS[form], float(points), tie == ["a tie"]
