"""The address of a place, in the forms that wikis and mails take."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("page_address", "heading", "lasting"),
    [
        ("practices/block-removal/", "h1", "p/block-removal/"),
        ("why-it-fails/run-as-sales/", "h1", "f/run-as-sales/"),
        ("dimensions/delivery-on-board/", "h1", "d/delivery-on-board/"),
        ("structures/diamond-team/", "h1", "s/diamond-team/"),
        ("papers/pilot-report/", "h1", "t/pilot-report/"),
        ("implement/pay/", "h1", "a/pay/"),
        ("implement/pay/?h=redundancies", "h2", "a/pay/#"),  # from the search
        ("glossary/", "h3", "glossary/#"),
        ("quick-scan/", "h1", "quick-scan/"),
    ],
)
def test_address_to_copy(page, root, page_address, heading, lasting):
    """The mark beside a heading offers six forms of the address that lasts."""
    page.goto(root + page_address)
    first = page.locator(f".md-content {heading}").first
    first.hover()
    first.locator(".headerlink").click()
    plain = page.locator("#kam-link input[name=plain]").input_value()

    assert plain.startswith(root + lasting)
    assert plain == page.locator("#kam-link [data-kam-rich] a").evaluate("link => link.href")
    for form in ("markdown", "html", "confluence", "mediawiki"):
        assert plain in page.locator(f"#kam-link input[name={form}]").input_value()


def test_lasting_address_leads_on(page, root):
    """The short address sends a reader to the page."""
    page.goto(root + "p/block-removal/")

    expect(page).to_have_url(root + "practices/block-removal/")


@pytest.mark.spared
def test_by_keyboard_and_to_the_clipboard(browser, root):
    """Enter on a mark opens the menu; each form is copied by its button; Escape leads back."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(root + "practices/block-removal/")
    mark = page.locator("h2 .headerlink").first
    mark.focus()
    expect(mark).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    address = f"{root}p/block-removal/#where-you-stand"
    read = "() => navigator.clipboard.readText()"
    forms = {
        "Markdown": f"[Where you stand]({address})",
        "HTML": f'<a href="{address}">Where you stand</a>',
        "Confluence markup": f"[Where you stand|{address}]",
        "MediaWiki": f"[{address} Where you stand]",
        "Address": address,
    }
    for name, text in forms.items():
        page.get_by_role("button", name=f"Copy: {name}").click()
        expect(page.locator("#kam-link [role=status]")).to_have_text("Copied.")
        assert text == page.evaluate(read)
    page.get_by_role("button", name="Copy: for Slack").click()
    rich = "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    page.wait_for_function(f"async () => (await ({rich})()).includes('Where you stand</a>')")
    page.keyboard.press("Escape")

    expect(mark).to_be_focused()
    context.close()


@pytest.mark.spared
@pytest.mark.parametrize("address", ["implement/the-road/", "assessment/", "glossary/"])
def test_a_thumb_finds_the_mark(browser, root, address):
    """Where nothing hovers, marks are there and 44 pixels large."""
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(root + address)
    mark = page.locator(".md-content h2 .headerlink, .md-content .kam-dimension__head > a").first

    expect(mark).to_have_css("opacity", "1")
    box = mark.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    context.close()


def test_a_part_of_a_tool_without_its_answers(page, root):
    """A dimension of the assessment, by its name."""
    page.goto(root + "assessment/")
    page.get_by_role("link", name="Copy a link to Leaders entangled").click()

    plain = page.locator("#kam-link input[name=plain]")
    expect(plain).to_have_value(f"{root}assessment/#d-leaders-entangled")
