"""What is wrong with kept answers: in sentences, or with the command that puts it right."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.core.model.maturity import Model
from widgets.core.words.english import tidy


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence about the kept answers that comes with a command."""

    words: str
    command: str
    """Name of the command that puts it right."""
    label: str
    """What the button says."""

    def __str__(self) -> str:
        return self.words


type Problem = str | Offer
"""One thing that is wrong; as a text it is its sentence."""


def unread(damaged: Sequence[str], foreign: Sequence[str], model: Model) -> tuple[Problem, ...]:
    """A sentence for the names of `damaged` records, and one for the versions of `foreign` ones."""
    sentences = []
    if damaged:
        named = ", ".join(f"“{tidy(name, 60)}”" for name in damaged[:3])
        more = f" and {len(damaged) - 3} more" if len(damaged) > 3 else ""
        sentences.append(
            f"Saved answers that cannot be read: {named}{more}. They are left as they are and not "
            "counted; answer those questions again, or Start again, which sets everything aside."
        )
    if foreign:
        versions = ", ".join(f"“{version[:20]}”" for version in foreign)
        sentences.append(
            f"Saved answers come from version {versions} of the model; this page knows "
            f"{model.version}. They are kept and not counted; open the version of the guide that "
            "saved them, or answer again here."
        )
    return tuple(sentences)
