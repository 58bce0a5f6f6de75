"""The page on share links: its program, run, reads every pinned link as the guide does."""

import re
from itertools import chain

import pytest
import yaml

from build_tools import ROOT
from tests.support.case_files import CASES
from tests.support.renderings.links import MODEL, STRUCTURES, answers_of
from widgets.core.answers.states import NotApplicable
from widgets.core.sharing import base62, share_link
from widgets.core.sharing.link_parts import PART_LETTERS, Layout
from widgets.core.sharing.link_text import MOST_LINK, MOST_PIECES, MOST_TEXT

PAGE = (ROOT / "docs/method/share-link.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```(text|python)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
LISTS = ["dimension", "practice"]


def program(version):
    """What the page's program defines, with the lists of the release that it needs."""
    defined = {}
    exec(BLOCKS["python"], defined)  # noqa: S102 - the page's own program
    ids = [MODEL.released(version, kind) for kind in LISTS]
    return lambda link: defined["open_link"](link, *ids)


def test_the_worked_example_opens():
    """The program gives what the page says, and so does the guide, whatever its version now."""
    link = BLOCKS["text"].strip()
    version = ".".join(link.split(".")[2:5])
    printed = re.search(r"It gives `(\{.*\})`", PAGE)[1]
    expected = yaml.safe_load(printed)
    read = share_link.read(link, MODEL, STRUCTURES).answers

    assert expected == program(version)(link)
    assert expected == {**read.practices, **read.quick}
    assert [*link.split(".")[6:-1]] == share_link.fragment(read, MODEL, STRUCTURES).split(".")[6:-1]
    *_, fingerprint, _, check = link.split(".")
    assert f"| `{fingerprint}` | 4 |" in PAGE and f"| `{check}` | 4 |" in PAGE
    assert "1wwRO" == base62.written([5 * 7**8 + 5], [62**5])
    assert f"{5 * 7**8 + 5:,}" in PAGE


RELEASE = "1.0.0"
PINNED = yaml.safe_load((CASES / f"share/form-1-model-{RELEASE}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [case for case in PINNED if ".a" in case["link"]])
def test_the_program_reads_every_pinned_assessment(case):
    """A second reader, written from the page alone, finds the same answers in each link."""
    answers = answers_of(case, version=RELEASE)
    expected = {
        id: "na" if isinstance(state, NotApplicable) else state
        for id, state in chain(answers.practices.items(), answers.quick.items())
    }

    assert expected == program(RELEASE)(case["link"])


def test_the_table_of_parts_is_the_layout():
    """Length of each part, the limits and the length of a full link are as the page says."""
    layout = Layout(MODEL, STRUCTURES, MODEL.version)
    context = {"answers": dict.fromkeys(STRUCTURES.question, 2), "criteria": {"spread": 1}}
    filled = {
        "quick": dict.fromkeys(MODEL.dimension, 1),
        "targets": dict.fromkeys(MODEL.dimension, 1),
        "chooser": {**context, "other": context},
    }
    told = {part: int(n) for part, n in re.findall(r"^\| `(.)…` \| (\d+) \|", PAGE, re.MULTILINE)}
    full = answers_of({"practices": "0" * 38, "quick": "0" * 8})

    assert {part: len(layout.written(part, filled)) for part in PART_LETTERS} == told
    assert f"has {len(share_link.fragment(full, MODEL))} characters after" in PAGE
    assert f"at most {MOST_TEXT:,} characters" in PAGE
    assert f"more than {MOST_LINK} characters" in PAGE
    assert f"up to {MOST_PIECES} pieces" in PAGE
