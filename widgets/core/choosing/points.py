"""Contributions, points and order of the options, in whole numbers so that a tie is a tie.

Points are `12 * sum(weight * contribution) / sum(weights)`.  Doubled contributions are whole (the
smallest is a half), weights are brought to whole numbers of one unit, and nothing is divided before
the end.  The same numbers come out of every Python.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from widgets.core.answers.states import ANSWERS
from widgets.core.choosing.vetoes import closed_beside, closed_by, closed_while_open
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.structures.asked import Rule
from widgets.core.structures.structures import Structures

TIE = 3
"""First and second within this many points are a tie (DESIGN 8)."""

type OptionPoints = tuple[str, int]
"""An option and its points in units of the contest."""


def doubled(rule: Rule, answer: int, fit: int) -> int:
    """Twice what an answer adds to an option with this fit, before weights.

    `plain`: a * v.  `one_sided`: a low answer takes away where v > 0 and rewards nobody.
    `half_low`: a low answer gives back half of what a high one takes away (structures.yaml,
    `scoring.contribution`; our judgement).
    """
    if rule == "plain" or answer >= 0:
        return 2 * answer * fit
    if rule == "one_sided":
        return 2 * answer * fit if fit > 0 else 0
    return answer * fit if fit < 0 else 0


def whole_weights(structures: Structures, chooser: Chooser) -> dict[str, int]:
    """Weights as whole numbers of one common unit, by criterion in model order; missing is 1.

    A weight is read as the decimal that was written: 0.1 is a tenth and not its binary neighbour.
    """
    found = {id: _decimal(chooser.weights.get(id, 1)) for id in structures.criterion}
    least = min(power for _, power in found.values())
    return {id: digits * 10 ** (power - least) for id, (digits, power) in found.items()}


def _decimal(value: float) -> tuple[int, int]:
    """Digits and power of ten of a number as it is written."""
    mantissa, _, power = repr(value).partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = fraction.rstrip("0")
    return int(whole + fraction), int(power or 0) - len(fraction)


@dataclass(frozen=True, slots=True)
class Contest:
    """The options of one kind of answer, ready to be ranked again and again."""

    structures: Structures
    chooser: Chooser
    known: Mapping[str, int]
    """Answers by criterion, in model order."""
    weights: Mapping[str, int]
    """By criterion, in model order."""
    total: int
    """Sum of the weights."""
    options: Sequence[str]
    """Ids of the options that may be ranked, in model order."""
    points: Mapping[str, Mapping[int, tuple[int, ...]]]
    """By criterion and answer: what it adds to each of `options`, in units of the contest."""
    closes: Mapping[str, Mapping[int, int]]
    """By criterion and answer: the bits of the `options` that it closes by itself."""
    closes_open: Mapping[str, int]
    """By criterion: the bits of the `options` that are closed while it has no answer."""
    closed: int
    """The bits of the `options` that gate and context close."""

    def at(self, chooser: Chooser) -> "Contest":
        """The same options under other answers; the weights stay."""
        bare = closed_beside(self.structures, chooser)
        return replace(
            self,
            chooser=chooser,
            known=chooser.known(self.structures),
            closed=_bits(bare, self.options),
        )

    def natural(self, units: int) -> float:
        """Points in the scale of DESIGN 8, where the weights sum to their number."""
        return len(self.weights) * units / (2 * self.total)

    def totals(self, answers: Mapping[str, int]) -> tuple[list[int], int]:
        """Units of every option, in order, and the bits of the closed ones."""
        rows = [self.points[id][answer] for id, answer in answers.items()]
        closed = self.shut(answers)
        return [sum(column) for column in zip(*rows, strict=True)] or [0] * len(
            self.options
        ), closed

    def shut(self, answers: Mapping[str, int]) -> int:
        """The bits that gate, context and these answers close."""
        closed = self.closed
        for id, answer in answers.items():
            closed |= self.closes[id][answer]
        return closed

    def ranked(self, answers: Mapping[str, int]) -> list[OptionPoints]:
        """Eligible options, best first; of equal ones the later in model order comes first."""
        totals, closed = self.totals(answers)
        for id, bits in self.closes_open.items():
            closed |= 0 if id in answers else bits
        places = [place for place in range(len(totals)) if not closed >> place & 1]
        places.sort(key=lambda place: (-totals[place], -place))
        return [(self.options[place], totals[place]) for place in places]

    def tied(self, home: Sequence[OptionPoints]) -> bool:
        """Whether first and second are within `TIE` points."""
        return len(home) > 1 and self.within(home[0][1] - home[1][1], TIE)

    def within(self, units: int, points: int) -> bool:
        """Whether a lead of so many units is at most so many points."""
        return len(self.weights) * units <= points * 2 * self.total


def contest(structures: Structures, chooser: Chooser) -> Contest:
    """The ranked options under the reader's weights."""
    options = [option.id for option in structures.options if option.kind == "ranked"]
    weights = whole_weights(structures, chooser)
    bare, closes = closed_beside(structures, chooser), closed_by(structures)
    return Contest(
        structures=structures,
        chooser=chooser,
        known=chooser.known(structures),
        weights=weights,
        total=sum(weights.values()),
        options=options,
        points={
            id: {
                answer: tuple(
                    weights[id] * part for part in _added(structures, id, answer, options)
                )
                for answer in ANSWERS
            }
            for id in weights
        },
        closes={
            id: {answer: _bits(closes.get((id, answer), ()), options) for answer in ANSWERS}
            for id in weights
        },
        closes_open={
            id: bits
            for id in weights
            if (bits := _bits(closed_while_open(structures, id), options))
        },
        closed=_bits(bare, options),
    )


def _added(
    structures: Structures, criterion: str, answer: int, options: Iterable[str]
) -> Iterator[int]:
    rule = structures.criterion[criterion].rule
    for option in options:
        yield doubled(rule, answer, structures.option[option].cells[criterion].fit)


def _bits(closed: Iterable[str], options: Sequence[str]) -> int:
    found = set(closed)
    return sum(1 << place for place, option in enumerate(options) if option in found)


def rows(structures: Structures, known: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Doubled contributions before weights, by option and criterion; 0 where nothing is known."""
    return {
        option.id: {
            criterion.id: doubled(
                criterion.rule, known.get(criterion.id, 0), option.cells[criterion.id].fit
            )
            for criterion in structures.criteria
        }
        for option in structures.options
    }
