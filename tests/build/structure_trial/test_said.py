"""What counts as the chooser's first and three, and which words a reader has seen."""

from dataclasses import replace

import pytest

from build_tools.structure_trial.questions import same, told
from build_tools.structure_trial.readings import reworded, words
from build_tools.structure_trial.said import ours
from build_tools.structure_trial.tables import NEVER
from build_tools.structure_trial.wording import form, met_first
from build_tools.structure_trial.wording import told as in_words
from tests.support.given.chosen import NO_KAM, made, read
from widgets.core.choosing.choice import choose
from widgets.core.choosing.decision import Patience
from widgets.core.files.refusals import AnswersError


def said(structures, reading, **changed):
    """What the chooser says to one reading."""
    [one, _] = made(readers=[reading] * 2).readings
    return ours(structures, **changed)(one)


@pytest.mark.parametrize(
    "reading",
    [
        read(),
        read("segment-sales", leaders_time=-2, money_for_years=-2),
        read("co-ordination-overlay", operations_accept=-2),
        read("central-group", today_has_held=-2),
    ],
)
def test_our_three_are_the_site_s(structures, reading):
    """The first is the one that the answer names; the others follow in the ranking it rests on."""
    [one, _] = made(readers=[reading] * 2).readings
    choice = choose(structures, one.chooser(structures))
    ranking = [home.option for home in (choice.home if choice.then is None else choice.then)]
    others = [id for id in ranking if id != choice.first]
    found = said(structures, reading)

    assert (choice.first, *others[:2]) == found.named
    assert (choice.answer, choice.conditions) == (found.answer, found.conditions)


def test_no_kam_counts_as_none(structures):
    """The judges' word for it is "none"; what is left follows."""
    found = said(structures, read(**NO_KAM))

    assert ("no-kam", "none") == (found.answer, found.first)
    assert {"segment-sales", "part-time-ownership"} == {*found.named[1:]}


def test_patience(structures):
    """With none, no form stays that another leads; with a great deal, any that is open does."""
    reading = read("balanced-matrix")

    assert "diamond-team" == said(structures, reading, patience=NEVER).first
    assert "balanced-matrix" == said(structures, reading, patience=Patience(99, 99)).first
    held = Patience(-1, 99)
    assert "balanced-matrix" == said(structures, reading, patience=held).first
    lapsed = read("balanced-matrix", today_has_held=-2)
    assert "diamond-team" == said(structures, lapsed, patience=held).first


def test_nothing_known_has_no_first(structures):
    """Where every answer is open there is nothing to go by."""
    silent = dict.fromkeys((id.replace("-", "_") for id in read()["answers"]), "silent")
    found = said(structures, read("none", **silent))

    assert ((), None) == (found.named, found.first)
    assert "Nothing to go by" == in_words(structures, found)


@pytest.mark.parametrize("wrong", [{"today": "an-idea"}, {"have": ["a-wish"]}, {"an_idea": 1}])
def test_what_the_model_has_not_is_refused(structures, wrong):
    """A reading must name forms, things and questions that there are."""
    with pytest.raises(AnswersError):
        said(structures, read(**wrong))


def test_words(structures):
    """An answer names its kind and three forms; a condition stands by its name."""
    found = said(structures, read("central-group", operations_accept=-2))
    names = [form(structures, id) for id in found.named]

    assert in_words(structures, found).endswith(
        f": **{names[0]}**; then {names[1]}; then {names[2]}"
    )
    assert structures.condition["operations"].name.lower() == met_first(structures, found).lower()
    assert ("none", "another form") == (form(structures, "none"), form(structures, "other"))


def test_what_each_question_tells(structures):
    """Steps are counted, and so is each reason for choosing none."""
    firm = made(readers=[read(concentration=2), read(concentration=0, price_buyers="ill")])
    found = {one.id: one for one in told(structures, [firm, made("b")])}

    assert ((0, 0, 1, 2, 1), 1, 2, 1) == summed(found["concentration"])
    assert (0, 0, 1) == found["price-buyers"].without
    assert 1 == found["price-buyers"].equal
    assert (4, 0, 0) == found["who-needs-whom"].without
    assert {"today": (2, 2)} == {"today": same(structures, [firm, made("b")])["today"]}


def summed(one):
    """Steps, equal answers, both chose, within one."""
    return one.steps, one.equal, one.both, one.within_one


def test_a_question_is_read_as_it_stands(structures):
    """A changed hint, a changed line of today and a changed tick each ask for reading again."""
    read_before = words(structures)
    first, *rest = structures.questions
    asked = replace(structures, questions=(replace(first, hint="Count again."), *rest))
    option = structures.option["diamond-team"]
    seen = replace(
        structures,
        options=tuple(replace(o, seen="A team.") if o is option else o for o in structures.options),
    )
    ticks = replace(
        structures,
        add_ons=tuple(replace(one, have_as="It is there.") for one in structures.add_ons),
    )

    assert () == reworded(read_before, structures)
    assert (first.id,) == reworded(read_before, asked)
    assert ("today",) == reworded(read_before, seen)
    assert ("have",) == reworded(read_before, ticks)
