"""Share links for any answers: they come back, in one form only, and a wrong letter is noticed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.ours import our_guide
from widgets.core.answers.file import as_json
from widgets.core.answers.states import ANSWERS, GATE_ANSWERS, UNKNOWN, Answers, NotApplicable
from widgets.core.importing.opened_file import read
from widgets.core.keeping import opening
from widgets.core.sharing import base62, share_link
from widgets.core.sharing.link_parts import WEIGHTS, Layout
from widgets.core.structures.structures import NO_FORM

GUIDE = our_guide()
MODEL, STRUCTURES = GUIDE.model, GUIDE.structures


OLD_CONTEXT = STRUCTURES.released("1.0.0", "question")
"""Facts that the first release asked for; the others follow from answers and are never given."""


def some(ids, values):
    """Any of `ids`, each with any of `values`."""
    return st.fixed_dictionaries({}, optional=dict.fromkeys(ids, values))


def context():
    """What both contexts of the chooser hold."""
    return {
        "answers": some(STRUCTURES.question, st.sampled_from((*ANSWERS, UNKNOWN))),
        "criteria": some(STRUCTURES.criterion, st.sampled_from((*ANSWERS, UNKNOWN))),
        "weights": some(STRUCTURES.criterion, st.sampled_from(WEIGHTS)),
        "gate": some([test.id for test in STRUCTURES.tests], st.sampled_from(GATE_ANSWERS)),
        "context": some(OLD_CONTEXT, st.sampled_from((True, False, None))),
    }


TODAY = [*STRUCTURES.option, NO_FORM]
OTHER = st.fixed_dictionaries(context())
HAVE = st.sets(st.sampled_from([add_on.id for add_on in STRUCTURES.add_ons])).map(sorted)
CHOOSER = st.fixed_dictionaries(
    {**context(), "have": HAVE, "today": st.sampled_from(TODAY), "other": OTHER}
)
RUNGS = st.sampled_from((0, 1, 2, 3, 4, UNKNOWN))
PRACTICES = st.fixed_dictionaries(
    {},
    optional={
        p.id: RUNGS | st.builds(NotApplicable, st.text(max_size=5)) if p.scope else RUNGS
        for p in MODEL.practices()
    },
)
PROFILE = st.fixed_dictionaries(
    {}, optional={q.id: st.sampled_from([o.id for o in q.options]) for q in MODEL.profile}
)
ANY = st.builds(
    Answers,
    PRACTICES,
    some(MODEL.dimension, RUNGS),
    profile=PROFILE,
    targets=some(MODEL.dimension, st.integers(0, 4)),
    chooser=st.just({}) | CHOOSER,
)


def without_texts(answers):
    """What a link can carry of `answers`, written plainly."""

    def full(part):
        if not isinstance(part, dict):
            return part
        inner = {key: full(value) for key, value in part.items()}
        return {key: value for key, value in inner.items() if value not in ({}, [])}

    practices = {
        id: NotApplicable("") if isinstance(state, NotApplicable) else state
        for id, state in answers.practices.items()
    }
    chooser = full(answers.chooser)
    if "have" in chooser:
        order = [add_on.id for add_on in STRUCTURES.add_ons]
        chooser["have"] = sorted(chooser["have"], key=order.index)
    return replace(answers, practices=practices, chooser=chooser)


def weighted(answers):
    """Whether no context gives every criterion a weight of 0, which no chooser takes."""
    part = answers.chooser
    return any(part.get("weights", {}).get(id, 1) for id in STRUCTURES.criterion)


@given(ANY.filter(weighted))
def test_every_answer_comes_back(answers):
    """Answers to a link and back are the same answers, and give the same link again."""
    link = share_link.fragment(answers, MODEL, STRUCTURES)
    opened = share_link.read(link, MODEL, STRUCTURES)

    assert without_texts(answers) == opened.answers
    assert link == share_link.fragment(opened.answers, MODEL, STRUCTURES)


@given(ANY.filter(weighted))
def test_opened_answers_pass_through_the_browser(answers):
    """What a link brings is kept as records and read back unchanged, as a valid file too."""
    opened = share_link.read(share_link.fragment(answers, MODEL, STRUCTURES), MODEL, STRUCTURES)
    kept = opening.read_records(opened.records(MODEL), MODEL)

    assert () == kept.problems
    assert share_link.fragment(answers, MODEL, STRUCTURES) == share_link.fragment(
        kept.answers, MODEL, STRUCTURES
    )
    assert opened.answers == read(json.dumps(as_json(opened.answers, MODEL)), MODEL, from_link=True)


@given(ANY.filter(weighted), st.data())
def test_one_wrong_letter_is_noticed(answers, data):
    """A letter that was changed, lost or added never opens other answers."""
    link = share_link.fragment(answers, MODEL, STRUCTURES)
    at = data.draw(st.integers(len("#kam="), len(link) - 1))
    letter = data.draw(st.sampled_from(base62.ALPHABET))
    for hurt in (link[:at] + letter + link[at + 1 :], link[:at] + link[at + 1 :]):
        if hurt == link:
            continue
        with pytest.raises(share_link.ShareError):
            share_link.read(hurt, MODEL, STRUCTURES)


@given(st.lists(st.integers(1, 9).flatmap(lambda r: st.tuples(st.integers(0, r - 1), st.just(r)))))
def test_numbers_come_back(pairs):
    """Values of any radix become letters and come back."""
    values, radices = ([pair[n] for pair in pairs] for n in (0, 1))
    text = base62.written(values, radices)

    assert base62.width(radices) == len(text)
    assert values == base62.values(text, radices)


def test_the_layout_of_the_present_release_has_48_and_8():
    """Part a has a question for each practice and each dimension, in frozen order."""
    layout = Layout(MODEL, STRUCTURES, MODEL.version)
    part = layout.written("a", {"answers": dict.fromkeys(MODEL.practice, 0)})
    slots = [slot for slot, _ in layout.opened("a", part[1:])]

    assert [*MODEL.practice, *MODEL.dimension] == [slot.path[1] for slot in slots]
