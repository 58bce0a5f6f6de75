"""The nginx of the browser tests for the bench, with what it logged of every answer."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.visiting.trees import FREE
from tests.support.pages import servers

_LINE = re.compile(r'"GET (\S+) HTTP/[\d.]+" (\d+) (\d+) ')


@dataclass(frozen=True, slots=True)
class Sent:
    """One answered request."""

    path: str
    status: int
    bytes: int
    """The body as it left the server, without headers."""


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx with three servers for one folder."""

    recipe: str
    """Address of the server that includes our recipe, policy header and all; ends in "/"."""
    plain: str
    """Address of the server as Debian sets it up."""
    free: str
    """As by our recipe, without its policy: what PyScript needs."""
    log: Path

    def sent(self) -> list[Sent]:
        """Every request answered since the log was last read; empties the log."""
        time.sleep(0.3)  # nginx writes the line after the last byte
        found = _LINE.findall(self.log.read_text("utf-8"))
        os.truncate(self.log, 0)
        return [Sent(path, int(status), int(size)) for path, status, size in found]


@contextmanager
def serving(root: Path, work: Path) -> Iterator[Nginx]:
    """A running nginx for `root`, which `trees` made; `work` is made, a folder of its own."""
    work.mkdir()
    places = {
        "recipe": servers.Place(root, recipe=True),
        "plain": servers.Place(root),
        "free": servers.Place(root / FREE, recipe=True),
    }
    with servers.nginx(places, work) as running:
        urls = {name: server.url for name, server in running.items()}
        yield Nginx(**urls, log=work / "access.log")
