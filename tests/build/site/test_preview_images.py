"""Preview images: each tool has one of its own, with its promise, and none shows a result."""

import re

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from mkdocs.utils.yaml import yaml_load
from PIL import Image

from build_tools import ROOT
from build_tools.pages.generated import pages
from build_tools.pages.navigation import addresses
from build_tools.site.offline import HEAD
from build_tools.site.preview_images import (
    BESIDE,
    MARGIN,
    SIZE,
    name,
    tool_card,
    typefaces,
    write_cards,
)
from build_tools.site.publish import written
from build_tools.site.tokens import light
from build_tools.site.tool_motifs import FIELD, MOTIFS, motif, picture
from build_tools.text.markdown import promise, title

TITLES = {"implement/pilot.md": "A plain page", "team.md": "A tool", "examples/a.md": "A firm"}


@pytest.fixture(scope="module")
def faces():
    """The guide's typefaces."""
    return typefaces(ROOT / "node_modules")


@pytest.fixture(scope="module")
def tools(guide):
    """Every page in the section of the tools as Markdown, by address."""
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    section = next(e for e in settings["nav"] if settings["extra"]["tools"] in e)
    named = {a for a in addresses([section]) if not a.endswith("*")}
    by_hand = written(ROOT / "docs")
    everything = pages(guide, by_hand) | by_hand
    return {a: t for a, t in everything.items() if a in named or a.startswith("examples/")}


@pytest.fixture(scope="module")
def practices(model):
    """How many practices each dimension has."""
    return [len(dimension.practices) for dimension in model.dimensions]


def test_each_tool_has_a_motif_and_no_other_page(tools, guide):
    """The tools are those of the navigation; a page for reading keeps the plain card."""
    assert [] == [address for address in tools if motif(address) is None]
    others = set(written(ROOT / "docs")) | set(pages(guide))
    assert {a for a in others if motif(a)} == set(tools)


def test_no_two_motifs_look_alike(practices):
    """Each drawing is its own, and fills a fair part of its field."""
    drawn = [picture(one, practices) for one in MOTIFS.values()]

    assert len(MOTIFS) == len({image.tobytes() for image in drawn})
    assert [] == [i.size for i in drawn if i.size != (FIELD, FIELD)]
    for image in drawn:
        bare = {colour: count for count, colour in image.getcolors(1 << 20)}
        assert max(bare.values()) < 0.93 * FIELD * FIELD


def test_motifs_follow_the_model():
    """A model with one dimension more has a bar and a ladder more."""
    for address in ("quick-scan.md", "assessment.md"):
        assert picture(MOTIFS[address], [4] * 8) != picture(MOTIFS[address], [4] * 9)


def test_every_title_and_promise_fits(tools, practices, faces):
    """Words stay left of the motif and above the lower edge, for every tool and example."""
    for address, text in tools.items():
        image = tool_card(title(text), promise(text), motif(address), practices, faces)
        ground = image.convert("RGB").getpixel((2, 2))
        gap = image.convert("RGB").crop((MARGIN + BESIDE + 2, 0, SIZE[0] - MARGIN - FIELD, SIZE[1]))
        foot = image.convert("RGB").crop((0, SIZE[1] - 30, SIZE[0] - MARGIN - FIELD, SIZE[1]))

        assert {ground} == {colour for _, colour in gap.getcolors()}, address
        assert {ground} == {colour for _, colour in foot.getcolors()}, address


def test_a_promise_is_one_plain_sentence(tools):
    """It ends as a sentence does, and has no mark of Markdown or of a citation in it."""
    for address, text in tools.items():
        said = promise(text)
        assert re.fullmatch(r"[A-Z][^\[\]*_`=]+[.!?]", said), (address, said)
        assert len(said) <= 120, address


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# T\n\nOne thing. And more.\n", "One thing."),
        (
            "---\ntitle: T\n---\n\n# T\n\nSo [=E001] it *is* [here](a.md) .\nMore.\n",
            "So it is here.",
        ),
        ("# T\n\nA line\nthat goes on? Yes.\n", "A line that goes on?"),
        ("# T\n\n## Straight on\n", ""),
        ("No title.\n", ""),
    ],
)
def test_promise(markdown, expected):
    """The first sentence under the title, whatever stands in it."""
    assert expected == promise(markdown)


BASE = "{% block extrahead %}{% endblock %}"


@pytest.fixture(scope="module")
def head():
    """What the theme puts into the head of a page, by the page's address and title."""
    theme = FileSystemLoader(ROOT / "build_tools/theme")
    environment = Environment(loader=ChoiceLoader([DictLoader({"base.html": BASE}), theme]))
    environment.filters |= {"url": str, "script_tag": str}
    words = {address: shown.words for address, shown in MOTIFS.items()}
    config = {
        "site_name": "The Guide",
        "site_url": "https://example.org/kam/",
        "extra": {
            "kam": {
                "app": HEAD,
                "motifs": words,
                "hashed": {},
                "scripts": [],
                "runtime": "",
                "short": {},
                "url": "https://example.org/kam/",
            }
        },
    }

    def drawn(address, title):
        meta = {"title": title, "description": "D"}
        page = {"file": {"src_uri": address}, "meta": meta, "content": "", "canonical_url": "x"}
        text = environment.get_template("main.html").render(config=config, page=page, base_url=".")
        return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', text))

    return drawn


def test_the_head_names_the_image_and_says_what_it_shows(head):
    """Its absolute address, its size and words for whoever does not see it; a tool's motif too."""
    tool, plain = head("examples/a.md", "A & B"), head("implement/pilot.md", "Pilot")

    assert "https://example.org/kam/assets/cards/examples-a.png" == tool["og:image"]
    assert SIZE == (int(tool["og:image:width"]), int(tool["og:image:height"]))
    assert f"The Guide: A &amp; B ({MOTIFS['examples/'].words})" == tool["og:image:alt"]
    assert tool["og:image:alt"] == tool["twitter:image:alt"]
    assert "The Guide: Pilot" == plain["og:image:alt"]
    assert "summary_large_image" == plain["twitter:card"]


def test_a_figure_and_home_show_what_they_are(tmp_path, practices):
    """The page of a figure shows the figure; home does not say its name twice."""
    (tmp_path / "g").mkdir()
    Image.new("RGB", (856, 300), light("theirs")).save(tmp_path / "g/wall.png")
    titles = {"g/wall.md": "A wall", "index.md": "The Guide", "other.md": "Is it so?"}
    said = {"index.md": "Is it so? A guide.", "other.md": "A guide."}
    write_cards(titles, said, practices, ROOT / "node_modules", tmp_path / "assets/cards")
    wall, home, other = (
        Image.open(tmp_path / "assets/cards" / name(a)).convert("RGB") for a in titles
    )

    theirs = tuple(bytes.fromhex(light("theirs")[1:]))
    assert theirs == wall.getpixel((SIZE[0] - MARGIN - FIELD // 2, SIZE[1] // 2))
    assert home.tobytes() == other.tobytes()


def test_cards_are_written_for_every_page(tmp_path, practices):
    """A plain page, a tool and an example get their files, of the size that other sites ask for."""
    promises = {"team.md": "What it does.", "examples/a.md": "What it shows."}
    write_cards(TITLES, promises, practices, ROOT / "node_modules", tmp_path)

    assert {name(address) for address in TITLES} == {file.name for file in tmp_path.iterdir()}
    assert max(file.stat().st_size for file in tmp_path.iterdir()) < 60_000
