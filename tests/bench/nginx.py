"""One nginx for the bench: one folder served with our recipe and with Debian's default, and logged."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_CONFIG = """
daemon off;
pid {work}/nginx.pid;
error_log {work}/error.log;
worker_processes auto;
{user}
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    gzip on;
    log_format bench '$server_port $status $bytes_sent $uri';
    access_log {work}/access.log bench;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{recipe};
        root {root};
        include {config};
    }}
    server {{
        listen 127.0.0.1:{plain};
        root {root};
    }}
}}
"""


@dataclass(frozen=True, slots=True)
class Sent:
    """One answered request."""

    status: int
    bytes: int
    """Headers and body, as they left the server."""
    path: str


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx with two servers for one folder."""

    recipe: int
    """Port of the server that includes our recipe, policy header and all."""
    plain: int
    """Port of the server as Debian sets it up."""
    log: Path

    def sent(self, port: int) -> list[Sent]:
        """Every request that `port` has answered since the log was last read; empties the log."""
        time.sleep(0.3)  # nginx writes the line after the last byte
        lines = [line.split(" ", 3) for line in self.log.read_text("utf-8").splitlines()]
        os.truncate(self.log, 0)
        return [Sent(int(s), int(b), path) for p, s, b, path in lines if int(p) == port]


@contextmanager
def serving(root: Path, config: Path, work: Path) -> Iterator[Nginx]:
    """A running nginx for `root`; `config` is the recipe, `work` an empty folder of its own."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        raise SystemExit("nginx: not found; the bench measures through it; install Debian's nginx")
    recipe, plain = _free_ports()
    user = "user root;" if os.geteuid() == 0 else ""
    text = _CONFIG.format(
        work=work, root=root, config=config, user=user, recipe=recipe, plain=plain
    )
    (work / "nginx.conf").write_text(text, "utf-8")
    (work / "access.log").touch()
    command = [
        nginx,
        "-p",
        str(work),
        "-c",
        str(work / "nginx.conf"),
        "-e",
        str(work / "error.log"),
    ]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _wait(recipe, work / "error.log")
        yield Nginx(recipe, plain, work / "access.log")
    finally:
        process.terminate()
        process.wait(10)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


def _wait(port: int, errors: Path) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit(f"nginx did not start: {errors.read_text('utf-8')}")
