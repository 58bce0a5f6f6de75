"""Serves the site on loopback and builds it again when a file changes."""

import os
import socket
import sys
from typing import NoReturn

from build_tools import ROOT


def serve(port: int) -> NoReturn:
    """Becomes the server, which runs until interrupted.

    Uses the first free port from `port`, so that two clones can run.
    """
    free = next(number for number in range(port, port + 100) if _free(number))
    print(f"building the site; then open http://127.0.0.1:{free}/ (Ctrl+C stops)", flush=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "-a", f"127.0.0.1:{free}"]
    os.chdir(ROOT)
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted: this process becomes it


def _free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
