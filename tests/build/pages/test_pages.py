"""Generated pages as pure functions: nothing of the model is missing, nothing breaks a page."""

import posixpath
import re
from dataclasses import replace

import pytest
from markdown import Markdown

from build_tools import ROOT
from build_tools.calibration.case_pages import read_pages
from build_tools.calibration.readings import load
from build_tools.guide.cite import cite
from build_tools.pages import navigation
from build_tools.pages.fence import Fence
from build_tools.pages.generated import pages
from build_tools.pictures.charts import slug
from build_tools.reading.yaml12 import read
from build_tools.site import incremental
from build_tools.site.publish import written
from build_tools.text import wording
from build_tools.text.markdown import CITATION, title
from widgets.core.model.ladders import Rung
from widgets.core.page.view import ROOT as SITE

HOSTILE = 'A | pipe, *stars*, _lines_, `code`, [a](b), <b>bold</b>, # and "quotes" \\ {: x}'
LINK = re.compile(r"\]\(([^)<>\s]+\.md)(#[^)\s]*)?\)")


def html_of(markdown: str) -> str:
    """`markdown` as the site draws it."""
    body = markdown.split("---\n", 2)[2] if markdown.startswith("---\n") else markdown
    return Markdown(extensions=["tables", "attr_list", "md_in_html", "toc"]).convert(body)


@pytest.fixture(scope="module")
def by_hand():
    """The pages written by hand."""
    return written(ROOT / "docs")


@pytest.fixture(scope="module")
def made(guide, by_hand):
    """Every generated page of this checkout."""
    return pages(guide, by_hand) | dict(read_pages(ROOT, guide.model))


def test_everything_has_its_page(guide, made, by_hand):
    """Every dimension, practice, failure factor, theme and source stands at its address."""
    evidence = guide.evidence
    wanted = {f"dimensions/{d.id}.md" for d in guide.model.dimensions}
    wanted |= {f"practices/{p.id}.md" for p in guide.model.practices()}
    wanted |= {f"why-it-fails/{f.id}.md" for f in guide.factors}
    wanted |= {f"evidence/facts/{f.theme}.md" for f in evidence.facts if f.printable}
    wanted |= {f"evidence/sources/{s.id}.md" for s in evidence.sources}
    wanted |= {f"examples/{o.id}.md" for o in guide.organisations}
    wanted |= {f"structures/table/{o.id}.md" for o in guide.structures.options}
    firms = load(ROOT / "calibration", guide.model).cases
    wanted |= {f"method/cases/{case.id}.md" for case in firms}
    folders = (
        "method/cases",
        "structures/table",
        "examples",
        "dimensions",
        "practices",
        "why-it-fails",
        "evidence/facts",
        "evidence/sources",
    )
    wanted |= {f"{folder}/index.md" for folder in folders}
    wanted |= {"dimensions/overview.md", "why-it-fails/warning-signs.md"}
    wanted |= {"structures/companions.md", "evidence/coverage.md"}

    assert wanted == set(made) | (wanted & set(by_hand))


def test_links_lead_to_pages(guide, made, by_hand):
    """Every link between pages names a page that is there."""
    there = set(made) | set(by_hand) | {"about/notices.md"}
    there |= {f"g/{slug(one.id)}.md" for one in guide.organisations}
    dead = [
        (address, target)
        for address, text in made.items()
        for target, _ in LINK.findall(text)
        if posixpath.normpath(posixpath.join(posixpath.dirname(address), target)) not in there
    ]

    assert [] == dead


def test_each_page_promises_and_ends_with_next(made):
    """A page begins with two sentences, for whom in the second, and ends with three ways on."""
    for address, text in made.items():
        promise = re.search(r"^# .+\n\n(.+)\n", text, re.MULTILINE)
        assert promise, address
        assert re.search(r"\. For ", promise[1]), address
        for way in ("**Do:**", "**Answer:**", "**Read:**"):
            assert text.rpartition("## Next")[2].count(way) == 1, address


def test_front_matter_is_yaml(made, tmp_path):
    """Whatever a title holds, the front matter reads back as it was meant."""
    for address, text in made.items():
        path = tmp_path / "front.yaml"
        path.write_text(text.split("---\n")[1], encoding="utf-8")
        document = read(path, address)
        assert document.mistakes == ()
        assert document.value["title"] == title(text)


def test_quoted_title_survives():
    """Quotes, backslashes and line ends in a title neither break nor change it."""
    quoted = 'A "quoted" \\ title: # with signs'

    assert quoted == title(f"---\ntitle: {wording.quoted(quoted)}\n---\n")


def test_plain_text_stays_text_in_a_cell():
    """A pipe or a mark of Markdown in a plain text makes no cell and no markup."""
    row = html_of(f"| A | B |\n| --- | --- |\n| 1 | {wording.plain(HOSTILE)} |\n")

    assert row.count("<td>") == 2
    assert "<b>" not in row
    assert "<em>" not in row
    assert "*stars*" in _text(row)


def test_hostile_model_text_adds_no_markup(guide):
    """A practice whose every plain text is hostile makes a page, and a question on it, of text."""
    first, *others = guide.model.dimensions
    ladder = (Rung(HOSTILE, HOSTILE),) * 5
    practice = replace(first.practices[0], statement=HOSTILE, ladder=ladder, why=HOSTILE)
    first = replace(first, practices=(practice, *first.practices[1:]))
    model = replace(guide.model, dimensions=(first, *others))
    page = pages(replace(guide, model=model))[f"practices/{practice.id}.md"]
    drawn = html_of(page) + Fence(model).draw(f"questions\npractice: {practice.id}")

    assert drawn.count("<table") == 0
    assert "<b>bold" not in drawn
    assert drawn.count("&lt;b&gt;bold&lt;/b&gt;") > len(ladder)


BLOCK = "```widget\nquestions\n{asks}\n```\n"


def test_what_a_page_tells_is_answered_on_it(guide, made):
    """The ladder of each practice and each dimension stands on its page once: as the question."""
    own = {f"practices/{p.id}.md": f"practice: {p.id}" for p in guide.model.practices()}
    own |= {f"dimensions/{d.id}.md": f"quick: {d.id}" for d in guide.model.dimensions}
    for address, asks in own.items():
        text = made[address]
        assert text.count(BLOCK.format(asks=asks)) == 1, address
        assert "| Rung |" not in text, address
        assert "| Level |" not in text, address
    for dimension in guide.model.dimensions:
        assert (
            BLOCK.format(asks=f"dimension: {dimension.id}") in made[f"dimensions/{dimension.id}.md"]
        )


def test_a_page_by_hand_takes_the_place(guide):
    """A page written by hand is not generated again."""
    assert "dimensions/index.md" not in pages(guide, {"dimensions/index.md": "# Mine\n"})


def test_sources_name_the_pages_that_use_them(guide):
    """A citation in a page written by hand appears on the page of its source; code does not."""
    fact = guide.evidence.facts[0]
    by_hand = {"a.md": f"# Mine\n\nSo [={fact.id}].\n", "b.md": f"# Not\n\n`[={fact.id}]`\n"}
    page = pages(guide, by_hand)[f"evidence/sources/{fact.sources[0]}.md"]

    assert "- [Mine](../../a.md)" in page
    assert "b.md" not in page


def test_every_citation_becomes_a_link_with_a_card(guide, made):
    """No mark of a citation is left, and each link starts at the root of the site."""
    for text in made.values():
        cited = cite(text, guide.evidence)
        assert CITATION.search(cited) is None
        assert cited.count('<span class="kam-cite') >= cited.count("kam-cite__card")
        assert all(SITE in link for link in re.findall(r'kam-cite[^>]*><a href="([^"]*)', cited))


def test_a_card_stands_once_in_a_paragraph(guide):
    """The same citation again in a paragraph is a link alone; the next paragraph has its card."""
    fact = guide.evidence.facts[0].id
    text = f"One [={fact}] and two [={fact}].\n\nThree [={fact}].\n- Four [={fact}].\n"
    cited = cite(text, guide.evidence)

    assert cited.count("<a ") == 4
    assert cited.count("kam-cite__card") == 3


def test_citations_side_by_side_that_read_the_same_are_one(guide):
    """Two facts of one source, side by side, name it once."""
    pairs = [f for f in guide.evidence.facts if f.sources == ("jbim-summary-2014",)]
    cited = cite(f"[={pairs[0].id}] [={pairs[1].id}]", guide.evidence)

    assert cited.count("<a ") == 1
    assert f"#{pairs[0].id.lower()}" in cited


def test_a_card_survives_a_table_and_markdown(guide):
    """What a card says is text: it adds no cell, no emphasis and no link."""
    source = replace(guide.evidence.sources[0], title=HOSTILE, authors="A_b_c | D")
    evidence = replace(guide.evidence, sources=(source,))
    row = html_of(cite(f"| A | B |\n| --- | --- |\n| 1 | x [@{source.id}] |\n", evidence))

    assert row.count("<td>") == 2
    assert row.count("<a ") == 1
    assert "*stars*" in _text(row)


def test_navigation_names_every_page_but_sources_once(guide, made):
    """The sections of `mkdocs.yml` are filled with every page, each once."""
    nav = [
        "dimensions/overview.md",
        {"The model": ["dimensions/index.md", "practices/index.md", "dimensions/*"]},
        {"Why": ["why-it-fails/*"]},
        "examples/*",
        {"Structures": ["structures/*", {"The fit table": ["structures/table/*"]}]},
        "evidence/coverage.md",
        "evidence/facts/*",
        "method/cases/*",
    ]
    titles = {address: title(text) for address, text in made.items()}
    named = navigation.addresses(navigation.fill(nav, titles, guide.model))

    assert sorted(named) == sorted(a for a in made if not a.startswith("evidence/sources/"))


def test_kept_pages_keep_their_time(tmp_path):
    """A page that says the same is not written again, so a server does not build it again."""
    incremental.keep(tmp_path, {"a/b.md": "one"})
    before = (tmp_path / "a/b.md").stat().st_mtime_ns
    incremental.keep(tmp_path, {"a/b.md": "one"})

    assert before == (tmp_path / "a/b.md").stat().st_mtime_ns

    incremental.keep(tmp_path, {"a/b.md": "two"})

    assert "two" == (tmp_path / "a/b.md").read_text()


def _text(html: str) -> str:
    return re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), re.sub(r"<[^>]+>", "", html))


def test_every_statement_of_a_theme_is_an_item_with_its_kind(guide, made):
    """Each stands on a line of its own; its mark says that it is an opinion, words what else."""
    for theme in guide.evidence.themes:
        facts = [f for f in guide.evidence.facts if f.theme == theme.id and f.printable]
        items = [
            line for line in made[f"evidence/facts/{theme.id}.md"].splitlines() if "[=E" in line
        ]

        assert [fact.id for fact in facts] == [re.search(r"\[=(E\d+)\]", i)[1] for i in items]
        for fact, item in zip(facts, items, strict=True):
            assert item.startswith("- ")
            assert ("<small>" in item) == (fact.kind != "opinion")
