"""Pages generated from the model: pure functions from a `Guide` to Markdown by address.

The words around the model's own are in `build_tools/templates/`; nothing is decided there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from build_tools.guide import cited_on
from build_tools.guide.guide import Guide
from build_tools.pages import coverage
from build_tools.pages.templates import fill
from build_tools.text import wording
from widgets.core.answers.states import ANSWERS
from widgets.core.choosing.points import doubled
from widgets.core.model import ladders
from widgets.core.model.ladders import Role
from widgets.core.model.maturity import Dimension
from widgets.core.model.release_maps import became
from widgets.core.structures.asked import Criterion
from widgets.core.structures.structures import Cell, Structures

type Pages = dict[str, str]
"""Markdown by the page's address as a file under `docs/`, such as `dimensions/x.md`."""


def pages(guide: Guide, written: Mapping[str, str] | None = None) -> Pages:
    """Every generated page, in reading order.

    `written` holds the pages written by hand, by address: sources name the pages that use them,
    and a page written by hand stands in place of a generated one with its address.
    """
    written = written or {}
    reading = dict(_reading(guide))
    cited = cited_on.by_source(reading | dict(written), guide.evidence)
    made = reading | dict(_behind(guide, cited)) | dict(_coverage(guide, written))
    return {address: text for address, text in made.items() if address not in written}


def _reading(guide: Guide) -> Iterator[tuple[str, str]]:
    """The pages that a manager reads."""
    yield from _dimensions(guide)
    yield from _practices(guide)
    yield from _factors(guide)
    yield from _fits(guide)
    yield from _organisations(guide)


def _dimensions(guide: Guide) -> Iterator[tuple[str, str]]:
    model = guide.model
    yield "dimensions/index.md", _fill("dimensions.md", guide)
    anywhere = {role for d in model.dimensions for role in _meant(guide, d)}
    whole = [role for role in model.roles if role in anywhere]
    yield "dimensions/overview.md", _fill("overview.md", guide, meant=whole)
    for dimension, around in _each(model.dimensions):
        guarded = {id for practice in dimension.practices for id in practice.guards}
        factors = [factor for factor in guide.factors if factor.id in guarded]
        named = {"dimension": dimension, "factors": factors}
        page = _fill("dimension.md", guide, **named, **around)
        yield f"dimensions/{dimension.id}.md", page


def _practices(guide: Guide) -> Iterator[tuple[str, str]]:
    yield "practices/index.md", _fill("practices.md", guide)
    factors = {factor.id: factor for factor in guide.model.failure_factors}
    for practice, around in _each(tuple(guide.model.practices())):
        was = _was(guide, practice.id)
        home = guide.model.home[practice.id]
        named = {"practice": practice, "dimension": home, "factors": factors, "was": was}
        page = _fill("practice.md", guide, **named, **around)
        yield f"practices/{practice.id}.md", page


def _meant(guide: Guide, asked: Dimension) -> list[Role]:
    """Whom the quick question means: the roles that it names, as the tools say beside it."""
    return ladders.meant(guide.model.roles, asked.question, asked.ask, asked.ladder)


def _was(guide: Guide, practice: str) -> dict[str, str]:
    """The statements of older releases that became this practice, by id, in the order of maps."""
    steps = guide.model.migrations
    return {
        thing.partition(" ")[2]: words["statement"]
        for step in steps
        for thing, words in step.left_words().items()
        if f"practice {practice}" in became(steps, thing)
    }


def _factors(guide: Guide) -> Iterator[tuple[str, str]]:
    yield "why-it-fails/index.md", _fill("factors.md", guide)
    named = {factor.id: factor for factor in guide.factors}
    yield "why-it-fails/warning-signs.md", _fill("signs.md", guide, factors=named)
    for factor, around in _each(guide.factors):
        signs = [sign for sign in guide.signs if factor.id in sign.factors]
        page = _fill("factor.md", guide, factor=factor, signs=signs, **around)
        yield f"why-it-fails/{factor.id}.md", page


def _fits(guide: Guide) -> Iterator[tuple[str, str]]:
    """What joins a structure; the fit table; for each structure the reasons of its cells."""
    if guide.structures is None:
        return
    options = guide.structures.options
    words = {"fits": wording.FITS, "bases": wording.BASES, "rules": wording.RULES}
    cells = [cell for option in options for cell in option.cells.values()]
    yield "structures/companions.md", _companions(guide, guide.structures)
    yield (
        "structures/table/index.md",
        _fill("fits.md", guide, cells=cells, answers=ANSWERS, **words),
    )
    for option, around in _each(options):
        page = _fill("fit.md", guide, option=option, points=_points, **words, **around)
        yield f"structures/table/{option.id}.md", page


def _companions(guide: Guide, structures: Structures) -> str:
    """What stands beside a structure: by which ones it is needed, and which others it can join."""
    homes = [option for option in structures.options if option.kind != "add-on"]
    needed = {a.id: [o for o in homes if a.id in o.needs] for a in structures.add_ons}
    joined = {
        a.id: [o for o in homes if o.id in a.joins and o not in needed[a.id]]
        for a in structures.add_ons
    }
    return _fill("companions.md", guide, needed=needed, joined=joined)


def _points(criterion: Criterion, cell: Cell) -> list[str]:
    """What each answer adds to an option with this cell, lowest answer first, as printed."""
    halves = (doubled(criterion.rule, answer, cell.fit) for answer in ANSWERS)
    return [wording.signed(half / 2) for half in halves]


def _organisations(guide: Guide) -> Iterator[tuple[str, str]]:
    """The worked organisations, each with its whole result."""
    yield "examples/index.md", _fill("examples.md", guide)
    for organisation, around in _each(guide.organisations):
        page = _fill("example.md", guide, organisation=organisation, **around)
        yield f"examples/{organisation.id}.md", page


def _behind(guide: Guide, cited: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The pages of the evidence; `cited` has the pages that use each source."""
    evidence = guide.evidence
    facts = {
        theme.id: [fact for fact in evidence.facts if fact.theme == theme.id and fact.printable]
        for theme in evidence.themes
    }
    themes = tuple(theme for theme in evidence.themes if facts[theme.id])
    count = {id: len(of_theme) for id, of_theme in facts.items()}
    of_kind = Counter(fact.kind for of_theme in facts.values() for fact in of_theme)
    index = _fill("facts.md", guide, themes=themes, count=count, of_kind=of_kind)
    yield "evidence/facts/index.md", index
    for theme, around in _each(themes):
        page = _fill("theme.md", guide, theme=theme, facts=facts[theme.id], **around)
        yield f"evidence/facts/{theme.id}.md", page
    yield "evidence/sources/index.md", _fill("sources.md", guide)
    words = {"kinds": wording.KINDS, "read": wording.READ}
    for source in evidence.sources:
        page = _fill("source.md", guide, source=source, used=cited.get(source.id, ()), **words)
        yield f"evidence/sources/{source.id}.md", page


def _coverage(guide: Guide, written: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the two main sources say, point by point; pages are called as they call themselves."""
    if guide.evidence.coverage:
        names = coverage.names(guide.evidence, written)
        around = {"works": coverage.WORKS, "called": coverage.CALLED, "names": names}
        page = _fill("coverage.md", guide, **around)
        yield "evidence/coverage.md", page


def _each[T](things: tuple[T, ...]) -> Iterator[tuple[T, dict[str, T | None]]]:
    """Each thing with what stands `before` and `after` it."""
    for n, thing in enumerate(things):
        before = things[n - 1] if n else None
        after = things[n + 1] if n + 1 < len(things) else None
        yield thing, {"before": before, "after": after}


def _fill(template: str, guide: Guide, **values: Any) -> str:
    return fill(template, guide=guide, **values)
