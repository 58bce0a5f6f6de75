"""Debian's nginx serving built sites from a folder of its own, on free ports, as any user.

The settings are Debian's own `/etc/nginx/nginx.conf`; only its paths and its user are replaced.
"""

import getpass
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
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
    frames: str = "*"
    """Who may embed its pages, in the recipe's own words."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a folder is served; `url` ends in "/"."""

    port: int
    url: str


@contextmanager
def nginx(places: dict[str, Place], work: Path) -> Iterator[dict[str, Server]]:
    """One nginx with a server for each of `places`; stops it at the end."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    settings, errors = work / "nginx.conf", work / "error.log"

    def command(servers: dict[str, Server]) -> list[str]:
        blocks = [_block(places[name], server.port, work) for name, server in servers.items()]
        settings.write_text(_settings(work, "\n".join(blocks)), encoding="utf-8")
        return [program, "-e", str(errors), "-c", str(settings), "-g", "daemon off;"]

    with running(places, command, work / "nginx.pid", errors) as servers:
        yield servers


@contextmanager
def running(
    places: dict[str, Place],
    command: Callable[[dict[str, Server]], list[str]],
    ready: Path,
    errors: Path,
    **surroundings: str,
) -> Iterator[dict[str, Server]]:
    """A program that serves `places` on free ports; stops it at the end.

    `command` writes its settings for the ports it is given; the program makes the file `ready`
    once it has them, and says in `errors` why it stopped.
    """
    for _ in range(TRIES):
        servers = {name: _server(place) for name, place in places.items()}
        ready.unlink(missing_ok=True)
        with errors.open("ab") as said:
            process = subprocess.Popen(
                command(servers), env=os.environ | surroundings, stdout=said, stderr=said
            )
        if _up(process, servers, ready):
            break
    else:
        raise AssertionError(errors.read_text(encoding="utf-8"))
    try:
        yield servers
    finally:
        process.terminate()
        process.wait()


def _up(process: Any, servers: dict[str, Server], ready: Path) -> bool:
    """Whether it runs; not where it stopped, as when another program took a port meanwhile."""
    while process.poll() is None:
        if ready.is_file() and all(_answers(s.port) for s in servers.values()):
            return True
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    return False


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
    page = 'error_page 404 "/404.html";'
    return adapted(place, "nginx.conf.example", page, page.replace("/", place.path, 1), port, work)


def adapted(place: Place, recipe: str, line: str, by: str, port: int, work: Path) -> Path:
    """A copy of a `recipe` for `place`: one `line` replaced `by` another, and who may embed."""
    text = (place.folder / recipe).read_text(encoding="utf-8")
    assert line in text
    assert "frame-ancestors *" in text
    text = text.replace(line, by).replace("frame-ancestors *", f"frame-ancestors {place.frames}")
    copy = work / f"recipe-{port}.conf"
    copy.write_text(text, encoding="utf-8")
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
