"""The full assessment as a reader meets it, with a mouse or with the keyboard alone."""

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from tests.support.looks import LIGHT, value

HOW = ("mouse", "keyboard")
WIDTHS = (1280, 390)
MONTHS = ("January", "February", "March", "April", "May", "June")


class Assessment:
    """The assessment in `page`, from the site at `root`; `how` the reader works it."""

    def __init__(self, page: Page, root: str, model: Mapping, how: str) -> None:
        self.page = page
        self.root = root
        self.model = model
        self.mouse = how == "mouse"
        self.said = page.locator("#assessment .kam-status")

    def open(
        self, records: Mapping[str, str] | None = None, times: Mapping[str, str] | None = None
    ) -> "Assessment":
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
        self.page.goto(f"{self.root}assessment/")
        return self

    def everywhere(self, rung: int, **others: int) -> "Assessment":
        """Opens the page with every practice at `rung`, but for `others`, and waits for it."""
        practices = [p["id"] for d in self.model["dimensions"] for p in d["practices"]]
        named = {id.replace("_", "-"): other for id, other in others.items()}
        rungs = {**dict.fromkeys(practices, rung), **named}
        return self.open({f"practice.{id}": str(found) for id, found in rungs.items()})

    def region(self, name: str) -> Locator:
        """A part of the page that follows the answers."""
        return self.page.locator(f"#assessment [data-kam-region='{name}']")

    def field(self, name: str, text: str = "") -> Locator:
        """A control by its name, and by its value where several share the name."""
        which = f"[value='{text}']" if text else ""
        return self.page.locator(f"#assessment [name='{name}']{which}")

    def choose(self, name: str, text: str) -> None:
        """Takes one of several answers: with the arrows, on the keyboard."""
        if self.mouse:
            self.page.locator(f"#assessment label:has([name='{name}'][value='{text}'])").click()
            return
        first = self.field(name).first
        first.focus()
        first.press("Space")
        values = [radio.get_attribute("value") for radio in self.field(name).all()]
        for _ in range(values.index(text)):
            self.page.keyboard.press("ArrowDown")

    def answer(self, **rungs: str) -> None:
        """Answers practices; `_` stands for a hyphen."""
        for practice, rung in rungs.items():
            self.choose(f"practice.{practice.replace('_', '-')}", rung)

    def select(self, name: str, text: str) -> None:
        """Takes one of a list."""
        control = self.field(name)
        if self.mouse:
            control.select_option(text)
            return
        control.focus()
        for _ in range(int(text) + 1):  # the first says "as proposed"
            control.press("ArrowDown")

    def tick(self, name: str) -> None:
        """Ticks a box, or takes the tick away."""
        if self.mouse:
            self.page.locator(f"#assessment label:has([name='{name}'])").click()
        else:
            self.field(name).press("Space")

    def unfold(self, within: Locator) -> None:
        """Opens the first part that is folded in `within`."""
        summary = within.locator("summary").first
        if self.mouse:
            summary.click()
        else:
            summary.press("Enter")

    def write(self, name: str, text: str) -> None:
        """Types a text, key by key."""
        if self.mouse:
            self.field(name).click()
        else:
            self.field(name).focus()
        self.page.keyboard.type(text)

    def date(self, name: str, when: str) -> None:
        """Sets a month such as "2027-03" or a day; on the keyboard part by part."""
        if self.mouse:
            self.field(name).fill(when)
            return
        year, month, *day = when.split("-")
        self.field(name).focus()
        if day:  # as the browser's language has it: month, day, year
            self.page.keyboard.type(month + day[0] + year)
            return
        self.page.keyboard.type(MONTHS[int(month) - 1])
        self.page.keyboard.press("ArrowRight")
        self.page.keyboard.type(year)

    def follow(self, link: Locator) -> None:
        """Takes a link."""
        if self.mouse:
            link.click()
        else:
            link.press("Enter")
