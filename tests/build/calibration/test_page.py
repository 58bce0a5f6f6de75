"""The page says what the readings say: made anew, and by other sums straight from the files."""

import re
from functools import cache
from itertools import product
from statistics import correlation, fmean
from xml.dom.minidom import parseString

import pytest
import yaml

from build_tools import ROOT
from build_tools.calibration.case_pages import FOLDER, read_pages
from build_tools.calibration.command import PAGE, QUESTIONS, differs
from build_tools.calibration.page import pages
from build_tools.calibration.readings import Calibration, load
from build_tools.calibration.targets import CHOOSER_TARGETS, TARGETS, Found
from build_tools.reading.folder import ModelFolder
from build_tools.releases import frozen_words
from build_tools.releases.changes import asks_alike
from tests.support.given.calibrated import MODEL, ONE, OTHER, write
from widgets.core.words.numbers import fixed

READINGS = ROOT / "calibration/readings"


@pytest.fixture(scope="module")
def calibration(model) -> Calibration:
    """What this checkout holds."""
    return load(ROOT / "calibration", model)


@pytest.fixture(scope="module")
def printed() -> str:
    """The page as it stands in the checkout."""
    return (ROOT / PAGE).read_text(encoding="utf-8")


def test_the_page_is_up_to_date(calibration, model, structures, printed):
    """`make calibrate` would write the same, and the page of each question beside it."""
    questions = (ROOT / QUESTIONS).read_text(encoding="utf-8")

    assert (printed, questions) == pages(calibration, model, structures)


def test_the_margins_are_those_of_the_sealed_firms(calibration, model):
    """The model says of its results what was measured, and nothing else."""
    assert [] == differs(ROOT, calibration, model)


def test_other_margins_are_noticed(tmp_path):
    """The message says what the file must hold."""
    folder = write(tmp_path / "calibration", {"one": ONE})
    (tmp_path / "docs/model").mkdir(parents=True)
    (tmp_path / "docs/model/measured.yaml").write_text("cases: 1\n")
    (found,) = differs(tmp_path, load(folder, MODEL), MODEL)

    assert found.startswith("docs/model/measured.yaml: holds other margins; it must hold {'model'")


@cache
def read(name: str) -> dict:
    """One file of readings of the firms that we tuned on."""
    return yaml.safe_load((READINGS / f"{name}.yaml").read_text(encoding="utf-8"))


def by_dimension(model, way: str) -> dict:
    """Scores by reader, firm and dimension, without the code under test; unknown ones left out."""
    found = {}
    for reader in (1, 2):
        for firm, said in read(f"{way}-{reader}").items():
            for d in model.dimensions:
                ids = [d.id] if way == "quick" else [p.id for p in d.practices]
                rungs = [a for id in ids if isinstance(a := said["answers"].get(id), int)]
                if rungs:
                    found[reader, firm, d.id] = fmean(rungs)
    return found


def judged(firm: str, dimension: str = "") -> float:
    """The mean of both judgements of a firm, or of one dimension of it."""
    both = [read(f"judge-{n}")[firm] for n in (1, 2)]
    return fmean(one["dimensions"][dimension] if dimension else one["programme"] for one in both)


def cell(printed: str, row: str, way: str) -> str:
    """The figure of a row of the table of every figure, without its interval."""
    table = printed.partition("## Every figure")[2].splitlines()
    line = next(line for line in table if line.startswith(f"| {row} |"))
    return line.split(" | ")[1 if way == "quick" else 2].split(" (")[0].strip("+ |")


@pytest.mark.parametrize("way", ["quick", "full"])
def test_figures_of_the_page_by_other_sums(model, printed, way):
    """Bias, error, both correlations, the share far off and the copied score, from the files."""
    scores = by_dimension(model, way)
    firms = sorted(read("judge-1"))
    beside = {firm: {d.id: judged(firm, d.id) for d in model.dimensions} for firm in firms}
    pairs = [(score, beside[firm][d]) for (_, firm, d), score in scores.items()]
    errors = [one - other for one, other in pairs]
    own, theirs, copied, programmes = [], [], [], []
    for reader, firm in product((1, 2), firms):
        profile = {d: s for (r, f, d), s in scores.items() if (r, f) == (reader, firm)}
        mean, other = fmean(profile.values()), fmean(beside[firm][d] for d in profile)
        own += [s - mean for s in profile.values()]
        theirs += [beside[firm][d] - other for d in profile]
        copied += [abs(mean - level) for level in beside[firm].values()]
        programmes.append((mean, judged(firm)))
    off = [one - other for one, other in programmes]
    said = {
        "Programme score: too high (+) or too low (−)": fixed(fmean(off), 2),
        "Programme score: mean error": fixed(fmean(map(abs, off)), 2),
        "Programme score: correlation": fixed(correlation(*zip(*programmes, strict=True)), 2),
        "Dimension score: too high or too low": fixed(fmean(errors), 2),
        "Dimension score: mean error": fixed(fmean(map(abs, errors)), 2),
        "Dimension score: correlation": fixed(correlation(*zip(*pairs, strict=True)), 2),
        "Dimension score: correlation within a firm": fixed(correlation(own, theirs), 2),
        "Dimension score: more than 1 off": f"{fixed(100 * fmean(abs(e) > 1 for e in errors))} %",
        "Programme score copied into every dimension: mean error": fixed(fmean(copied), 2),
    }

    assert said == {row: cell(printed, row, way) for row in said}


def test_equal_answers_by_other_sums(model, printed):
    """The share of equal full answers, and how many there are, from the files."""
    one, other = (read(f"full-{n}") | read(f"sealed/full-{n}") for n in (1, 2))
    read_of_all = [
        p.id
        for p in model.practices()
        if all(p.id in said["answers"] for side in (one, other) for said in side.values())
    ]
    same = [one[f]["answers"][id] == other[f]["answers"][id] for f in one for id in read_of_all]

    assert f"same answer in {fixed(100 * fmean(same))} % of {len(same)} places" in printed


def test_every_target_has_its_row(printed):
    """Each with what was reached, or that it was not read; those of the chooser come after."""
    rows = re.findall(r"^\| ([^|]+) \| (?:at (?:most|least) [^|]+|none) \| ", printed, re.MULTILINE)

    assert [target.figure for target in (*TARGETS, *CHOOSER_TARGETS)] == rows


def test_a_target_is_met_or_missed(tmp_path):
    """Quick scores are 0.5 too kind, quick and full differ by nothing, no sequel was read."""
    folder = write(tmp_path, {"one": ONE, "other": OTHER})
    found = Found(MODEL, load(folder, MODEL), "tuning")
    met = {target.figure: target.met(found) for target in TARGETS}

    assert False is met["Programme score: too high or too low"]
    assert True is met["Quick less full, a dimension"]
    assert None is met["Ranks against the sequels"]


@pytest.mark.filterwarnings("ignore:The BCa confidence interval:scipy.stats.DegenerateDataWarning")
def test_the_page_with_sealed_firms(tmp_path):
    """Once they are read, their figures stand first and the targets are met or not."""
    firms = {"one": ONE, "other": OTHER}
    folder = write(tmp_path, firms)
    before = pages(load(folder, MODEL), MODEL)[0]
    write(folder, {"shut": OTHER, "kept": ONE}, "sealed")
    after = pages(load(folder, MODEL), MODEL)[0]

    assert "not read yet, so there is no margin" in before
    assert "not read yet, so there is no margin" not in after
    assert "| **The sealed firms** | 1.5 (largest 1.50) | " in after
    assert re.search(r"^\d+ of 22 were met\.", after, re.MULTILINE)
    assert "Quick, all firms" in after


def test_every_firm_that_was_read_has_a_page(calibration, model, structures):
    """The list leads to each; a page holds its sheet, the judgements and the sequel."""
    made = read_pages(ROOT, model, structures)

    assert len(calibration.cases) + 1 == len(made)
    for case in calibration.cases:
        text = made[f"{FOLDER}/{case.id}.md"]
        assert f"({case.id}.md)" in made[f"{FOLDER}/index.md"]
        assert case.sheet.splitlines()[-1] in text
        assert all(" ".join(said.why.split()) in text for said in case.judged)
        assert case.sequel.strip().splitlines()[-1] in text
        assert (case.forms is not None) == ("**Which structure?**" in text)


def test_keystones_are_practices(calibration, model):
    """Each stands in the dimension that names it."""
    homes = {id: model.home[id].id for keys in calibration.keystones.values() for id in keys}

    assert homes == {id: d for d, keys in calibration.keystones.items() for id in keys}


def test_the_readings_are_those_of_this_model(calibration):
    """A version that asks otherwise must be read anew; one with other facts need not be."""
    root = ROOT / "docs" / "model"

    assert asks_alike(
        frozen_words.released(root)[calibration.model], frozen_words.now(ModelFolder(root))
    )


def test_pictures_can_be_read_aloud(printed):
    """Each is one line of HTML with a title and a description; colours come from classes."""
    figures = re.findall(r"^<figure .*</figure>$", printed, re.MULTILINE)
    css = (ROOT / "docs/assets/stylesheets/figures.css").read_text(encoding="utf-8")

    assert 2 == len(figures)
    for figure in figures:
        [svg] = parseString(figure).getElementsByTagName("svg")
        assert "img" == svg.getAttribute("role")
        assert all(svg.getElementsByTagName(name)[0].firstChild.data for name in ("title", "desc"))
        assert not re.search(r"\s(style|fill|stroke)=", figure)
        for name in set(re.findall(r"kam-drawing[\w-]*", figure)):
            assert f".{name}" in css
