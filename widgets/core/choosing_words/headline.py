"""The answer in three lines: what to do, how clear that is, and what would change it.

Pure.  Pages, plain text, paper, exports and the slide of a board all say these lines.  What no
headline says (points, weights and the like) stands in the working.
"""

from dataclasses import dataclass, replace

from widgets.core.choosing.choice import Choice
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import clearness, turning
from widgets.core.choosing_words.failed_tests import FAILED, failed, matter
from widgets.core.choosing_words.not_known import before, few, still_open
from widgets.core.choosing_words.phrases import bare, companion, fitting, form_of, option
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.structures.structures import Structures
from widgets.core.words.english import in_words, listed, lower_first, upper_first

DO, CLEAR, FLIP = 28, 22, 40
"""Words that each line has at most; a close call has as many as the names of its forms take."""

ONE_LEADER = "Let one leader look after one to three accounts beside the day job"
PEACE = (
    "Peace between departments is the only reason given. Key account management is too heavy a "
    "tool for that: mend that first."
)
NEEDS = 3
"""Companions that a line names at most."""
MENDS = 2


@dataclass(frozen=True, slots=True)
class ThreeLines:
    """The answer, line by line; a line that is empty is not said."""

    do: str
    """What to do, in at most `DO` words."""
    clear: str = ""
    """How clear that is, in at most `CLEAR` words, or all between which it is a close call."""
    flip: str = ""
    """What would change it, in at most `FLIP` words."""
    extra: tuple[str, ...] = ()
    """What the answer needs first, when to look again, what is still to be found out."""
    warning: str = ""
    """What stands above the answer."""
    settled: bool = True
    """Whether there is an answer that says something; if not, nothing is built on it."""
    even: bool = False
    """Whether the second line is as large as the first, since it tells one answer from another."""

    @property
    def lines(self) -> tuple[str, ...]:
        """All that is said, in order."""
        said = (self.warning, self.do, self.clear, self.flip, *self.extra)
        return tuple(line for line in said if line)


def headline(found: Outcome) -> ThreeLines:
    """The answer to a reader."""
    return of_choice(found.structures, found.chooser, found.choice)


def of_choice(structures: Structures, chooser: Chooser, choice: Choice) -> ThreeLines:
    """The answer that `choice` is to the answers of `chooser`."""
    open_ = still_open(structures, chooser, choice)
    if choice.answer == "no-kam":
        said = _no_kam(structures, chooser, choice)
    elif (early := before(structures, chooser, choice)) is not None:
        said, open_ = ThreeLines(*early, settled=False), ""
    elif choice.answer == "not-yet":
        said = _not_yet(structures, chooser, choice)
    elif choice.keep:
        said = _keep(structures, chooser, choice)
    else:
        said = _this_form(structures, chooser, choice)
    warning = PEACE if chooser_says_peace(choice) else ""
    rests = few(structures, chooser) if said.settled and choice.answer != "no-kam" else ""
    extra = (*filter(None, [rests]), *said.extra, *filter(None, [open_]))
    return replace(said, extra=extra, warning=warning)


def chooser_says_peace(choice: Choice) -> bool:
    """Whether peace between departments is the only reason that is given."""
    return "V11" in choice.notices


def brief(structures: Structures, choice: Choice) -> str:
    """The answer in a few words, for a small panel; empty without one."""
    form = bare(structures, choice.first) if choice.first else ""
    if choice.answer == "no-kam":
        return "No key account management"
    if choice.answer == "keep":
        return f"Keep your {form}"
    if clearness.is_trial(choice):
        return "Not yet: a trial first" if clearness.more(choice) else "No more than a trial"
    if choice.answer == "not-yet":
        return f"Not yet; then {form}" if form else "Not yet"
    return upper_first(form)


def form(structures: Structures, id: str) -> str:
    """A form in words of what one would see, with its name in brackets."""
    return f"{structures.option[id].phrase} ({bare(structures, id)})"


def _this_form(structures: Structures, chooser: Chooser, choice: Choice) -> ThreeLines:
    first = choice.first or ""
    today = form_of(structures, chooser.today)
    if today is not None and today.id != first:
        do = (
            f"Move from your {bare(structures, today.id)} to {option(structures, first)}: "
            f"{structures.option[first].phrase}."
        )
    else:
        do = f"{upper_first(form(structures, first))}."
    needs = [companion(structures, id) for id in choice.companions[:NEEDS]]
    first_needs = f"It needs first: {listed(needs)}." if needs else ""
    return ThreeLines(
        do=do,
        clear=clearness.this_form(structures, chooser, choice),
        flip=turning.flip(structures, chooser, choice, FLIP),
        extra=tuple(filter(None, [first_needs])),
    )


def _keep(structures: Structures, chooser: Chooser, choice: Choice) -> ThreeLines:
    kept = choice.keep.option if choice.keep else ""
    name = bare(structures, kept)
    mends = [companion(structures, id) for id in (choice.keep.mend if choice.keep else ())]
    again = next(one for one in structures.verdicts if one.id == "pass").ask_again
    return ThreeLines(
        do=_keep_and_mend(structures, choice, name, mends),
        clear=clearness.keep(structures, chooser, choice),
        flip=turning.flip(structures, chooser, choice, FLIP),
        extra=(f"Look at it again {lower_first(again)}",),
    )


def _keep_and_mend(structures: Structures, choice: Choice, name: str, mends: list[str]) -> str:
    if choice.conditions:
        first = structures.condition[choice.conditions[0]]
        more = _more(len(choice.conditions) - 1)
        return fitting(
            DO,
            [
                f"Keep your {name}, and mend this first: {first.first}{more}.",
                f"Keep your {name}, and mend this first: {lower_first(first.name)}{more}.",
            ],
        )
    if not mends:
        return f"Keep your {name}. Nothing in your answers asks for a change."
    count = min(len(mends), MENDS)
    things = "one thing" if count == 1 else f"{in_words(count)} things"
    return f"Keep your {name}, and mend {things}: {', and '.join(mends[:count])}."


def _not_yet(structures: Structures, chooser: Chooser, choice: Choice) -> ThreeLines:
    conditions = choice.conditions
    first = choice.first
    if first is None or not choice.then:
        return ThreeLines(
            f"Not yet. First {_both(structures, choice, whole=True)}.",
            "Answer the other questions, and you see what fits then.",
        )
    if clearness.is_trial(choice):
        return _trial(structures, chooser, choice)
    then = f"Then {form(structures, first)}."
    short = f"Then {bare(structures, first)}."
    whole, names = (_both(structures, choice, whole=whole) for whole in (True, False))
    one = lower_first(structures.condition[conditions[0]].name) if conditions else ""
    alone = f"{one}{_more(len(conditions) - 1)}"
    now = form_of(structures, chooser.today)
    keep = f"Until then keep your {bare(structures, now.id)}" if now else ""
    until = (f"{keep}, and promise no more than it can hold.", f"{keep}.") if now else ()
    return ThreeLines(
        do=fitting(
            DO,
            [
                f"Not yet. First {said}. {after}"
                for after in (then, short)
                for said in (whole, names, alone)
            ],
        ),
        clear=clearness.then(structures, choice),
        flip=turning.flip(structures, chooser, choice, FLIP, before=until),
    )


def _trial(structures: Structures, chooser: Chooser, choice: Choice) -> ThreeLines:
    name = bare(structures, choice.first or "")
    going = chooser.today == choice.first
    first = "a trial first" if clearness.more(choice) else "no more than a trial"
    start = "Not yet: the trial goes on." if going else f"Not yet: {first}."
    return ThreeLines(
        do=f"{start} {ONE_LEADER} ({name}).",
        clear=clearness.after_trial(structures, choice, CLEAR),
        flip=turning.flip(structures, chooser, choice, FLIP),
        even=True,
    )


def _both(structures: Structures, choice: Choice, *, whole: bool) -> str:
    """Two conditions at most, and how many more there are."""
    conditions = [structures.condition[id] for id in choice.conditions]
    said = [one.first if whole else lower_first(one.name) for one in conditions[:2]]
    left = len(conditions) - len(said)
    return ", and ".join(said) if not left else f"{', '.join(said)}{_more(left)}"


def _more(left: int) -> str:
    return f", and {in_words(left)} more" if left > 0 else ""


def _no_kam(structures: Structures, chooser: Chooser, choice: Choice) -> ThreeLines:
    tests = failed(structures, chooser)
    said = ", and ".join(FAILED[test] for test in tests[:2] if test in FAILED)
    instead = (
        structures.option[choice.home[0].option].phrase if choice.home else "serve them by segment"
    )
    again = next(one for one in structures.verdicts if one.id == "not-kam").ask_again
    other = matter(structures, tests)
    return ThreeLines(
        do=f"No key account management: {said}.",
        clear=f"Instead: {instead}, and give each large customer one named contact.",
        flip=fitting(
            FLIP,
            [
                f"Ask again {lower_first(again)} It would be another matter if {other}.",
                f"Ask again {lower_first(again)}",
            ],
        ),
    )
