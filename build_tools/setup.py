"""Sets up a fresh machine: `setup.py build`, `setup.py test` or `setup.py lock`.

Runs on any Python from 3.8, before anything is installed; standard library only.  Does nothing,
in a blink, where everything is there.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # started by its path, before anything is installed

from build_tools import mirrors  # noqa: E402

TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"

SYSTEM = {
    "nginx": ("nginx",),
    "apache2": ("apache2", "httpd"),
    "caddy": ("caddy",),
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "firefox-esr": ("firefox-esr", "firefox"),
    "webkit2gtk-driver": ("WebKitWebDriver",),
    "xvfb": ("Xvfb",),
    "libreoffice-writer-nogui": ("soffice", "libreoffice"),
}
"""Debian package to the programs that stand for it: what the tests need from the system."""

QUICKER = {
    "chromium-headless-shell": ("chromium-headless-shell", "chrome-headless-shell"),
}
"""Debian package to programs that make the tests quicker, and that they can do without."""

BY_PLAYWRIGHT = ("chromium",)
"""What `playwright install` can bring where the system's package manager may not be used."""


class SetupError(Exception):
    """What stops the set-up, in one sentence with the line to run."""


def main(arguments: list[str]) -> int:
    """Sets up for one purpose; 0 when done, 1 with a sentence when something is missing."""
    try:
        for step in {"build": [build], "test": [test], "lock": [lock]}[arguments[0]]:
            step()
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    return 0


def build() -> None:
    """What the site is built with."""
    _environment("requirements-build.txt", unless="requirements-dev.txt")
    _packages()


def test() -> None:
    """What the tests need besides: development packages, browsers, a web server."""
    _environment("requirements-dev.txt")
    _packages()
    system()


def lock() -> None:
    """Locks the newest versions that `pyproject.toml` and `package.json` allow."""
    uv = uv_program()
    for group in ("build", "dev"):
        _say(f"locking requirements-{group}.txt")
        options = "--upgrade --universal --python-version 3.13 --generate-hashes -q"
        options += " --no-emit-index-url --no-annotate"
        run(
            [
                *(str(uv), "pip", "compile", "pyproject.toml", "--group", group),
                *(*options.split(), "-o", f"requirements-{group}.txt"),
            ]
        )
    test()
    run([str(VENV / "bin" / "npm"), "update", "--package-lock-only", "--ignore-scripts"])


def _environment(requirements: str, unless: str = "") -> None:
    """The Python 3.13 environment with exactly what one lock file names."""
    wanted = {name: _hash(ROOT / name) for name in (requirements, unless) if name}
    stamp = VENV / "locked"
    if stamp.is_file() and stamp.read_text() in wanted.values():
        return
    uv = uv_program()
    if not (VENV / "bin" / "python").exists():
        _say("making .venv with Python 3.13")
        _venv(uv)
    _say(f"installing what {requirements} names")
    run([str(uv), "pip", "sync", "--quiet", "--require-hashes", requirements], VIRTUAL_ENV=VENV)
    stamp.write_text(wanted[requirements])


def _venv(uv: Path) -> None:
    """The environment, from the Python that runs this where it is one of 3.13."""
    own = own_python()
    try:
        run([str(uv), "venv", "--quiet", "--python", own or "3.13", str(VENV)])
    except SetupError as error:
        raise (error if own else SetupError(f"{mirrors.NO_PYTHON}\n{error}")) from error


def own_python() -> str:
    """The Python that runs this, if the build can run on it; PYTHON of the Makefile names it."""
    fits = sys.version_info[:2] == (3, 13) and sys.implementation.name == "cpython"
    return str(getattr(sys, "_base_executable", sys.executable)) if fits else ""


def uv_program() -> Path:
    """The installer uv, from PyPI into `.tools/`."""
    uv = TOOLS / "bin" / "uv"
    if uv.exists():
        return uv
    _say("installing uv into .tools")
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        run([sys.executable, "-m", "venv", str(TOOLS)])
        run([str(TOOLS / "bin" / "python"), "-m", "pip", "install", "--quiet", "uv"])
    elif importlib.util.find_spec("pip"):
        run([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(TOOLS), "uv"])
    else:
        raise SetupError(
            "this Python has neither venv nor pip; install one: "
            "`apt-get install python3-venv` (Debian, Ubuntu), `dnf install python3-pip` (Fedora)."
        )
    return uv


def _packages() -> None:
    """The npm packages that the lock file names, with the npm that came from PyPI."""
    stamp = ROOT / "node_modules" / ".locked"
    wanted = _hash(ROOT / "package-lock.json")
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    _say("installing the npm packages")
    run([str(VENV / "bin" / "npm"), "ci", "--ignore-scripts", "--no-progress", "--loglevel=error"])
    stamp.write_text(wanted)


def system() -> None:
    """Browsers and the web server: installed as root, asked for otherwise; never skipped."""
    missing = [package for package, programs in SYSTEM.items() if not found(programs)]
    wished = [package for package, programs in QUICKER.items() if not found(programs)]
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        if missing or wished:
            run([apt, "update", "-qq"], DEBIAN_FRONTEND="noninteractive")
        _install(apt, missing + [package for package in wished if _known(package)])
    elif missing == list(BY_PLAYWRIGHT):
        _say("no Chromium or Chrome on this machine; Playwright brings one")
        run([str(VENV / "bin" / "playwright"), "install", "chromium"])
    elif missing:
        raise SetupError(
            f"the tests need {', '.join(missing)}; run `sudo apt-get install {' '.join(missing)}` "
            "(Debian, Ubuntu), or your system's line for them, then `make test` again."
        )


def _known(package: str) -> bool:
    """Whether the package manager can bring a package at all."""
    shown = subprocess.run(["apt-cache", "show", package], check=False, capture_output=True)
    return shown.returncode == 0


def _install(apt: str, packages: list[str]) -> None:
    if packages:
        _say(f"installing {', '.join(packages)}")
        options = ["-y", "-qq", "--no-install-recommends"]
        run([apt, "install", *options, *packages], DEBIAN_FRONTEND="noninteractive")


def found(programs: tuple[str, ...]) -> str | None:
    """The first of these programs that is on this machine."""
    folders = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin" + os.pathsep + "/sbin"
    return next((path for p in programs if (path := shutil.which(p, path=folders))), None)


def chromium() -> str | None:
    """Path of the system's Chromium or Chrome; none where Playwright's own must serve."""
    return found(SYSTEM["chromium"])


def headless() -> str | None:
    """Path of the Chromium without windows, a third of the work; or of what stands for it."""
    return found(QUICKER["chromium-headless-shell"]) or chromium()


@lru_cache(maxsize=None)  # noqa: UP033 - `cache` came with 3.9
def network() -> dict[str, str]:
    """What uv and npm must be told of mirrors, proxies and certificates."""
    for python in (sys.executable, str(TOOLS / "bin" / "python")):
        command = [python, "-m", "pip", "config", "list"]
        try:
            asked = subprocess.run(
                command, check=False, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            continue
        if asked.returncode == 0:
            return mirrors.of_this_machine(asked.stdout.decode(errors="replace"))
    return mirrors.of_this_machine("")


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _say(what: str) -> None:
    print(f"setup: {what}", flush=True)


def run(command: list[str], **environment: object) -> None:
    """Runs one command; what it prints is shown only when it fails."""
    given = {key: str(value) for key, value in environment.items()}
    variables = {**os.environ, **network(), **given}
    variables["PATH"] = f"{VENV / 'bin'}{os.pathsep}{variables.get('PATH', '')}"
    variables["PYTHONPATH"] = ""
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=variables, capture_output=True, text=True
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        tool = "pip" if "pip" in command[:3] and "-m" in command else Path(command[0]).name
        failed = f"`{' '.join(command)}` failed; it said:\n{said}"
        raise SetupError("\n".join(filter(None, (failed, mirrors.advice(tool, said)))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
