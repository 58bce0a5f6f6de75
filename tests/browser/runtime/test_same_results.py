"""The worker in Chromium answers every case with the bytes that CPython gives."""

import json

from tests.support.case_files import cases
from tests.support.given.scored import records, signless
from tests.support.pages.looks import value
from widgets.worker import handle, rest

ASK = """(async (messages) => {
  const texts = [];
  globalThis.Worker = class extends Worker {
    constructor(...how) {
      super(...how);
      const keep = ({ data }) => /result|rest/.test(data.type) && texts.push(data.text);
      this.addEventListener("message", keep);
    }
  };
  const script = document.querySelector("script[src$='/links.js']").src;
  const { Engine } = await import(new URL("engine.js", script));
  const site = JSON.parse(document.getElementById("kam-site").textContent);
  const runtime = new URL(site.runtime, new URL(site.root, location));
  const engine = new Engine({ runtime: runtime.href });
  const last = messages[0]; // once more: what an answer left to follow comes before the next one
  for (const message of [...messages, last]) await engine.call("a case", () => message);
  return texts.filter(Boolean);
})"""
"""Starts an engine of its own in the page and gives the worker's answers as they come, as text."""


def _of_cpython(messages):
    """What the same messages come to here: for each the answer, and what it left to follow."""
    asked = map(json.dumps, messages)
    texts = (text for one in asked for text in (handle(one, apart=True), rest()))
    return [signless(text) for text in texts if text]


def test_worker_and_cpython_agree(page, root, model):
    """Every case of the scoring engine, through every widget that stands on one page each."""
    messages = [
        {
            "widget": widget,
            "root": "/",
            "options": options,
            "records": records(case, model["version"]),
        }
        for case in (parameter.values[0] for parameter in cases("score"))
        for widget, options in (
            ("quick-scan", {}),
            ("questions", {"dimension": model["dimensions"][0]["id"]}),
        )
    ]
    page.goto(f"{root}method/scoring/")
    texts = value(page, f"{ASK}({json.dumps(messages)})")

    expected = _of_cpython(messages)
    assert expected == [signless(text) for text in texts[: len(expected)]]


def test_worked_organisations_agree(page, root, model):
    """Every worked organisation, as its page shows it and as answers of the assessment."""
    organisations = model["organisations"]
    messages = [
        {"widget": "organisation", "root": "/", "options": {"id": one["id"]}, "records": {}}
        for one in organisations
    ] + [
        {
            "widget": "assessment",
            "root": "/",
            "options": {},
            "records": records(one, model["version"]),
        }
        for one in organisations
    ]
    page.goto(f"{root}examples/")
    texts = value(page, f"{ASK}({json.dumps(messages)})")

    expected = _of_cpython(messages)
    assert expected == [signless(text) for text in texts[: len(expected)]]
