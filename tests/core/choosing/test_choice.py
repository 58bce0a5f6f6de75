"""The chooser gives the recorded results, and agrees with the reference on random contexts."""

import json
import subprocess
import sys
from random import Random

import pytest

from build_tools import ROOT
from tests.reference.structures.choosing import choose as reference
from tests.reference.structures.deciding import decide, named
from tests.reference.structures.structure_files import table
from tests.reference.structures.telling import told
from tests.support.given.choosing import (
    CONTEXTS,
    choose,
    equal_shares,
    random_answers,
    random_chooser,
)
from widgets.core.choosing.decision import decision
from widgets.core.choosing.points import contest
from widgets.core.choosing.robustness import acceptability
from widgets.core.questionnaire.chooser import chooser
from widgets.core.questionnaire.derived import derived

UNKNOWNS = [0] * 30 + [1] * 10 + [2] * 5 + [3] * 3 + [4, 6]
"""Numbers of unknowns in one batch of contexts: the reference is slow on many."""

BATCHES, DAILY = 12, 2
MORE = [pytest.param(batch, marks=pytest.mark.sweep) for batch in range(DAILY, BATCHES)]


def same(expected: dict, actual: dict) -> None:
    """Every key of the reference and no other, to the last bit."""
    assert json.loads(json.dumps(expected)) == actual
    assert list(expected["contributions"]) == list(actual["contributions"])


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context["id"])
def test_the_seven_contexts(context, structures):
    """Points, order, tie, vetoes and shares are those on record."""
    expected = context["expected"]
    result = choose(structures, {"criteria": context["criteria"]})
    points = {option: sum(row.values()) for option, row in result["contributions"].items()}
    top = [
        {**home, "fact_share": round(result["fact_share"][home["option"]], 2)}
        for home in result["home"][: len(expected["top"])]
    ]

    assert expected["answer"] == result["answer"]
    assert expected["first"] == result["first"]
    assert expected["top"] == top
    assert expected["tie"] == result["tie"]
    assert expected["vetoed"] == result["vetoed"]
    assert expected["all_scores"] == points
    assert expected["add_on_score"] == points["programme-office"]


@pytest.mark.slow
@pytest.mark.parametrize("drawn", [random_answers, random_chooser])
@pytest.mark.parametrize("batch", [*range(DAILY), *MORE])
def test_agreement_with_the_reference(batch, drawn, structures):
    """1,200 random contexts, half told by questions: every key of the result, to the last bit.

    A sixth of them each day, all before a release.
    Slow, for the reference tries every completion in fractions.
    """
    random = Random(batch)
    for unknowns in UNKNOWNS:
        data = drawn(random, unknowns)
        same(reference(table(), data), choose(structures, data))


def test_the_random_contexts_meet_every_kind_of_answer(structures):
    """Among those that are compared are all four answers, a trial, and each reason to keep."""
    random, found = Random(0), set()
    for _ in range(400):
        with equal_shares():
            result = choose(structures, random_answers(random, 0))
        keep = result["keep"] and result["keep"]["because"]
        found.add((result["answer"], keep, result["then"] is not None))

    assert {
        ("this-form", None, False),
        ("no-kam", None, False),
        ("not-yet", None, True),
        *(("keep", because, False) for because in ("first", "level", "held")),
        *(("keep", because, True) for because in ("first", "level")),
    } <= found


def test_the_three_forms_named_are_those_of_the_reference(structures):
    """The form named, then those that follow it: what the trial of the chooser counts."""
    random = Random(14)
    for _ in range(60):
        data = random_answers(random, 0)
        field = contest(structures, derived(structures, chooser(data, structures)))

        assert named(decide(table(), told(table(), data))) == [*decision(field).named]


@pytest.mark.parametrize("unknowns", [5, 9, 12])
def test_agreement_beyond_four_unknowns(unknowns, structures):
    """Drawn completions are those of the reference; the result says that they are drawn."""
    data = random_chooser(Random(unknowns), unknowns)
    result = choose(structures, data)

    same(reference(table(), data), result)
    assert result["possible_first_exact"] is False


def test_the_published_table_is_that_of_the_files(structures):
    """The same options, criteria, cells, gate and vetoes, in the same order, as the files say."""
    files = table()
    cells = [
        (option["id"], id, cell["fit"], cell["basis"])
        for option in files["options"]
        for id, cell in option["cells"].items()
    ]

    assert [(c["id"], c["rule"], tuple(c["asks"])) for c in files["criteria"]] == [
        (c.id, c.rule, c.asks) for c in structures.criteria
    ]
    assert [(o["id"], o["kind"], tuple(o.get("needs", ()))) for o in files["options"]] == [
        (o.id, o.kind, o.needs) for o in structures.options
    ]
    assert sorted(cells) == sorted(
        (option.id, id, cell.fit, cell.basis)
        for option in structures.options
        for id, cell in option.cells.items()
    )
    assert [(t["id"], t["number"]) for t in files["tests"]] == [
        (t.id, t.number) for t in structures.tests
    ]
    assert [(v["id"], tuple(v["blocks"]), v.get("until")) for v in files["vetoes"]] == [
        (v.id, v.blocks, v.until) for v in structures.vetoes
    ]
    assert [q["id"] for q in files["questions"]] == [*structures.question]


def test_nothing_answered_ranks_nothing(structures):
    """An empty form and one that knows nothing have no home, and so no flip and no shares."""
    for data in ({}, {"criteria": {"spread": "unknown", "co-creation": None}}):
        result = choose(structures, data)
        assert [] == result["home"] == result["possible_first"] == result["add_ons_missing"]
        assert result["acceptability"] == {}
        assert result["flip_answer"] is result["flip_weight"] is None
        assert result["tie"] is False


def test_all_zero_is_a_tie(structures):
    """Every criterion at 0: eight options at no points, and no clear winner."""
    zeros = dict.fromkeys(structures.criterion, 0)
    result = choose(structures, {"criteria": zeros})

    assert {home["points"] for home in result["home"]} == {0.0}
    assert result["tie"] is True
    assert result["flip_answer"] is result["flip_weight"] is None
    assert set(result["fact_share"].values()) == {None}
    assert sum(result["acceptability"].values()) == pytest.approx(1)


def test_contact_shapes(structures):
    """Two functions of the customer, however written, make two leads; V2 holds all at bow-tie."""
    contacts = [{"ours": "sales", "theirs": "Purchasing"}, {"ours": "sales", "theirs": "quality"}]
    again = [{"ours": "sales", "theirs": "Purchasing"}, {"ours": "us", "theirs": " purchasing "}]
    accounts = [
        {"name": "one", "stage": "cooperative", "contacts": contacts},
        {"name": "two", "stage": "cooperative", "contacts": again},
        {"name": "three", "stage": "integrated"},
        {"name": "four"},
    ]
    free = choose(structures, {"accounts": accounts})["accounts"]
    held = choose(structures, {"accounts": accounts, "criteria": {"price-buyers": 2}})["accounts"]

    assert ["two-lead", "bow-tie", "diamond", None] == [account["shape"] for account in free]
    assert ["bow-tie", "bow-tie", "bow-tie", None] == [account["shape"] for account in held]
    assert [True, False, True, False] == [account["held"] for account in held]


def test_weights_are_read_as_they_are_written(structures):
    """Weights of 0.1 and 0.2 weigh as 1 and 2 do: no binary remainder parts what is equal."""
    answers = CONTEXTS[5]["criteria"]
    tenths = dict(zip(answers, [0.1, 0.2, 0.3, 1e-1, 0.7, 0.6] * 2, strict=True))
    whole = {id: round(10 * weight) for id, weight in tenths.items()}
    results = [choose(structures, {"criteria": answers, "weights": w}) for w in (tenths, whole)]

    assert results[0] == results[1]


def test_pyodide_draws_the_same(structures, tmp_path):
    """The whole result is the same, bit for bit, in the Python that browsers run."""
    from build_tools.runtime import archive, node
    from widgets.core.structures.structures_json import as_json

    data = {"criteria": {**CONTEXTS[4]["criteria"], "spread": "unknown"}, "seed": 20}
    sources = {p: (ROOT / p).read_bytes() for p in core_sources()}
    sources["widgets/given.json"] = json.dumps([as_json(structures), data]).encode()
    packed = tmp_path / "project.zip"
    packed.write_bytes(archive.zip_bytes(sources))
    program = (
        "import sys, json; from pkgutil import get_data\n"
        "sys.path.insert(0, '/tmp/project.zip')\n"
        "from widgets.core.choosing import choice\n"
        "from widgets.core.questionnaire import chooser\n"
        "from widgets.core.structures import structures_json\n"
        "table, data = json.loads(get_data('widgets', 'given.json'))\n"
        "table = structures_json.from_json(table)\n"
        "json.dumps(choice.as_json(choice.choose(table, chooser.chooser(data, table))))"
    )

    npm = node.find_npm(ROOT)
    library = npm.folder / "python_stdlib.zip"

    assert choose(structures, data) == json.loads(node.ask(npm, program, library, packed))


def core_sources() -> list[str]:
    """The modules of the engines, by path from the root."""
    found = [ROOT / "widgets" / "__init__.py", *(ROOT / "widgets" / "core").rglob("*.py")]
    return [path.relative_to(ROOT).as_posix() for path in found]


def test_acceptability_is_seeded(structures):
    """One seed, one result; another seed moves it a little."""
    field = contest(structures, chooser({"criteria": CONTEXTS[5]["criteria"]}, structures))
    other = contest(
        structures, chooser({"criteria": CONTEXTS[5]["criteria"], "seed": 2}, structures)
    )

    assert acceptability(field, field.options) == acceptability(field, field.options)
    assert acceptability(field, field.options) != acceptability(other, field.options)


@pytest.mark.parametrize("whole", [True, False])
def test_command(whole, structures, tmp_path):
    """`python -m widgets choose` reads the chooser alone, and the answers file that holds it."""
    data = {"answers": {"complex-offer": 2, "leaders-time": -2, "money-for-years": -1}}
    head = {"format": 1, "model": {"id": "kam-programme", "version": "2.0.0"}}
    file = tmp_path / "chooser.json"
    file.write_text(json.dumps({**head, "chooser": data} if whole else data))
    command = [sys.executable, "-m", "widgets", "choose", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert choose(structures, data) == json.loads(done.stdout)
