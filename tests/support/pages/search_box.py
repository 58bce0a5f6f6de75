"""The search as a reader uses it: types, and reads what is offered."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import expect

FEW = 5
"""Hits that a reader looks at."""


class SearchBox:
    """The search of an open page."""

    def __init__(self, page, root: str) -> None:
        self.page, self.root = page, root
        self.box = page.locator(".md-search__input")
        self.said = page.locator(".md-search-result__meta")
        self.hits = page.locator(".md-search-result__item > a:first-child")

    def ask(self, words: str) -> None:
        """Types the words, and waits for the answer."""
        for typed, answer in (("", "Type to start"), (words, r"\d+ matching|No match")):
            self.box.fill(typed)
            self.box.press("End")  # the theme listens to keys
            expect(self.said).to_have_text(re.compile(answer))

    def offered(self, words: str) -> list[str]:
        """The first pages that it offers, as addresses under the root."""
        self.ask(words)
        links = [link.get_attribute("href") for link in self.hits.all()[:FEW]]
        return [link.partition("?")[0].removeprefix(self.root) for link in links]


@contextmanager
def search_box(browser, root: str) -> Iterator[SearchBox]:
    """The search, opened on the home page."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(root)
    box = SearchBox(page, root)
    box.box.click()
    yield box
    context.close()
