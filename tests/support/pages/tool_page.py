"""A tool as a reader meets it, with a mouse or with the keyboard alone: what all tools share."""

import json
from collections.abc import Mapping
from typing import Self
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from tests.support.pages.looks import LIGHT, value

REACH = """(control) => {
    const part = control.closest(".kam-screen, .kam-contents, .kam-result-page");
    if (part && !part.checkVisibility()) location.hash = part.id;
}"""
"""Leads to the part of a narrow page that holds a control, as a link to it does."""


def reach(control: Locator) -> Locator:
    """A control, once the part of the page that holds it is in sight."""
    control.evaluate(REACH)
    return control


class Tool:
    """The tool in `page`, from the site at `root`; `how` the reader works it."""

    name: str
    """What the page calls it."""
    address: str
    """Where it stands, from the root of the site."""

    def __init__(self, page: Page, root: str, model: Mapping, how: str) -> None:
        self.page = page
        self.root = root
        self.model = model
        self.mouse = how == "mouse"
        self.said = page.locator(f"#{self.name} .kam-status")

    def open(
        self, records: Mapping[str, str] | None = None, times: Mapping[str, str] | None = None
    ) -> Self:
        """Loads the page, with some fields kept from an earlier visit, perhaps with their times."""
        if records:
            self.page.goto(f"{self.root}{LIGHT}")
            prefix = f"kam:{urlsplit(self.root).path}:{self.model['id']}:answer:default:"
            version = self.model["version"]
            for name, text in records.items():
                at = (times or {}).get(name, "")
                record = json.dumps({"value": text, "model": version, "at": at, "was": ""})
                put = f"localStorage.setItem({json.dumps(prefix + name)}, {json.dumps(record)})"
                value(self.page, put)
        self.page.goto(f"{self.root}{self.address}")
        return self

    def region(self, name: str) -> Locator:
        """A part of the page that follows the answers."""
        return self.page.locator(f"#{self.name} [data-kam-region='{name}']")

    def field(self, name: str, text: str = "") -> Locator:
        """A control by its name, and by its value where several share the name."""
        which = f"[value='{text}']" if text else ""
        return self.page.locator(f"#{self.name} [name='{name}']{which}")

    def choose(self, name: str, text: str) -> None:
        """Takes one of several answers: with the arrows, on the keyboard."""
        reach(self.field(name, text))
        if self.mouse:
            self.page.locator(f"#{self.name} label:has([name='{name}'][value='{text}'])").click()
            return
        self.field(name).first.press("Space")
        values = [radio.get_attribute("value") for radio in self.field(name).all()]
        for _ in range(values.index(text)):
            self.page.keyboard.press("ArrowDown")

    def select(self, name: str, text: str) -> None:
        """Takes one of a list."""
        reach(self.field(name))
        if self.mouse:
            self.field(name).select_option(text)
            return
        options = self.field(name).locator("option").all()
        place = [option.get_attribute("value") for option in options].index(text)
        for _ in range(place):
            self.field(name).press("ArrowDown")

    def press(self, control: Locator) -> None:
        """Works a button, a link, a summary or a box."""
        reach(control)
        if self.mouse:
            control.click()
        else:
            control.press("Space" if control.get_attribute("type") == "checkbox" else "Enter")

    def write(self, name: str, text: str) -> None:
        """Types a text, key by key."""
        reach(self.field(name))
        if self.mouse:
            self.field(name).click()
        else:
            self.field(name).focus()
        self.page.keyboard.type(text)
