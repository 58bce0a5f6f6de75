"""A citation in the published model says what the same citation says on a page."""

import re
from html import unescape

import pytest

from build_tools.guide.cite import cite, cited, named
from build_tools.guide.ours import gather
from build_tools.text.markdown import CITATION, inline_html
from widgets.core.drawing.html import html
from widgets.core.model.maturity import Citation
from widgets.core.page.citations import prose
from widgets.core.page.view import ROOT
from widgets.core.words.english import upper_first
from widgets.core.words.quotes import curly_html

OURS = Citation("judgement", "judgement", "our judgement", "method/evidence/#our-judgement")


def names(found):
    """The citations of a text by their ids."""
    return [part.id for part in found if isinstance(part, Citation)]


def test_text_and_citations_stand_in_their_order(guide):
    """Each kind says how a sentence names it and where it is told; the text is HTML."""
    fact = guide.evidence.fact["E015"]
    work = guide.evidence.source[fact.sources[0]]
    page = f"evidence/sources/{work.id}/"
    found = cited(f"*So* it is [=E015], he & I say [@{work.id}]. No [=judgement].", guide.evidence)

    assert (
        "<em>So</em> it is ",
        Citation("E015", "fact", work.short, f"{page}#e015"),
        ", he &amp; I say ",
        Citation(work.id, "work", work.short, page),
        ". No ",
        OURS,
        ".",
    ) == found


def test_citations_side_by_side_that_read_the_same_are_one(guide):
    """Two facts of one work, side by side, name the first; apart, both."""
    one, two = [f.id for f in guide.evidence.facts if f.sources == ("jbim-summary-2014",)][:2]

    assert [one] == names(cited(f"x [={one}] [={two}]", guide.evidence))
    assert [one, two] == names(cited(f"x [={one}] y [={two}]", guide.evidence))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The rest is our judgement [=judgement].", "The rest is our judgement."),
        (
            "The rule is our judgement; facts are cited [=judgement]. It holds.",
            "The rule is our judgement; facts are cited. It holds.",
        ),
        ("Our judgement, no more [=judgement]:", "Our judgement, no more:"),
        ("The rules are [=judgement]; so it is.", "The rules are our judgement; so it is."),
    ],
)
def test_a_sentence_that_says_so_has_no_mark(guide, text, said):
    """Where a sentence says that it is our judgement, the mark does not say it again."""
    assert (said,) == cited(text, guide.evidence)
    assert said == cite(text, guide.evidence)


def test_the_next_sentence_has_its_own_mark(guide):
    """What one sentence says of itself is not said of the next; a fact stays beside it."""
    own = "It is our judgement. The rest too [=judgement]."
    fact = "It is our judgement [=judgement] [=E015]."

    assert ["judgement"] == names(cited(own, guide.evidence))
    assert ["E015"] == names(cited(fact, guide.evidence))


def _read(drawn):
    """What a reader reads of `drawn`."""
    return unescape(re.sub("<[^>]*>", "", str(drawn)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is so. [=E015] Next.", "It is so (A). Next."),
        ("So they say [=E015]. Next.", "So they say (A). Next."),
        ("Is it so? [=E015] Next.", "Is it so? (A) Next."),
        ("“It is so.” [=E015] Next.", "“It is so.” (A) Next."),
    ],
)
def test_a_source_stands_before_the_stop(guide, text, said):
    """Wherever an author put it: behind a stop, its bracket would begin the next sentence."""
    name = guide.evidence.source[guide.evidence.fact["E015"].sources[0]].short

    assert said == _read(cite(text, guide.evidence, card=False)).replace(name, "A")
    assert said == _read(html(prose(cited(text, guide.evidence), ""))).replace(name, "A")


def test_works_side_by_side_share_a_bracket(guide):
    """As in print: the first opens it, the last closes it, in tools as on pages."""
    text = "So [=E015] [=E139]."
    one, two = (named(guide.evidence.fact[id], guide.evidence) for id in ("E015", "E139"))

    assert f"So ({one}; {two})." == _read(cite(text, guide.evidence, card=False))
    assert f"So ({one}; {two})." == _read(html(prose(cited(text, guide.evidence), "")))


def test_a_tool_says_once_that_it_is_ours(guide):
    """However often a paragraph marks it, the sign stands at its end, and no space is left."""
    text = "One [=judgement]. Two. [=judgement] Three [=judgement]!"

    assert "One. Two. Three!\N{NO-BREAK SPACE}our judgement" == _read(
        html(prose(cited(text, guide.evidence), ""))
    )


def test_a_merged_fact_is_cited_by_its_present_id(guide):
    """An old id still leads to where the fact stands now."""
    fact = next(fact for fact in guide.evidence.facts if fact.aliases)

    assert [fact.id] == names(cited(f"x [={fact.aliases[0]}]", guide.evidence))


@pytest.mark.parametrize("text", ["x [=E999]", "x [@nobody-1999]"])
def test_what_does_not_exist_is_refused(text, guide):
    """Checks come first; what passes them by is never published as nothing."""
    with pytest.raises(KeyError):
        cited(text, guide.evidence)


def test_tools_and_pages_draw_the_same(guide):
    """Whatever a dimension's page says with a link, its tools say with the same link."""
    for dimension in guide.model.dimensions:
        written = guide.background[dimension.id].why
        in_line = inline_html(cite(written, guide.evidence, card=False))
        on_page = gather(f"<p>{in_line}</p>", card=False)
        in_tool = f"<p>{html(prose(dimension.why, ROOT))}</p>"

        assert CITATION.search(written)
        assert unescape(curly_html(on_page)) == unescape(in_tool)


@pytest.mark.parametrize(
    ("kind", "said"), [("opinion", "{}, opinion"), ("inference", "our inference from {}")]
)
def test_an_opinion_and_an_inference_say_so(guide, kind, said):
    """The mark itself says it, in tools as on pages; a finding's mark is its work alone."""
    fact = next(f for f in guide.evidence.facts if f.kind == kind and not f.cited_by)
    work = guide.evidence.source[fact.sources[0]].short

    assert [said.format(work)] == [
        part.text for part in cited(f"x [={fact.id}]", guide.evidence) if isinstance(part, Citation)
    ]


def test_a_card_says_of_which_kind_a_statement_is(guide):
    """The card beside a citation names the kind of the fact."""
    for kind in guide.evidence.kinds:
        fact = next(f for f in guide.evidence.facts if f.kind == kind.id)
        card = unescape(cite(f"x [={fact.id}]", guide.evidence))

        assert f"<span>{upper_first(kind.label)}.</span>" in card
