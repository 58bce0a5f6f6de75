"""The full assessment as a reader meets it, with a mouse or with the keyboard alone."""

from playwright.sync_api import Locator

from tests.support.pages.tool_page import Tool, reach

HOW = ("mouse", "keyboard")
WIDTHS = (1280, 390)
MONTHS = ("January", "February", "March", "April", "May", "June")


class Assessment(Tool):
    """The assessment in a page."""

    name = "assessment"
    address = "assessment/"

    def everywhere(self, rung: int, **others: int) -> "Assessment":
        """Opens the page with every practice at `rung`, but for `others`, and waits for it."""
        practices = [p["id"] for d in self.model["dimensions"] for p in d["practices"]]
        named = {id.replace("_", "-"): other for id, other in others.items()}
        rungs = {**dict.fromkeys(practices, rung), **named}
        return self.open({f"practice.{id}": str(found) for id, found in rungs.items()})

    def answer(self, **rungs: str) -> None:
        """Answers practices; `_` stands for a hyphen."""
        for practice, rung in rungs.items():
            self.choose(f"practice.{practice.replace('_', '-')}", rung)

    def tick(self, name: str) -> None:
        """Ticks a box, or takes the tick away."""
        reach(self.field(name))
        if self.mouse:
            self.page.locator(f"#assessment label:has([name='{name}'])").click()
        else:
            self.field(name).press("Space")

    def unfold(self, within: Locator) -> None:
        """Opens the first part that is folded in `within`."""
        self.press(within.locator("summary").first)

    def part(self, name: str) -> Locator:
        """Opens a named part of the result."""
        folded = f"#assessment .kam-part:has([data-kam-region='{name}'])"
        self.press(self.page.locator(f"{folded} > summary"))
        return self.region(name)

    def date(self, name: str, when: str) -> None:
        """Sets a month such as "2027-03" or a day; on the keyboard part by part."""
        reach(self.field(name))
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
