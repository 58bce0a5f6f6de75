"""The set-up inside a network of its own: mirrors, proxies, certificates, no Python 3.13."""

import os
import shutil
import subprocess
import sys
import threading
import zipfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from build_tools import ROOT, mirrors, setup
from tests.support.case_files import cases

WHEEL = "tiny_of_a_test-1.0-py3-none-any.whl"
AWAY = "http://127.0.0.1:9"
"""Where no server listens."""


@pytest.mark.parametrize("case", cases("mirrors"))
def test_what_uv_and_npm_are_told(case):
    """Pip's settings and the system's certificates arrive in their words; nothing given changes."""
    found = mirrors.environment(
        case["pip"], case.get("given", {}), case.get("bundles", []), case.get("uv_file", False)
    )
    assert case["expect"] == found


def test_settings_of_pip_are_read():
    """The environment is stronger than a section, a section than `global`; others do not count."""
    listed = (
        ":env:.cert='/env.pem'\n"
        "download.proxy='http://no'\n"
        "global.cert='/global.pem'\n"
        "global.extra-index-url='\\nhttps://a.example/x\\nhttps://b.example/y'\n"
        "global.index-url='https://global.example'\n"
        'install.index-url="https://it\'s.example"\n'
        "WARNING: something else\n"
    )
    assert {
        "cert": "/env.pem",
        "extra-index-url": "https://a.example/x https://b.example/y",
        "index-url": "https://it's.example",
    } == mirrors.pip_settings(listed)


@pytest.fixture
def mirror(tmp_path):
    """A package index on loopback with one package; its address, and what was asked of it."""
    folder = tmp_path / "index" / "simple" / "tiny-of-a-test"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(f'<a href="{WHEEL}">{WHEEL}</a>')
    with zipfile.ZipFile(folder / WHEEL, "w") as wheel:
        info = "tiny_of_a_test-1.0.dist-info"
        wheel.writestr("tiny_of_a_test.py", "")
        wheel.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: tiny-of-a-test\nVersion: 1.0\n"
        )
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    asked = []

    class Index(SimpleHTTPRequestHandler):
        def __init__(self, *given):
            super().__init__(*given, directory=str(tmp_path / "index"))

        def log_message(self, *_):
            asked.append(self.path)

    with ThreadingHTTPServer(("127.0.0.1", 0), Index) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/simple", asked
        server.shutdown()


@pytest.fixture
def only_pip_knows(monkeypatch, tmp_path):
    """No setting but those of one `pip.conf`, which it writes; set-up has asked nothing yet."""
    for name in list(os.environ):
        if name.startswith(("PIP_", "UV_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    setup.network.cache_clear()
    yield lambda text: (tmp_path / "pip.conf").write_text(f"[global]\n{text}\n")
    setup.network.cache_clear()


def test_uv_installs_from_the_mirror_that_pip_knows(mirror, only_pip_knows, tmp_path):
    """With nothing but pip's own settings, uv asks the mirror and installs from it."""
    address, asked = mirror
    only_pip_knows(f"index-url = {address}\nextra-index-url =\ntrusted-host = 127.0.0.1")
    target = tmp_path / "installed"
    command = [str(setup.uv_program()), "pip", "install", "--quiet", "--python", sys.executable]
    setup.run([*command, "--target", str(target), "tiny-of-a-test"])

    assert (target / "tiny_of_a_test.py").is_file()
    assert "/simple/tiny-of-a-test/" in asked


@pytest.mark.slow
def test_a_mirror_that_is_away(only_pip_knows, tmp_path):
    """Where an index does not answer, the set-up ends with the line to set.

    Slow by nature: the installer asks a silent index several times before it gives up.
    """
    only_pip_knows(f"index-url = {AWAY}/simple")
    command = [str(setup.uv_program()), "pip", "install", "--quiet", "--python", sys.executable]
    with pytest.raises(setup.SetupError) as stopped:
        setup.run([*command, "--target", str(tmp_path / "installed"), "tiny-of-a-test"])

    assert str(stopped.value).splitlines()[-1] == (
        "If this network is closed or inspects traffic, name your mirror with "
        "`export UV_DEFAULT_INDEX=https://…`, and the certificate of a proxy with "
        "`export SSL_CERT_FILE=/path/to/ca.pem`; then run make again."
    )


@pytest.mark.parametrize(
    ("tool", "said", "line"),
    [
        ("npm", "npm error code SELF_SIGNED_CERT_IN_CHAIN", "npm_config_registry"),
        ("npm", "npm error code ENOTFOUND", "npm_config_registry"),
        ("pip", "ERROR: No matching distribution found for uv", "pip config set global.index-url"),
        ("playwright", "Error: getaddrinfo EAI_AGAIN", "PLAYWRIGHT_DOWNLOAD_HOST"),
        ("npm", "npm error Missing script", ""),
        ("apt-get", "Could not resolve", ""),
    ],
)
def test_advice_names_the_line_to_set(tool, said, line):
    """A closed network gets the line for that tool; any other failure speaks for itself."""
    found = mirrors.advice(tool, said)
    assert (line in found) and bool(line) == bool(found)


def test_without_a_python(monkeypatch, tmp_path):
    """Where neither the machine nor uv has Python 3.13, one sentence says how to get one."""
    uv = tmp_path / "uv"
    uv.write_text("#!/bin/sh\necho 'error: Failed to download cpython-3.13' >&2; exit 2\n")
    uv.chmod(0o755)
    monkeypatch.setattr(setup, "VENV", tmp_path / "venv")
    monkeypatch.setattr(setup, "uv_program", lambda: uv)
    monkeypatch.setattr(setup, "own_python", lambda: "")
    with pytest.raises(setup.SetupError) as stopped:
        setup.build()

    first, *rest = str(stopped.value).splitlines()
    assert first.startswith("the build needs Python 3.13, which is not on this machine")
    for way in ("apt-get", "dnf", "pyenv", "PYTHON=", "UV_PYTHON_INSTALL_MIRROR="):
        assert way in first
    assert "error: Failed to download cpython-3.13" in rest


def test_the_python_that_runs_it_is_taken():
    """Set-up started on Python 3.13 builds on that one, wherever it stands."""
    own = setup.own_python()
    said = subprocess.run([own, "-V"], capture_output=True, text=True, check=True).stdout

    assert said.startswith("Python 3.13.")


def test_a_python_that_refuses_is_passed_by(tmp_path):
    """Where a name refuses, as in a pyenv that lacks what this folder asks for, the next serves."""
    refuses = tmp_path / "python3.13"
    refuses.write_text("#!/bin/sh\nexit 127\n")
    refuses.chmod(0o755)
    (tmp_path / "python3").symlink_to(sys.executable)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    command = [str(shutil.which("make")), "-n", "-f", str(ROOT / "Makefile"), "setup"]
    said = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    ).stdout

    assert said == "python3 build_tools/setup.py build\n"


@pytest.mark.parametrize(
    ("root", "known", "installed"),
    [(True, True, ["chromium-headless-shell"]), (True, False, []), (False, True, [])],
    ids=["Debian as root", "no such package", "Debian as anyone"],
)
def test_what_is_only_quicker_is_never_asked_for(monkeypatch, tmp_path, root, known, installed):
    """The browser without windows is installed where that is possible, and missed nowhere."""
    asked = []
    (tmp_path / "apt-get").touch(0o755)
    (tmp_path / "apt-cache").write_text(f"#!/bin/sh\nexit {int(not known)}\n")
    (tmp_path / "apt-cache").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setattr(setup.os, "geteuid", lambda: int(not root))
    monkeypatch.setattr(setup, "found", lambda programs: "headless" not in programs[0])
    monkeypatch.setattr(setup, "run", lambda command, **_: asked.append(command))
    setup.system()

    assert installed == [package for command in asked[1:] for package in command[5:]]
