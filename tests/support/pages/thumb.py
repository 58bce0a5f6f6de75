"""A phone, and the thumb on its glass: what Chromium makes of fingers set down and moved."""

from playwright.sync_api import Locator, Page

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
"""A context of a phone held upright."""

STEPS = 8
"""Moves of one swipe; the first ones must be seen as a swipe and not as a shaky tap."""


def swipe(page: Page, control: Locator, right: float, down: float, *, at: float = 0.5) -> None:
    """Sets a thumb down on a control, `at` this part of its width, moves it, and lifts it."""
    box = control.bounding_box()
    assert box, "it must be on the page"
    x, y = box["x"] + at * box["width"], box["y"] + box["height"] / 2
    tools = page.context.new_cdp_session(page)

    def touch(kind: str, *points: dict[str, float]) -> None:
        tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    touch("touchStart", {"x": x, "y": y})
    for step in range(1, STEPS + 1):
        part = step / STEPS
        touch("touchMove", {"x": x + part * right, "y": y + part * down})
    touch("touchEnd")
    tools.detach()
