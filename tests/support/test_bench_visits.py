"""What the bench slows down and leaves out, without a browser."""

import os
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

from tests.bench.visiting import pages
from tests.bench.visiting.processes import memory, quarter, tabs
from tests.bench.visiting.slow_line import Line, slowed

PATIENCE = 60
HEAD = """<html><head><link rel="preload" href="../assets/fonts/a.woff2" as="font">
<link rel="modulepreload" href="../assets/javascripts/0123456789ab/engine.js">
<script src="../assets/theme/scope.js" data-scope=".."></script>
<script src="../assets/theme/start.0123456789ab.js"></script></head><body>
<p data-kam-region="headline"></p>
<script src="../assets/javascripts/0123456789ab/host.js" type="module"></script></body></html>"""


class Sends(BaseHTTPRequestHandler):
    """Sends 40,000 bytes."""

    def do_GET(self):
        """Answers."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x" * 40_000)

    def log_message(self, *_):
        """Says nothing."""


def test_other_engines_get_the_page_without_ours():
    """Only what starts or fetches our Python goes; the rest of the page stays as it is."""
    left = pages.without_engine(HEAD)

    assert ["a.woff2", "scope.js"] == [n for n in ("a.woff2", "scope.js") if n in left]
    assert [] == [n for n in ("host", "engine", "start") if n in left]


@pytest.mark.parametrize(
    "page", [HEAD.replace("host.js", "main.js"), HEAD + '<script src="../assets/runtime/x.js">']
)
def test_a_page_that_changed_stops_the_bench(page):
    """A page that starts Python in a way the bench does not know is no page to compare with."""
    with pytest.raises(SystemExit, match="the bench must know how our Python is loaded"):
        pages.without_engine(page.replace('x.js">', 'x.js"></script>'))


def test_a_slow_line_takes_its_time():
    """All bytes arrive, and no sooner than rate and delay allow; a machine may take longer."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Sends) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        began = time.monotonic()
        address = f"http://127.0.0.1:{server.server_port}/"
        with slowed(address, Line(rate=200_000, delay=0.1)) as slow, urlopen(slow) as answer:
            body = answer.read()
        passed = time.monotonic() - began
        server.shutdown()

    assert 40_000 == len(body)
    assert passed >= 40_000 / 200_000 + 0.2  # to open the line, and there and back


def test_a_tab_is_found_and_goes_on_after_it_was_slowed(tmp_path):
    """A process of this profile's browser is measured, stopped in turns, and runs on at the end."""
    tab = "import os, subprocess, sys; subprocess.run([sys.executable, *os.environ['TAB'].split()])"
    wait = f"-c __import__('time').sleep({PATIENCE}) --type=renderer"
    command = [sys.executable, "-c", tab, f"--user-data-dir={tmp_path}"]
    surroundings = {**os.environ, "TAB": wait}
    with subprocess.Popen(command, env=surroundings, start_new_session=True) as browser:
        while not tabs(tmp_path):
            time.sleep(0.01)
        with quarter(tmp_path):
            time.sleep(0.1)
        (pid,) = tabs(tmp_path)
        found = memory(tmp_path)
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        os.killpg(browser.pid, signal.SIGKILL)

    assert found > 0
    assert state in "RS"
