"""The sources that an export names: those that its recommendations cite."""

from dataclasses import dataclass

from widgets.core.exporting.subject import Subject


@dataclass(frozen=True, slots=True)
class Source:
    """A source that the advice shown here cites."""

    name: str
    page: str
    """Its page, from the root of the site."""
    facts: tuple[str, ...]
    """Ids of the facts that are cited."""


def sources(subject: Subject) -> list[Source]:
    """What the recommendations cite, by name; the model in a browser holds no other facts."""
    cited: dict[tuple[str, str], set[str]] = {}
    for item in subject.parts.advised:
        for part in (*item.advice.why, *item.advice.do_not):
            if not isinstance(part, str) and part.kind == "fact":
                page = part.page.partition("#")[0]
                cited.setdefault((part.text, page), set()).add(part.id)
    return [Source(*which, tuple(sorted(facts))) for which, facts in sorted(cited.items())]
