"""Permanent addresses, and old addresses that lead on."""

import pytest
import yaml
from markdown.extensions.toc import slugify

from build_tools import ROOT
from build_tools.addresses.onward import Around, Said
from build_tools.addresses.permalinks import RedirectError, redirects
from build_tools.addresses.short import AddressError, short
from widgets.core.model.release_maps import Left, Merged, Migration

TITLES = {
    "index.md": Said("The KAM Field Guide", "What it is."),
    "practices/obstacle-list.md": Said("Obstacles", 'Who "clears" them & when.'),
    "practices/index.md": Said("All practices"),
    "why-it-fails/run-as-sales.md": Said("Run as sales"),
    "about/privacy.md": Said("Privacy"),
    "about/old-name.md": Said("A new name", key="first-name"),
    "evidence/sources/smith-2001.md": Said("Smith 2001"),
    "structures/table/diamond-team.md": Said("Why so"),
    "g/the-road.md": Said("The road"),
    "glossary.md": Said("Glossary"),
}


SHORT = {
    "index.md": "",
    "practices/obstacle-list.md": "p/obstacle-list/",
    "practices/index.md": "practices/",
    "why-it-fails/run-as-sales.md": "f/run-as-sales/",
    "about/privacy.md": "a/privacy/",
    "about/old-name.md": "a/first-name/",
    "evidence/sources/smith-2001.md": "r/smith-2001/",
    "structures/table/diamond-team.md": "a/fit-diamond-team/",
    "g/the-road.md": "g/the-road/",
    "glossary.md": "glossary/",
}


def test_each_page_has_a_short_address(tmp_path):
    """A letter and its id or key; a page that stands at the root or is a figure's has its own."""
    made = redirects(TITLES, tmp_path)

    assert short(TITLES) == SHORT
    led = {a for a in SHORT.values() if a and not a.startswith("g") and a != "practices/"}
    assert {f"{address}index.html" for address in led} == set(made)
    assert 'url=../../practices/obstacle-list/"' in made["p/obstacle-list/index.html"]


def test_two_pages_do_not_share_one():
    """The newer page must say what it is called instead."""
    pages = {"people/x.md": Said("One"), "implement/x.md": Said("Two")}
    with pytest.raises(AddressError, match=r"implement/x.md: key: .* `key: …` in its front matter"):
        short(pages)


def test_its_head_previews_the_page_behind_it(tmp_path):
    """Title, sentence and picture are those of the page; no picture without a known address."""
    around = Around(script="assets/onward.js", url="https://a.example/kam/")
    cards = {"practices/obstacle-list.md": "practices-obstacle-list.png"}
    known = redirects(TITLES, tmp_path, (), around, cards)["p/obstacle-list/index.html"]
    nowhere = redirects(TITLES, tmp_path)["p/obstacle-list/index.html"]

    assert "<title>Obstacles - The KAM Field Guide</title>" in known
    assert 'og:description" content="Who “clears” them &amp; when."' in known
    image = "https://a.example/kam/assets/cards/practices-obstacle-list.png"
    assert f'og:image" content="{image}"' in known
    assert '<link rel="canonical" href="https://a.example/kam/practices/obstacle-list/">' in known
    assert '<script src="../../assets/onward.js" data-to="../../practices/obstacle-list/">' in known
    assert 'og:title" content="Obstacles"' in nowhere
    assert "og:image" not in nowhere
    assert "twitter" not in nowhere


def test_a_moved_page_leads_on(tmp_path):
    """A line of redirects.yaml makes a page at the old address."""
    (tmp_path / "redirects.yaml").write_text("old/privacy/: about/privacy/\n")
    made = redirects(TITLES, tmp_path)

    assert 'href="../../about/privacy/"' in made["old/privacy/index.html"]


def test_a_moved_page_may_lead_to_a_heading(tmp_path):
    """What became a part of another page leads to that part."""
    (tmp_path / "redirects.yaml").write_text("old/: about/privacy/#what-we-keep\n")
    made = redirects(TITLES, tmp_path)

    assert 'url=../about/privacy/#what-we-keep"' in made["old/index.html"]


def test_our_moved_pages_lead_to_headings_that_exist():
    """Each line of our own list leads to a page that has the heading; no old page is left."""
    leads = yaml.safe_load((ROOT / "docs/redirects.yaml").read_text(encoding="utf-8"))
    page = {
        new: ROOT / "docs" / f"{new.partition('#')[0].rstrip('/')}.md" for new in leads.values()
    }
    headings = {
        new: {
            slugify(line.lstrip("# "), "-")
            for line in (ROOT / "docs" / path).read_text().splitlines()
        }
        for new, path in page.items()
    }

    assert [] == [old for old in leads if (ROOT / "docs" / f"{old.rstrip('/')}.md").exists()]
    assert all(new.partition("#")[2] in headings[new] | {""} for new in leads.values())


def test_a_redirect_to_nowhere_is_refused(tmp_path):
    """An old address must lead to a page that exists."""
    (tmp_path / "redirects.yaml").write_text("old/: about/gone/\n")
    with pytest.raises(RedirectError, match="leads to “about/gone/”, which is no page"):
        redirects(TITLES, tmp_path)


STEPS = (
    Migration(
        "1.0.0",
        "2.0.0",
        left=(
            Left(
                "practice old-list", {"statement": "We <keep> a list."}, "", ("practice new-list",)
            ),
            Left(
                "practice two-lists",
                {"statement": "We keep two."},
                "",
                ("practice a", "practice b"),
            ),
            Left("practice gone-list", {"statement": "We kept one."}, "It told nothing."),
            Left("dimension x@1.0.0", {"question": "Who?"}, "", ("dimension x",)),
        ),
    ),
    Migration(
        "2.0.0",
        "3.0.0",
        merged=(
            Merged(
                "practice obstacle-list", {"practice new-list": {"statement": "New."}}, "same", ""
            ),
        ),
    ),
)


@pytest.mark.parametrize("folder", ["p", "practices"])
def test_an_old_practice_leads_to_what_became_of_it(folder, tmp_path):
    """Over every release; where it became several or none, to the page that says so, in words."""
    made = redirects(TITLES, tmp_path, STEPS)
    one, several, none = (
        made[f"{folder}/{id}/index.html"] for id in ("old-list", "two-lists", "gone-list")
    )

    assert 'url=../../practices/obstacle-list/"' in one
    assert "“We &lt;keep&gt; a list” is asked in another way now: see <a" in one
    assert ">Obstacles</a>." in one
    assert 'url=../../method/model-changes/#two-lists"' in several
    assert 'url=../../method/model-changes/#gone-list"' in none
    assert "“We kept one” is no longer asked: see <a" in none
    assert not [address for address in made if "dimension" in address]


def test_every_practice_of_the_first_release_has_a_page(guide, tmp_path):
    """Both addresses of each of the 48 lead on, and the page of changes has each."""
    ids = [
        line.split()[1]
        for line in (ROOT / "docs/model/released/1.0.0.txt").read_text().splitlines()
        if line.startswith("practice ")
    ]
    titles = {f"practices/{p.id}.md": Said(p.statement) for p in guide.model.practices()}
    made = redirects(titles, tmp_path, guide.model.migrations)
    changes = (ROOT / "docs/method/model-changes.md").read_text(encoding="utf-8")

    for id in ids:
        assert {f"p/{id}/index.html", f"practices/{id}/index.html"} <= made.keys()
        assert f'<span id="{id}"></span>' in changes
