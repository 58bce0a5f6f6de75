"""Import and compare as a reader meets them: nothing comes in unasked, and nothing runs."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.given.strange_files import OFFICE, packed
from tests.support.pages.bar import press
from tests.support.pages.looks import value
from tests.support.pages.scan_page import ANSWERS, Scan

pytestmark = pytest.mark.spared

HOSTILE = '"><img src=x onerror=alert(1)>'
WINTER, SUMMER = "2026-01-10T10:00:00.000Z", "2026-07-10T10:00:00.000Z"
DROP = """(() => {
  const data = new DataTransfer();
  data.items.add(new File([TEXT], NAME, { type: "application/json" }));
  const at = document.querySelector("kam-widget .kam-actions");
  at.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
})()"""
UNANSWERED = "right-accounts-right-number"


class Desk:
    """The dialog of a tool's commands, and what the browser keeps."""

    def __init__(self, page) -> None:
        self.page = page
        self.panel = page.locator("dialog.kam-desk[open]")

    def open(self, command) -> None:
        """Opens a panel from the bar under the result."""
        press(self.page.locator("kam-widget"), command)

    def press(self, label) -> None:
        """Presses a button of the panel."""
        self.panel.get_by_role("button", name=label).click()

    def give(self, name, content) -> None:
        """Chooses a file: its content, or the path of one."""
        field = self.panel.locator("input[type=file]")
        if isinstance(content, str):
            content = {"name": name, "mimeType": "application/json", "buffer": content.encode()}
        field.set_input_files(content)

    def paste(self, text) -> None:
        """Pastes a text."""
        self.panel.locator("textarea[name=pasted]").fill(text)
        self.press("Open it")

    def drop(self, name, text) -> None:
        """Drops a file on the page."""
        script = DROP.replace("TEXT", json.dumps(text)).replace("NAME", json.dumps(name))
        value(self.page, script)

    def close(self) -> None:
        """Closes the panel."""
        self.panel.get_by_label("Close").click()

    def kept(self):
        """All answers that the browser keeps, by assessment and field."""
        stored = json.loads(value(self.page, "JSON.stringify({...localStorage})"))
        found = {k.partition(":answer:")[2]: t for k, t in stored.items() if ":answer:" in k}
        return {key: json.loads(text)["value"] for key, text in found.items()}


@pytest.fixture
def file(model):
    """Makes the text of an answers file."""
    named = {"id": model["id"], "version": model["version"]}
    return lambda **parts: json.dumps({"format": 1, "model": named, **parts})


@pytest.fixture
def desk(scan):
    """The quick scan, answered but for one dimension, and its dialog."""
    scan.answer({id: rung for id, rung in ANSWERS.items() if id != UNANSWERED})
    expect(scan.headline).not_to_have_text("No answer yet")
    return Desk(scan.page)


def test_choosing_dropping_and_pasting(desk, scan, file, page):
    """What comes in is shown first, beside; then it is closed, added, or kept."""
    before = desk.kept()
    note = {"block-removal": {"note": HOSTILE, "owner": HOSTILE}}
    text = file(quick=dict.fromkeys(ANSWERS, 4), details=note)

    desk.open("Open a file or a link")
    desk.give(f"{HOSTILE}.json", text)
    expect(desk.panel).to_contain_text("8 quick answers, 1 note and 1 name")
    expect(desk.panel).to_contain_text("different")
    desk.panel.locator("summary").click()
    desk.close()
    expect(scan.chip).to_have_text("Not yours: read only")
    expect(scan.chosen("delivery-on-board", "4")).to_be_checked()
    expect(scan.chosen("delivery-on-board", "4")).to_be_disabled()
    expect(page.locator("[data-kam-region=beside]")).to_contain_text(HOSTILE)
    page.reload()  # what is open beside outlives it, and is told where it came from
    expect(page.locator("[data-kam-region=beside]")).to_contain_text(HOSTILE)
    expect(scan.chosen("delivery-on-board", "4")).to_be_checked()
    assert before == desk.kept()
    page.locator("[data-kam-region=beside]").get_by_role("button", name="Back to my own").click()
    expect(scan.chosen("delivery-on-board", ANSWERS["delivery-on-board"])).to_be_checked()

    desk.drop("dropped.json", text)
    expect(desk.panel).to_contain_text("The file “dropped.json” holds")
    desk.press("Add it to")
    expect(desk.panel.get_by_role("button", name="All theirs")).to_be_visible()
    label = "label:has(input[name='take.quick.delivery-on-board'][value=theirs])"
    desk.panel.locator(label).click()
    desk.press("Add them")
    expect(desk.panel).to_contain_text("3 blanks filled, 1 answer replaced")
    changed = {"quick.delivery-on-board": "4", f"quick.{UNANSWERED}": "4"}
    changed |= {"note.block-removal": HOSTILE, "owner.block-removal": HOSTILE}
    changed = {f"default:{name}": text for name, text in changed.items()}
    assert before | changed == desk.kept()
    desk.press("Put them back")
    expect(scan.chosen("delivery-on-board", ANSWERS["delivery-on-board"])).to_be_checked()
    assert before == desk.kept()

    desk.open("Share")
    link = page.locator("dialog .kam-copy").input_value()
    desk.close()
    scan.answer({"delivery-on-board": "0"})
    desk.open("Open a file or a link")
    desk.paste(f"Please look at <{link}>.")
    expect(desk.panel).to_contain_text("7 quick answers")
    desk.press("Keep it as a new assessment")
    desk.panel.locator("input[name=name]").fill(f"Theirs {HOSTILE}")
    desk.press("Keep them")
    expect(scan.chosen("delivery-on-board", ANSWERS["delivery-on-board"])).to_be_checked()
    desk.open("Compare")
    expect(desk.panel).to_contain_text(f"Theirs {HOSTILE}")
    expect(desk.panel).to_contain_text("over the 7 quick answers that both have")
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_bad_weather(desk, scan, file, model, tmp_path, headline):
    """Huge, deep, wide and damaged things get one sentence; nothing changes, nothing hangs."""
    before = desk.kept()
    huge = tmp_path / "huge.json"
    with huge.open("wb") as stream:
        stream.truncate(50_000_000)
    million = tmp_path / "million.json"
    million.write_text("{" + ",".join(f'"{n:x}":1' for n in range(1_000_000)) + "}")
    bomb = "#kam=1.kam-programme.1.0.0.0000." + "p" + "z" * 15_000 + ".0000"
    files = {
        "has 50 MB; a file of answers has less than 5 MB": huge,
        "has 10 MB; a file of answers has less than 5 MB, and a larger one is not read": million,
        "is no key of an answers file": "{" + ",".join(f'"{n:x}":1' for n in range(200_000)) + "}",
        "nests more than 12 deep": '{"a":' * 900_000,
        '"__proto__" is no practice': file(answers=json.loads('{"__proto__": 1}')),
        "not whole JSON": file(quick=ANSWERS)[:90],
        "no way from the other": file().replace(model["version"], "99.0.0"),
    }
    desk.open("Open a file or a link")
    binary = {
        "it is the guide's workbook": packed({"xl/workbook.xml": "", **OFFICE}),
        "it is a picture (PNG)": b"\x89PNG\r\n\x1a\n\xff\xfe",
        "is no key of an answers file": packed({"kam.json": '{"a": "\u00e9\u20ac"}'}),
    }
    for says, content in binary.items():  # each byte reaches Python as it is
        desk.give("x", {"name": "x", "mimeType": "application/zip", "buffer": content})
        expect(desk.panel.locator(".kam-error")).to_contain_text(says)
    for says, content in files.items():
        desk.give("x.json", content)
        expect(desk.panel.locator(".kam-error")).to_contain_text(says)
    pasted = {
        "its last letters do not fit the rest": bomb,
        "it is a packed file": "PK\u0003\u0004",
        "it ends after “#kam=”": "#kam=" + "%25" * 6_000,
        'begins with "[[[': "[" * 20_000,
        'begins with "\ufffd': "\ud800",
        "found 30,005 characters": "#kam=" + "z" * 30_000,
    }
    for says, text in pasted.items():
        desk.paste(text)
        expect(desk.panel.locator(".kam-error")).to_contain_text(says)
    assert before == desk.kept()

    odd = {"block-removal": {"note": "\ud800 \u202e \U0001f469\u200d\U0001f4bb =1+1"}}
    desk.give("odd.json", file(details=odd))
    expect(desk.panel).to_contain_text("1 note")
    desk.press("Close it, keep nothing")
    assert before == desk.kept()
    scan.answer({UNANSWERED: ANSWERS[UNANSWERED]})
    expect(scan.headline).to_have_text(headline())


def stored(model, root):
    """Two assessments of every practice, as the browser keeps them."""
    base = f"kam:{urlsplit(root).path}:{model['id']}:"
    practices = [p["id"] for d in model["dimensions"] for p in d["practices"]]
    kept = {f"{base}about:a1": json.dumps({"name": f"Winter {HOSTILE}", "made": WINTER})}
    for id, rung, at in (("default", "3", SUMMER), ("a1", "2", WINTER), ("a2", "1", WINTER)):
        for practice in practices:
            lower = practice == "block-removal" and id == "default"
            record = {"value": "1" if lower else rung, "model": model["version"], "at": at}
            kept[f"{base}answer:{id}:practice.{practice}"] = json.dumps(record | {"was": ""})
    return kept


@pytest.mark.parametrize("width", [1280, 390])
def test_compare(page, root, model, width):
    """Two assessments over time, then three units side by side, in a page that fits the window."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{root}compare/")
    kept = json.dumps(stored(model, root))
    value(page, f"Object.entries({kept}).forEach((one) => localStorage.setItem(...one))")
    page.reload()
    tool = page.locator("#compare")
    result = tool.locator(".kam-comparing__result")
    expect(result).to_contain_text("over the 38 practices that both have")
    expect(result).to_contain_text("Level: 2 Running, then 3 Rooted.")  # 2.95 is nearest to 3
    expect(result.locator("svg[role=img]").first).to_be_visible()
    worse = result.locator("h3:has-text('What got worse') + ul")
    expect(worse).to_contain_text("Rung 2, then 1 (▼ 1 rung).")
    tool.locator("summary", has_text="Compare something else").click()
    tool.locator("label:has(input[name=turned])").click()
    expect(worse).to_have_count(1)
    expect(result).to_contain_text("Down 0.95 of 4")

    tool.locator("label:has(input[name='pick own:a2'])").click()
    tool.locator("label:has(input[value=units])").click()
    expect(result).to_contain_text("Worst: 1 Reasoned, in A Assessment a2.")
    result.locator("summary", has_text="The same as a table").click()
    expect(result.locator("tbody tr")).to_have_count(len(model["dimensions"]))
    assert value(page, "document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("img[src=x]")).to_have_count(0)

    Scan(page, root).open("#result")
    Desk(page).open("Compare")
    expect(Desk(page).panel).to_contain_text("over the 38 practices that both have")
    Desk(page).close()
