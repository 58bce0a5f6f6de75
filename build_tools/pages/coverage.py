"""Whether the guide says all that its two main sources say: each point and its places."""

import re
from collections.abc import Iterator, Mapping

from build_tools import BuildError, Mistake
from build_tools.guide.evidence import Evidence, Point
from build_tools.text.markdown import CITATION, sections, title
from widgets.core.words.english import lower_first

FILE = "model/evidence/coverage.yaml"

WORKS: Mapping[str, str] = {"S": "jbim-summary-2014", "W": "woodburn-conflict"}
"""The two documents, by the letter of their points."""

CALLED: Mapping[str, str] = {
    "S": "The summary of a study of failing programmes",
    "W": "Woodburn’s article on conflict inside the firm",
}
"""What a reader calls each of them."""


class CoverageError(BuildError):
    """Points that the guide no longer says where it said them."""


def names(evidence: Evidence, written: Mapping[str, str]) -> dict[str, str]:
    """How a link to each place reads: its page, and its heading there."""
    found = {}
    for place in {place for point in evidence.coverage for place in point.places}:
        page, _, heading = place.partition("#")
        text = written.get(page, "")
        head = sections(text).get(heading, heading).partition("\n")[0]
        plain = re.sub(r"\s*\{#.*\}|[*_`]|\[([^\]]*)\]\([^)]*\)", r"\1", head.lstrip("# "))
        found[place] = f"{title(text) or page}: {lower_first(plain)}"
    return found


def check(evidence: Evidence, written: Mapping[str, str]) -> None:
    """Holds the points against the pages written by hand, by address.

    Raises `CoverageError` with every point of which a page or heading has gone, or of which no
    place cites what it rests on any more.
    """
    if found := list(mistakes(evidence, written)):
        raise CoverageError(*found)


def mistakes(evidence: Evidence, written: Mapping[str, str]) -> Iterator[Mistake]:
    """A mistake for each place that is not there, and for each point that no place cites."""
    found = {address: sections(text) for address, text in written.items()}
    for point in evidence.coverage:
        texts = []
        for place in point.places:
            page, _, heading = place.partition("#")
            if page not in found:
                yield _gone(point, place, "no such page")
            elif heading not in found[page]:
                yield _gone(point, place, f"the page has no heading “{heading}”")
            else:
                texts.append(found[page][heading])
        if len(texts) == len(point.places) and not _cited(point, " ".join(texts), evidence):
            facts = ", ".join(point.facts)
            yield Mistake(
                f"docs/{FILE}",
                point.id,
                f"no place of it cites {facts} or {WORKS[point.id[0]]}",
                do="say it there again, or name the place that says it",
            )


def _gone(point: Point, place: str, why: str) -> Mistake:
    return Mistake(f"docs/{FILE}", point.id, f"{place}: {why}", do="name the place that says it")


def _cited(point: Point, text: str, evidence: Evidence) -> bool:
    behind = {fact.id for id in point.facts if (fact := evidence.fact.get(id))}
    return any(
        id == WORKS[point.id[0]] or (id in evidence.fact and evidence.fact[id].id in behind)
        for _, id in CITATION.findall(text)
    )
