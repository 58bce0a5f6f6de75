"""Forms and answers in words, for the pages."""

from collections.abc import Mapping, Sequence

from build_tools.structure_trial.said import Said
from widgets.core.structures.structures import NO_FORM, Structures
from widgets.core.words.english import listed, lower_first, upper_first

KINDS: Mapping[str, str] = {
    "this-form": "this form",
    "keep": "keep what you have",
    "not-yet": "not yet",
    "no-kam": "no key account management",
}
OTHERS: Mapping[str | None, str] = {NO_FORM: "none", "other": "another form", None: "no form"}


def form(structures: Structures, id: str | None) -> str:
    """The name of a form within a sentence."""
    option = structures.option.get(id or "")
    return lower_first(option.name) if option else OTHERS[id]


def told(structures: Structures, said: Said) -> str:
    """An answer: its kind, the form that it names, and the two that follow."""
    if said.answer is None:
        return "Nothing to go by"
    return f"{upper_first(KINDS[said.answer])}: {in_order(structures, said.named)}"


def in_order(structures: Structures, named: Sequence[str]) -> str:
    """Forms by name, the first of them in bold."""
    first, *others = (form(structures, id) for id in named)
    return "; then ".join([f"**{first}**", *others])


def met_first(structures: Structures, said: Said) -> str:
    """What has to come first, by name; a dash where nothing has to."""
    names = [lower_first(structures.condition[id].name) for id in said.conditions]
    return listed(names) if names else "–"
