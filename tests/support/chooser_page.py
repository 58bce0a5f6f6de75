"""The chooser as a reader meets it, with a mouse or with the keyboard alone."""

from tests.support.tool_page import Tool

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


class Chooser(Tool):
    """The chooser in a page."""

    name = "chooser"
    address = "choose/"

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
