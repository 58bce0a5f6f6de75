"""The chooser as a reader meets it, with a mouse or with the keyboard alone."""

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from tests.support.looks import LIGHT, value

WORKED = {
    "concentration": 2,
    "many-key-accounts": -2,
    "spread": 0,
    "central-purchasing": 0,
    "complex-offer": 2,
    "co-creation": 1,
    "co-ordination-need": 2,
    "strong-functions-or-countries": 0,
    "lasting-top-commitment": 1,
    "kam-maturity": -2,
    "price-buyers": -1,
    "account-pays-for-resource": 1,
}
"""The worked example of the method page."""

ANSWERED = {f"choose.criteria.{id}": str(answer) for id, answer in WORKED.items()}


class Chooser:
    """The chooser in `page`, from the site at `root`; `how` the reader works it."""

    def __init__(self, page: Page, root: str, model: Mapping, how: str) -> None:
        self.page = page
        self.root = root
        self.model = model
        self.mouse = how == "mouse"
        self.said = page.locator("#chooser .kam-status")

    def open(self, fields: Mapping[str, str] | None = None) -> "Chooser":
        """Loads the page, with some fields kept from an earlier visit."""
        if fields:
            self.page.goto(f"{self.root}{LIGHT}")
        prefix = f"kam:{urlsplit(self.root).path}:{self.model['id']}:answer:default:"
        for name, text in (fields or {}).items():
            record = json.dumps(
                {"value": text, "model": self.model["version"], "at": "", "was": ""}
            )
            put = f"localStorage.setItem({json.dumps(prefix + name)}, {json.dumps(record)})"
            value(self.page, put)
        self.page.goto(f"{self.root}choose/")
        return self

    def region(self, name: str) -> Locator:
        """A part of the page that follows the answers."""
        return self.page.locator(f"#chooser [data-kam-region='{name}']")

    def field(self, name: str, text: str = "") -> Locator:
        """A control by its name, and by its value where several share the name."""
        which = f"[value='{text}']" if text else ""
        return self.page.locator(f"#chooser [name='{name}']{which}")

    def choose(self, name: str, text: str) -> None:
        """Takes one of several answers: with the arrows, on the keyboard."""
        if self.mouse:
            self.page.locator(f"#chooser label:has([name='{name}'][value='{text}'])").click()
            return
        self.field(name).first.press("Space")
        values = [radio.get_attribute("value") for radio in self.field(name).all()]
        for _ in range(values.index(text)):
            self.page.keyboard.press("ArrowDown")

    def select(self, name: str, text: str) -> None:
        """Takes one of a list."""
        if self.mouse:
            self.field(name).select_option(text)
            return
        options = self.field(name).locator("option").all()
        place = [option.get_attribute("value") for option in options].index(text)
        for _ in range(place):
            self.field(name).press("ArrowDown")

    def slide(self, name: str, stops: int) -> None:
        """Drags a slider some stops to the right of its middle, of five stops in all."""
        slider = self.field(name)
        if not self.mouse:
            for _ in range(stops):
                slider.press("ArrowRight")
            return
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        middle, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(middle, y)
        self.page.mouse.down()
        self.page.mouse.move(middle + stops * box["width"] * 0.22, y, steps=4)
        self.page.mouse.up()

    def press(self, control: Locator) -> None:
        """Works a button, a summary or a box."""
        if self.mouse:
            control.click()
        else:
            control.press("Space" if control.get_attribute("type") == "checkbox" else "Enter")

    def write(self, name: str, text: str) -> None:
        """Types a text, key by key."""
        if self.mouse:
            self.field(name).click()
        else:
            self.field(name).focus()
        self.page.keyboard.type(text)
