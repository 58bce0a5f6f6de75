"""The policy, and what every page needs to stand at any path."""

import pytest

from build_tools.policy import POLICY, PolicyError, check, with_meta
from build_tools.sitewide import ThemeError, patch_theme

HEAD = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def test_meta_stands_before_anything_that_loads():
    """The policy is the first tag after the character set."""
    html = '<head>\n<meta charset="utf-8">\n<link rel="stylesheet" href="x.css"></head>'

    assert HEAD in with_meta(html)


def test_policy_allows_nothing_foreign():
    """No part of the policy names a host, a scheme but data:, `unsafe-inline` or `unsafe-eval`."""
    sources = {source for part in POLICY.split("; ") for source in part.split()[1:]}

    assert {"'none'", "'self'", "'wasm-unsafe-eval'", "data:"} == sources


@pytest.mark.parametrize(
    "held",
    [
        "<script>alert(1)</script>",
        '<p style="color: red">',
        "<style>p {}</style>",
        '<button onclick="x()">',
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


@pytest.mark.parametrize("code", ["nothing to change", "f(new URL(n.textContent),t);" * 2])
def test_unknown_theme_stops_the_build(code, tmp_path):
    """Where Material's script is not the one we know, the build stops and says what to do."""
    folder = tmp_path / "assets/javascripts"
    folder.mkdir(parents=True)
    (folder / "bundle.1.min.js").write_text(code)
    with pytest.raises(ThemeError, match="pin the version of mkdocs-material"):
        patch_theme(tmp_path)
