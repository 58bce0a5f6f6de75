"""Looks into a page where its policy forbids Playwright's own `evaluate`, which runs text."""

import json
from typing import Any

from playwright.sync_api import Page


def value(page: Page, expression: str) -> Any:
    """What a JavaScript expression comes to in `page`, promises awaited."""
    tools = page.context.new_cdp_session(page)
    options = {"awaitPromise": True, "returnByValue": True}
    answer = tools.send("Runtime.evaluate", {"expression": expression, **options})
    tools.detach()
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    return answer["result"].get("value")


def crash(page: Page) -> None:
    """Makes our worker raise an error that nothing catches."""
    tools = page.context.new_cdp_session(page)
    found = []
    tools.on("Target.attachedToTarget", lambda event: found.append(event))
    how = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
    tools.send("Target.setAutoAttach", how)
    ours = next(event for event in found if "/worker.js" in event["targetInfo"]["url"])
    throw = {"expression": "setTimeout(() => { throw new Error('struck down') })"}
    message = json.dumps({"id": 1, "method": "Runtime.evaluate", "params": throw})
    tools.send("Target.sendMessageToTarget", {"sessionId": ours["sessionId"], "message": message})
    tools.detach()
