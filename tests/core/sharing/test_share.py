"""Share links: pinned byte for byte, canonical, and deaf to anything else."""

import json
from dataclasses import replace

import pytest
import yaml

from tests.support.case_files import CASES
from tests.support.renderings.links import FULL, MODEL, STRUCTURES, answers_of, text_of
from widgets.core.answers.states import UNKNOWN, Answers, Details, NotApplicable, Planned
from widgets.core.choosing.outcome import outcome_of
from widgets.core.scoring import result_words
from widgets.core.scoring.score import score
from widgets.core.sharing import base62, share_link
from widgets.core.sharing.link_contents import carried, rounded
from widgets.core.sharing.link_parts import Layout, nearest


def pinned(version="*"):
    """Every pinned link with its case; a file is named after form, model and structures."""
    for path in sorted((CASES / "share").glob(f"form-*-model-{version}*.yaml")):
        version = path.stem.split("-")[3]
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(version, case, id=f"{path.stem}: {case['name']}")


def written_now():
    """Those that the present releases write: all of theirs, and older ones without a chooser."""
    now = f"structures-{STRUCTURES.version}"
    for one in pinned(MODEL.version):
        if now in one.id or "chooser" not in one.values[1]:
            yield pytest.param(one.values[1], id=one.id)


def bad(name):
    """The cases of one file of links that must not open."""
    text = (CASES / "share" / name).read_text(encoding="utf-8")
    return [pytest.param(case, id=case["name"]) for case in yaml.safe_load(text)]


@pytest.mark.parametrize(("version", "case"), list(pinned()))
def test_pinned_links_keep_opening(version, case):
    """Every link that a release wrote opens with the same answers, for ever."""
    expected = answers_of(case, version=version)

    link = share_link.read(case["link"], MODEL, STRUCTURES)

    assert version == link.version
    assert expected == link.answers


def test_the_present_release_has_pinned_links():
    """A release without a file here would be tested by nothing."""
    assert [] != list(written_now())


@pytest.mark.parametrize("case", list(written_now()))
def test_the_present_release_writes_the_pinned_links(case):
    """The same answers give the same link, byte for byte; an older release is read only."""
    assert case["link"] == share_link.fragment(answers_of(case), MODEL, STRUCTURES)


def test_old_answers_from_a_link_count_as_from_a_file():
    """A link of the first release brings answers of which the ends count, and all are shown."""
    old = {"criteria": {"complex-offer": 2, "spread": 2}, "gate": {"margin-pays": "no"}}
    case = next(
        one.values[1] for one in pinned("1.0.0") if "chooser alone" in one.values[1]["name"]
    )
    link = share_link.read(case["link"], MODEL, STRUCTURES)
    found = outcome_of(MODEL, STRUCTURES, link.answers)

    assert {} == found.own.answers
    assert {"concentration", "units-per-account", "kam-maturity"} <= {*found.earlier}
    again = share_link.fragment(Answers(chooser=old), MODEL, STRUCTURES)
    found = outcome_of(MODEL, STRUCTURES, share_link.read(again, MODEL, STRUCTURES).answers)
    assert {"complex-offer": 2} == found.own.answers
    assert {"complex-offer", "units-per-account", "account-pays-for-resource"} == {*found.earlier}


@pytest.mark.parametrize("case", bad("bad-links.yaml"))
def test_a_link_that_cannot_be_opened_says_why(case):
    """One clear sentence: where, what was found, what must be, what to do."""
    with pytest.raises(share_link.ShareError) as error:
        share_link.read(text_of(case), MODEL, STRUCTURES)

    assert case["says"].replace("{version}", MODEL.version) == str(error.value)


def test_a_long_text_is_not_read():
    """A text that no link needs is refused before anything looks at it."""
    with pytest.raises(share_link.ShareError, match="found 20,001 characters"):
        share_link.read("x" * 20_001, MODEL)


def test_a_full_link_is_short():
    """All 38 + 8 answers take fewer than 80 characters beyond the page's address."""
    assert [*MODEL.practice] == [*FULL.practices]
    assert [*MODEL.dimension] == [*FULL.quick]
    assert len(share_link.fragment(FULL, MODEL, STRUCTURES)) < 80


WRAPPED = [
    "{}",
    "https://guide.example/kam/assessment/{}",
    "https://guide.example/kam/assessment/{}.",
    "(see https://guide.example/kam/assessment/{}).",
    "<https://guide.example/kam/assessment/{}>",
    'the link is "https://guide.example/{}", as promised',
    "\N{LEFT DOUBLE QUOTATION MARK}{}\N{RIGHT DOUBLE QUOTATION MARK}, kind regards",
    "Hello,\r\n\r\n  {}\r\n\r\nKind regards",
]


@pytest.mark.parametrize("around", WRAPPED)
def test_what_stands_around_a_link_does_not_matter(around):
    """Marks of punctuation, brackets, and a message around it."""
    text = around.format(share_link.fragment(FULL, MODEL, STRUCTURES))

    assert FULL == share_link.read(text, MODEL, STRUCTURES).answers


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r\n> ", " ", "\N{SOFT HYPHEN}", "=\r\n"])
@pytest.mark.parametrize("at", [6, 20, 40, 64])
def test_a_link_broken_by_a_mail_program_opens(break_, at):
    """Line breaks, also those of a quoted message, at any place."""
    link = share_link.fragment(FULL, MODEL, STRUCTURES)
    broken = f"See {link[:at]}{break_}{link[at:]}, as agreed.\r\nRegards"

    assert FULL == share_link.read(broken, MODEL, STRUCTURES).answers


@pytest.mark.parametrize("times", [1, 2])
def test_percent_signs_are_read(times):
    """A link inside another link has its marks written as percent signs, once or twice."""
    link = share_link.fragment(FULL, MODEL, STRUCTURES).replace("#", "%23").replace("=", "%3D")
    wrapped = f"https://mail.example/?url=https%3A%2F%2Fguide.example%2F{link}&data=05"
    text = wrapped if times == 1 else wrapped.replace("%", "%25")

    assert FULL == share_link.read(text, MODEL, STRUCTURES).answers


def test_no_free_text_travels():
    """Reasons, notes, owners, the plan, accounts and names stay behind."""
    told = "Ada Secret"
    practice = next(p.id for p in MODEL.practices() if p.scope)
    answers = Answers(
        practices={practice: NotApplicable(told)},
        details={practice: Details(note=told, evidence=told, owner=told)},
        actions={MODEL.advice[0].id: Planned(owner=told)},
        chooser={
            "accounts": [{"name": told, "stage": "basic"}],
            "seed": 7,
            "other": {"name": told},
            "board": {"organisation": told, "doubt": told},
        },
    )
    link = share_link.fragment(answers, MODEL, STRUCTURES)

    without = Answers(practices={practice: NotApplicable("")})
    assert share_link.fragment(without, MODEL, STRUCTURES) == link
    assert without == share_link.read(link, MODEL, STRUCTURES).answers


def test_order_does_not_matter():
    """Answers in another order give the same link."""
    turned = Answers(dict(reversed(FULL.practices.items())), dict(reversed(FULL.quick.items())))

    assert share_link.fragment(FULL, MODEL, STRUCTURES) == share_link.fragment(
        turned, MODEL, STRUCTURES
    )


def test_a_link_of_an_older_release_names_its_version():
    """Positions count in the list of that release, whatever the model asks now."""
    old = share_link.fragment(FULL, MODEL, STRUCTURES)
    entries = [("dimension", "new"), ("practice", "new")]
    kinds = ("dimension", "practice", "question", "option")
    before = tuple((kind, id) for kind in kinds for id in MODEL.released(MODEL.version, kind))
    newer = replace(
        MODEL,
        version="9.0.0",
        dimensions=MODEL.dimensions[1:],
        releases={MODEL.version: before, "9.0.0": tuple(entries)},
    )

    link = share_link.read(old, newer, STRUCTURES)

    assert MODEL.version == link.version
    assert FULL == link.answers
    record = link.records(newer)[f"practice.{next(iter(FULL.practices))}"]
    assert MODEL.version == json.loads(record)["model"]


def test_other_questions_under_the_same_version_are_noticed():
    """A guide whose publisher changed the list does not misread the links of another."""
    link = share_link.fragment(FULL, MODEL, STRUCTURES)
    turned = replace(MODEL, dimensions=MODEL.dimensions[::-1])

    with pytest.raises(share_link.ShareError) as error:
        share_link.read(link, turned, STRUCTURES)

    assert f"its questions are not those that version {MODEL.version} has" in str(error.value)


def test_add_ons_of_both_parts_come_in_one_order():
    """Lists of releases order them otherwise; what comes in is in the order of this guide."""
    old = next(one.values[1] for one in pinned("2.0.0") if "chooser alone" in one.values[1]["name"])
    part = old["link"].split(".")[6]
    ids = [add_on.id for add_on in STRUCTURES.add_ons]
    new = share_link.fragment(Answers(chooser={"have": ids[1:2]}), MODEL, STRUCTURES).split(".")[6]
    listed = Layout(MODEL, STRUCTURES, "2.0.0").listed({"c": part[1:], "s": new[1:]})
    body = f"1.kam-programme.2.0.0.{base62.check(listed)}.{part}.{new}"
    both = share_link.read(f"#kam={body}.{base62.check(body)}", MODEL, STRUCTURES).answers

    assert [id for id in ids if id in {*old["chooser"]["have"], ids[1]}] == both.chooser["have"]
    again = share_link.fragment(both, MODEL, STRUCTURES)
    assert both == share_link.read(again, MODEL, STRUCTURES).answers


def test_a_guide_without_a_chooser_opens_what_it_knows():
    """Answers to the assessment travel; a chooser's part needs a guide that has one."""
    assert FULL == share_link.read(share_link.fragment(FULL, MODEL), MODEL).answers
    part = Answers(chooser={"today": "segment-sales"})
    with pytest.raises(share_link.ShareError, match="does not know that one"):
        share_link.read(share_link.fragment(part, MODEL, STRUCTURES), MODEL)


@pytest.mark.parametrize(
    ("weight", "expected"),
    [(0, 0), (0.01, 0.25), (0.74, 0.5), (1, 1), (1.0, 1), (3, 2), (3.1, 4), (1e9, 4)]
    + [(value, None) for value in (-1, float("inf"), float("nan"), True, "2", None)],
)
def test_an_exact_weight_goes_as_the_nearest_class(weight, expected):
    """Only 0 becomes 0, so that no criterion falls out by rounding."""
    assert expected == nearest(weight)


def test_contents_are_told_before_a_link_is_copied():
    """What is in the link, counted."""
    case = {
        "practices": "0?-" + "." * 45,
        "quick": "1.......",
        "profile": {"size": "small", "phase": None},
        "targets": {"delivery-on-board": 2},
        "chooser": {
            "weights": {"spread": 3},
            "answers": {"concentration": 1},
            "have": ["sponsors"],
            "today": "none",
            "other": {"criteria": {"spread": 1}, "answers": {"concentration": 2}},
        },
    }
    answers = answers_of(case)

    assert [
        "answers to 3 practices, 1 of them “we don't know”, 1 of them “does not apply”",
        "1 quick answer, 1 of them replaced by answers to practices",
        "1 answer about your organisation",
        "1 target of your own",
        "4 answers in the structure chooser",
        "2 answers of the second context that the chooser compares",
    ] == carried(answers, MODEL)
    assert ["An exact weight goes as the nearest class of importance."] == list(rounded(answers))
    assert [] == carried(Answers(), MODEL)


def test_the_link_counts_quick_answers_as_the_result_does():
    """Eight in both, one of them not known; and why fewer count where practices are answered."""
    ids = [dimension.id for dimension in MODEL.dimensions]
    quick = {**dict.fromkeys(ids, 2), ids[0]: UNKNOWN}
    first = MODEL.dimensions[1].practices[0].id

    said = "8 quick answers, 1 of them “we don't know”"
    assert [said] == carried(Answers(quick=quick), MODEL)
    assert said in result_words.label(score(MODEL, Answers(quick=quick)))
    both = Answers({first: 2}, quick)
    assert [
        "answers to 1 practice",
        f"{said}, 1 of them replaced by answers to practices",
    ] == carried(both, MODEL)
    assert "7 quick answers, 1 of them “we don't know”" in result_words.label(score(MODEL, both))
