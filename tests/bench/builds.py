"""Times a full build and the build of one changed page while the site is being served."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from build_tools import ROOT
from tests.bench.browser import PATIENCE
from tests.support.project import build

_PAGE = Path("docs/method/scoring.md")
_ADDRESS = "method/scoring/"


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one build."""

    cpu: float
    clock: float


@dataclass(frozen=True, slots=True)
class Builds:
    """How long builds took."""

    cold: Took
    """As after a fresh clone: the runtime is made, too."""
    warm: Took
    """Again, with the runtime kept."""
    page: float
    """Seconds from saving a page to the server answering with it."""
    differ: int
    """Files that are not the same, byte for byte, after the two builds."""


def measure(project: Path, site: Path, changes: int) -> Builds:
    """Builds the copy `project` into `site` and once more, then serves it and changes a page."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    cold = _build(project, site)
    again = project.with_name("again")
    warm = _build(project, again)
    return Builds(cold, warm, _one_page(project, changes), _differ(site, again))


def _build(project: Path, site: Path) -> Took:
    before, began = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    built = build(project, site)
    clock, after = time.perf_counter() - began, getrusage(RUSAGE_CHILDREN)
    if built.returncode:
        raise SystemExit(f"the site does not build:\n{built.stdout}{built.stderr}")
    return Took(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, clock)


def _differ(one: Path, other: Path) -> int:
    files = {p.relative_to(root) for root in (one, other) for p in root.rglob("*") if p.is_file()}
    return sum(_bytes(one / file) != _bytes(other / file) for file in files)


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _one_page(project: Path, changes: int) -> float:
    """Median of some changes of one page under `python -m build_tools serve`."""
    output = project / "serve.log"
    environment = {
        **os.environ,
        "PYTHONPATH": str(project),
        "PATH": f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "build_tools", "serve", "--port", "8300"]
    with output.open("w") as file:
        server = subprocess.Popen(
            command, cwd=project, env=environment, stdout=file, stderr=file, start_new_session=True
        )
    try:
        address = f"http://127.0.0.1:{_port(output, server)}/{_ADDRESS}"
        _until(address, "</html>", PATIENCE)
        times = []
        for number in range(changes):
            time.sleep(1)
            word = f"benchword{number}"
            with (project / _PAGE).open("a", encoding="utf-8") as page:
                page.write(f"\n\n{word}\n")
            times.append(_until(address, word, PATIENCE))
        return median(times)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _port(output: Path, server: subprocess.Popen[bytes]) -> int:
    began = time.perf_counter()
    while server.poll() is None and time.perf_counter() - began < PATIENCE:
        found = re.search(r"127\.0\.0\.1:(\d+)/", output.read_text("utf-8"))
        if found:
            return int(found[1])
        time.sleep(0.05)
    raise SystemExit(f"serve said no address: {output.read_text('utf-8')}")


def _until(address: str, text: str, seconds: float) -> float:
    """Seconds until the page at `address` holds `text`."""
    began = time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        try:
            with urlopen(address, timeout=30) as response:
                if text in response.read().decode():
                    return time.perf_counter() - began
        except (URLError, OSError):
            pass
        time.sleep(0.05)
    raise SystemExit(f"{address}: no “{text}” after {passed:.0f} seconds of serving")
