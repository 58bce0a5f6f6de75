"""Debian's nginx serving built sites from a folder of its own, on free ports, as any user.

The settings are Debian's own `/etc/nginx/nginx.conf`; only its paths and its user are replaced.
"""

import getpass
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

DEBIAN = Path("/etc/nginx/nginx.conf")
TRIES = 5
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder, served at `path` of a port of its own."""

    folder: Path
    path: str = "/"
    recipe: bool = False
    """Whether the server includes the recipe that the site ships."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a folder is served; `url` ends in "/"."""

    port: int
    url: str


@contextmanager
def nginx(places: dict[str, Place], work: Path) -> Iterator[dict[str, Server]]:
    """One nginx with a server for each of `places`; stops it at the end."""
    for _ in range(TRIES):
        servers = {name: _server(place) for name, place in places.items()}
        process = _started(places, servers, work)
        if process is not None:
            break
    else:
        raise AssertionError((work / "error.log").read_text(encoding="utf-8"))
    try:
        yield servers
    finally:
        process.terminate()
        process.wait()


def _started(places: dict[str, Place], servers: dict[str, Server], work: Path) -> Any:
    """The running server; none where it stopped, as when another program took a port meanwhile."""
    blocks = [_block(places[name], server.port, work) for name, server in servers.items()]
    (work / "nginx.conf").write_text(_settings(work, "\n".join(blocks)), encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    errors = work / "error.log"
    command = [program, "-e", str(errors), "-c", str(work / "nginx.conf"), "-g", "daemon off;"]
    process = subprocess.Popen(command)
    while process.poll() is None:
        if (work / "nginx.pid").is_file() and all(_answers(s.port) for s in servers.values()):
            return process
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    return None


def _server(place: Place) -> Server:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return Server(port, f"http://127.0.0.1:{port}{quote(place.path)}")


def _block(place: Place, port: int, work: Path) -> str:
    recipe = f"include {_recipe(place, port, work)};" if place.recipe else ""
    where = f'location "{place.path}" {{ alias {place.folder}/; }}'
    return f"server {{ listen 127.0.0.1:{port}; root {work}/nothing; {recipe} {where} }}"


def _recipe(place: Place, port: int, work: Path) -> Path:
    """The recipe that the site ships, with the one line changed that it asks to change."""
    text = (place.folder / "nginx.conf.example").read_text(encoding="utf-8")
    page = 'error_page 404 "/404.html";'
    assert page in text
    copy = work / f"recipe-{port}.conf"
    copy.write_text(text.replace(page, page.replace("/", place.path, 1)), encoding="utf-8")
    return copy


def _settings(work: Path, blocks: str) -> str:
    folders = "".join(f"{name}_temp_path {work}/{name};\n" for name in TEMPORARY)
    text = DEBIAN.read_text(encoding="utf-8")
    for setting, value in (
        (r"user .*;", f"user {getpass.getuser()};"),
        (r"pid .*;", f"pid {work}/nginx.pid;"),
        (r"(\s*)access_log .*;", f"access_log {work}/access.log;"),
        (r"error_log .*;", ""),
        (r"\s*include /etc/nginx/conf\.d/.*;", folders),
        (r"\s*include /etc/nginx/sites-enabled/.*;", blocks),
    ):
        found = re.search(f"^{setting}$", text, re.MULTILINE)
        if found:
            text = text.replace(found[0], value)
        else:
            assert setting.startswith("error_log"), f"{DEBIAN} has no line {setting}"
    return text


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
