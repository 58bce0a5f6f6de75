"""How often each thing is measured: the whole bench, and a short one that shows that it runs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """One way to run the bench; as it comes, the whole one."""

    starts: int = 7
    """Browsers that start for each kind of page."""
    visits: int = 3
    """Visits of each browser; the first and the last count."""
    pause: float = 1.5
    """Seconds after a visit, in which Chromium writes its code cache."""
    settled: int = 6
    """Seconds without change after which a site is taken to keep what it will."""
    slowed: int = 3
    """Browsers that start for each kind on a slow line with a slow processor."""
    slow: bool = True
    """Whether they are slow at all."""
    warm: int = 10
    """Answers on a page before the clock counts."""
    answers: int = 220
    """Answers on a page that count."""
    fewer: int = 60
    """Answers and letters on each of the smaller tools."""
    choices: int = 36
    """Answers to the chooser; the first eleven, or half of fewer, do not count."""
    seeds: int = 15
    """Choices of a structure, each with weightings of its own."""
    raters: tuple[int, ...] = (10, 100, 1_000, 10_000)
    """Files whose agreement is worked out."""
    practices: tuple[int, ...] = (48, 480, 4_800)
    """Practices of models that are made from ours."""
    grown: int = 9
    """Answers with each of these models."""
    changes: int = 3
    """Changes of one page under a server."""
    brotli: int = 11
    """Level of compression; the highest takes half a minute, once for each file."""
    idle: float = 1.5
    """Seconds in which a page that is only read could start to load what it need not."""
    suite: tuple[str, ...] = ("-n", "3", "--dist", "worksteal", "-q")
    """What pytest is told, as `make test` tells it."""
    whole: bool = True


WHOLE = Scale()
SHORT = Scale(
    starts=1,
    visits=1,
    pause=0,
    settled=0,
    slowed=1,
    slow=False,
    warm=1,
    answers=2,
    fewer=2,
    choices=2,
    seeds=2,
    raters=(2, 3, 4, 20),
    practices=(38, 39, 40),
    grown=2,
    changes=1,
    brotli=1,
    idle=0.1,
    suite=("--version",),
    whole=False,
)
