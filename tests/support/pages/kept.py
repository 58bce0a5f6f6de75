"""Builds of one site on a host that has another site too, and what a browser keeps of them."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from build_tools.site import offline
from tests.support.pages.looks import until, value

OTHER = "other/"
"""Where the other site stands below the guide: the worker of the guide could reach it."""
OTHERS = "<!doctype html><title>The other site</title><link rel='icon' href='data:,'><p>Theirs"


@dataclass(frozen=True, slots=True)
class Builds:
    """A folder that a server shows, and what was built into it."""

    folder: Path

    @classmethod
    def of(cls, site: Path, folder: Path) -> "Builds":
        """The finished `site` in `folder`, file by file, with the other site below it."""
        shutil.copytree(site, folder, copy_function=lambda old, new: Path(new).symlink_to(old))
        (folder / OTHER).mkdir()
        (folder / OTHER / "index.html").write_text(OTHERS)
        built = cls(folder)
        built.write(offline.WORKER, built.read(offline.WORKER))
        built.write(offline.PAGE, built.read(offline.PAGE))
        return built

    def read(self, name: str) -> str:
        """A file's text."""
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Another text in the place of a file's, which the site keeps."""
        (self.folder / name).unlink()
        (self.folder / name).write_text(text, encoding="utf-8")

    def change(self, page: str, words: str) -> None:
        """Puts `words` before the title of a page."""
        name = f"{page}index.html"
        self.write(name, self.read(name).replace("<h1", f"<p>{words}</p><h1"))

    def tools(self) -> list[str]:
        """Addresses, from the root, of all that the tools need."""
        data = re.search(r"JSON\.parse\((.+)\);$", self.read(offline.WORKER), re.MULTILINE)
        assert data is not None
        return list(json.loads(json.loads(data[1]))["tools"])

    def build(self) -> None:
        """The worker as a new build writes it."""
        offline.write(self.folder)

    def serve(self) -> None:
        """The worker as a server writes it that builds at every change."""
        offline.write(self.folder, served=True)


def kept(page: Page) -> None:
    """Waits until the browser has kept the tools and `page` asks its worker."""
    until(page, "navigator.serviceWorker.controller")


def kept_again(page: Page, urls: list[str]) -> None:
    """Waits until some cache has all of these."""
    found = "Promise.all(urls.map((url) => caches.match(url))).then((all) => all.every(Boolean))"
    until(page, f"((urls) => {found})({json.dumps(urls)})")


def caches(page: Page) -> list[str]:
    """Names of everything that the origin keeps."""
    return list(value(page, "caches.keys()"))


def held(page: Page, url: str) -> bool:
    """Whether some cache has what stands at `url`."""
    return bool(value(page, f"caches.match({json.dumps(url)}).then(Boolean)"))


def spoil(page: Page, url: str) -> None:
    """Something else in the place of what a cache holds at `url`."""
    spoilt = "caches.open(name).then((cache) => cache.put(url, new Response('spoilt')))"
    names = "caches.keys().then((names) => Promise.all(names.map((name) => {})))"
    value(page, f"((url) => {names.replace('{}', spoilt)})({json.dumps(url)})")


def mended(url: str) -> str:
    """An expression: whether some cache holds at `url` what is not spoilt."""
    text = "(await (await (await caches.open(name)).match(url))?.text())"
    some = f"Promise.all(names.map(async (name) => {text} ?? 'spoilt'))"
    whole = "texts.some((text) => text !== 'spoilt')"
    kept = f"caches.keys().then((names) => {some}).then((texts) => {whole})"
    return f"((url) => {kept})({json.dumps(url)})"
