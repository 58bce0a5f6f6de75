"""Every rendering of one state tells one story: no two figures, and no two sentences, disagree.

Of each example state, what a person reads is made in every form: pages, text, print, workbook,
CSV, Markdown, HTML, pictures, calendar, and the same from the JSON and from the link read back.
Facts are taken out of each as a reader would, by what stands beside them, and compared; the score
itself, rounded by decimal arithmetic, is one more voice.
"""

import json
from collections import defaultdict

import pytest

from build_tools import ROOT
from build_tools.runtime.examples import examples
from tests.support.renderings.facts import (
    DAY,
    MODEL,
    NOW,
    Facts,
)
from tests.support.renderings.renderings import (
    LEAST,
    drawn,
    of_page,
    renderings,
    renderings_of_the_chooser,
)
from widgets.core.answers.states import Answers
from widgets.core.importing.opened_file import read
from widgets.core.keeping import opening
from widgets.core.keeping.visit import Visit
from widgets.core.page.view import Place
from widgets.core.scoring.score import score

VISIT = Visit(now=NOW, address="https://guide.example/assessment/")


def states() -> dict[str, Answers]:
    """The answers of every example and worked organisation, each once."""
    found: dict[str, Answers] = {}
    for example in examples(ROOT, MODEL):
        answers = opening.read_records(example.records, MODEL).answers
        if (answers.practices or answers.quick) and answers not in found.values():
            found[f"{example.widget}: {example.name}"] = answers
    for organisation in MODEL.organisations:
        file = {"format": 1, "model": {"id": MODEL.id, "version": MODEL.version}}
        file |= {"answers": dict(organisation.answers), "quick": dict(organisation.quick)}
        found[organisation.id] = read(json.dumps(file), MODEL)
    eighths = [2, 2, 2, 2, 2, 2, 2, 3]  # 17 / 8 = 2.125: a half in the third decimal
    found["a half"] = Answers(
        quick={d.id: rung for d, rung in zip(MODEL.dimensions, eighths, strict=True)}
    )
    return found


STATES = states()
CHOICES = {
    example.name: opening.read_records(example.records, MODEL).answers
    for example in examples(ROOT, MODEL)
    if example.widget == "chooser"
}
"""The answers of every example of the chooser."""


def heard(renderings: dict[str, Facts]):
    """Who says what of each thing, and how many facts each rendering gives."""
    voices: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    counts: dict[str, int] = {}
    for name, facts in renderings.items():
        told = list(facts)
        counts[name] = len(told)
        for thing, said in told:
            voices[thing][said].add(name)
    return voices, counts


@pytest.mark.parametrize("answers", STATES.values(), ids=STATES)
def test_one_story(answers):
    """Whatever two renderings say of one thing, they say the same."""
    place = Place(MODEL, "../", {}, VISIT)
    voices, counts = heard(renderings(answers, place))
    disagree = {thing: dict(said) for thing, said in voices.items() if len(said) > 1}

    assert {} == disagree
    assert {DAY} == set(voices[("date",)])
    assert 1 == len(voices[("headline",)])
    if score(MODEL, answers).score is not None:
        assert {} == {name: counts[name] for name, least in LEAST.items() if counts[name] < least}


@pytest.mark.parametrize("answers", CHOICES.values(), ids=CHOICES)
def test_one_story_of_the_chooser(answers):
    """Points, ranges, shares of first places and reasons are the same wherever they stand."""
    voices, counts = heard(renderings_of_the_chooser(answers, Place(MODEL, "../", {}, VISIT)))
    ranked = any(thing[0] == "first in" for thing in voices)
    told = {name: count for name, count in counts.items() if name not in ("engine", "page")}

    assert {} == {thing: dict(said) for thing, said in voices.items() if len(said) > 1}
    assert 1 == len(set(told.values()))
    assert (counts["page"] >= 30) == ranked


def test_one_story_hears_the_chooser():
    """Of an answer with a second context, a report tells points, shares and reasons of both."""
    place = Place(MODEL, "../", {}, VISIT)
    told = renderings_of_the_chooser(CHOICES["full, with a second context"], place)

    assert {"points", "first in", "adds", "second points", "second first in"} == {
        thing[0] for thing, _ in told["Markdown"]
    }


@pytest.mark.parametrize("answers", STATES.values(), ids=STATES)
def test_sentences_fit_the_figures(answers):
    """What a sentence claims of the whole holds: all known or not, a single level."""
    place = Place(MODEL, "../", {}, Visit(now=NOW))
    result = score(MODEL, answers)
    low, high = result.score_range or (0, 0)
    for name in ("assessment", "quick-scan"):
        text = drawn(name, place, answers)
        facts = dict(of_page(text))
        single = result.headline.kind == "level"

        assert facts.get(("all known",), "") in ("", "no" if high - low > 1e-9 else "yes")
        assert facts.get(("single level",), "") in ("", "yes" if single else "no")
        assert not single or not facts[("headline",)].startswith("Between")
