"""Looks into a page where its policy forbids Playwright's own `evaluate`, which runs text."""

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
