"""What stands on the page for a board, and on its slide."""

import re
from random import Random

import pytest

from tests.support.given.boards import KINDS, LONG, PAIRS, TYPED, found
from tests.support.given.choosing import random_steps
from widgets.core.answers.states import Answers
from widgets.core.board.fitting import sheet
from widgets.core.board.panels import DECIDES, Tie
from widgets.core.board.sheet import TYPED as ROOM
from widgets.core.board.slide import MOST, slide
from widgets.core.board.steps import SIGNERS, signers, steps
from widgets.core.board.voice import ours
from widgets.core.choosing.outcome import outcome_of
from widgets.core.choosing_words.first_steps import SAME
from widgets.core.choosing_words.headline import headline
from widgets.core.structures.structures import NO_FORM

WORKING = re.compile(
    r"\b(points?|weights?|weighting|random|acceptability|criterion|criteria|gate|veto|flips?)\b"
    r"|[+−]\d",
    re.I,
)
"""Words of the working, none of which a board reads."""

AGAINST = {"accounts-with-time": 1, "co-creation": -1, "strong-functions-or-countries": -1}
"""With these another form leads a diamond team by a little."""

HEADS = {
    "this-form": ["Today: bow-tie KAM inside sales", "Then: diamond account team"],
    "keep": ["Today, and from now on: diamond account team", "What we mend"],
    "not-yet": ["Today: co-ordination overlay", "First", "Then: diamond account team"],
    "trial": ["Now: a trial", "Before more", "Then: diamond account team"],
    "no-kam": ["Today: segment sales", "Instead: one named contact", "What stops"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_panels(guide, kind):
    """Today and then; what comes first between them; what is mended; what stops."""
    page = sheet(found(guide, kind))

    assert kind.replace("trial", "not-yet") == page.answer
    assert HEADS[kind] == [panel.head for panel in page.drawing.panels]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", [{}, LONG], ids=["short", "long"])
def test_every_block_is_there_without_a_word_of_the_working(guide, kind, more):
    """Reasons, objection, what would change it, steps and who signs: all say something."""
    page = sheet(found(guide, kind, **more))
    said = [page.do, page.clear, page.again, *page.change, *page.signers, *page.sources]
    said += [part for one in page.reasons for part in (one.answer, one.because)]
    said += [page.objection.said.answer, page.objection.said.because, page.objection.answered]
    said += [part for step in page.steps for part in (step.text, step.agree)]
    said += [text for _, text in page.costs]

    assert page.reasons
    assert page.change
    assert page.steps
    assert page.signers
    assert [] == [text for text in said if WORKING.search(text)]


def test_the_account_that_is_drawn_is_the_first_with_contacts(guide):
    """The others are counted by their shapes; pairs to make are numbered after those of today."""
    accounts = [
        {"name": "Nobody met", "stage": "basic"},
        {"name": "Tea packer", "stage": "interdependent", "contacts": PAIRS},
        *({"name": f"Other {n}", "stage": "interdependent"} for n in range(11)),
        {"name": "Two leads", "stage": "cooperative"},
        {"name": "Unknown"},
    ]
    drawing = sheet(found(guide, "this-form", accounts=accounts)).drawing
    today, then = drawing.panels

    assert "Tea packer" == drawing.account
    assert (
        "and 14 more: 11 as teams of pairs, two as single pairs and one not yet known"
        == drawing.others
    )
    assert [Tie(**pair) for pair in PAIRS] == list(today.ties)
    assert [0, 0, 0, 1, 2] == [tie.number for tie in then.ties]
    assert 0 == today.blank


def test_who_meets_whom_today_is_never_guessed(guide):
    """Without contacts the panel of today has pairs to write in, and says so."""
    drawing = sheet(found(guide, "this-form")).drawing

    assert () == drawing.panels[0].ties
    assert drawing.panels[0].blank > 0
    assert drawing.note.startswith("Write in who meets whom today.")


def test_conditions_come_first_and_what_is_done_is_left_out(guide):
    """Their companions, then those missing, then the form's; a ticked one takes its step along."""
    first = [step.companion for step in steps(found(guide, "not-yet"))]
    had = steps(found(guide, "not-yet", have=["sponsors", "delivery-leads"]))

    assert ["sponsors", "delivery-leads", "pay-separation"] == first
    assert not {"sponsors", "delivery-leads"} & {step.companion for step in had}
    assert "pay-separation" == had[0].companion


def test_a_form_that_is_new_has_a_step_of_its_own(guide):
    """However many companions it needs; a form that is kept has none."""
    assert "" in [step.companion for step in steps(found(guide, "this-form"))]
    assert "" not in [step.companion for step in steps(found(guide, "keep"))]


def test_who_signs(guide):
    """Those who must agree, each once; where names are typed, these and no others."""
    asked = found(guide, "not-yet")
    typed = found(guide, "not-yet", board={"agree": "Anna Huber, Jan Novák; Anna Huber"})

    assert ("Leader concerned", "Chief executive", "Head of operations", "Heads of the units") == (
        signers(asked, steps(asked))[:4]
    )
    assert ("Anna Huber", "Jan Novák") == signers(typed, steps(typed))
    assert SIGNERS == len(sheet(found(guide, "keep", **LONG)).signers)


def test_what_is_typed_stands_there_and_is_never_made_up(guide):
    """As it was typed, on one line, in the room that there is; empty where nothing was."""
    assert TYPED == sheet(found(guide, "keep", board=TYPED)).typed
    assert {""} == set(sheet(found(guide, "keep")).typed.values())
    long = sheet(found(guide, "keep", **LONG)).typed
    assert all(ROOM[id] - 3 < len(text) <= ROOM[id] for id, text in long.items())


def test_a_form_that_is_kept_against_another_says_which(guide):
    """The strongest objection to staying is the form that leads on paper."""
    asked = found(guide, "keep", answers=KINDS["keep"]["answers"] | AGAINST)
    leader = asked.structures.option[asked.choice.home[0].option].name.lower()

    assert "diamond-team" == asked.choice.keep.option != asked.choice.home[0].option
    assert leader.split(" (")[0] in sheet(asked).objection.said.answer


def test_nothing_answered_makes_no_page(guide):
    """There is nothing to lay before anyone."""
    assert sheet(outcome_of(guide.model, guide.structures, Answers())) is None


def test_every_form_says_who_decides_and_steps_are_those_of_the_model(structures):
    """The tables of ours name all forms, and no step or companion that does not exist."""
    forms = {one.id for one in structures.options if one.kind != "add-on"}

    assert forms | {NO_FORM} == set(DECIDES)
    for (form, number), add_on in SAME.items():
        assert 1 <= number <= len(structures.option[form].first_steps)
        assert add_on in structures.add_on


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_may_name_any_option_as_todays(guide, kind):
    """One that the form never offers makes a page, too."""
    for option in guide.structures.option:
        assert sheet(found(guide, kind, today=option)) is not None


@pytest.mark.parametrize("seed", range(60))
def test_any_answers_make_a_page_and_a_slide(guide, seed):
    """Whatever is answered: no error, three reasons and steps at most, 95 words on the slide."""
    random = Random(seed)
    given = {
        "answers": random_steps(random),
        "today": random.choice([*DECIDES]),
        "have": random.sample(sorted(guide.structures.add_on), random.randint(0, 6)),
    }
    asked = outcome_of(guide.model, guide.structures, Answers(chooser=given))
    page = sheet(asked)

    assert "" == asked.problem
    settled = asked.choice.answer is not None and headline(asked).settled
    assert settled == (page is not None)
    if page:
        assert len(page.reasons) <= 3 >= len(page.steps)
        assert not {step.companion for step in page.steps} & set(given["have"])
        assert slide(page).words <= MOST


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", [{}, LONG], ids=["short", "long"])
def test_the_slide_is_short(guide, kind, more):
    """At most 95 words, and always what to do, a reason and a first step."""
    made = slide(sheet(found(guide, kind, **more)))

    assert made.words <= MOST
    assert made.do
    assert {"First step", "Look again"} < {title for title, _ in made.boxes}


@pytest.mark.parametrize(
    ("guide_says", "firm_says"),
    [
        ("Keep your central group.", "Keep our central group."),
        ("the customer found you harder to replace", "the customer found us harder to replace"),
        ("before you promise", "before we promise"),
        ("We would not change for so little.", "The guide would not change for so little."),
        ("yours has held", "ours has held"),
    ],
)
def test_the_page_speaks_for_the_firm(guide_says, firm_says):
    """You becomes we, and the guide's own "we" is named."""
    assert firm_says == ours(guide_says)


def test_no_sentence_of_the_model_is_left_half_in_another_voice(structures):
    """Nothing that the page takes from the model addresses the reader any more."""
    said = [text for one in structures.questions for text in (one.falls, one.rises)]
    said += [step.step for one in structures.options for step in one.first_steps]
    said += [text for one in structures.add_ons for text in (one.first_step, one.cost, one.agree)]

    assert [] == [text for text in map(ours, said) if re.search(r"\byou(rs?)?\b", text, re.I)]
