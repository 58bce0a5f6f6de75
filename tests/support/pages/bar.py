"""The bar under a result as a reader works it: what stands in its menu is there once that opens."""

from playwright.sync_api import Locator, expect

from tests.support.pages.looks import at_rest
from widgets.core.page.state_line import AGAIN, MORE, OPEN, SHELF

MENU = {label for _, label in MORE}
"""What the menu of the bar holds."""

EVER = {label for _, label in (OPEN, SHELF)}
"""What can be pressed before there is a result."""

ALREADY = ".kam-already"
"""The line that stands for it while there is no result."""


def press(tool: Locator, label: str) -> None:
    """Presses what the bar under the result of `tool`, or the end of it, calls by this label."""
    at_rest(tool.page)
    if label == AGAIN[1]:
        tool.locator(".kam-again").get_by_role("button", name=label, exact=True).click()
        return
    bar = tool.get_by_role("group", name="Keep and pass on")
    if label in MENU:
        more = bar.get_by_role("button", name="More", exact=True)
        if label in EVER:  # there without a result, and so without a bar, too
            empty = tool.locator(ALREADY)
            expect(more.or_(empty).filter(visible=True).first).to_be_visible()
            if not more.is_visible():
                empty.get_by_role("button", name=label, exact=True).click()
                return
        more.click()
    bar.get_by_role("button", name=label, exact=True).click()


def choose(tool: Locator, label: str) -> None:
    """Takes from the menu over answers that are not the reader's own."""
    at_rest(tool.page)
    over = tool.get_by_role("group", name="Answers that are not yours")
    over.get_by_role("button", name="More with these answers").click()
    over.get_by_role("button", name=label, exact=True).click()
