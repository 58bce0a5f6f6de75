"""The chooser gives the recorded results, and agrees with the reference on random contexts."""

import json
import subprocess
import sys
from random import Random

import pytest

from build_tools import ROOT
from tests.reference.choosing import choose as reference
from tests.reference.vetoes import coded_state
from tests.support.choosing import CONTEXTS, TABLE, choose, random_chooser, reference_table
from widgets.core.choosing.points import contest
from widgets.core.choosing.robustness import acceptability
from widgets.core.model.structures import ANSWERS
from widgets.core.model.veto_conditions import AnswerIs, parts
from widgets.core.questionnaire.chooser import chooser

UNKNOWNS = [0] * 34 + [1] * 9 + [2] * 4 + [3] * 2 + [4]
"""Numbers of unknown criteria in one batch of contexts: the reference is slow on many."""

BATCHES = 10


def same(expected: dict, actual: dict) -> None:
    """All keys of the reference, to the last bit; accounts by name and shape."""
    found = {key: actual[key] for key in expected}
    found["accounts"] = [{key: a[key] for key in ("name", "shape")} for a in actual["accounts"]]
    assert json.loads(json.dumps(expected)) == found
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

    assert expected["top"] == top
    assert expected["tie"] == result["tie"]
    assert expected["vetoed"] == result["vetoed"]
    assert expected["all_scores"] == points
    assert expected["add_on_score"] == points["programme-office"]


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_agreement_with_the_reference(batch, structures):
    """500 random contexts in ten batches: every key of the result, to the last bit.

    Slow, for the reference tries every completion in fractions.
    """
    random = Random(batch)
    table = reference_table(structures)
    for unknowns in UNKNOWNS:
        data = random_chooser(random, unknowns)
        same(reference(table, data), choose(structures, data))


@pytest.mark.parametrize("unknowns", [5, 9, 12])
def test_agreement_beyond_four_unknowns(unknowns, structures):
    """Drawn completions are those of the reference; the result says that they are drawn."""
    data = random_chooser(Random(unknowns), unknowns)
    result = choose(structures, data)

    same(reference(reference_table(structures), data), result)
    assert result["possible_first_exact"] is False


def test_the_published_table_is_that_of_the_reference(structures):
    """The same options, criteria, cells, gate and vetoes, in the same order."""
    rules = [{"id": c.id, "contribution": c.rule} for c in structures.criteria]
    kinds = {"ranked": "selectable", "recognise-only": "recognise_only", "add-on": "add_on"}
    cells = [
        {"option": option.id, "criterion": id, "fit": cell.fit, "basis": cell.basis}
        for option in structures.options
        for id, cell in option.cells.items()
    ]

    assert [{k: c[k] for k in ("id", "contribution")} for c in TABLE["criteria"]] == rules
    assert [(o["id"], o["role"]) for o in TABLE["options"]] == [
        (o.id, kinds[o.kind]) for o in structures.options
    ]
    assert TABLE["cells"] == cells
    assert TABLE["gate"]["tests"] == [{"id": t.id, "n": t.number} for t in structures.tests]
    assert [(v["id"], v["blocks"]) for v in TABLE["vetoes"]] == [
        (v.id, list(v.blocks)) for v in structures.vetoes
    ]


def test_conditions_hold_for_the_same_answers(structures):
    """Each coded condition of the reference and ours agree on every answer."""
    for raw, ours in zip(TABLE["vetoes"], structures.vetoes, strict=True):
        tests = [part for part in parts(ours.when) if isinstance(part, AnswerIs)]
        assert raw["coded"] == bool(tests)
        for test in tests:
            for answer in ANSWERS:
                known = {t.criterion: -2 if t.criterion == "price-buyers" else 2 for t in tests}
                known[test.criterion] = answer
                expected = coded_state(TABLE, raw["condition"], known)
                fires = any(other.holds(known[other.criterion]) for other in tests)
                assert expected == ("fires" if fires else "no")


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
    from widgets.core.model.structures_json import as_json

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
        "from widgets.core.model import structures_json\n"
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
    data = {"criteria": CONTEXTS[1]["criteria"]}
    head = {"format": 1, "model": {"id": "kam-programme", "version": "1.0.0"}}
    file = tmp_path / "chooser.json"
    file.write_text(json.dumps({**head, "chooser": data} if whole else data))
    command = [sys.executable, "-m", "widgets", "choose", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert choose(structures, data) == json.loads(done.stdout)
