"""One nginx and one Chromium for the session; a context of its own for every test."""

import json
import subprocess
import sys
from collections.abc import Mapping
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from build_tools import ROOT
from build_tools.setup import chromium
from tests.browser.scan import ANSWERS, Scan
from tests.browser.servers import Place, nginx

EVERYWHERE = ("default at /", "default at /kam guide/", "recipe at /", "recipe at /kam guide/")
OPTIONS = ("--no-sandbox", "--host-resolver-rules=MAP intranet.example 127.0.0.1")

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def deployed(tmp_path_factory):
    """A link to the folder that the server "changing" serves; a test may point it elsewhere."""
    return tmp_path_factory.mktemp("deployed") / "site"


@pytest.fixture(scope="session")
def servers(site, deployed, tmp_path_factory):
    """The build under Debian's defaults and under our recipe, at two paths each, by name."""
    deployed.symlink_to(site)
    places = {
        f"{flavour} at {path}": Place(site, path, recipe=flavour == "recipe")
        for flavour in ("default", "recipe")
        for path in ("/", "/kam guide/")
    }
    work = tmp_path_factory.mktemp("nginx")
    with nginx(places | {"changing": Place(deployed)}, work) as running:
        yield running


@pytest.fixture(scope="session")
def playwright():
    """Playwright's driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright):
    """The system's Chromium."""
    opened = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
    yield opened
    opened.close()


@pytest.fixture
def root(servers):
    """Address of the site where one server is enough: as Debian serves it, from a sub-path."""
    return servers["default at /kam guide/"].url


@pytest.fixture
def context(browser):
    """A reader who was never here before."""
    opened = browser.new_context()
    yield opened
    opened.close()


class Seen:
    """What happens in every page of a context."""

    def __init__(self, context) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.uncaught: list[str] = []
        self.workers = []
        self.loads = 0
        context.on("request", self._ask)
        context.on("console", self._say)
        context.on("weberror", lambda raised: self.uncaught.append(str(raised.error)))
        context.on("page", lambda page: page.on("worker", self._greet))

    def runtime(self) -> list[str]:
        """The files of the runtime that were asked for, as the build names them."""
        urls = [url for url in self.requests if "/assets/runtime/" in url]
        return sorted(url.rpartition("/")[2].removesuffix(".gz") for url in urls)

    def _ask(self, request) -> None:
        self.requests.append(request.url)
        self.loads += request.is_navigation_request()

    def _greet(self, worker) -> None:
        if "/worker.js" in worker.url:  # the theme's search has one of its own
            self.workers.append(worker)

    def _say(self, said) -> None:
        if said.type == "error":
            self.complaints.append(said.text)


@pytest.fixture
def seen(context) -> Seen:
    """What happens in the test's context."""
    return Seen(context)


@pytest.fixture
def page(context, seen):
    """A page on which nothing may complain, and which may ask no other origin for anything."""
    opened = context.new_page()
    yield opened
    assert seen.complaints + seen.uncaught == []
    assert len({urlsplit(url).netloc for url in seen.requests if "://" in url}) == 1


@pytest.fixture
def rough(context, seen):
    """A page for bad weather: it may complain, but every error must be caught by somebody."""
    yield context.new_page()
    theme = "Network error"  # thrown by Material where it may not read the sitemap
    assert [error for error in seen.uncaught if error != theme] == []


@pytest.fixture
def scan(page, root):
    """The quick scan, opened."""
    return Scan(page, root).open()


@pytest.fixture(scope="session")
def model(site):
    """The published model."""
    return json.loads((site / "assets" / "model.json").read_bytes())


@pytest.fixture(scope="session")
def score(model, tmp_path_factory):
    """The score of quick answers as the command line gives it."""

    def scored(answers: Mapping[str, str]):
        quick = {id: value if value == "unknown" else int(value) for id, value in answers.items()}
        named = {"id": model["id"], "version": model["version"]}
        file = tmp_path_factory.mktemp("answers") / "answers.json"
        file.write_text(json.dumps({"format": 1, "model": named, "quick": quick}))
        command = [sys.executable, "-m", "widgets", "score", str(file)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return scored


@pytest.fixture(scope="session")
def headline(score, model):
    """The words of the headline for quick answers, from what the command line scores."""

    def words(answers: Mapping[str, str] = ANSWERS):
        result = score(answers)
        low, high = (f"{at} {model['levels'][at]['name']}" for at in result["level_range"])
        critical = {d["id"] for d in model["dimensions"] if d["critical"]}
        known = all(answers.get(id, "unknown") != "unknown" for id in critical)
        level = result["level"]
        if known:
            return f"{level} {model['levels'][level]['name']}"
        return f"{low}, whatever is missing" if low == high else f"Between {low} and {high}"

    return words
