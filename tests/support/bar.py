"""The bar under a result as a reader works it: what stands in its menu is there once that opens."""

from playwright.sync_api import Locator

from widgets.core.page.state_line import AGAIN, MORE

MENU = {label for _, label in (*MORE, *AGAIN)}
"""What the menu of the bar holds."""


def press(tool: Locator, label: str) -> None:
    """Presses what the bar under the result of `tool` calls by this label."""
    bar = tool.get_by_role("group", name="Keep and pass on")
    if label in MENU:
        bar.get_by_role("button", name="More", exact=True).click()
    bar.get_by_role("button", name=label, exact=True).click()


def choose(tool: Locator, label: str) -> None:
    """Takes from the menu over answers that are not the reader's own."""
    over = tool.get_by_role("group", name="Answers that are not yours")
    over.get_by_role("button", name="More with these answers").click()
    over.get_by_role("button", name=label, exact=True).click()
