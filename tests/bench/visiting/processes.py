"""The processes of a browser's tabs: their memory, and a quarter of a processor for them."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PROC = Path("/proc")
RUN, REST = 0.01, 0.03
"""Seconds that a slowed process runs and rests, in turn."""


def memory(profile: Path) -> int:
    """Bytes of the largest tab of the browser with this profile: its proportional set size.

    What it shares with other processes counts in parts.  0 where the system does not tell.
    """
    return max((_set_size(pid) for pid in tabs(profile)), default=0)


def tabs(profile: Path) -> list[int]:
    """The processes that draw and run pages, workers too, of the browser with this profile."""
    told = {int(at.name): _told(at) for at in PROC.glob("[0-9]*")}
    of_browser = {pid for pid, (_, said) in told.items() if f"--user-data-dir={profile}" in said}
    while more := {pid for pid, (parent, _) in told.items() if parent in of_browser} - of_browser:
        of_browser |= more
    return sorted(pid for pid in of_browser if "--type=renderer" in told[pid][1])


@contextmanager
def quarter(profile: Path) -> Iterator[None]:
    """Lets the tabs of this browser run a quarter of the time: threads, workers, compilers, all.

    Chromium's own throttle slows the main thread alone, and so would spare what runs in a worker.
    """
    done = threading.Event()
    stopped: set[int] = set()

    def slow() -> None:
        while not done.is_set():
            stopped.update(tabs(profile))
            for _ in range(10):
                _signal(stopped, signal.SIGSTOP)
                time.sleep(REST)
                _signal(stopped, signal.SIGCONT)
                time.sleep(RUN)

    thread = threading.Thread(target=slow)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        _signal(stopped, signal.SIGCONT)


def _signal(processes: set[int], which: signal.Signals) -> None:
    for pid in processes:
        with suppress(ProcessLookupError):
            os.kill(pid, which)


def _told(process: Path) -> tuple[int, str]:
    """Its parent and its command line."""
    with suppress(OSError, ValueError):
        said = (process / "cmdline").read_text("utf-8", "replace").replace("\0", " ")
        parent = (process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1]
        return int(parent), said
    return 0, ""


def _set_size(pid: int) -> int:
    with suppress(OSError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text("utf-8").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
