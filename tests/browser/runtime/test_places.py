"""Where a page stands: beside a broken widget, on a site that changes, inside a frame."""

import pytest
from playwright.sync_api import expect

from tests.support.pages.bar import press
from tests.support.pages.scan_page import ANSWERS, Scan


@pytest.fixture
def deploy(deployed, site):
    """Puts another build in the place of the one that is served; takes it back afterwards."""

    def put(folder):
        deployed.unlink()
        deployed.symlink_to(folder)

    yield put
    put(site)


@pytest.fixture
def page(rough):
    """A page that may complain."""
    return rough


def test_a_broken_widget_breaks_nothing_else(deploy, larger, servers, page, headline):
    """A widget that raises says so in its own place; the other on the page works on."""
    deploy(larger)
    scan = Scan(page, servers["changing"].url).open().answer(ANSWERS)
    broken = page.locator("#broken [data-kam-engine]")

    expect(scan.headline).to_have_text(headline())
    expect(broken).to_contain_text("This part could not be worked out")
    expect(scan.trouble).to_have_count(0)
    broken.get_by_role("button", name="Try again").click()
    expect(broken).to_contain_text("This part could not be worked out")
    press(scan.widget, "Start again")
    expect(scan.headline).to_have_text("No answer yet")
    expect(broken).to_be_empty()


def test_site_updated_under_an_open_tab(deploy, larger, servers, page, headline):
    """An old page on a new site keeps the answers, says what happened, and offers to reload."""
    root = servers["changing"].url
    page.goto(f"{root}about/privacy/")
    deploy(larger)
    page.locator(".md-tabs a[href$='quick-scan/']").click()
    scan = Scan(page, root).answer(ANSWERS)
    expect(scan.trouble).to_contain_text("This site was updated while the page was open")
    expect(scan.trouble).to_contain_text("Your answers are kept.")
    scan.button("Reload the page").click()

    expect(scan.headline).to_have_text(headline())
    expect(scan.trouble).to_have_count(0)


def test_site_updated_after_the_start(deploy, larger, servers, page, headline):
    """A page whose Python already runs does not notice that the site behind it changed."""
    scan = Scan(page, servers["changing"].url).open().answer({"delivery-on-board": "3"})
    expect(scan.headline).to_have_text("No level yet")
    deploy(larger)
    expect(scan.answer(ANSWERS).headline).to_have_text(headline())


@pytest.mark.parametrize("shared", [False, True], ids=["as Debian serves it", "shared with all"])
def test_in_a_frame_that_may_only_run_scripts(servers, page, shared):
    """A sandboxed frame forbids storage, workers and, unless shared, scripts: the page says so."""
    root = servers["default at /" if shared else "recipe at /"].url
    if shared:
        page.route("**/*", _share)
    frame = f'<iframe sandbox="allow-scripts" width="1000" height="800" src="{root}quick-scan/">'
    page.route(f"{root}frame", lambda r: r.fulfill(body=frame, content_type="text/html"))
    page.goto(f"{root}frame")
    inside = Scan(page.frame_locator("iframe"), root)
    inside.answer(ANSWERS)

    if shared:
        expect(inside.chip).to_contain_text("this browser or frame forbids storage")
        expect(inside.trouble).to_contain_text("Open the page in a tab of its own")
        expect(inside.trouble).to_contain_text("Your answers stay while this page is open.")
        expect(inside.widget.locator(".kam-shut")).to_be_hidden()
    else:
        words = inside.widget.locator(".kam-shut")
        expect(words).to_contain_text("neither scored nor kept")
        expect(words).to_be_visible()
        expect(words.get_by_role("link")).to_have_attribute("target", "_blank")
        expect(inside.widget.locator(".kam-without")).to_be_hidden()
    expect(inside.widget.locator("input:checked")).to_have_count(len(ANSWERS))


def _share(route):
    answer = route.fetch()
    route.fulfill(response=answer, headers=answer.headers | {"Access-Control-Allow-Origin": "*"})
