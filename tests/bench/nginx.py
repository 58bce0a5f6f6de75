"""The nginx of the browser tests for the bench, with what it logged of every answer."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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
    """A running nginx with two servers for one folder."""

    recipe: str
    """Address of the server that includes our recipe, policy header and all; ends in "/"."""
    plain: str
    """Address of the server as Debian sets it up."""
    log: Path

    def sent(self) -> list[Sent]:
        """Every request answered since the log was last read; empties the log."""
        time.sleep(0.3)  # nginx writes the line after the last byte
        found = _LINE.findall(self.log.read_text("utf-8"))
        os.truncate(self.log, 0)
        return [Sent(path, int(status), int(size)) for path, status, size in found]


@contextmanager
def serving(root: Path, work: Path) -> Iterator[Nginx]:
    """A running nginx for `root`, which holds the recipe; `work` is an empty folder of its own."""
    places = {name: servers.Place(root, recipe=name == "recipe") for name in ("recipe", "plain")}
    with servers.nginx(places, work) as running:
        yield Nginx(running["recipe"].url, running["plain"].url, work / "access.log")
