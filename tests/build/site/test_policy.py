"""The policy, and what every page needs to stand at any path."""

import re
from base64 import b64decode, b64encode
from hashlib import sha256

import pytest
from jinja2 import Environment, FileSystemLoader

from build_tools import ROOT
from build_tools.site.policy import (
    LOST,
    LOST_POLICY,
    POLICY,
    SLASH,
    PolicyError,
    check,
    with_meta,
)

META = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
HEAD = f"{META}<script>{SLASH}</script>"


def test_meta_stands_before_anything_that_loads():
    """The policy is the first tag after the character set."""
    html = '<head>\n<meta charset="utf-8">\n<link rel="stylesheet" href="x.css"></head>'

    assert HEAD in with_meta(html)


def test_policy_allows_nothing_foreign():
    """No part of the policy names a host, a scheme but data:, `unsafe-inline` or `unsafe-eval`."""
    ours = f"'sha256-{b64encode(sha256(SLASH.encode()).digest()).decode()}'"
    sources = {source for part in POLICY.split("; ") for source in part.split()[1:]} - {ours}

    assert {"'none'", "'self'", "'wasm-unsafe-eval'", "data:"} == sources


@pytest.mark.parametrize(
    "held",
    [
        "<script>alert(1)</script>",
        f"<script>{SLASH}</script>",
        '<p style="color: red">',
        "<style>p {}</style>",
        '<button onclick="x()">',
        '<P STYLE="color: red">',
        '<button\nONCLICK="x()">',
    ],
)
def test_what_the_policy_forbids_is_found(held, tmp_path):
    """A page with an inline script, style or handler stops the build and is named."""
    (tmp_path / "page.html").write_text(HEAD + held)
    with pytest.raises(PolicyError, match=r"page\.html: inline"):
        check(tmp_path)


def test_a_page_without_policy_is_found(tmp_path):
    """A page that lost its policy stops the build."""
    (tmp_path / "page.html").write_text("<p>Bare</p>")
    with pytest.raises(PolicyError, match=r"page\.html: no policy"):
        check(tmp_path)


def test_data_blocks_are_no_scripts(tmp_path):
    """JSON in a script tag is data; the policy has nothing against it."""
    (tmp_path / "page.html").write_text(HEAD + '<script type="application/json">{}</script>')
    check(tmp_path)


def lost_page(site_url="", base_url="/"):
    """The page for a missing address, as MkDocs fills it in."""
    config = {
        "theme": {"logo": "assets/images/mark.svg"},
        "site_name": "The guide",
        "site_url": site_url,
        "extra": {"kam": {"lost": LOST}},
    }
    templates = Environment(loader=FileSystemLoader(ROOT / "build_tools" / "theme"))
    return templates.get_template("404.html").render(config=config, base_url=base_url)


def test_hashes_of_the_lost_page():
    """Its policy allows exactly the one style and the one script that stand in the page."""
    html = lost_page()
    found = [b64decode(hash) for hash in re.findall(r"'sha256-([^']+)'", LOST_POLICY)]
    assert sha256(SLASH.encode()).digest() == found.pop(1)
    inline = [re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1] for tag in ("script", "style")]

    assert [sha256(text.encode()).digest() for text in inline] == found
    plain, lost = (re.sub(r" 'sha256-[^']+'", "", policy) for policy in (POLICY, LOST_POLICY))
    assert plain == lost


def test_the_lost_page_asks_for_nothing_by_a_relative_address():
    """It can stand at any depth, so without an address it has no link and loads nothing."""
    html = lost_page()

    assert ["data:,"] == re.findall(r'(?:src|href)="([^"]*)"', html)
    assert 5 == html.count("data-to=")


def test_the_lost_page_with_an_address():
    """A build that is told its address has links that work without scripts."""
    links = re.findall(r'<a [^>]*href="([^"]*)"', lost_page("https://host/kam/", "/kam/"))

    assert ["/kam/", "/kam/quick-scan/", "/kam/assessment/", "/kam/choose/", "/kam/?q="] == links
    for name in links[1:4]:
        assert (ROOT / "docs" / f"{name.removeprefix('/kam/').strip('/')}.md").is_file()


def test_only_the_lost_page_may_hold_its_script(tmp_path):
    """The same inline text in any other page stops the build, and so does more of it in this."""
    inline = HEAD + "".join(f"<{tag}>{text}</{tag}>" for tag, text in LOST.items())
    (tmp_path / "404.html").write_text(inline)
    check(tmp_path)
    (tmp_path / "404.html").write_text(inline + "<script>more()</script>")
    (tmp_path / "page.html").write_text(inline)
    with pytest.raises(PolicyError) as refused:
        check(tmp_path)

    assert "404.html: inline script: <script>" in str(refused.value)
    assert "page.html: inline style: <style" in str(refused.value)
