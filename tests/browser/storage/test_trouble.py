"""Trouble after the start and with storage: said in place, and survived."""

import json

import pytest
from playwright.sync_api import expect

from build_tools.setup import chromium
from tests.browser.conftest import OPTIONS
from tests.support.pages.assessment_page import Assessment
from tests.support.pages.bar import press
from tests.support.pages.full_storage import FILL
from tests.support.pages.looks import PATIENCE, crash, value
from tests.support.pages.scan_page import ANSWERS, ONE, Scan

EMPTY = (
    "Object.keys(localStorage).forEach((k) => k.startsWith('filler') && localStorage.removeItem(k))"
)


@pytest.fixture
def page(rough):
    """A page that may complain."""
    return rough


def test_wrong_media_type(page, root, headline):
    """A server that knows no WebAssembly serves it all the same."""
    page.route(
        "**/pyodide.asm.wasm*",
        lambda route: route.fulfill(response=route.fetch(), content_type="text/plain"),
    )
    expect(Scan(page, root).open().answer(ANSWERS).headline).to_have_text(headline())


def test_a_browser_without_webassembly(page, root):
    """The page says what the browser lacks, and still keeps the answers."""
    page.add_init_script("delete globalThis.WebAssembly")
    scan = Scan(page, root).open().answer(ANSWERS)
    expect(scan.trouble).to_contain_text("Apple’s Lockdown Mode")
    expect(scan.button("Reload the page")).to_be_visible()
    expect(scan.chip).to_have_text("Saved in this browser")


OLD = """delete Array.prototype.at; delete window.structuredClone;
delete HTMLDialogElement.prototype.showModal;"""


def test_an_old_browser(page, root, headline):
    """What it can do it does: answers are kept and scored; of the rest it says what is lacking."""
    page.add_init_script(OLD)
    scan = Scan(page, root).open().answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    expect(scan.chip).to_have_text("Saved in this browser")
    scan.button("Share").click()
    expect(scan.trouble).to_contain_text("it lacks Array.prototype.at, HTMLDialogElement.prototype")
    press(scan.widget, "Start again")
    expect(scan.headline).to_have_text("No answer yet")


BROKEN = """<kam-widget id="broken" data-kam-model="x 1" data-kam-options="{">
<form data-kam-form></form></kam-widget><kam-widget id="bare"></kam-widget>"""


def test_a_broken_tool_beside_a_sound_one(page, root, headline):
    """Each broken tool says so in its own place; the one beside them works."""

    def spoil(route):
        answer = route.fetch()
        text = answer.text().replace("<kam-widget", f"{BROKEN}<kam-widget", 1)
        route.fulfill(response=answer, body=text)

    page.route("**/quick-scan/", spoil)
    scan = Scan(page, root).open().answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    for name in ("broken", "bare"):
        expect(page.locator(f"#{name} [role=alert]")).to_contain_text("This tool could not start")
    assert value(page, "'moveBefore' in Element.prototype")  # hidden from one library only


def test_what_was_entered_before_the_scripts_came(page, root, model):
    """Ticks, texts and choices of a reader who is faster than the line are kept, over old ones."""
    one, two = (practice["id"] for practice in model["dimensions"][0]["practices"][:2])
    assessment = Assessment(page, root, model, "mouse")
    assessment.open({f"practice.{one}": "2", f"note.{one}": "Old", f"practice.{two}": "3"})
    expect(assessment.field(f"practice.{two}", "3")).to_be_checked()
    held = []

    def hold(route):
        held.append(route)

    page.route("**/host.js", hold)
    page.goto(f"{root}assessment/", wait_until="commit")
    assessment.choose(f"practice.{one}", "4")
    page.locator(f"#assessment details:has([name='note.{one}']) > summary").click()
    assessment.field(f"note.{one}").fill("New")
    assessment.field(f"owner.{two}").evaluate("(field) => (field.value = 'Jo')")
    page.locator("body").click(position={"x": 1, "y": 1})
    for route in held:
        route.continue_()

    expect(assessment.field(f"practice.{two}", "3")).to_be_checked()
    expect(assessment.field(f"practice.{one}", "4")).to_be_checked()
    expect(assessment.field(f"note.{one}")).to_have_value("New")
    expect(assessment.field(f"owner.{two}")).to_have_value("Jo")
    page.unroute_all()
    page.reload()
    expect(assessment.field(f"practice.{one}", "4")).to_be_checked()
    expect(assessment.field(f"note.{one}")).to_have_value("New")


def test_offline_at_the_first_export(context, scan, headline):
    """Offline it says so and goes on scoring; back on the line the same button works."""
    expect(scan.answer(ANSWERS).headline).to_have_text(headline())
    context.set_offline(True)
    press(scan.widget, "Export")
    expect(scan.trouble).to_contain_text("This part has not come yet: this device is offline")
    assert len(_downloaded(scan)["quick"]) == len(ANSWERS)
    expect(scan.trouble).to_contain_text("This part has not come yet")
    expect(scan.answer(ONE).headline).to_have_text(headline(ANSWERS | ONE))
    press(scan.widget, "Export")
    expect(scan.trouble).to_contain_text("This part has not come yet")
    context.set_offline(False)
    scan.button("Try again").click()
    expect(scan.widget.locator("dialog")).to_contain_text("Excel")


def test_answers_changed_while_python_loads(page, root, headline):
    """The last state wins, and nothing given on the way is lost."""
    held = []

    def hold(route):
        held.append(route)

    page.route("**/pyodide.asm.wasm*", hold)
    scan = Scan(page, root).open().answer(ANSWERS | ONE).answer(ANSWERS).answer(ONE)
    expect(scan.widget.locator("[data-kam-engine]")).to_contain_text("Loading")
    for route in held:
        route.continue_()

    expect(scan.headline).to_have_text(headline(ANSWERS | ONE))
    expect(scan.chosen("delivery-on-board", "3")).to_be_checked()


def test_worker_dies(scan, seen, headline):
    """A worker that dies is replaced once without a word; the second time the page says so."""
    expect(scan.answer(ANSWERS).headline).to_have_text(headline())
    ours = {"predicate": lambda worker: "/worker.js" in worker.url}  # the theme has one too
    with scan.page.expect_worker(**ours):  # the error comes by itself; an answer may overtake it
        crash(scan.page)
    expect(scan.answer(ONE).headline).to_have_text(headline(ANSWERS | ONE))
    assert len(seen.workers) == 2
    crash(scan.page)
    expect(scan.trouble).to_contain_text("stopped twice")
    assert json.loads(_downloaded(scan)["quick.delivery-on-board"])["value"] == "3"
    scan.button("Try again").click()

    expect(scan.answer(ANSWERS).headline).to_have_text(headline())
    expect(scan.trouble).to_have_count(0)


def test_storage_blocked(playwright, root, tmp_path, headline):
    """A browser set to keep nothing scores all the same, says so, and offers a file."""
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings))
    context = playwright.chromium.launch_persistent_context(
        tmp_path, executable_path=chromium(), args=OPTIONS, timeout=PATIENCE
    )
    scan = Scan(context.new_page(), root).open().answer(ANSWERS)

    expect(scan.headline).to_have_text(headline())
    expect(scan.chip).to_contain_text("this browser or frame forbids storage")
    assert _downloaded(scan)["quick"]["delivery-on-board"] == 1
    press(scan.widget, "Start again")
    expect(scan.headline).to_have_text("No answer yet")
    scan.button("Put them back").click()
    expect(scan.headline).to_have_text(headline())
    context.close()


def test_storage_full(scan, headline):
    """Full storage is said, with a download; once there is room again, every answer is kept."""
    expect(scan.answer(ONE).chip).to_have_text("Saved in this browser")
    value(scan.page, FILL)
    expect(scan.answer(ANSWERS).headline).to_have_text(headline())
    expect(scan.chip).to_contain_text("storage for this site is full")
    assert len(_downloaded(scan)["quick"]) == len(ANSWERS)

    value(scan.page, EMPTY)
    scan.answer(ONE)
    expect(scan.chip).to_have_text("Saved in this browser")
    scan.page.reload()
    expect(scan.headline).to_have_text(headline(ANSWERS | ONE))


def _downloaded(scan):
    with scan.page.expect_download() as download:
        scan.button("Download my answers").click()
    return json.loads(download.value.path().read_bytes())


@pytest.fixture
def kept(browser, servers, model):
    """Opens the quick scan, by default of the root, in a browser that keeps records of the root."""
    opened = []

    def scan(records, root=servers["default at /"].url):
        host = "/".join(root.split("/")[:3])
        prefix = f"kam:/:{model['id']}:answer:default:quick."
        items = [{"name": prefix + id, "value": text} for id, text in records.items()]
        state = {"cookies": [], "origins": [{"origin": host, "localStorage": items}]}
        opened.append(browser.new_context(storage_state=state))
        return Scan(opened[-1].new_page(), root).open()

    yield scan
    for context in opened:
        context.close()


def _record(value, version):
    return json.dumps({"value": value, "model": version, "at": "2026-01-01T00:00:00Z", "was": ""})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "cannot be read"),
        (_record("7", None), "cannot be read"),
        (_record("<b>7</b>", "2.0.0"), "cannot be read"),
        (_record("3", "9.0.0"), "come from version “9.0.0” of the model"),
    ],
    ids=["cut off", "without a version", "no rung", "from a newer version"],
)
def test_a_record_that_cannot_be_used(kept, model, text, says):
    """A damaged or newer record is named and left alone; the other answers count."""
    good = _record("2", model["version"])
    scan = kept({"leaders-entangled": text, "delivery-on-board": good})
    expect(scan.problems).to_contain_text(says)
    expect(scan.headline).to_contain_text("No level yet")
    expect(scan.chosen("delivery-on-board", "2")).to_be_checked()
    key = f"kam:/:{model['id']}:answer:default:quick.leaders-entangled"
    assert value(scan.page, f"localStorage.getItem({key!r})") == text

    scan.answer({"leaders-entangled": "1"})
    expect(scan.problems).to_be_empty()


def test_two_guides_on_one_host(kept, root, model, headline):
    """A guide under one path of a host neither sees nor changes what one at the root keeps."""
    theirs = _record("4", model["version"])
    scan = kept({"delivery-on-board": theirs}, root)
    expect(scan.widget.locator("input:checked")).to_have_count(0)
    expect(scan.answer(ANSWERS).headline).to_have_text(headline())
    press(scan.widget, "Start again")
    key = f"kam:/:{model['id']}:answer:default:quick.delivery-on-board"
    assert value(scan.page, f"localStorage.getItem({key!r})") == theirs
