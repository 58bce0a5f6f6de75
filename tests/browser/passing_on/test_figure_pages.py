"""A figure taken along: the picture is what a browser draws, and a copy is never an empty frame."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import expect

from build_tools import ROOT
from build_tools.figures import FIGURES
from build_tools.pictures import drawn, painted
from build_tools.pictures.charts import charts
from build_tools.site import tokens
from tests.support.ours import our_guide

ALIKE = 2.0
"""Most that the mean of a picture's pixels may differ from the browser's, of 255."""
READ = """async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("text/html")).text();
}"""


def test_pictures_are_what_a_browser_draws(browser):
    """Every figure and chart without its words: fields, lines, broken ones, curves, corners."""
    by = drawn.rules(
        (ROOT / "docs/assets/stylesheets/figures.css").read_text("utf-8"), tokens.on_paper()
    )
    page = browser.new_page(device_scale_factor=1)
    far = {}
    shown = {slug: (str(draw()), by) for slug, draw in FIGURES.items()}
    shown |= {slug: (chart.html, chart.by) for slug, chart in charts(our_guide().model, "#fff")}
    for slug, (figure, looks) in sorted(shown.items()):
        alone = drawn.alone(figure, looks)
        for part in [part for part in alone if part.tag == "text"]:
            alone.remove(part)
        page.set_content(f"<body style='margin:0'>{drawn.text(alone)}")
        seen = Image.open(BytesIO(page.locator("svg").screenshot())).convert("RGB")
        ours = Image.open(BytesIO(painted.png(alone, b""))).convert("RGB").resize(seen.size)
        far[slug] = sum(ImageStat.Stat(ImageChops.difference(seen, ours)).mean) / 3
    page.context.close()

    assert {} == {slug: difference for slug, difference in far.items() if difference > ALIKE}


def _copied(browser, root, missing=""):
    """What *Copy for a wiki* puts on the clipboard, as HTML."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    if missing:
        page.route(missing, lambda route: route.abort())
    page.goto(f"{root}g/the-road/")
    page.get_by_role("button", name="Copy for a wiki").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    html = page.evaluate(READ)
    context.close()
    return html


def test_a_copy_holds_picture_and_table(browser, root):
    """The picture itself, the words as a table, and the source with its whole address."""
    html = _copied(browser, root)

    assert 1 == html.count('<img src="data:image/png;base64,')
    assert "Customer says yes; a leader has booked days." in html
    assert f'<a href="{root}g/the-road/">' in html
    assert "hidden" not in html


def test_a_copy_without_its_picture_has_no_empty_frame(browser, root):
    """Where the picture did not arrive, the table and the source come alone."""
    html = _copied(browser, root, missing=re.compile(r"/g/the-road\.png"))

    assert "<img" not in html
    assert "<table" in html


@pytest.mark.spared
def test_the_mark_of_a_figure_offers_its_own_page(page, root):
    """Called what the figure is called."""
    page.goto(root + "implement/the-road/")
    page.locator("#figure-the-road .headerlink").click()

    plain = page.locator("#kam-link input[name=plain]")
    expect(plain).to_have_value(f"{root}g/the-road/")
    expect(page.locator("[data-kam-named]")).to_have_text("The road in four stretches, with gates")
