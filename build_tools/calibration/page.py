"""The page *How well does it measure?*, made from the readings alone."""

from collections.abc import Callable, Mapping, Sequence
from math import isnan
from typing import Any

from build_tools.calibration import pictures, rules
from build_tools.calibration.grids import Trial, judges
from build_tools.calibration.practices import Told, unread
from build_tools.calibration.readings import WAYS, Calibration, reworded
from build_tools.calibration.second import same_choice
from build_tools.calibration.sums import (
    Grid,
    Statistic,
    beyond,
    bias,
    interval,
    largest,
    mean_error,
    nine_of_ten,
    r,
    r_within,
)
from build_tools.calibration.targets import CHOOSER_TARGETS, TARGETS, Found, Target
from build_tools.pages.templates import fill
from build_tools.structure_trial import readings as forms
from build_tools.structure_trial.section import Section, section
from build_tools.structure_trial.shares import NOT_READ, percent
from build_tools.text.wording import name
from build_tools.text.wording import plain as plain_text
from widgets.core.model.maturity import Model
from widgets.core.structures.structures import Structures
from widgets.core.words.english import listed, lower_first, upper_first
from widgets.core.words.numbers import fixed

TUNING, SEALED, EVERY = "the firms we tuned on", "the sealed firms", "all firms"
"""The sets of firms, in words."""


def plain(value: float) -> str:
    """A figure with two decimals."""
    return NOT_READ if isnan(value) else fixed(value, 2)


def signed(value: float) -> str:
    """A figure with two decimals and its sign."""
    text = plain(value)
    return f"+{text}" if value > 0 and text != "0.00" else text


ROWS: Sequence[tuple[str, Callable[[Trial], Grid], Statistic, Callable[[float], str]]] = (
    ("Programme score: too high (+) or too low (−)", lambda t: t.programme, bias, signed),
    ("Programme score: mean error", lambda t: t.programme, mean_error, plain),
    ("Programme score: correlation", lambda t: t.programme, r, plain),
    ("Programme score: more than 1 off", lambda t: t.programme, beyond, percent),
    ("Level shown: too high or too low", lambda t: t.level, bias, signed),
    ("Level shown: mean error", lambda t: t.level, mean_error, plain),
    ("Level shown: more than 1 off", lambda t: t.level, beyond, percent),
    ("Dimension score: too high or too low", lambda t: t.dimensions, bias, signed),
    ("Dimension score: mean error", lambda t: t.dimensions, mean_error, plain),
    ("Dimension score: correlation", lambda t: t.dimensions, r, plain),
    ("Dimension score: correlation within a firm", lambda t: t.dimensions, r_within, plain),
    ("Dimension score: more than 1 off", lambda t: t.dimensions, beyond, percent),
    (
        "Programme score copied into every dimension: mean error",
        lambda t: t.copied,
        mean_error,
        plain,
    ),
)
"""The figures of a way to answer: words, grid, statistic, form."""


def pages(
    calibration: Calibration, model: Model, structures: Structures | None = None
) -> tuple[str, str]:
    """Both pages as Markdown: the figures, and those of each question.

    Of the chooser once it was read, and with `structures`.
    """
    told = _told(calibration, model, structures)
    return fill("how-well.md", **told), fill("questions-told.md", **told)


def _told(calibration: Calibration, model: Model, structures: Structures | None) -> dict[str, Any]:
    """Everything that the pages say."""
    founds = groups(calibration, model, structures)
    tuning, sealed = founds[TUNING], founds.get(SEALED)
    every = founds.get(EVERY, tuning)
    return {
        "model": model,
        "calibration": calibration,
        "tuning": tuning,
        "sealed": sealed,
        "every": every,
        "judges": {
            "programme": judges(every.cases, ()),
            "dimensions": judges(every.cases, [d.id for d in model.dimensions]),
        },
        "same_choice": same_choice(calibration.choices["tuning"]),
        "margins": {words: _margins(found) for words, found in founds.items()},
        "targets": [_target(one, sealed, tuning) for one in TARGETS],
        "met": sum(one.met(sealed) is True for one in TARGETS) if sealed else 0,
        "figures": figures(founds),
        "groups": list(founds),
        "by_dimension": by_dimension(every),
        "candidates": candidates(calibration, model, tuning),
        "levels": levels(tuning),
        "told": [practice(one) for one in every.told],
        "unread": listed(_unread(calibration, model, every)),
        "pictures": [str(pictures.firms(every)), str(pictures.spread(model, every.told))],
        "chooser": _chooser(calibration, structures, tuning, sealed),
        "chooser_targets": [_target(one, sealed, tuning) for one in CHOOSER_TARGETS],
        "percent": percent,
        "plain": plain,
        "signed": signed,
    }


def groups(
    calibration: Calibration, model: Model, structures: Structures | None = None
) -> Mapping[str, Found]:
    """What was found in each set of firms that was read, by its words."""
    found = {TUNING: Found(model, calibration, "tuning", structures)}
    if calibration.of("sealed"):
        found[SEALED] = Found(model, calibration, "sealed", structures)
        found[EVERY] = Found(model, calibration, None, structures)
    return found


def _chooser(
    calibration: Calibration, structures: Structures | None, tuning: Found, sealed: Found | None
) -> Section | None:
    if not structures or not tuning.forms:
        return None
    return section(
        structures,
        {"tuning": tuning.forms, "sealed": sealed.forms if sealed else ()},
        {case.id: plain_text(case.title) for case in calibration.cases},
        forms.reworded(calibration.chooser_words, structures),
    )


def _unread(calibration: Calibration, model: Model, found: Found) -> list[str]:
    """Questions that were not read as they stand now, by name."""
    ids = {*unread(model, found.cases), *reworded(calibration, model)}
    quick = [
        f"the quick question on {lower_first(d.name)}" for d in model.dimensions if d.id in ids
    ]
    return [*(name(p.id) for p in model.practices() if p.id in ids), *quick]


def _margins(found: Found) -> list[str]:
    grids = [
        grid for way in WAYS for t in [found.trial[way]] for grid in (t.programme, t.dimensions)
    ]
    return [f"{fixed(nine_of_ten(grid), 1)} (largest {plain(largest(grid))})" for grid in grids]


def _target(target: Target, sealed: Found | None, tuning: Found) -> tuple[str, ...]:
    met = {True: "yes", False: "**no**", None: "–"}[target.met(sealed) if sealed else None]
    reached = NOT_READ if sealed is None else _reached(target, sealed)
    return target.figure, target.wanted, reached, met, _reached(target, tuning)


def _reached(target: Target, found: Found) -> str:
    form = percent if target.percent else signed if "too high" in target.figure else plain
    values = target.of(found)
    return NOT_READ if all(map(isnan, values)) else " · ".join(map(form, values))


def figures(founds: Mapping[str, Found]) -> list[tuple[str, ...]]:
    """Every figure with its interval: quick and full for each set of firms."""
    return [
        (
            words,
            *(
                _with_interval(grid(found.trial[way]), statistic, form)
                for found in founds.values()
                for way in WAYS
            ),
        )
        for words, grid, statistic, form in ROWS
    ]


def _with_interval(grid: Grid, statistic: Statistic, form: Callable[[float], str]) -> str:
    low, high = interval(grid, statistic)
    return f"{form(statistic(grid))} ({form(low)} to {form(high)})"


def by_dimension(found: Found) -> list[tuple[str, ...]]:
    """Error and correlation of each dimension, quick and full."""
    return [
        (
            dimension.name,
            *(
                form(statistic(found.trial[way].dimension(dimension.id)))
                for way in WAYS
                for statistic, form in ((bias, signed), (mean_error, plain), (r, plain))
            ),
        )
        for dimension in found.model.dimensions
    ]


def candidates(calibration: Calibration, model: Model, found: Found) -> list[tuple[str, ...]]:
    """Each rule from rungs to a dimension's score."""
    return [
        (
            one.words,
            signed(bias(one.dimensions)),
            *(plain(of(one.dimensions)) for of in (mean_error, r, r_within)),
            percent(beyond(one.dimensions)),
            signed(bias(one.programme)),
            *(plain(of(one.programme)) for of in (mean_error, r)),
        )
        for one in rules.candidates(model, found.cases, calibration.keystones)
    ]


def levels(found: Found) -> list[tuple[str, ...]]:
    """Each way from a score to a level, quick and full."""
    quick, full = (rules.steps(found.trial[way]) for way in WAYS)
    return [
        (
            f"{upper_first(one.words)}, {'with' if one.capped else 'without'} the cap",
            *(
                form(statistic(side.level))
                for side in (one, other)
                for statistic, form in ((bias, signed), (mean_error, plain), (beyond, percent))
            ),
        )
        for one, other in zip(quick, full, strict=True)
    ]


def practice(one: Told) -> tuple[str, ...]:
    """One practice as a row of the table."""
    return (
        f"[{name(one.id)}](../practices/{one.id}.md)",
        " ".join(map(str, one.rungs)),
        percent(one.floor),
        percent(one.ceiling),
        plain(one.mean),
        *(percent(share) for share in (one.silent, one.unanswerable, one.ill, one.na, one.equal)),
        "–" if isnan(one.r) else plain(one.r),
    )
