"""What was promised must lead somewhere in the site as it is built."""

import pytest

from build_tools import ROOT
from build_tools.addresses.onward import Around, Said, onward
from build_tools.addresses.promised import broken, offered, promise, promised

PAGE = """<h1 id="t">T<a class="headerlink" href="#t">¶</a></h1>
<h2 id="one">One<a class="headerlink" href="#one" title="Copy">¶</a></h2>
<a hidden data-kam-lasting href="../../a/pay/">Lasting</a>"""


@pytest.fixture
def small(tmp_path):
    """A site with one page and its short address; its docs promise nothing yet."""
    lead = onward("a/pay/", "implement/pay/", Said("Pay"), Around())
    for address, html in {"implement/pay": PAGE, "a/pay": lead}.items():
        (tmp_path / "site" / address).mkdir(parents=True)
        (tmp_path / "site" / address / "index.html").write_text(html)
    return tmp_path


def test_every_address_ever_promised_leads_somewhere(site):
    """Those of 1.0.0 and 2.0.0 too, with pages that were merged and practices that left."""
    assert [] == broken(ROOT / "docs", site)
    releases = {name for name, _, _ in promised(ROOT / "docs")}
    assert {"1.0.0.txt", "2.0.0.txt", "2.0.1.txt"} <= releases


def test_a_release_promises_what_can_be_copied(small):
    """Both addresses of a page, and its headings at the short one; a second time adds nothing."""
    docs, site = small / "docs", small / "site"
    docs.mkdir()
    first, again = promise(docs, site, "3.0.0"), promise(docs, site, "3.0.0")

    assert {"a/pay/": frozenset({"one"}), "implement/pay/": frozenset()} == offered(site)
    assert (docs / "addresses/3.0.0.txt", 3) == first
    assert 0 == again[1]
    assert [] == broken(docs, site)


@pytest.mark.parametrize(
    ("gone", "sentence"),
    [
        ('id="one"', "3.0.0.txt: /a/pay/#one: the page has no place #one; write { #one } behind"),
        ("", "3.0.0.txt: /a/pay/: no page stands there; say in docs/redirects.yaml where"),
    ],
)
def test_a_broken_promise_is_told(small, gone, sentence):
    """A heading whose id changed with its words, and a page that went."""
    (small / "docs").mkdir()
    promise(small / "docs", small / "site", "3.0.0")
    page = small / "site/implement/pay/index.html"
    if gone:
        page.write_text(page.read_text().replace(gone, 'id="other"'))
    else:
        page.unlink()

    assert any(sentence in line for line in broken(small / "docs", small / "site"))
