"""Pages whose Python is that of the test: the worker hands each message on, and starts nothing.

For tests of what a page does with an answer.  That the worker in the browser gives the same answer
to the byte is what `test_same_results.py` shows; `make test-all` runs these tests with it, too.
"""

import gzip
import json
from typing import Any

from widgets.worker import handle, rest

WORKER = """
onmessage = async ({ data: { type, text } }) => {
  if (type === "files") postMessage({ type: "ready", ms: 0 });
  if (type !== "call") return;
  const answer = await fetch("/cpython", { method: "POST", body: text });
  if (!answer.ok) return postMessage({ type: "error", detail: await answer.text() });
  const [said, follows] = await answer.json();
  postMessage({ type: "result", text: said });
  postMessage({ type: "rest", text: follows });
};
"""
FILES = {"pyodide.asm.wasm": (b"\0asm\1\0\0\0", "application/wasm"), "kam.zip": (b"PK", "")}
"""The least that the page takes for a program and an archive."""


def spare(context: Any) -> None:
    """From now on no page of `context` starts a Python of its own."""
    for name, (content, kind) in FILES.items():
        context.route(f"**/{name}", _serve(content, kind))
        context.route(f"**/{name}.gz", _serve(gzip.compress(content), kind))
    context.route("**/assets/javascripts/*/worker.js", _serve(WORKER.encode(), "text/javascript"))
    context.route("**/cpython", _answer)


def _serve(content: bytes, kind: str) -> Any:
    return lambda route: route.fulfill(body=content, content_type=kind or "application/zip")


def _answer(route: Any) -> None:
    try:
        answer = [handle(route.request.post_data, apart=True), rest()]
        in_ascii = json.dumps(answer)  # half a character has no bytes of its own
        route.fulfill(body=in_ascii, content_type="application/json")
    except Exception as error:  # as the worker: the page says it in place
        route.fulfill(status=500, body=repr(error))
