"""What was found in one set of firms, and whether it is what we had set out to reach."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan

from build_tools.calibration import practices, second
from build_tools.calibration.grids import Apart, Trial, apart
from build_tools.calibration.readings import WAYS, Calibration, Case, Group, Way
from build_tools.calibration.sums import (
    SLACK,
    beyond,
    bias,
    mean_error,
    nine_of_ten,
    r,
    r_within,
)
from build_tools.structure_trial.hits import Hits, hits
from build_tools.structure_trial.readings import Firm
from build_tools.structure_trial.said import advice, ours
from build_tools.structure_trial.shares import Shares, mean
from widgets.core.model.maturity import Model
from widgets.core.structures.structures import Structures


@dataclass(frozen=True)
class Found:
    """Everything that is found in the firms of one group, or of all."""

    model: Model
    calibration: Calibration
    group: Group | None
    """None: all that were read."""
    structures: Structures | None = None
    """Without them the chooser is left aside."""

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The firms."""
        return self.calibration.of(self.group) if self.group else self.calibration.cases

    @cached_property
    def trial(self) -> Mapping[Way, Trial]:
        """What each way to answer shows."""
        return {way: Trial(self.model, self.cases, way) for way in WAYS}

    @cached_property
    def apart(self) -> Apart:
        """Quick against full."""
        return apart(self.trial["quick"], self.trial["full"])

    @cached_property
    def told(self) -> tuple[practices.Told, ...]:
        """What each practice tells."""
        return practices.told(self.model, self.cases)

    @cached_property
    def full(self) -> practices.Agreement:
        """How far the two full readings agree."""
        return practices.agreement(practices.full_pairs(self.model, self.cases))

    @cached_property
    def quick(self) -> practices.Agreement:
        """How far the two quick readings agree."""
        return practices.agreement(practices.quick_pairs(self.cases))

    def lasting(self, way: Way) -> second.Lasting:
        """The second criterion."""
        return second.lasting(self.calibration, self.trial[way], self.group)

    @property
    def lasting_judged(self) -> second.Lasting:
        """The same of the judged levels."""
        return second.lasting_judged(self.calibration, self.trial["full"], self.group)

    def reasons(self, way: Way) -> Mapping[str, float]:
        """The share of answers without a rung, by reason."""
        ids = [d.id for d in self.model.dimensions] if way == "quick" else list(self.model.practice)
        return practices.reasons([one for case in self.cases for one in case.readings(way)], ids)

    @cached_property
    def forms(self) -> tuple[Firm, ...]:
        """The firms of which the structure was read and judged."""
        return tuple(case.forms for case in self.cases if case.forms) if self.structures else ()

    @cached_property
    def chosen(self) -> Hits | None:
        """How often the chooser agrees with the judges; none: not read."""
        if not self.structures or not self.forms:
            return None
        return hits(self.forms, advice(self.forms, ours(self.structures)))

    def advice(self, side: str) -> float:
        """The share of the judges' first actions found among five of ours; NaN: not read."""
        read = [case.advice for case in self.cases if case.advice]
        named = sum(one.of for one in read)
        return sum(getattr(one, side) for one in read) / named if named else float("nan")


type Reached = tuple[float, ...]
"""The figure itself, or that of the quick and of the full readings; NaN: not read."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to reach."""

    figure: str
    wanted: str
    """In words, such as "at most 0.25"."""
    percent: bool
    met_by: Callable[[float], bool]
    of: Callable[[Found], Reached]

    def met(self, found: Found) -> bool | None:
        """Whether every part of the figure reaches it; none where one is not read."""
        reached = self.of(found)
        return None if any(map(isnan, reached)) else all(map(self.met_by, reached))


def _each(of: Callable[[Trial], float]) -> Callable[[Found], Reached]:
    return lambda found: tuple(of(found.trial[way]) for way in WAYS)


def _most(limit: float) -> tuple[str, bool, Callable[[float], bool]]:
    return f"at most {limit:g}", False, lambda value: abs(value) <= limit + SLACK


def _least(limit: float) -> tuple[str, bool, Callable[[float], bool]]:
    return f"at least {limit:g}", False, lambda value: value >= limit - SLACK


def _most_percent(limit: float) -> tuple[str, bool, Callable[[float], bool]]:
    words = f"at most {limit:g} %" if limit else "none"
    return words, True, lambda value: value <= limit / 100 + SLACK


def _least_percent(limit: float) -> tuple[str, bool, Callable[[float], bool]]:
    return f"at least {limit:g} %", True, lambda value: value >= limit / 100 - SLACK


def _better(trial: Trial) -> float:
    """How much smaller the error of the dimensions is than that of the copied programme score."""
    return 1 - mean_error(trial.dimensions) / mean_error(trial.copied)


TARGETS: Sequence[Target] = (
    Target(
        "Programme score: too high or too low", *_most(0.25), _each(lambda t: bias(t.programme))
    ),
    Target("Programme score: mean error", *_most(0.4), _each(lambda t: mean_error(t.programme))),
    Target("Programme score: correlation", *_least(0.95), _each(lambda t: r(t.programme))),
    Target(
        "Programme level shown: too high or too low", *_most(0.3), _each(lambda t: bias(t.level))
    ),
    Target(
        "Programme level shown: more than 1 off",
        *_most_percent(0),
        _each(lambda t: beyond(t.level)),
    ),
    Target(
        "Dimension score: too high or too low", *_most(0.25), _each(lambda t: bias(t.dimensions))
    ),
    Target("Dimension score: mean error", *_most(0.5), _each(lambda t: mean_error(t.dimensions))),
    Target("Dimension score: correlation", *_least(0.85), _each(lambda t: r(t.dimensions))),
    Target(
        "Dimension score: more than 1 off", *_most_percent(8), _each(lambda t: beyond(t.dimensions))
    ),
    Target(
        "The profile: correlation within a firm",
        *_least(0.6),
        _each(lambda t: r_within(t.dimensions)),
    ),
    Target(
        "The profile: error below that of the programme score, copied",
        *_least_percent(20),
        _each(_better),
    ),
    Target("Quick less full, a dimension", *_most(0.25), lambda found: (found.apart.mean,)),
    Target(
        "Quick and full two levels or more apart",
        *_most_percent(5),
        lambda found: (found.apart.two_levels,),
    ),
    Target(
        "Ranks against the judges of pairs",
        *_least(0.85),
        lambda found: tuple(found.lasting(way).pairs for way in WAYS),
    ),
    Target(
        "Ranks against the sequels",
        *_least(0.7),
        lambda found: tuple(found.lasting(way).sequels for way in WAYS),
    ),
    Target(
        "Practices on which all firms stand at one rung",
        *_most_percent(0),
        lambda found: (sum(one.tells_nothing for one in found.told) / len(found.told),),
    ),
    Target(
        "Answers that nobody in the firm could know",
        *_most_percent(4),
        lambda found: tuple(found.reasons(way)["unanswerable"] for way in WAYS),
    ),
    Target(
        "Answers that no rung fits",
        *_most_percent(3),
        lambda found: tuple(found.reasons(way)["ill"] for way in WAYS),
    ),
    Target("Two full readings equal", *_least_percent(88), lambda found: (found.full.equal,)),
    Target("Two full readings, weighted kappa", *_least(0.9), lambda found: (found.full.kappa,)),
    Target(
        "First actions of the judges among our first five",
        *_least_percent(70),
        lambda found: (found.advice("own"),),
    ),
    Target(
        "The same, less what another firm’s five would find",
        *_least_percent(40),
        lambda found: (found.advice("own") - found.advice("other"),),
    ),
)
"""What section 4 of the brief for this trial asked for, in its order."""


def _chosen(of: Callable[[Hits], Shares]) -> Callable[[Found], Reached]:
    return lambda found: (mean(of(found.chosen)) if found.chosen else float("nan"),)


CHOOSER_TARGETS: Sequence[Target] = (
    Target("A judged first is our first", *_least_percent(60), _chosen(lambda h: h.first)),
    Target("A judged first is among our three", *_least_percent(85), _chosen(lambda h: h.three)),
    Target(
        "Our first is what both advise against", *_most_percent(0), _chosen(lambda h: h.against)
    ),
    Target("Two readings have the same first", *_least_percent(85), _chosen(lambda h: h.same)),
)
"""What section 6 of the brief asked of the chooser."""

type Margins = dict[str, object]


def measured(found: Found) -> Margins:
    """What `docs/model/measured.yaml` must hold: the errors that nine of ten stay within."""
    return {
        "model": {"id": found.model.id, "version": found.calibration.model},
        "cases": len(found.cases),
        **{way: _margins(found.trial[way]) if found.cases else _NONE for way in WAYS},
    }


_NONE: Mapping[str, float | None] = {"programme": None, "dimension": None}


def _margins(trial: Trial) -> Mapping[str, float | None]:
    return {
        "programme": nine_of_ten(trial.programme),
        "dimension": nine_of_ten(trial.dimensions),
    }
