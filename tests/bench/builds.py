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
from urllib.error import URLError
from urllib.request import urlopen

from build_tools import ROOT
from tests.project import build, copy_project

_PAGE = Path("docs/method/scoring.md")
_ADDRESS = "method/scoring/"


@dataclass(frozen=True, slots=True)
class Builds:
    """Seconds."""

    cold: float
    """As after a fresh clone: the runtime is made, too."""
    warm: float
    """Again, with the runtime kept."""
    page: float
    """From saving a page to the server answering with it."""


def measure(folder: Path, site: Path) -> Builds:
    """Build a copy of the project in `folder` into `site`, then serve it and change a page."""
    project = copy_project(folder)
    shutil.rmtree(project / ".cache", ignore_errors=True)
    cold = _build(project, site)
    warm = _build(project, folder.with_name("again"))
    return Builds(cold, warm, _one_page(project))


def _build(project: Path, site: Path) -> float:
    began = time.perf_counter()
    built = build(project, site)
    if built.returncode:
        raise SystemExit(f"the site does not build:\n{built.stdout}{built.stderr}")
    return time.perf_counter() - began


def _one_page(project: Path) -> float:
    """Median of three changes of one page under `python -m build_tools serve`."""
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
        address = f"http://127.0.0.1:{_port(output)}/{_ADDRESS}"
        _until(address, "</html>", 90)
        times = []
        for number in range(3):
            time.sleep(1)
            word = f"benchword{number}"
            with (project / _PAGE).open("a", encoding="utf-8") as page:
                page.write(f"\n\n{word}\n")
            times.append(_until(address, word, 60))
        return sorted(times)[1]
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(10)


def _port(output: Path) -> int:
    for _ in range(200):
        found = re.search(r"127\.0\.0\.1:(\d+)", output.read_text("utf-8"))
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
