"""The single file holds all that its pages ask for, and names no address."""

import re
from base64 import b64decode
from gzip import decompress

import pytest

from build_tools import ROOT
from build_tools.__main__ import main
from build_tools.one_file import held
from build_tools.one_file.document import MILLION, document
from build_tools.one_file.pages import HELD, OneFileError, sheets, tool_pages
from build_tools.one_file.texts import styles, worker_script
from build_tools.runtime.archive import compile_pyc, read_zip

SITE = "https://guide.example/kam/"


@pytest.fixture(scope="module")
def html(site):
    """The single file of the site."""
    return document(ROOT, site)


@pytest.fixture(scope="module")
def archive(html):
    """The archive that it holds, as paths."""
    packed = re.search(r'data-file="kam.zip">([^<]*)<', html)[1]
    return read_zip(decompress(b64decode(packed)))


def test_every_tool_is_in_it(html):
    """A row leads to each page, and each page is there once."""
    for address in HELD:
        assert 1 == html.count(f'<template id="{address}">')
        assert f'<a href="#/{address}">' in html


def test_it_loads_nothing(html):
    """No tag of it fetches anything, no style either, and the policy allows no address."""
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    sources = {word for part in policy.split(";") for word in part.split()[1:]}

    assert [] == re.findall(r"<(?:script|img|iframe|source|video)[^>]* src=", html)
    assert [] == re.findall(r'<link (?!rel="icon" href="data:)[^>]*>', html)
    assert [] == re.findall(r'url\((?!"?data:)[^)]*\)|@import', html.split("</style>")[0])
    assert {"'none'", "'wasm-unsafe-eval'", "blob:", "data:"} == {
        word for word in sources if not word.startswith("'sha256-")
    }


def test_links_of_its_pages_lead_inside(site):
    """No link of a page leads to a place beside the file; with an address the rest lead there."""
    alone = {a for p in tool_pages(site) for a in re.findall(r'<a[^>]* href="([^"]*)"', p.html)}
    known = {
        a for p in tool_pages(site, SITE) for a in re.findall(r'<a[^>]* href="([^"]*)"', p.html)
    }

    assert "#/assessment/" in alone and f"{SITE}method/scoring/" in known
    assert [] == [link for link in alone if not link.startswith(("#", "https:"))]
    assert [] == [link for link in known if not link.startswith(("#", "https:"))]


def test_exports_find_what_they_import(archive):
    """What the exports need is in the one archive; what nothing needs is not."""
    assert {"xlsxwriter/workbook.pyc", "segno/encoder.pyc", "widgets/worker.pyc"} <= archive.keys()
    assert "encodings/utf_16_le.pyc" in archive
    assert not any(path.startswith("multiprocessing/") for path in archive)


def test_imports_are_read_from_the_code():
    """Absolute and relative imports, of modules and of what is in them, also inside functions."""
    source = b"import a.b\nfrom . import c\nfrom .d import e\ndef f():\n    from g import h\n"
    names = ("a/__init__", "a/b", "p/__init__", "p/c", "p/d/__init__", "p/d/e", "g/h", "z")
    library = {f"{name}.pyc": b"" for name in names} | {"p/q.pyc": compile_pyc("q", source)}

    expected = {f"{name}.pyc" for name in names} - {"z.pyc"}
    assert expected == held.imported("p/q.pyc", library)


def test_typefaces_are_in_the_styles(site):
    """Each style sheet of a page with a tool is there, and its fonts are in the text."""
    text = styles(sheets(site))

    assert "font/woff2;base64" in text and ".kam-widget" in text
    assert ".woff2)" not in text


def test_a_worker_that_loads_python_otherwise_is_refused(tmp_path):
    """The build says so, for the file would not start."""
    (tmp_path / "worker.js").write_text("import(elsewhere)")
    with pytest.raises(OneFileError, match="imports Pyodide in another way"):
        worker_script(ROOT, tmp_path / "host.js", tmp_path)


def test_a_site_that_is_not_built_is_named(tmp_path, capsys):
    """The command says what to do first."""
    assert 1 == main(["single-file", "--site", str(tmp_path)])
    assert "run `make site` first" in capsys.readouterr().err


def test_the_page_about_it_tells_its_size(html):
    """What the page says of the size is the size, as whole megabytes."""
    page = (ROOT / "docs/about/one-file.md").read_text("utf-8")
    [said] = re.findall(r"about (\d+) MB", page)

    assert round(len(html.encode()) / MILLION) == int(said)
