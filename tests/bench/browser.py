"""Drives Chromium over its own protocol, so that the site's policy stays in force."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from build_tools.setup import chromium

_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_WATCH = Path(__file__).with_name("watch.js")


@contextmanager
def profile(playwright: Playwright, records: Mapping[str, str]) -> Iterator[BrowserContext]:
    """A browser with an empty profile on disk; every page finds `records` in its storage."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=chromium(), args=list(_OPTIONS)
        )
        script = _WATCH.read_text("utf-8")
        context.add_init_script(f"const RECORDS = {json.dumps(dict(records))};\n{script}")
        try:
            yield context
        finally:
            context.close()


def value(page: Page, expression: str, seconds: int = 60) -> Any:
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
        page.goto(address, wait_until="commit")
        yield page
    finally:
        page.close()


def version(playwright: Playwright) -> str:
    """The version of Chromium."""
    browser = playwright.chromium.launch(executable_path=chromium(), args=list(_OPTIONS))
    found = browser.version
    browser.close()
    return found
