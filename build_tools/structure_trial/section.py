"""What the page *How well does it measure?* says of the chooser, as rows of its tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.structure_trial import questions, rivals, tables
from build_tools.structure_trial.hits import Hits, between_judges, elsewhere, hits
from build_tools.structure_trial.readings import HAVE, TODAY, Firm, Reading
from build_tools.structure_trial.said import Advice, Rule, Said, advice, ours
from build_tools.structure_trial.shares import Shares, interval, mean, percent, with_interval
from build_tools.structure_trial.wording import form
from widgets.core.choosing.decision import PATIENCE, TRIAL, Patience
from widgets.core.structures.structures import Structures
from widgets.core.words.english import listed, upper_first

type Row = tuple[str, ...]

EARLIER: Row = ("Its release 1.0.0, on its own readings", "22 %", "53 %", "19 %", "69 %", "–")
"""Counted once, before the rules were changed; those readings are kept, the engine is not."""


@dataclass(frozen=True, slots=True)
class Group:
    """One set of firms."""

    firms: int
    readings: int
    rows: Mapping[str, Row]
    """By rule: its name, first, three, against, same, and firsts where today's form is no judged
    first."""
    erred: tuple[Row, ...]
    """Firms of which some reading has a first that no judge named first."""
    stays: str
    """The share of readings in which today's form is a judged first."""


@dataclass(frozen=True, slots=True)
class Section:
    """Everything that the page says of the chooser."""

    version: str
    unread: str
    """Questions that were not read as they are worded now, by id."""
    tuning: Group
    sealed: Group | None
    chance: tables.Chance
    left_out: Row
    numbers: str
    """The pairs of numbers that firms left out were met by."""
    questions: tuple[Row, ...]
    same: Mapping[str, str]
    judges: Row


def section(
    structures: Structures,
    groups: Mapping[str, Sequence[Firm]],
    titles: Mapping[str, str],
    unread: Sequence[str],
) -> Section:
    """`groups`: the firms tuned on and the sealed ones, these perhaps none; `titles` by firm."""
    tuning, sealed = groups["tuning"], groups["sealed"]
    names = rivals.best_three(tuning, structures)
    left = tables.left_out(structures, tuning)
    told = questions.same(structures, tuning)
    return Section(
        version=structures.version,
        unread=listed([f"`{id}`" for id in unread]),
        tuning=_group(structures, tuning, names, titles, True),
        sealed=_group(structures, sealed, names, titles, False) if sealed else None,
        chance=tables.chance(structures, tuning, tables.PERMUTED),
        left_out=_figures(left.hits),
        numbers=", or ".join(f"{level} and {held}" for level, held in left.chosen),
        questions=tuple(
            (structures.question[one.id].question, *_question(one))
            for one in questions.told(structures, tuning)
        ),
        same={id: percent(equal / of) for id, (equal, of) in told.items() if id in (TODAY, HAVE)},
        judges=_figures(between_judges(tuning)),
    )


def _group(
    structures: Structures,
    firms: Sequence[Firm],
    names: Sequence[str],
    titles: Mapping[str, str],
    earlier: bool,
) -> Group:
    said = advice(firms, ours(structures))
    rows = {"ours": ("**The chooser**", *_row(firms, said, True))}
    if earlier:
        rows["earlier"] = EARLIER
    for key, (name, rule) in _rules(structures, names).items():
        rows[key] = (name, *_row(firms, advice(firms, rule)))
    rows["judges"] = ("One judge beside the other", *_figures(between_judges(firms))[:3], "–", "–")
    stays = [r.today in firm.firsts for firm in firms for r in firm.readings]
    return Group(
        firms=len(firms),
        readings=len(stays),
        rows=rows,
        erred=tuple(_erred(structures, firms, said, titles)),
        stays=percent(sum(stays) / len(stays)),
    )


def _rules(structures: Structures, names: Sequence[str]) -> Mapping[str, tuple[str, Rule]]:
    three, level = listed([form(structures, id) for id in names]), PATIENCE.level
    return {
        "never": ("It, never keeping a form for being there", ours(structures, tables.NEVER)),
        "level": (
            f"It, keeping any form up to {level} points behind",
            ours(structures, Patience(level, level)),
        ),
        "at_once": (
            "It, without *first this, then that*",
            ours(tables.without_conditions(structures)),
        ),
        "untold": ("It, told nothing of today's form", _untold(structures)),
        "today": ("Always today's form", rivals.as_it_is()),
        "team": (f"Always {form(structures, rivals.TEAM)}", rivals.always(rivals.TEAM)),
        "leaves": (
            f"If nobody has it as a job, {form(structures, TRIAL)}; "
            f"else {form(structures, rivals.TEAM)}",
            rivals.two_leaves(),
        ),
        "fixed": (f"Always {three}", rivals.always(*names)),
    }


def _untold(structures: Structures) -> Rule:
    rule = ours(structures)

    def untold(reading: Reading) -> Said:
        return rule(replace(reading, today=None))

    return untold


def _row(firms: Sequence[Firm], said: Advice, with_intervals: bool = False) -> Row:
    hit, of = elsewhere(firms, said)
    return (*_figures(hits(firms, said), with_intervals), f"{hit} of {of}")


def _figures(found: Hits, with_intervals: bool = False) -> Row:
    shares = (found.first, found.three, found.against, found.same)
    return tuple(_share(one, with_intervals) for one in shares)


def _share(shares: Shares, with_interval_: bool) -> str:
    if not with_interval_:
        return percent(mean(shares))
    return with_interval(shares) if len(set(interval(shares))) > 1 else percent(mean(shares))


def _erred(
    structures: Structures, firms: Sequence[Firm], said: Advice, titles: Mapping[str, str]
) -> list[Row]:
    found: list[Row] = []
    for firm, of in zip(firms, said, strict=True):
        if all(one.first in firm.firsts for one in of):
            continue
        mine = dict.fromkeys(upper_first(form(structures, one.first)) for one in of)
        theirs = dict.fromkeys(form(structures, one.first) for one in firm.judged)
        among = sum(bool({*one.named} & firm.firsts) for one in of)
        found.append(
            (
                f"[{titles[firm.id]}](cases/{firm.id}.md)",
                " · ".join(mine),
                " · ".join(map(upper_first, theirs)),
                f"{among} of {len(of)}",
            )
        )
    return found


def _question(one: questions.Told) -> Row:
    return (
        " ".join(map(str, one.steps)),
        *map(str, one.without),
        str(one.equal),
        f"{one.within_one} of {one.both}",
    )
