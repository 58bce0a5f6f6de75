"""The quick scan as a reader meets it: the places on the page that the tests name."""

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

from tests.support.pages.tool_page import reach

ANSWERS = {
    "reason-and-patience": "0",
    "leaders-entangled": "2",
    "right-accounts-right-number": "unknown",
    "role-apart-from-selling": "3",
    "delivery-on-board": "1",
    "value-planned-with-customer": "0",
    "scorecard-rhythm-reward": "0",
    "change-politics-culture": "4",
}
"""A whole scan: every rung and an unknown."""

ONE = {"delivery-on-board": "3"}
"""An answer that changes the headline of `ANSWERS`, so that a test can wait for it."""


class Scan:
    """The quick scan in `page`, from the site at `root`."""

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self.address = f"{root}quick-scan/"
        self.widget = page.locator("#quick-scan")
        self.headline = page.locator(".kam-results .kam-headline__level")
        self.range = page.locator(".kam-headline__range")
        self.chip = page.locator("[data-kam-chip]")
        self.said = page.locator(".kam-status")
        self.trouble = self.widget.locator("[data-kam-engine] .kam-error")
        self.problems = page.locator("[data-kam-region=problems]")

    def open(self, anchor: str = "") -> "Scan":
        """Loads the page and waits for its scripts."""
        self.page.goto(self.address + anchor)
        return self

    def choice(self, dimension: str, value: str) -> Locator:
        """The label of one answer; the button inside it is hidden under its number."""
        return self.page.locator(f"#q-{dimension} label:has(input[value='{value}'])")

    def chosen(self, dimension: str, value: str) -> Locator:
        """The radio button of one answer."""
        return self.choice(dimension, value).locator("input")

    def answer(self, answers: Mapping[str, str]) -> "Scan":
        """Clicks one answer to each of some questions."""
        for dimension, value in answers.items():
            reach(self.choice(dimension, value)).click()
        return self

    def button(self, name: str) -> Locator:
        """A button of the widget, by what it says."""
        return self.widget.get_by_role("button", name=name)
