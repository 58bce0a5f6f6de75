"""What every recipe says, whatever the server; that servers obey is shown in real ones."""

import re
from xml.etree import ElementTree

import pytest

from build_tools.hosting.headers import COMPRESSED, MEDIA_TYPES, Hosting
from build_tools.hosting.recipes import APACHE, CADDY, IIS, NAMES, NGINX, recipes
from build_tools.site.hashed_names import FOLDERS, HASHED
from build_tools.site.policy import LOST_POLICY

NOTES = re.compile(r"^\s*#[^\n]*$|<!--.*?-->", re.MULTILINE | re.DOTALL)


@pytest.fixture
def written():
    """The recipes for a site under a path, without their notes."""
    made = recipes(Hosting(LOST_POLICY, HASHED, FOLDERS, "/kam guide/"))
    return {name: NOTES.sub("", text.decode()) for name, text in made.items()}


@pytest.mark.parametrize("name", NAMES)
def test_one_line_says_who_may_embed(written, name):
    """`frame-ancestors` stands once, so that one change forbids or restricts it."""
    lines = [line for line in written[name].splitlines() if "frame-ancestors" in line]

    assert 1 == len(lines)
    assert lines[0].count("frame-ancestors") == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_policy_is_sent(written, name):
    """The one that fits every page, the one for a missing address too."""
    assert written[name].count(LOST_POLICY) == 1


def test_the_missing_page_is_named_under_the_path_of_the_build(written):
    """As each server wants it written; Caddy and IIS name it within the folder."""
    assert 'error_page 404 "/kam guide/404.html";' in written[NGINX]
    assert "ErrorDocument 404 /kam%20guide/404.html\n" in written[APACHE]
    assert "rewrite * /404.html" in written[CADDY]
    assert 'path="404.html"' in written[IIS]


def test_every_file_of_the_site_has_a_media_type(site):
    """Also those that a server knows no type for, and would not send."""
    endings = {path.suffix for path in site.rglob("*") if path.is_file()}

    assert set() == endings - MEDIA_TYPES.keys() - {".example", ".config"}
    assert {kind for kind in MEDIA_TYPES.values() if kind.startswith("text/")} <= set(COMPRESSED)


def test_folders_that_may_be_kept_hold_nothing_else(site):
    """All below them has a hash in its name, or in that of a folder."""
    files = [f"/{p.relative_to(site).as_posix()}" for p in site.rglob("*") if p.is_file()]
    lying = {file for file in files if file.startswith(tuple(f"/{f}/" for f in FOLDERS))}

    assert {f"/{folder}/" for folder in FOLDERS} == {f"/assets/{f.split('/')[2]}/" for f in lying}
    assert set() == {file for file in lying if not re.search(HASHED, file)}


def test_the_settings_of_iis_are_xml(written):
    """Nothing of the policy breaks out of its attribute."""
    root = ElementTree.fromstring(written[IIS])  # noqa: S314 - our own
    policy = root.find(".//customHeaders/add[@name='Content-Security-Policy']")

    assert f"{LOST_POLICY}; frame-ancestors *" == policy.get("value")
