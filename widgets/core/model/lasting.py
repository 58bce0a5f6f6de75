"""What to write down so that what runs well outlasts the next change.

An author says it for each practice and dimension; general words, by template, stand where none did.
"""

from collections.abc import Mapping

from widgets.core.model.maturity import Citation, Lasting, Model

OURS = Citation("judgement", "judgement", "our judgement", "method/evidence/#our-judgement")
"""Cites nothing: the sentence is our own view."""

_WHY = ("What stands in one head leaves with that head ", OURS, ".")

_GENERAL: Mapping[str, Lasting] = {
    "habit": Lasting(
        id="habit",
        write_down="who does it, when, and who does it when they are away",
        who="Whoever does it now",
        this_week="Note each step of the last time, and ask a colleague what is missing.",
        do_not=("Do not write a manual. One page is read, and twenty are filed ", OURS, "."),
        why=_WHY,
    ),
    "settled": Lasting(
        id="settled",
        write_down="what was agreed, by whom, and the last case that it settled",
        who="Whoever settled it",
        this_week="Put agreement, names and last case on one page. Send it to those whom it binds.",
        do_not=(
            "Do not polish the words. Those that settled a case are the ones that hold ",
            OURS,
            ".",
        ),
        why=_WHY,
    ),
    "dimension": Lasting(
        id="dimension",
        write_down="how it goes today, and who carries it",
        who="Whoever answers for it",
        this_week="Ask two people who carry it how they do it, and put what both say on one page.",
        do_not=("Do not write how it should be. The next people need what works ", OURS, "."),
        why=_WHY,
    ),
}
"""By template of a practice, and for a dimension on its quick answer; our judgement."""


def lasting(model: Model, id: str) -> Lasting:
    """What to write down of a practice or a dimension, whole.

    Raises `KeyError` for an id that is neither.
    """
    said = {item.id: item for item in model.lasting}
    home = model.home[id] if id in model.practice else model.dimension[id]
    kind = model.practice[id].template if id in model.practice else "dimension"
    found = said.get(id) or _named(_GENERAL[kind], id, title(model, id))
    over = said.get(home.id, _GENERAL["dimension"])
    return Lasting(
        id=id,
        write_down=found.write_down,
        who=found.who,
        this_week=found.this_week,
        do_not=found.do_not,
        why=found.why or over.why,
        pages=found.pages or over.pages,
    )


def title(model: Model, id: str) -> str:
    """What a practice or a dimension is called, without a full stop."""
    if id in model.practice:
        return model.practice[id].statement.rstrip(".")
    return model.dimension[id].name


def _named(general: Lasting, id: str, title: str) -> Lasting:
    """General words that say of what they speak."""
    return Lasting(
        id=id,
        write_down=f"{general.write_down}: “{title}”",
        who=general.who,
        this_week=general.this_week,
        do_not=general.do_not,
        why=general.why,
    )
