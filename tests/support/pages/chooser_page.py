"""The chooser as a reader meets it, with a mouse or with the keyboard alone."""

from tests.support.pages.tool_page import Tool

WORKED = {
    "concentration": 2,
    "accounts-with-time": -2,
    "price-buyers": -1,
    "co-creation": 1,
    "central-purchasing": 0,
    "account-pays-for-resource": 1,
    "complex-offer": 2,
    "units-per-account": 0,
    "co-ordination-need": 2,
    "strong-functions-or-countries": 0,
    "leaders-time": 1,
    "money-for-years": 1,
    "kam-maturity": -2,
}
"""Answers to the questions that make the criteria of the worked example on the method page."""

ANSWERED = {f"choose.answers.{id}": str(answer) for id, answer in WORKED.items()}


class Chooser(Tool):
    """The chooser in a page."""

    name = "chooser"
    address = "choose/"

    def choose(self, name: str, text: str) -> None:
        """Takes an answer; with a mouse on the control itself, whose words may lie elsewhere."""
        if self.mouse:
            self.field(name, text).click()
        else:
            super().choose(name, text)

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
