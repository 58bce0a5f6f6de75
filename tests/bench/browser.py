"""Drives Chromium over its own protocol, so that the site's policy stays in force."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from build_tools.setup import chromium

_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_WATCH = Path(__file__).with_name("watch.js")
PATIENCE = 600
"""Seconds until something that does not come ends the bench; a busy machine takes its time."""


@contextmanager
def profile(playwright: Playwright, records: Mapping[str, str]) -> Iterator[BrowserContext]:
    """A browser with an empty profile on disk; every page finds `records` in its storage."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=chromium(), args=list(_OPTIONS)
        )
        _watch(context, records)
        try:
            yield context
        finally:
            context.close()


@contextmanager
def reader(browser: Browser, records: Mapping[str, str]) -> Iterator[BrowserContext]:
    """A profile in memory, where no second visit is timed; every page finds `records`."""
    context = browser.new_context()
    _watch(context, records)
    try:
        yield context
    finally:
        context.close()


@contextmanager
def launched(playwright: Playwright) -> Iterator[Browser]:
    """A browser for readers."""
    browser = playwright.chromium.launch(executable_path=chromium(), args=list(_OPTIONS))
    try:
        yield browser
    finally:
        browser.close()


def _watch(context: BrowserContext, records: Mapping[str, str]) -> None:
    script = _WATCH.read_text("utf-8")
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


@contextmanager
def visit(context: BrowserContext, address: str) -> Iterator[Page]:
    """One visit in a page of its own."""
    page = context.new_page()
    try:
        page.goto(address, wait_until="commit", timeout=PATIENCE * 1000)
        yield page
    finally:
        page.close()
