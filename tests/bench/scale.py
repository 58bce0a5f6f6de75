"""How often each thing is measured: the whole bench, and a short one that shows that it runs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """One way to run the bench; as it comes, the whole one."""

    starts: int = 5
    """Browsers that start for each kind of page."""
    visits: int = 3
    """Visits of each browser; the first and the last count."""
    pause: float = 1.5
    """Seconds after a visit, in which Chromium writes its code cache."""
    warm: int = 10
    """Answers on a page before the clock counts."""
    answers: int = 220
    """Answers on a page that count."""
    choices: int = 36
    """Answers to the chooser; the first eleven, or half of fewer, do not count."""
    seeds: int = 15
    """Choices of a structure, each with weightings of its own."""
    raters: int = 10_000
    """Files whose agreement is worked out."""
    changes: int = 3
    """Changes of one page under a server."""
    brotli: int = 11
    """Level of compression; the highest takes half a minute, once for each file."""


WHOLE = Scale()
SHORT = Scale(
    starts=1,
    visits=2,
    pause=0,
    warm=1,
    answers=2,
    choices=2,
    seeds=2,
    raters=20,
    changes=1,
    brotli=1,
)
