"""What an organisation's profile proposes: what may not apply, what is good enough, which targets.

Proposals only: nothing here marks an answer or enters a score, and the reader can overrule each.

The formula of a target, our judgement: take the dimension's practices without those that may not
apply, each at its good-enough rung or else at `USUAL`; the target is the level that the dimension
would then have (DESIGN 7).  A critical dimension gets `LEAST_CRITICAL` or more, because it would
otherwise hold the programme down.  So nobody is told to reach the top everywhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from widgets.core.answers.remembered import remembered
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import Dimension, GoodEnough, Model, Practice, ProfileOption
from widgets.core.scoring.score import score_dimension

USUAL = 3
"""Rung that is good enough where the profile says nothing else; our judgement."""

LEAST_CRITICAL = 2
"""Lowest target of a critical dimension; our judgement."""


@dataclass(frozen=True, slots=True)
class MayNotApply:
    """A practice that may not apply to this organisation."""

    practice: str
    reasons: tuple[str, ...]
    """What the reader said of themselves; each can serve as the reason for "does not apply"."""


@dataclass(frozen=True, slots=True)
class Enough:
    """The rung of a practice that is good enough for this organisation."""

    practice: str
    rung: int
    """0 to 4."""
    because: str
    """One sentence; empty where it is only the usual rung."""


@dataclass(frozen=True, slots=True)
class Target:
    """The level to aim at in one dimension."""

    dimension: str
    level: int
    """0 to 4; what the reader set, else what we propose."""
    proposed: int
    reasons: tuple[str, ...]
    """Sentences behind what we propose."""
    overruled: bool
    """Whether the reader set it."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """What follows from a profile, each in model order."""

    may_not_apply: Mapping[str, MayNotApply]
    """By practice id; only practices that may not apply."""
    enough: Mapping[str, Enough]
    """By practice id, every practice."""
    targets: Mapping[str, Target]
    """By dimension id, every dimension."""


def propose(
    model: Model, profile: Mapping[str, str | None], targets: Mapping[str, int | None] | None = None
) -> Proposals:
    """What `profile` (question id to option id) proposes; `targets` overrule by dimension id.

    `None` is blank in both.  Ids are those of `model`; others are left out.
    """
    chosen = list(_chosen(model, profile))
    contexts = {context for option in chosen for context in option.contexts}
    away = {
        practice.id: MayNotApply(practice.id, reasons)
        for practice in model.practices()
        if (reasons := tuple(o.label for o in chosen if set(o.scope) & set(practice.scope)))
    }
    enough = {practice.id: _enough(practice, contexts) for practice in model.practices()}
    set_ = targets or {}
    return Proposals(
        may_not_apply=away,
        enough=enough,
        targets={d.id: _target(d, away, enough, set_.get(d.id)) for d in model.dimensions},
    )


def proposals(model: Model, answers: Answers) -> Proposals:
    """What the profile and the targets in an answers file come to."""
    return _remembered(model, answers.profile, answers.targets)


_remembered = remembered(propose)


def _chosen(model: Model, profile: Mapping[str, str | None]) -> Iterator[ProfileOption]:
    for question in model.profile:
        for option in question.options:
            if option.id == profile.get(question.id):
                yield option


def _enough(practice: Practice, contexts: set[str]) -> Enough:
    """The lowest rung among the entries that match; of equal ones the first."""
    fitting: list[GoodEnough] = [g for g in practice.good_enough if g.when in contexts]
    if not fitting:
        return Enough(practice.id, USUAL, "")
    lowest = min(fitting, key=lambda entry: entry.rung)
    return Enough(practice.id, lowest.rung, lowest.because)


def _target(
    dimension: Dimension,
    away: Mapping[str, MayNotApply],
    enough: Mapping[str, Enough],
    wanted: int | None,
) -> Target:
    rungs = {p.id: enough[p.id].rung for p in dimension.practices if p.id not in away}
    level = score_dimension(dimension, Answers(practices=rungs)).level
    derived = USUAL if level is None else level
    proposed = max(derived, LEAST_CRITICAL) if dimension.critical else derived
    return Target(
        dimension=dimension.id,
        level=proposed if wanted is None else wanted,
        proposed=proposed,
        reasons=tuple(_reasons(dimension, away, enough, derived, proposed)),
        overruled=wanted is not None,
    )


def _reasons(
    dimension: Dimension,
    away: Mapping[str, MayNotApply],
    enough: Mapping[str, Enough],
    derived: int,
    proposed: int,
) -> Iterator[str]:
    for practice in dimension.practices:
        if practice.id in away:
            yield f"“{practice.statement}” may not apply: {' '.join(away[practice.id].reasons)}"
        elif because := enough[practice.id].because:
            rung = enough[practice.id].rung
            yield f"Rung {rung} is enough for “{practice.statement}” {because}"
    usual = [p for p in dimension.practices if p.id not in away and not enough[p.id].because]
    if usual or not dimension.practices:
        lenient = len(usual) < len(dimension.practices)
        rest = "For the rest" if lenient else "Your profile asks for no other rung, so"
        yield f"{rest} we take rung {USUAL} of each practice as enough (our judgement)."
    if proposed > derived:
        yield (
            f"This dimension can cap the programme, so we propose level {proposed} or more "
            "(our judgement)."
        )
