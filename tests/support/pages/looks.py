"""Looks into a page where its policy forbids Playwright's own `evaluate`, which runs text."""

import json
from contextlib import suppress
from time import monotonic
from typing import Any

from playwright.sync_api import Error, Page

PATIENCE = 120_000
"""Milliseconds: what a test waits for comes, however busy the machine; a fault fails later."""

LIGHT = "assets/images/favicon.svg"
"""An address of the site that starts nothing: there storage is filled before a page reads it."""


def value(page: Page, expression: str, media: str = "") -> Any:
    """What a JavaScript expression comes to in `page`, promises awaited.

    `media`: as there; a look of its own is on screen otherwise, whatever the page emulates.
    """
    tools = page.context.new_cdp_session(page)
    if media:
        tools.send("Emulation.setEmulatedMedia", {"media": media})
    options = {"awaitPromise": True, "returnByValue": True}
    answer = tools.send("Runtime.evaluate", {"expression": expression, **options})
    tools.detach()
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    return answer["result"].get("value")


def until(page: Page, condition: str) -> None:
    """Waits until a JavaScript expression holds, promises awaited; as our policy lets us.

    What has not come after PATIENCE fails by its name: a test that waits for ever holds up all.
    """
    last = monotonic() + PATIENCE / 1000
    while not value(page, f"(async () => Boolean(await ({condition})))()"):
        assert monotonic() < last, f"did not come: {condition}"
        page.wait_for_timeout(20)


def at_rest(page: Page) -> None:
    """Waits until no result changes for a moment: what is pressed then stays where it is."""
    last, before = monotonic() + PATIENCE / 1000, None
    results = page.locator(".kam-results")
    while (now := [result.inner_html() for result in results.all()]) != before:
        assert monotonic() < last, "the result never came to rest"
        before = now
        page.wait_for_timeout(60)


def crash(page: Page) -> None:
    """Makes our worker raise an error that nothing catches."""
    tools = page.context.new_cdp_session(page)
    ours = []

    def meet(event: dict[str, Any]) -> None:
        if event["targetInfo"]["url"].endswith("/worker.js"):
            ours.append(event["sessionId"])

    tools.on("Target.attachedToTarget", meet)
    how = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
    tools.send("Target.setAutoAttach", how)
    throw = {"expression": "setTimeout(() => { throw new Error('struck down') })"}
    message = json.dumps({"id": 1, "method": "Runtime.evaluate", "params": throw})
    assert ours
    for session in ours:  # one that was terminated may still be there, and hears nothing
        with suppress(Error):
            tools.send("Target.sendMessageToTarget", {"sessionId": session, "message": message})
    tools.detach()
