"""Apache httpd and Caddy of Debian and Python's own server, serving the site as a reader meets it.

Apache's settings are Debian's own, with its paths replaced; its recipe stands where it tells us.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from build_tools.hosting.recipes import APACHE, CADDY
from build_tools.setup import SYSTEM, found
from tests.support.pages.servers import Place, Server, adapted, running

DEBIAN = Path("/etc/apache2")
MODULES = ("headers", "deflate", "filter", "mime", "dir", "rewrite")
"""Those that the recipe asks for."""


@contextmanager
def apache(places: dict[str, Place], work: Path) -> Iterator[dict[str, Server]]:
    """One Apache with a virtual host for each of `places`; stops it at the end.

    Started as root it serves as another user, who can read what everybody may read; the folders of
    tests are not among that, so it serves a copy.
    """
    with tempfile.TemporaryDirectory() as shown:
        Path(shown).chmod(0o755)
        copies = {place.folder: Path(shown) / str(n) for n, place in enumerate(places.values())}
        for folder, copy in copies.items():
            shutil.copytree(folder, copy, copy_function=_beside)
        settings, errors, ready = work / "apache2.conf", work / "error.log", work / "pid"
        names = {"RUN_DIR": work, "LOG_DIR": work, "LOCK_DIR": work, "PID_FILE": ready}
        names |= {"RUN_USER": "www-data", "RUN_GROUP": "www-data"}

        def command(servers: dict[str, Server]) -> list[str]:
            hosts = "".join(
                _host(places[name], server.port, copies[places[name].folder], work)
                for name, server in servers.items()
            )
            settings.write_text(_settings(hosts), encoding="utf-8")
            program = found(SYSTEM["apache2"]) or ""
            return [program, "-d", str(DEBIAN), "-f", str(settings), "-DFOREGROUND"]

        variables = {f"APACHE_{name}": str(value) for name, value in names.items()}
        with running(places, command, ready, errors, **variables) as servers:
            yield servers


def _beside(file: str, copy: str) -> None:
    """One more name for a file, where both lie on one disc; else a copy."""
    try:
        os.link(file, copy)
    except OSError:
        shutil.copy(file, copy)


def _settings(hosts: str) -> str:
    text = (DEBIAN / "apache2.conf").read_text(encoding="utf-8")
    for line, ours in (
        ("Include ports.conf", "ServerName localhost\n"),
        ("IncludeOptional conf-enabled/*.conf", ""),
        ("IncludeOptional sites-enabled/*.conf", hosts),
    ):
        assert line in text, f"Debian's settings have no line {line}"
        text = text.replace(line, ours)
    return text


def _host(place: Place, port: int, folder: Path, work: Path) -> str:
    named = [DEBIAN / "mods-available" / f"{name}.load" for name in MODULES]
    modules = "".join(
        f"<IfModule !{path.stem}_module>\n{path.read_text('utf-8')}\n</IfModule>\n"
        for path in named
        if not (DEBIAN / "mods-enabled" / path.name).exists()
    )
    line, page = "ErrorDocument 404 /404.html", f"ErrorDocument 404 {quote(place.path)}404.html"
    recipe = f"Include {adapted(place, APACHE, line, page, port, work)}" if place.recipe else ""
    where = f'Alias "{place.path}" "{folder}/"'
    return (
        f"{modules}Listen 127.0.0.1:{port}\n<VirtualHost 127.0.0.1:{port}>\n{where}\n"
        f'<Directory "{folder}">\nRequire all granted\n{recipe}\n</Directory>\n</VirtualHost>\n'
    )


@contextmanager
def caddy(places: dict[str, Place], work: Path) -> Iterator[dict[str, Server]]:
    """One Caddy with a site for each of `places`; stops it at the end."""
    settings, ready = work / "Caddyfile", work / "caddy.pid"

    def command(servers: dict[str, Server]) -> list[str]:
        sites = "".join(_site(places[name], s.port, work) for name, s in servers.items())
        settings.write_text("{\n\tadmin off\n\tauto_https off\n}\n" + sites, encoding="utf-8")
        program = found(SYSTEM["caddy"]) or ""
        options = ["--config", str(settings), "--adapter", "caddyfile", "--pidfile", str(ready)]
        return [program, "run", *options]

    homes = {"XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with running(places, command, ready, work / "error.log", **homes) as servers:
        yield servers


def _site(place: Place, port: int, work: Path) -> str:
    how = "file_server"
    if place.recipe:
        how = f"import {adapted(place, CADDY, '404.html', '404.html', port, work)}"
    inner = f'handle_path "{place.path}*" {{\n\t\troot * {place.folder}\n\t\t{how}\n\t}}'
    return f"http://127.0.0.1:{port} {{\n\t{inner}\n}}\n"


@contextmanager
def python(folder: Path, work: Path) -> Iterator[Server]:
    """`python -m http.server` in `folder`; stops it at the end."""
    ready = work / "ready"

    def command(servers: dict[str, Server]) -> list[str]:
        ready.touch()
        (server,) = servers.values()
        options = [str(server.port), "--bind", "127.0.0.1", "--directory", os.fspath(folder)]
        return [sys.executable, "-m", "http.server", *options]

    with running({"": Place(folder)}, command, ready, work / "error.log") as servers:
        yield servers[""]
