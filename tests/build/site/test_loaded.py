"""What every page loads: one style sheet, and names that a browser may keep for good."""

import re

import pytest
import tinycss2

from build_tools import ROOT
from build_tools.site import styles
from build_tools.site.hashed_names import HASHED, ThemeError, changed, theme_script

LOADED = re.compile(
    r"""<(?:script[^>]* src|link rel="(?:stylesheet|preload|modulepreload)" href)="([^"]+)"""
)
MOVED = " data-to="
"""On the pages at short and old addresses: they load the one script that leads on."""
FACE = '@font-face { font-family: "Guide"; src: url("../fonts/guide.woff2"); }'


@pytest.fixture(scope="module")
def pages(site):
    """What each page of the site loads, by its address."""
    texts = {page: page.read_text("utf-8") for page in site.rglob("index.html")}
    return {page: LOADED.findall(text) for page, text in texts.items() if MOVED not in text}


def test_each_page_has_one_style_sheet(site, pages):
    """The same on all: the theme's rules, the typefaces and ours; it is there, and no other is."""
    found = {
        tuple((page.parent / name).resolve() for name in names if name.endswith(".css"))
        for page, names in pages.items()
    }

    assert {tuple(site.rglob("*.css"))} == found


def test_a_page_loads_only_what_may_be_kept_for_good(site, pages):
    """Every script, sheet and typeface is there under a name that holds a hash of its content."""
    found = {(page.parent / name).resolve() for page, names in pages.items() for name in names}
    (sheet,) = site.rglob("*.css")
    found |= {(sheet.parent / name).resolve() for name in named(sheet.read_text("utf-8"))}

    assert len(found) > 10
    assert [] == [path for path in found if not path.is_file()]
    assert [] == [path for path in found if not re.search(HASHED, str(path))]


def named(css: str) -> list[str]:
    """The files that a style sheet names."""
    return re.findall(r"url\([\"']?(?!data:)([^)\"']+)", css)


def test_the_sheet_holds_ours_behind_what_is_left_of_the_theme():
    """Ours in its order comes last; parts that no page has are gone, and icons that none shows."""
    sheet = styles.sheet([".kam-one { margin: 0 }", ".kam-two { color: red; }"], FACE)

    assert sheet.endswith(".kam-one{margin: 0}.kam-two{color: red;}")
    assert ["../fonts/guide.woff2"] == named(sheet)
    assert ".md-typeset" in sheet
    assert ".md-search-result__item" in sheet
    assert "[data-md-color-scheme=slate]" in sheet
    for gone in (".tip", ".tabbed-set", "--md-admonition-icon--info", "=deep-purple"):
        assert gone not in sheet


def test_a_rule_stays_where_it_only_excludes_what_is_gone():
    """`:not` of a part that no page has matches all pages; so does a list of which one is here."""
    left = styles._kept(".a:not(.tip),.tip,.b{color:red}@media print{.tip{color:red}}")

    assert ".a:not(.tip),.b{color:red}" == left


def test_a_page_with_a_part_that_is_gone_stops_the_build():
    """It would stand there without its style; one that is only called alike is none."""
    styles.check('<p class="admonition kam-tip tips">', "page.md")
    with pytest.raises(styles.StyleError, match=r"page\.md: .*class tip.*_NOT_HERE"):
        styles.check('<div class="admonition tip">', "page.md")


def test_our_sources_name_no_file():
    """Their addresses would be wrong in the one sheet that is made of them."""
    sources = (ROOT / "docs/assets/stylesheets").glob("*.css")

    assert [] == [name for path in sources for name in named(path.read_text("utf-8"))]


@pytest.mark.parametrize("code", ["nothing to change", "f(new URL(n.textContent),t);" * 2])
def test_unknown_theme_stops_the_build(code):
    """Where Material's script is not the one we know, the build stops and says what to do."""
    with pytest.raises(ThemeError, match="pin the version of mkdocs-material"):
        changed(code, "bundle.js")


def test_the_search_waits_for_a_reader():
    """The theme's script makes no worker and fetches no index before the search is opened."""
    code = theme_script().decode()

    assert "new Worker" not in code
    assert "sourceMappingURL" not in code
    assert re.search(r'"search"\)\)\.pipe\(\w+\(o=>o\),\w+\(\w+\),\w+\(1\)\):', code)


def test_a_space_that_says_something_stays():
    """Small rules select what their source selects, however deep they stand."""
    source = """@media screen { /* where */ @container page (width < 44rem) {
        .a:has(.b:target, .b :target)  > .c { margin : 0 auto ; } } }"""
    small = styles.small(tinycss2.parse_component_value_list(source, skip_comments=True))

    assert small == (
        "@media screen{@container page (width < 44rem){"
        ".a:has(.b:target, .b :target)  > .c{margin : 0 auto;}}}".replace("  >", " >")
    )
