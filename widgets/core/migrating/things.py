"""What a model asks, thing by thing, in the words that an answer stands on.

Pure.  A thing is a kind and an id, such as `practice obstacle-list`.
"""

from widgets.core.model.ladders import Ladder
from widgets.core.model.maturity import Model


def things(model: Model) -> list[str]:
    """Every thing of `model` about which a reader can enter something, in model order."""
    return [
        *(f"dimension {d.id}" for d in model.dimensions),
        *(f"practice {p.id}" for p in model.practices()),
        *(f"question {q.id}" for q in model.profile),
        *(f"option {q.id}.{o.id}" for q in model.profile for o in q.options),
        *(f"rule {rule.id}" for rule in model.advice),
    ]


def asked(model: Model, thing: str) -> dict[str, str]:
    """The words of a thing that an answer stands on, as `model` has them; empty if it has none."""
    kind, _, id = thing.partition(" ")
    if kind == "dimension" and id in model.dimension:
        dimension = model.dimension[id]
        return {"question": dimension.question} | _rungs(dimension.ladder)
    if kind == "practice" and id in model.practice:
        practice = model.practice[id]
        return {"statement": practice.statement} | _rungs(practice.ladder)
    for question in model.profile if kind in ("question", "option") else ():
        if kind == "question" and question.id == id:
            return {"question": question.question}
        for option in question.options:
            if kind == "option" and f"{question.id}.{option.id}" == id:
                return {"label": option.label}
    rules = {rule.id: rule.title for rule in model.advice}
    return {"title": rules[id]} if kind == "rule" and id in rules else {}


def _rungs(ladder: Ladder) -> dict[str, str]:
    return {str(rung): found.said for rung, found in enumerate(ladder)}
