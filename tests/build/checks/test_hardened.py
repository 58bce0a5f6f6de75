"""Sentences that say more than what they cite: a case is one paragraph and what is wrong in it."""

import pytest
from markdown_it import MarkdownIt

from build_tools.checks import hardened
from build_tools.guide.evidence import Evidence, Fact
from tests.support.case_files import cases

PARSER = MarkdownIt("commonmark").enable("table")


def evidence(facts):
    """An evidence base of the facts of a case."""
    return Evidence(
        facts=tuple(
            Fact(
                id=id,
                theme=fact.get("theme", "findings"),
                kind=fact.get("kind", "finding"),
                text=fact["text"],
                sources=("a-study",),
                basis="abstract",
                follows_from=tuple(fact.get("from", ())),
            )
            for id, fact in facts.items()
        )
    )


@pytest.mark.parametrize("case", cases("hardened"))
def test_what_a_paragraph_says_too_much(case):
    """The check names the rule and what is wrong, and is silent where nothing is."""
    found = hardened.on_page(
        "start/x.md", PARSER.parse(case["page"]), evidence(case.get("facts", {}))
    )

    assert case["expected"] == [f"{one.rule}: {one.because}" for one in found]


def test_pages_that_print_the_facts_are_not_read():
    """What the facts' own pages say, and what we count of our own work, is no claim of a page."""
    tokens = PARSER.parse("Most firms have never done the sum.")
    found = {
        file: len(list(hardened.on_page(file, tokens, Evidence())))
        for file in ("start/x.md", "evidence/facts/x.md", "method/x.md")
    }

    assert {"start/x.md": 1, "evidence/facts/x.md": 0, "method/x.md": 0} == found


def test_a_line_that_spares_nothing_is_a_mistake(monkeypatch):
    """A spared sentence is not told; a line without a sentence is."""
    spared = hardened.Spared("frequency", "done the sum", "a reason")
    idle = hardened.Spared("hedge", "nowhere", "a reason")
    monkeypatch.setattr(hardened, "spares", lambda: (spared, idle))
    tokens = PARSER.parse("Most firms have never done the sum.\n\nMost firms have no plan.")
    found = list(hardened.check([("start/x.md", tokens, 4), ("start/y.md", tokens, 0)], Evidence()))

    assert [
        "docs/start/x.md:7: “Most firms” says how many or how often, and rests on no fact: "
        "“Most firms have no plan.”",
        "build_tools/words/spared.txt: “nowhere” spares nothing; take it out",
    ] == found


def test_every_spared_sentence_has_a_reason():
    """Each line names one of the rules and says why the sentence may stand."""
    assert all(one.rule in ("hedge", "dated", "frequency") for one in hardened.spares())
    assert all(len(one.because.split()) > 3 for one in hardened.spares())
