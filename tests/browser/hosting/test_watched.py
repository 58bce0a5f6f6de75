"""A page while somebody works on it: the server of MkDocs says when it is built again."""

from threading import Thread
from types import SimpleNamespace

import pytest
from mkdocs.livereload import LiveReloadServer
from playwright.sync_api import expect

from build_tools import hooks

WORDS = "The first words"


@pytest.fixture
def source(tmp_path):
    """The file that is worked on."""
    file = tmp_path / "source" / "page.md"
    file.parent.mkdir()
    file.write_text(WORDS)
    return file


@pytest.fixture
def watched(source, tmp_path, monkeypatch):
    """Address of its page, with the policy as our hooks write it under a server."""
    monkeypatch.setattr(hooks, "_served", True)
    page = SimpleNamespace(file=SimpleNamespace(src_uri="page.md"), url="")
    head = '<!doctype html><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">'
    shown = tmp_path / "shown"
    shown.mkdir()

    def build():
        html = f"{head}<body><h1>{source.read_text()}</h1></body>"
        (shown / "index.html").write_text(hooks.on_post_page(html, page, None))

    build()
    server = LiveReloadServer(build, "127.0.0.1", 0, str(shown), polling_interval=0.1)
    server.watch(str(source.parent))
    for step in ("server_bind", "server_activate"):  # now, for its port; it would do so once more
        getattr(server, step)()
        monkeypatch.setattr(server, step, lambda: None)
    serving = Thread(target=server.serve)
    serving.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    serving.join()


def test_a_change_is_shown_by_itself(watched, source, page):
    """The policy lets the server's own script run, which loads the page anew after a change."""
    page.goto(watched)
    expect(page.locator("h1")).to_have_text(WORDS)
    source.write_text("Other words")
    expect(page.locator("h1")).to_have_text("Other words")
