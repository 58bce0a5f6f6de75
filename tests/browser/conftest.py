"""One nginx and one Chromium for the session; a context of its own for every test."""

import json
from collections.abc import Mapping
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from build_tools import ROOT
from build_tools.one_file.document import document
from build_tools.setup import headless
from tests.support.pages.looks import PATIENCE
from tests.support.pages.scan_page import ANSWERS, Scan
from tests.support.pages.servers import Place, nginx
from tests.support.pages.spared import spare
from widgets.__main__ import main as command_line
from widgets.core.words.quotes import curly

EVERYWHERE = (
    "default at /kam guide/",
    "recipe at /",
    pytest.param("default at /", marks=pytest.mark.sweep),
    pytest.param("recipe at /kam guide/", marks=pytest.mark.sweep),
)
"""Each way to serve and each path once; a release sees all four."""

OPTIONS = ("--no-sandbox", "--host-resolver-rules=MAP intranet.example 127.0.0.1")

THRIFTY = "--js-flags=--liftoff-only"
"""Compiles Python's interpreter once and fast instead of twice: a test is over before it pays."""

NO_HURRY = """{
    const soon = globalThis.setTimeout;
    globalThis.setTimeout = (act, ms, ...rest) => soon(act, ms >= 30000 ? 20 * ms : ms, ...rest);
}"""
"""A page on a busy machine must not take a slow worker for dead; a fake clock overrules it."""

NO_MEMORY = """Object.defineProperty(globalThis, "caches", {
    value: { has: async () => true, delete: async () => true, match: async () => undefined },
    configurable: true, // in a tab that a page opened this runs twice
});"""
"""As where a reader wants nothing kept: a test is over before its Python's memory would help."""

AT_THE_PRINTER = """if (self === top) globalThis.print = () => {
    dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"));
}"""
"""A print dialogue that is closed at once: the browser's own is open when a test asks for a PDF.

In a frame it is the browser's own, which says nothing where a sandbox forbids it."""

expect.set_options(timeout=PATIENCE)


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
def one_file(site, tmp_path_factory):
    """The single file of the site, as somebody keeps it: in a folder with a space."""
    out = tmp_path_factory.mktemp("from a mail") / "kam field guide.html"
    out.write_text(document(ROOT, site), "utf-8")
    return out


@pytest.fixture(scope="session")
def playwright():
    """Playwright's driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright):
    """The system's Chromium, without windows."""
    options = {"executable_path": headless(), "args": (*OPTIONS, THRIFTY), "timeout": PATIENCE}
    opened = playwright.chromium.launch(**options)
    make = opened.new_context

    def new_context(**how):
        how = {"service_workers": "block"} | how  # a route does not reach what one asks
        context = make(**how)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(NO_HURRY)
        context.add_init_script(AT_THE_PRINTER)
        if how["service_workers"] == "block":
            context.add_init_script(NO_MEMORY)
        return context

    opened.new_context = new_context
    yield opened
    opened.close()


@pytest.fixture
def root(servers):
    """Address of the site where one server is enough: as Debian serves it, from a sub-path."""
    return servers["default at /kam guide/"].url


@pytest.fixture
def readers(browser, request):
    """Makes contexts of readers who were never here before; a test marked `spared` is their Python.

    `--whole` takes the mark from all: then every page starts its own.
    """
    opened = []

    def come(**how):
        opened.append(browser.new_context(**how))
        if request.node.get_closest_marker("spared") and not request.config.getoption("--whole"):
            spare(opened[-1])
        return opened[-1]

    yield come
    for context in opened:
        context.close()


@pytest.fixture
def context(readers):
    """A reader who was never here before."""
    return readers()


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
    """The published model, in the words that pages show."""

    def shown(thing):
        return {key: curly(text) if isinstance(text, str) else text for key, text in thing.items()}

    return json.loads((site / "assets" / "model.json").read_bytes(), object_hook=shown)


@pytest.fixture(scope="session")
def score(model, tmp_path_factory):
    """The score of quick answers as the command line gives it; each is worked out once."""
    file = tmp_path_factory.mktemp("answers") / "answers.json"

    @cache
    def printed(answers):
        quick = {id: text if text == "unknown" else int(text) for id, text in answers}
        named = {"id": model["id"], "version": model["version"]}
        file.write_text(json.dumps({"format": 1, "model": named, "quick": quick}))
        with redirect_stdout(StringIO()) as out:
            assert command_line(["score", str(file)]) == 0
        return out.getvalue()

    return lambda answers: json.loads(printed(tuple(answers.items())))


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
        if result["level_range"] == [0, len(model["levels"]) - 1]:
            return "No level yet"
        return f"{low}, whatever is missing" if low == high else f"Between {low} and {high}"

    return words
