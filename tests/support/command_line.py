"""The command line, run as a person runs it."""

import os
import subprocess
import sys

from build_tools import ROOT

HEAD = '"format": 1, "model": {"id": "kam-programme", "version": "2.0.0"}'


def command(*arguments: str) -> subprocess.CompletedProcess:
    """`python -m widgets …`, run as a person runs it."""
    return subprocess.run(
        [sys.executable, "-m", "widgets", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
