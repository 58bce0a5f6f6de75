"""After a change the browser works out anew how a few elements look, and never the whole page.

A rule that asks `:has` and ends in neither a class, an id, an attribute nor the name of an element
makes it look at everything again, whichever element changed: half of the time of an answer once.
"""

import pytest
from playwright.sync_api import expect

from tests.support.pages.looks import until, value

pytestmark = pytest.mark.spared

TOOLS = ("quick-scan/", "assessment/", "choose/")
CHOICE = (
    "[...document.querySelectorAll('[data-kam-form] [type=radio]:not(:checked)')]"
    ".find(({ name }) => /^(quick|practice|choose[.]answers)[.]/.test(name))"
)
CHANGES = {
    "a choice": (f"{CHOICE}.checked = true", 0.6),
    "the receipt at another question": (
        "[...document.querySelectorAll('[data-kam-foot]')].at(-1)"
        ".prepend(document.querySelector('.kam-receipt'))",
        0.6,
    ),
    "a region": ("document.querySelector('.kam-panel p').textContent = 'other words'", 0.05),
    "the headline": ("document.querySelector('.kam-headline__level').innerHTML = '<b>3</b>'", 0.05),
}
"""What happens in a page when an answer comes, and the most of its elements that it may concern."""


def restyled(page, change):
    """How many elements the browser gives their look anew after `change`."""
    tools, events, ended = page.context.new_cdp_session(page), [], []
    tools.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    tools.on("Tracing.tracingComplete", lambda told: ended.append(told))  # noqa: PLW0108 - a method has no place for Playwright
    value(page, "document.body.offsetHeight")
    config = {"includedCategories": ["devtools.timeline"]}
    tools.send("Tracing.start", {"traceConfig": config, "transferMode": "ReportEvents"})
    value(page, f"{change}, document.body.offsetHeight")
    tools.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)
    tools.detach()
    found = [event for event in events if event["name"] == "UpdateLayoutTree"]
    assert found
    return sum(event["args"].get("elementCount", 0) for event in found)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_change_concerns_few_elements(page, root, tool):
    """Of all elements at most these shares are looked at again."""
    page.goto(root + tool)
    until(page, "document.querySelector('kam-widget:defined .kam-chip')")
    value(page, f"{CHOICE}.click()")
    expect(page.locator("kam-widget .kam-receipt")).to_be_visible()
    expect(page.locator("[data-kam-region=panel]").first).to_contain_text("1 of")
    every = value(page, "document.querySelectorAll('*').length")

    for what, (change, most) in CHANGES.items():
        assert restyled(page, change) <= most * every, what
