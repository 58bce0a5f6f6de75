"""Answers are safe: several assessments, restore points, two tabs, and storage in bad weather.

Every context here is a private window: nothing of it outlives the test.
"""

import json
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error, expect

from tests.support.pages.assessment_page import Assessment
from tests.support.pages.bar import press
from tests.support.pages.full_storage import FILL
from tests.support.pages.looks import value
from tests.support.pages.scan_page import ANSWERS, ONE, Scan

pytestmark = pytest.mark.spared

INTRANET = "intranet.example"
THEIRS = "kam:/another guide/:kam-programme:current"
NAME = "צפון 😀 <b>North</b> 2027"
HOSTILE = "a\\ud83d \\u202e \\u05e9\\u05dc 😀 <img src=x onerror=alert(1)>"


class Desk:
    """The dialog of a widget, opened by a button of its bar."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.panel = scan.widget.locator("dialog")

    def open(self, bar: str = "My assessments") -> "Desk":
        """Opens it."""
        press(self.scan.widget, bar)
        expect(self.panel).to_be_visible()  # by now it shows the new panel
        return self

    def press(self, label: str, of: str = "") -> "Desk":
        """Presses the first button with this label, in the group that is named `of`."""
        group = self.panel.get_by_role("group", name=of) if of else self.panel
        group.get_by_role("button", name=label).first.click()
        return self

    def close(self) -> None:
        """Closes it by its cross."""
        self.panel.get_by_role("button", name="Close").click()

    def points(self) -> "Desk":
        """Shows the restore points."""
        return self.open().press("Restore points")


def kept(page):
    """All that the browser keeps for the host."""
    return json.loads(value(page, "JSON.stringify({...localStorage})"))


def test_several_assessments(scan, headline):
    """Made, copied, named, deleted, brought back, erased; by hand a restore point; undo."""
    desk, page = Desk(scan.answer(ANSWERS)), scan.page
    expect(scan.headline).to_have_text(headline())
    desk.open().panel.locator("[name=new-name]").fill(NAME)
    desk.panel.get_by_text("Start from a copy").click()
    page.keyboard.press("Enter")
    expect(desk.panel).to_be_hidden()
    expect(scan.widget.locator(".kam-kept bdi")).to_have_text(NAME)
    expect(scan.headline).to_have_text(headline())

    desk.points().panel.locator("[name=point-name]").fill("Before the workshop")
    desk.press("Make it")
    expect(desk.panel).to_contain_text("Before the workshop")
    desk.close()
    scan.answer(ONE)
    expect(scan.headline).to_have_text(headline(ANSWERS | ONE))
    scan.button("Undo").click()
    expect(scan.headline).to_have_text(headline())
    scan.answer(ONE)
    desk.points().press("Put back")
    expect(scan.headline).to_have_text(headline())
    expect(scan.button("Undo")).to_be_hidden()
    desk.points()
    expect(desk.panel).to_contain_text("before a restore point was put back")

    desk.press("My assessments").press("Delete", NAME)
    expect(desk.panel.locator("[role=status]")).to_contain_text("is deleted")
    desk.panel.get_by_text("Deleted, and not yet erased").click()
    desk.press("Bring it back")
    expect(scan.widget.locator(".kam-kept bdi")).to_have_text(NAME)
    page.reload()
    expect(scan.headline).to_have_text(headline())
    desk.open().press("Delete", NAME)
    desk.panel.get_by_text("Deleted, and not yet erased").click()
    desk.press("Erase it for good")
    expect(desk.panel).to_contain_text("Nothing in this browser brings them back")
    desk.press("Erase it for good")
    expect(desk.panel.locator("[role=status]")).to_contain_text("is erased")
    desk.press("Rename").press("Leave it")  # by now the steps are done
    expect(desk.panel).to_contain_text("My assessments")
    assert not any("North" in text for text in kept(page).values())


def test_two_tabs(context, root, scan, headline):
    """Different questions merge; of one question the later wins, and the other can be put back."""
    other = Scan(context.new_page(), root).open()
    *answers, last = ANSWERS.items()
    scan.answer(dict(answers[:4]))
    other.answer(dict(answers[4:]))
    for tab in (scan, other):
        expect(tab.headline).to_have_text(headline(dict(answers)))

    scan.answer(dict([last]))
    other.answer({last[0]: "0"})
    later = headline(ANSWERS | {last[0]: "0"})
    for tab in (scan, other):
        expect(tab.chosen(last[0], "0")).to_be_checked()
        expect(tab.headline).to_have_text(later)
    desk = Desk(other).points()
    expect(desk.panel.get_by_text("two tabs answered the same question")).to_have_count(1)
    assert not any("overtaken" in key for key in kept(scan.page))
    scan.page.reload()
    expect(scan.headline).to_have_text(later)
    assert len([key for key in kept(scan.page) if ":restore:" in key]) == 1

    desk.press("Put back")
    for tab in (scan, other):
        expect(tab.headline).to_have_text(headline())
    Desk(scan).open("Start again").close()
    expect(other.headline).to_have_text("No answer yet")
    expect(other.widget.locator("input:checked")).to_have_count(0)


def test_tab_killed(context, root, scan, headline):
    """A tab that is killed as soon as it says that the answers are saved has lost nothing."""
    expect(scan.answer(ANSWERS).chip).to_have_text("Saved in this browser")
    with scan.page.expect_event("crash"), suppress(Error):
        scan.page.goto("chrome://crash")
    expect(Scan(context.new_page(), root).open().headline).to_have_text(headline())


@pytest.fixture
def rough_scan(rough, root):
    """The quick scan on a page that may complain."""
    return Scan(rough, root).open()


def test_storage_fills_in_mid_save(rough_scan, headline):
    """Start again with no byte left keeps the restore point all the same."""
    scan, desk = rough_scan.answer(ANSWERS), Desk(rough_scan)
    expect(scan.headline).to_have_text(headline())
    value(scan.page, FILL)
    desk.open("Start again")
    expect(desk.panel).to_contain_text("nothing is lost")
    expect(scan.headline).to_have_text("No answer yet")
    assert "full" not in (scan.chip.text_content() or "")
    scan.page.reload()
    desk.points().press("Put back")
    expect(scan.headline).to_have_text(headline())


def test_storage_cleared_under_an_open_page(rough_scan, context, root, headline):
    """The page shows what there still is, says nothing false, and keeps the next answer."""
    scan = rough_scan.answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    host = urlsplit(root)
    clear = {"origin": f"{host.scheme}://{host.netloc}", "storageTypes": "local_storage"}
    context.new_cdp_session(scan.page).send("Storage.clearDataForOrigin", clear)
    expect(scan.chip).to_be_hidden()
    expect(scan.widget.locator("input:checked")).to_have_count(0)
    scan.answer(ONE)
    expect(scan.chip).to_have_text("Saved in this browser")
    scan.page.reload()
    expect(scan.headline).to_have_text(headline(ONE))


def test_clock_set_back(rough, root, headline):
    """A clock that was years ahead stops neither restore points nor the word about a file."""
    rough.clock.install(time="2099-01-01T00:00:00Z")
    scan = Scan(rough, root).open().answer(ANSWERS)
    desk = Desk(scan)
    expect(scan.headline).to_have_text(headline())
    rough.clock.run_for(31 * 60_000)
    scan.answer(ONE)
    expect(scan.headline).to_have_text(headline(ANSWERS | ONE))
    rough.clock.set_system_time("2026-11-22T00:00:00Z")
    scan.answer({"leaders-entangled": "0"})
    expect(scan.headline).to_have_text(headline(ANSWERS | ONE | {"leaders-entangled": "0"}))
    rough.clock.run_for(61 * 60_000)
    scan.answer({"delivery-on-board": "0"})
    expect(scan.widget.locator(".kam-kept")).to_contain_text("in this browser and nowhere else")
    expect(scan.button("Save a file")).to_be_visible()
    desk.points()
    expect(desk.panel.get_by_text("half an hour of work")).to_have_count(2)
    expect(desk.panel.locator("li").first).to_contain_text("2026")


def test_texts_and_names_from_outside(rough, root, model):
    """Half characters, other scripts and HTML in notes and keys: shown, kept, and inert."""
    practice = model["dimensions"][0]["practices"][0]["id"]
    assessment = Assessment(rough, root, model, "mouse")
    assessment.open({f"practice.{practice}": "2"})
    note = f"const n = document.querySelector(\"[name='note.{practice}']\");"
    typed = f"{note} n.value = `{HOSTILE}`; n.dispatchEvent(new Event('input', {{bubbles: true}}))"
    value(rough, f"(() => {{ {typed} }})()")
    base = f"kam:{urlsplit(root).path}:{model['id']}:"
    strange = {
        "answer:default:__proto__": "{}",
        "answer:default:constructor": json.dumps({"value": "1", "model": "9.\ud83d"}),
        "answer:__proto__:quick.x": "{",
        "about:__proto__": json.dumps({"name": "<img src=x onerror=alert(1)> \ud83d"}),
        "restore:default:000000000000001": "{",
        "restore:default:tomorrow": "{",
    }
    for key, text in strange.items():
        value(rough, f"localStorage.setItem({json.dumps(base + key)}, {json.dumps(text)})")
    rough.reload()
    expect(assessment.region("problems")).to_contain_text("__proto__")
    expect(assessment.region("headline")).to_contain_text("No level yet")
    desk = Desk(Scan(rough, root))
    desk.scan.widget = rough.locator("#assessment")
    desk.panel = rough.locator("#assessment dialog")
    desk.open()
    expect(desk.panel).to_contain_text("<img src=x onerror=alert(1)>")
    desk.press("Restore points")
    expect(desk.panel).to_contain_text("cannot be read, and is left as it is")
    desk.close()
    after = kept(rough)
    assert {base + key: text for key, text in strange.items()}.items() <= after.items()
    assert "😀 <img" in json.loads(after[f"{base}answer:default:note.{practice}"])["value"]
    expect(rough.locator("img[src=x]")).to_have_count(0)


def test_erase(servers, context, seen):
    """On a plain intranet name: the privacy page shows what is kept, and erases it in every tab."""
    root = servers["default at /kam guide/"].url.replace("127.0.0.1", INTRANET)
    scan = Scan(context.new_page(), root).open().answer(ANSWERS)
    value(scan.page, f"localStorage.setItem('{THEIRS}', 'current')")
    expect(scan.headline).to_be_visible()
    desk = Desk(scan).open()
    expect(desk.panel).to_contain_text("does not say how long it keeps them")
    desk.panel.locator("[name=new-name]").fill("North")
    desk.press("Make it and open it")
    scan.answer(ONE)

    page = context.new_page()
    page.goto(f"{root}about/privacy/")
    page.get_by_role("button", name="Show what is kept").click()
    shown = page.locator("[data-kam-region=erasing]")
    expect(shown).to_contain_text("“North”: 1 answer")
    expect(shown).to_contain_text(f"“My assessment”: {len(ANSWERS)} answers")
    page.get_by_role("button", name="Erase all of this").click()
    expect(shown).to_contain_text("this guide keeps nothing in this browser any more")
    expect(scan.headline).to_have_text("No answer yet")
    assert {THEIRS} == {key for key in kept(page) if key.startswith("kam:")}
    assert seen.complaints + seen.uncaught == []
