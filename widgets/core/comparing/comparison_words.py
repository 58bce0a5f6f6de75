"""A comparison in words: what the panel, a copied text and a file say alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from widgets.core.comparing.candidates import ChosenSide
from widgets.core.comparing.movement import Comparison, DimensionMove, PracticeMove, direction
from widgets.core.comparing.units import Across, RollUp
from widgets.core.migrating.file_migration import Migrated, Old
from widgets.core.model.maturity import Model
from widgets.core.scoring import margins, result_words
from widgets.core.words import english, numbers
from widgets.core.words.numbers import MINUS

SMALL = 0.05
"""Change of an exposure, 0 to 1, that is not worth a line; our judgement."""


def signed(change: float) -> str:
    """A change with its sign, such as "+0.5"; "0" for none."""
    text = numbers.number(abs(change))
    return "0" if float(text) == 0 else f"{'+' if change > 0 else MINUS}{text}"


def arrow(change: float) -> str:
    """A change with an arrow that reads without colour."""
    return {"up": "▲ ", "down": "▼ ", "same": ""}[direction(change)] + signed(change)


def rungs(steps: int) -> str:
    """A movement of a practice, such as "▼ 2 rungs"."""
    return f"{'▲' if steps > 0 else '▼'} {english.number_of(abs(steps), 'rung')}"


def verdict(found: Comparison) -> str:
    """What moved, in one sentence."""
    if found.change is None:
        return "No score can be compared: no question of the assessment has an answer both times."
    moved = any(move.change or move.risen or move.fallen for move in found.dimensions.values())
    still = "Ups and downs cancel out" if moved else "No movement"
    way = {"up": "Up", "down": "Down", "same": still}[direction(found.change)]
    by = "" if direction(found.change) == "same" else f" {signed(found.change)[1:]} of 4"
    quick = sum(move.basis == "quick" for move in found.dimensions.values())
    parts = [
        english.number_of(n, words)
        for n, words in ((found.common, "practice"), (quick, "quick answer"))
        if n
    ]
    return f"{way}{by}, over the {english.listed(parts)} that both have."


def levels(model: Model, found: Comparison) -> Iterator[str]:
    """The level of each, and what its change rests on."""
    first, last = (result_words.headline(model, result) for result in (found.before, found.after))
    yield f"Level: {first} both times." if first == last else f"Level: {first}, then {last}."
    if both := margins.of_many((found.before, found.after)):
        yield both
    moved = found.level_change
    shown = (found.before.level, found.after.level)
    if moved is not None and None not in shown and shown[0] != shown[1] and not moved:
        yield (
            "The level differs only because other questions were answered: over what both have, "
            "it is the same."
        )
    elif moved and shown[0] == shown[1]:
        yield (
            "Over what both have, the level moved; questions that only one of them answers hide it."
        )
    caps = [result_words.names(model, result.capped_by) for result in (found.before, found.after)]
    if caps[0] != caps[1]:
        yield f"What caps it: {caps[0] or 'nothing'}, then {caps[1] or 'nothing'}."


def came_of(move: DimensionMove) -> str:
    """What came of one dimension, in a few words."""
    if move.change is None:
        return "not comparable"
    return arrow(move.change) if move.direction != "same" else "="


def sure(move: DimensionMove) -> str:
    """How much a movement of a dimension says."""
    if move.change is None:
        return f"Not comparable: {move.why_not}."
    if move.basis == "quick":
        return "Rough: one quick answer each time."
    if move.direction == "same":
        return "Ups and downs cancel out." if move.risen else "No practice moved."
    compared = english.number_of(move.common, "practice")
    if move.clear:
        what = "the level moved" if move.level_change else "more than one rung moved"
        return f"{compared} compared; {what}."
    return f"{compared} compared; one rung, all in all: ask what happened."


def not_comparable(found: Comparison) -> Mapping[str, list[PracticeMove]]:
    """The practices that cannot be compared, by the reason."""
    reasons: dict[str, list[PracticeMove]] = {}
    for move in found.practices.values():
        if move.why_not:
            reasons.setdefault(move.why_not, []).append(move)
    return reasons


def targets(model: Model, found: Comparison) -> Iterator[str]:
    """Which targets are met, which were, and which were moved meanwhile."""
    moves = list(found.targets.values())
    known = [m for m in moves if m.after is not None]
    if not known:
        return
    was = [m for m in moves if m.before is not None]
    yield (
        f"Met: {sum(bool(m.after) for m in known)} of {len(known)}, before "
        f"{sum(bool(m.before) for m in was)} of {len(was)}, all held against the later targets."
    )
    for words, wanted in (("Newly met", (False, True)), ("No longer met", (True, False))):
        ids = [m.dimension for m in moves if (m.before, m.after) == wanted]
        if ids:
            yield f"{words}: {'; '.join(model.dimension[id].name for id in ids)}."
    for m in moves:
        if m.target != m.earlier_target:
            name = model.dimension[m.dimension].name
            yield f"The target of {name} itself moved: {m.earlier_target}, then {m.target}."


def exposures(model: Model, found: Comparison) -> list[tuple[str, float]]:
    """Failures that came closer, by name, the largest change first."""
    closer = [
        (factor.name, found.exposure[factor.id])
        for factor in model.failure_factors
        if found.exposure.get(factor.id, 0) >= SMALL
    ]
    return sorted(closer, key=lambda one: -one[1])


def across(found: Across, sides: Sequence[ChosenSide]) -> str:
    """What one figure says about the units: the worst, the spread and the one that differs."""
    if found.worst is None:
        return "no score"
    worst = " ".join(sides[place].letter for place in found.worst_in)
    if found.spread is None:
        return f"only {worst} has a score"
    if found.spread == 0:
        return "all equal"
    whole = all(isinstance(value, int | None) for value in found.values)  # rungs, not means
    spread = f"{found.spread:g} rungs" if whole else numbers.number(found.spread)
    said = f"worst {worst}, spread {spread}"
    return said if found.differs is None else f"{said}, {sides[found.differs].letter} differs"


def units(model: Model, found: RollUp, sides: Sequence[ChosenSide]) -> Iterator[str]:
    """The programme over all units, never a mean."""
    total = found.levels
    if total.worst is None:
        yield "No unit has a score yet."
        return
    level = result_words.level_name(model, int(total.worst))
    worst = [found.results[place] for place in total.worst_in]
    names = [f"{sides[place].letter} {sides[place].side.name}" for place in total.worst_in]
    same = len(names) == total.n > 1
    yield f"All at {level}." if same else f"Worst: {level}, in {english.listed(names)}."
    yield margins.of_many(worst)
    if found.programme.spread is not None:
        yield f"Spread of the scores: {numbers.number(found.programme.spread)} of 4."
    if found.programme.differs is not None:
        apart = sides[found.programme.differs]
        yield f"{apart.letter} {apart.side.name} differs from all the others."
    yield f"{total.n} of {len(sides)} units have a score."


def older(migrated: Migrated) -> Iterator[str]:
    """What of an assessment of an older release of the model cannot be compared, and why."""
    if migrated.few:
        yield (
            f"Answers of model {migrated.before}. Model {migrated.after} asks in another way: "
            f"{migrated.stand or 'none'} of {migrated.given} answers can be counted, so it is not "
            "compared, and no movement is told."
        )
        return
    kept = len(migrated.carried) + len(migrated.reworded)
    yield f"Answers of model {migrated.before}, compared as {migrated.after}: {kept} carried."
    if migrated.reworded:
        yield f"In other words now, and compared: {_old(one.old for one in migrated.reworded)}."
    if migrated.merged:
        parts = (part for one in migrated.merged for part in one.parts)
        yield f"Merged, so what they came to is compared: {_old(parts)}."
    if gone := (*migrated.retired, *migrated.split):
        yield f"Not comparable, because it is no longer asked: {_old(one.old for one in gone)}."
    if migrated.again:
        asked = (old for olds in migrated.again.values() for old in olds[:1])
        yield f"Not comparable until it is answered again: {_old(asked)}."


def _old(things: Iterable[Old]) -> str:
    """Things by the words that they were answered under."""
    return "; ".join(next(iter(old.words.values()), old.thing).rstrip(".") for old in things)
