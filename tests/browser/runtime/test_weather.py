"""Bad weather on the way to a score: a sentence in place, answers kept, *Try again* works."""

import io
import zipfile

import pytest
from playwright.sync_api import expect

from tests.support.case_files import cases
from tests.support.pages.scan_page import ANSWERS, Scan

HTML = "<!doctype html><title>Sign in</title><p>Please sign in."


@pytest.fixture
def page(rough):
    """A page that may complain."""
    return rough


@pytest.mark.parametrize("case", cases("browser"))
def test_failed_start(case, page, root, site, headline):
    """A start that cannot succeed says why, beside the answers; once mended it succeeds."""
    if "silence" in case["fault"]:
        page.clock.install()
    page.route(f"**/{case['file']}*", _strike(case["fault"], site))
    scan = Scan(page, root).open().answer(ANSWERS)
    if "silence" in case["fault"]:
        page.clock.fast_forward(130_000)

    expect(scan.trouble).to_have_attribute("role", "alert")
    expect(scan.trouble).to_contain_text(case["says"])
    expect(scan.trouble).to_contain_text("Your answers are kept.")
    expect(scan.widget.locator("input:checked")).to_have_count(len(ANSWERS))
    page.get_by_role("link", name="How the score is made").last.hover()

    page.unroute_all()
    if "policy" in case["fault"]:
        page.reload()  # a policy belongs to the page as it was loaded
    else:
        scan.button("Try again").click()
    expect(scan.headline).to_have_text(headline())
    expect(scan.trouble).to_have_count(0)


def _strike(fault, site):
    """What a route does to one file."""

    def strike(route):
        if "abort" in fault:
            route.abort()
        elif "policy" in fault:
            answer = route.fetch()
            named = {"Content-Security-Policy": fault["policy"]}
            route.fulfill(response=answer, headers=answer.headers | named)
        elif "status" in fault:
            route.fulfill(status=fault["status"])
        elif "page" in fault:
            route.fulfill(body=HTML, content_type=fault["page"])
        elif "foreign" in fault:
            route.fulfill(body=_foreign(site), content_type="application/zip")
        else:
            assert "silence" in fault  # the request stays open

    return strike


def _foreign(site):
    """Our archive with its byte code marked as another Python's."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(next(site.glob("assets/runtime/*/kam.zip"))) as ours,
        zipfile.ZipFile(out, "w") as theirs,
    ):
        for name in ours.namelist():
            theirs.writestr(name, b"\x00\x00\r\n" + ours.read(name)[4:])
    return out.getvalue()
