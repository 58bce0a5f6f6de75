"""Where the bench works: a site, its server and the browsers that visit it."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.bench.scale import Scale
from tests.bench.visiting.browser import Chromium
from tests.bench.visiting.nginx import Nginx, serving
from tests.bench.visiting.trees import make_trees


@dataclass(frozen=True, slots=True)
class Place:
    """What every part of the bench is given."""

    site: Path
    """The finished site."""
    folder: Path
    """A folder that the bench may fill."""
    scale: Scale
    say: Callable[[str], None]
    """Says on the terminal what happens."""
    nginx: Nginx
    chromium: Chromium
    browser: Browser
    """A browser for what needs no profile on disk."""
    model: Mapping[str, Any]
    structures: Mapping[str, Any]


@contextmanager
def opened(site: Path, folder: Path, scale: Scale, say: Callable[[str], None]) -> Iterator[Place]:
    """The place for `site`, served and with a browser; all of it ends with the context."""
    make_trees(site, folder / "root")
    data = {name: json.loads((site / f"assets/{name}.json").read_bytes()) for name in _DATA}
    with serving(folder / "root", folder / "nginx") as nginx, sync_playwright() as playwright:
        chromium = Chromium(playwright, thrifty=not scale.whole)
        with chromium.launched() as browser:
            yield Place(
                site,
                folder,
                scale,
                say,
                nginx,
                chromium,
                browser,
                data["model"],
                data["structures"],
            )


_DATA = ("model", "structures")
