"""Drives Chromium over its own protocol, so that the site's policy stays in force."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from build_tools.setup import chromium, headless
from tests.bench.visiting import SCRIPTS

OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
THRIFTY = ("--js-flags=--liftoff-only",)
"""Compiles Python's interpreter once: for the short form, where no time is looked at."""
PATIENCE = 600
"""Seconds until something that does not come ends the bench; a busy machine takes its time."""


@dataclass(frozen=True, slots=True)
class Chromium:
    """How browsers are started."""

    playwright: Playwright
    thrifty: bool = False
    """As cheaply as can be."""

    @property
    def how(self) -> dict[str, Any]:
        """What Playwright is told."""
        program = headless() if self.thrifty else chromium()
        options = OPTIONS + THRIFTY if self.thrifty else OPTIONS
        return {
            "executable_path": program,
            "args": [*options],
            "timeout": PATIENCE * 1000,
        }

    @contextmanager
    def profile(self, records: Mapping[str, str]) -> Iterator[tuple[BrowserContext, Path]]:
        """A browser with an empty profile in a folder; pages find `records` in storage."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            context = self.playwright.chromium.launch_persistent_context(folder, **self.how)
            _watch(context, records)
            try:
                yield context, Path(folder)
            finally:
                context.close()

    @contextmanager
    def launched(self) -> Iterator[Browser]:
        """A browser for readers."""
        browser = self.playwright.chromium.launch(**self.how)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def reader(
    browser: Browser, records: Mapping[str, str], *, service_worker: bool = True
) -> Iterator[BrowserContext]:
    """A profile in memory, where no second visit is timed; every page finds `records`.

    No `service_worker` where the site is not as it was built, since one holds it against a list,
    and where what one fetches beside the page does not count.
    """
    context = browser.new_context(service_workers="allow" if service_worker else "block")
    _watch(context, records)
    try:
        yield context
    finally:
        context.close()


def _watch(context: BrowserContext, records: Mapping[str, str]) -> None:
    script = (SCRIPTS / "watch.js").read_text("utf-8")
    context.add_init_script(f"const RECORDS = {json.dumps(dict(records))};\n{script}")


def value(page: Page, expression: str, seconds: int = PATIENCE) -> Any:
    """What a JavaScript expression of the page comes to, promises awaited.

    Playwright's own `evaluate` makes code from text, which the policy rightly refuses.
    """
    late = f"new Promise((_, no) => setTimeout(() => no(new Error('late')), {seconds * 1000}))"
    session = page.context.new_cdp_session(page)
    answer = session.send(
        "Runtime.evaluate",
        {
            "expression": f"Promise.race([{expression}, {late}])",
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    session.detach()
    if "exceptionDetails" in answer:
        raise SystemExit(f"{page.url}: {expression[:80]}: {answer['exceptionDetails']}")
    return answer["result"].get("value")


def in_worker(page: Page, code: str, seconds: int = PATIENCE) -> Any:
    """What Python `code` comes to in the page's timed worker, which gives it as JSON."""
    said = value(page, f"bench.python({json.dumps(code)})", seconds)
    if "error" in said:
        raise SystemExit(f"{page.url}: in the worker: {said['error']}")
    return json.loads(said["value"])


@contextmanager
def visit(context: BrowserContext, address: str) -> Iterator[Page]:
    """One visit in a page of its own."""
    page = context.new_page()
    try:
        page.goto(address, wait_until="commit", timeout=PATIENCE * 1000)
        yield page
    finally:
        page.close()
