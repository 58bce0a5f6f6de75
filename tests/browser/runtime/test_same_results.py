"""The worker in Chromium answers every case with the bytes that CPython gives."""

import json

from tests.support.case_files import cases
from tests.support.pages.looks import value
from widgets.core.answers import field_kinds
from widgets.worker import handle

ASK = """(async (messages) => {
  const texts = [];
  globalThis.Worker = class extends Worker {
    constructor(...how) {
      super(...how);
      this.addEventListener("message", ({ data }) => data.text && texts.push(data.text));
    }
  };
  const script = document.querySelector("script[src$='/links.js']").src;
  const { Engine } = await import(new URL("engine.js", script));
  const site = JSON.parse(document.getElementById("kam-site").textContent);
  const runtime = new URL(site.runtime, new URL(site.root, location));
  const engine = new Engine({ runtime: runtime.href });
  for (const message of messages) await engine.call("a case", message);
  return texts;
})"""
"""Starts an engine of its own in the page and gives the worker's answers as they come, as text."""


def test_worker_and_cpython_agree(page, root, model):
    """Every case of the scoring engine, through every widget that stands on one page each."""
    messages = [
        {"widget": widget, "root": "/", "options": options, "records": _records(case, model)}
        for case in (parameter.values[0] for parameter in cases("score"))
        for widget, options in (
            ("quick-scan", {}),
            ("questions", {"dimension": model["dimensions"][0]["id"]}),
        )
    ]
    page.goto(f"{root}method/scoring/")
    texts = value(page, f"{ASK}({json.dumps(messages)})")

    assert texts == [handle(json.dumps(message)) for message in messages]


def test_worked_organisations_agree(page, root, model):
    """Every worked organisation, as its page shows it and as answers of the assessment."""
    organisations = model["organisations"]
    messages = [
        {"widget": "organisation", "root": "/", "options": {"id": one["id"]}, "records": {}}
        for one in organisations
    ] + [
        {"widget": "assessment", "root": "/", "options": {}, "records": _records(one, model)}
        for one in organisations
    ]
    page.goto(f"{root}examples/")
    texts = value(page, f"{ASK}({json.dumps(messages)})")

    assert texts == [handle(json.dumps(message)) for message in messages]


def _records(case, model):
    """A case's answers as a browser keeps them."""
    values = {field_kinds.QUICK + id: answer for id, answer in case.get("quick", {}).items()}
    for id, answer in case.get("answers", {}).items():
        has_reason = isinstance(answer, dict)
        values[field_kinds.PRACTICE + id] = field_kinds.NA if has_reason else answer
        if has_reason:
            values[field_kinds.REASON + id] = answer["na"]
    return {
        name: json.dumps({"value": str(answer), "model": model["version"]})
        for name, answer in values.items()
        if answer is not None
    }
