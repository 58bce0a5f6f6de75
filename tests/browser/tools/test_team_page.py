"""The team page as a reader meets it: links in, disagreement out, all of it still there later."""

import json

import pytest
from playwright.sync_api import expect

from tests.support.ours import our_guide
from tests.support.pages.looks import until, value
from widgets.core.answers.states import Answers
from widgets.core.sharing import share_link

pytestmark = pytest.mark.spared

HOSTILE = '"><img src=x onerror=alert(1)>'
FIRST = "deliverers-in-the-know"


@pytest.fixture(scope="module")
def link():
    """Makes a share link: every practice at 2, but the first to talk about."""
    model = our_guide().model

    def made(rung):
        practices = {**dict.fromkeys(model.practice, 2), FIRST: rung}
        return "https://x.example/" + share_link.fragment(Answers(practices=practices), model)

    return made


CHOSEN_AT_ONCE = """() => {
    const choose = (select, value) => {
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const [first, second] = document.querySelectorAll(".kam-rater select");
    choose(first, "sales");
    choose(second, "delivery");
    choose(second, "delivery");
}"""
"""What a quick hand does while the worker is still busy with the first."""


def test_whatever_is_changed_while_python_is_busy_is_kept(page, root, link):
    """A later command takes no earlier one's place; the same one twice is done once."""
    page.goto(f"{root}team/")
    team = page.locator("kam-widget")
    team.locator("textarea[name=pasted]").fill(f"{link(4)}\n{link(0)}\n")
    adding = team.get_by_role("button", name="Add", exact=True)
    adding.evaluate("button => { button.click(); button.click(); }")
    expect(team.locator(".kam-rater")).to_have_count(2)
    page.evaluate(CHOSEN_AT_ONCE)
    expect(team.locator(".kam-first__gap").first).to_have_text(
        "Sales says 4, delivery says 0. That is 4 rungs apart."
    )
    expect(team.locator(".kam-rater")).to_have_count(2)


def test_links_come_in_and_disagreement_stands_first(page, root, link, model):
    """Links and a file become raters; functions, a name, removing and reloading keep the result."""
    page.goto(f"{root}team/")
    team = page.locator("kam-widget")
    said = team.locator("[data-kam-region=team-said]")
    pasted = team.locator("textarea[name=pasted]")
    pasted.fill(f"Hello\n{link(4)}\n{link(3)[:-3]}\n{link(0)}\n")
    team.get_by_role("button", name="Add", exact=True).click()
    expect(said).to_contain_text("2 raters added.")
    expect(said).to_contain_text("Line 3: its last letters do not fit the rest")
    expect(pasted).to_have_value(link(3)[:-3])

    named = {"id": model["id"], "version": model["version"]}
    files = [
        {
            "name": f"{at}{HOSTILE}.json",
            "mimeType": "application/json",
            "buffer": json.dumps({"format": 1, "model": named, "answers": {FIRST: at}}).encode(),
        }
        for at in (0, 1)
    ]
    team.locator("input[type=file]").set_input_files(files)
    expect(team.locator(".kam-rater")).to_have_count(4)
    for place, function in enumerate(("Sales", "Delivery", "Delivery")):
        team.locator(".kam-rater select").nth(place).select_option(label=function)
    expect(team.locator(".kam-first__gap").first).to_have_text(
        "Sales says 4, delivery says 0. That is 4 rungs apart."
    )
    name = team.locator(".kam-rater input").first
    name.fill(HOSTILE)
    name.press("Enter")
    team.get_by_role("button", name="Remove Rater 4").click()
    expect(said).to_contain_text("Rater 4 is removed.")
    said.get_by_role("button", name="Undo").click()
    expect(team.locator(".kam-rater")).to_have_count(4)

    page.reload()
    expect(team.locator(".kam-rater input").first).to_have_value(HOSTILE)
    expect(team.locator(".kam-first__gap").first).to_contain_text("delivery says 0")
    with page.expect_download() as saved:
        team.get_by_role("button", name="Save as CSV").click()
    assert saved.value.suggested_filename == "kam-team.csv"
    keys = json.loads(value(page, "JSON.stringify(Object.keys(localStorage))"))
    assert not [key for key in keys if ":answer:" in key]
    expect(page.locator("img[src=x]")).to_have_count(0)


SHOWN = "#present .kam-first > li"
AT = f"Math.round(document.querySelectorAll('{SHOWN}')[{{}}].getBoundingClientRect().top) === 0"
"""Whether a disagreement, 0 first, begins at the top of the screen."""


def test_disagreements_are_presented_one_a_screen(page, root, model):
    """One is seen, page keys go on and back, a reload goes on; the end leads back to the page."""
    named = {"id": model["id"], "version": model["version"]}
    ids = [one["id"] for one in model["dimensions"][0]["practices"]][:3]
    people = [{"format": 1, "model": named, "answers": dict.fromkeys(ids, at)} for at in (0, 4)]
    page.goto(f"{root}team/")
    team = page.locator("kam-widget")
    team.locator("textarea[name=pasted]").fill("\n".join(map(json.dumps, people)))
    team.get_by_role("button", name="Add", exact=True).click()
    team.get_by_role("link", name="Present", exact=True).click()
    end = team.get_by_role("link", name="End the presentation")
    expect(end).to_be_visible()
    until(page, AT.format(0))
    shown = page.locator(SHOWN)
    expect(shown.nth(0)).to_be_in_viewport()
    expect(shown.nth(1)).not_to_be_in_viewport()
    for other in (page.locator(".md-header"), team.locator("textarea"), page.locator("h1")):
        expect(other).to_be_hidden()
    page.keyboard.press("PageDown")
    until(page, AT.format(1))
    page.keyboard.press("PageUp")
    until(page, AT.format(0))
    page.reload()
    expect(end).to_be_visible()
    expect(shown.nth(0)).to_be_in_viewport()
    expect(page.locator(".md-header")).to_be_hidden()
    end.click()
    expect(end).to_be_hidden()
    expect(team.locator("textarea[name=pasted]")).to_be_visible()
