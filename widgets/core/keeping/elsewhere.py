"""Answers of the same model that another path of this host keeps in the same browser.

The keys of an answer begin with the path of the site.  A guide that moved, or whose path is spelled
in another way, begins anew there; what it kept before is offered to look at, and stays as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.core.keeping import shelf
from widgets.core.keeping.shelf import Shelved, Stored
from widgets.core.keeping.visit import Visit


@dataclass(frozen=True, slots=True)
class Found:
    """One assessment that another path keeps."""

    path: str
    """The path as the browser keeps it, percent-encoded."""
    stored: Stored
    """All that is kept under it."""
    assessment: Shelved

    @property
    def value(self) -> str:
        """What names it to the command `elsewhere`; an encoded path has no space."""
        return f"{self.path} {self.assessment.id}"


def paths(visit: Visit) -> list[str]:
    """Every other path that keeps an answer, in the order of their texts."""
    found = visit.elsewhere.items()
    return sorted(path for path, keys in found if any(k.startswith("answer:") for k in keys))


def found(visit: Visit) -> list[Found]:
    """Every assessment with an answer under another path; only a command is told the answers."""
    each = [(path, visit.elsewhere[path]) for path in paths(visit)]
    shelved = [Found(path, stored, one) for path, stored in each for one in _shelved(stored)]
    return [one for one in shelved if shelf.count(shelf.records(one.stored, one.assessment.id))]


def _shelved(stored: Stored) -> Sequence[Shelved]:
    return [*shelf.assessments(stored), *shelf.deleted(stored)]
