"""Links of the single file lead somewhere, or are none."""

import json
import re

import pytest

from widgets.core.answers.kept_texts import new_record
from widgets.core.drawing.one_file import within
from widgets.worker import handle, published

PAGES = ["assessment/", "quick-scan/", "team/"]
SITE = "https://guide.example/kam/"


@pytest.mark.parametrize(
    ("link", "known", "expected"),
    [
        (
            '<a class="b" href="R/assessment/">A</a>',
            False,
            '<a class="b" href="#/assessment/">A</a>',
        ),
        (
            '<a href="R/assessment/#q-x" id="i">A</a>',
            True,
            '<a href="#/assessment/#q-x" id="i">A</a>',
        ),
        ('<a href="R/p/x/#y"><b>A</b></a>', False, "<a><b>A</b></a>"),
        ('<a href="R/p/">A</a>', True, '<a href="R/p/" target="_blank" rel="noopener">A</a>'),
        ('<a href="#q-x">A</a>', False, '<a href="#q-x">A</a>'),
        ('<a href="https://else.example/">A</a>', False, '<a href="https://else.example/">A</a>'),
        ('<abbr>A</abbr> <a href="R/">Home</a>', False, "<abbr>A</abbr> <a>Home</a>"),
    ],
)
def test_a_link_leads_inside_or_out_or_is_none(link, known, expected):
    """A page of the file is a step within it; another is linked where the site is known."""
    assert expected == within(link, "R/", PAGES, known)


def drawn(site):
    """Every region of a whole quick scan, as the worker draws it in the single file."""
    model = published()
    records = {f"quick.{d.id}": new_record("1", model.version) for d in model.dimensions}
    message = {"widget": "quick-scan", "root": "/disc/", "options": {}, "records": records}
    message |= {"stored": {}, "address": "file:///disc/kam.html"}
    message |= {"one": {"pages": PAGES, "site": site}}
    return "".join(json.loads(handle(json.dumps(message)))["html"].values())


def test_a_result_in_the_single_file_has_no_dead_link():
    """Where nobody knows the site, each link stays in the file; else the rest lead to the site."""
    alone, known = ([*re.findall(r'href="([^"]*)"', drawn(site))] for site in ("", SITE))

    assert "#/assessment/" in {link.partition("?")[0] for link in alone}
    assert [] == [link for link in alone if not link.startswith("#")]
    assert [] == [link for link in known if not link.startswith(("#", SITE))]
    assert len(known) > len(alone)
