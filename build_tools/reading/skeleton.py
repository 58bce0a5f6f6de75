"""New dimensions, practices and failure factors: files that say what their author has to fill in.

Each place to fill in begins with `FILL IN`; the loader names those that are left.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.reading import kinds
from build_tools.reading.folder import ModelFolder, Thing

_STEP = 10
"""Distance of a new thing's `order` from the last one, so that others fit between."""

_RUNGS = (
    "not done, or not there; told without contempt",
    "done once or lapsed; or said, and not used",
    "a habit of certain people or at part of the accounts; or agreed",
    "nearly everywhere, also when its owner is away; or used last year",
    "has held under a strain that you name, or for three years",
)


class SkeletonError(BuildError):
    """A skeleton that cannot be written; the message says why and what to do."""


def _fill(what: str) -> str:
    return f'"{kinds.FILL_IN}: {what}"'


def _ladder(indent: str) -> str:
    lines = [f"{indent}ladder:"]
    for n, what in enumerate(_RUNGS):
        label = _fill(f"two to four words that tell rung {n} from the others")
        lines += [f"{indent}  {n}:", f"{indent}    label: {label}"]
        lines.append(f"{indent}    text: {_fill(what)}")
    return "\n".join(lines)


def dimension(id: str, order: int) -> str:
    """The file of a new dimension, without practices."""
    return f"""\
id: {id}
order: {order}
name: {_fill("its name, two to five words")}
critical: false
question: {_fill("one plain question for the quick scan, 20 words at most")}
why: {_fill("why it matters, each paragraph with a citation such as [=E015]")}
ask: {_fill("the role that knows the answer, such as The head of finance")}
facts: [{_fill("the id of a fact, such as E015")}]
{_ladder("")}
practices: []
"""


def practice(id: str, order: int) -> str:
    """The entry of a new practice in its dimension's file."""
    return f"""\
  - id: {id}
    order: {order}
    template: {_fill("habit, for what one does again and again; settled, for what is settled once")}
    statement: {_fill("one thing that a colleague can see or count, 30 words at most")}
    why: {_fill("one sentence that can be read aloud in a workshop")}
    ask: {_fill("the role that knows the answer, such as The head of finance")}
{_ladder("    ")}
    evidence_hint: {_fill("what would prove it")}
    first_step: {_fill("what to do on Monday to leave rung 0 or 1")}
    guards: [{_fill("the id of a failure factor; add this practice to its file too")}]
    facts: [{_fill("the id of a fact, such as E015")}]
"""


def failure_factor(id: str, order: int) -> str:
    """The file of a new failure factor."""
    return f"""\
id: {id}
order: {order}
name: {_fill("its name, two to five words")}
how_it_looks: {_fill("a scene that a reader knows from their own firm")}
why_it_happens: {_fill("the causes, each paragraph with a citation such as [=E015]")}
early_signs:
  - {_fill("what one sees first, one line each")}
remedy:
  - {_fill("what to do first, one step a line")}
do_not: {_fill("the tempting reaction that makes it worse")}
who_must_act: {_fill("the role that must act, such as The chief executive")}
facts: [{_fill("the id of a fact, such as E015")}]
practices:
  - {_fill("the id of a practice that guards against it; add this factor to its guards too")}
"""


def new_dimension(model: Path, id: str) -> Path:
    """Writes the file of a new dimension into the folder `model`; returns its path.

    Raises `SkeletonError` if the id is no slug or is taken.
    """
    folder = ModelFolder(model)
    _check_id(id, {"dimension": folder.dimensions, "practice": folder.practices()})
    return _write(model / "dimensions" / f"{id}.yaml", dimension(id, _next(folder.dimensions)))


def new_failure_factor(model: Path, id: str) -> Path:
    """Writes the file of a new failure factor; raises as `new_dimension`."""
    folder = ModelFolder(model)
    _check_id(id, {"failure factor": folder.factors})
    return _write(
        model / "failure_factors" / f"{id}.yaml", failure_factor(id, _next(folder.factors))
    )


def new_practice(model: Path, dimension_id: str, id: str) -> Path:
    """Adds a practice to the end of a dimension's file; returns the path of that file.

    Raises `SkeletonError` if the id is no slug or is taken, or there is no such dimension.
    """
    folder = ModelFolder(model)
    _check_id(id, {"dimension": folder.dimensions, "practice": folder.practices()})
    homes = {thing.id: thing for thing in folder.dimensions}
    if dimension_id not in homes:
        known = ", ".join(homes)
        raise SkeletonError(
            Mistake(found=f"there is no dimension “{dimension_id}”", do=f"name one of {known}")
        )
    home = homes[dimension_id]
    siblings = [p for p in folder.practices() if p.report is home.report]
    path = model / "dimensions" / f"{dimension_id}.yaml"
    text = _open_list(path.read_text(encoding="utf-8"), home)
    path.write_text(text + practice(id, _next(siblings)), encoding="utf-8")
    return path


def _open_list(text: str, home: Thing) -> str:
    """`text`, a dimension's file, so that a practice can follow at its end."""
    text = text.rstrip("\n") + "\n"
    if "practices" not in home.data:
        return f"{text}practices:\n"
    if list(home.data)[-1] != "practices":
        raise SkeletonError(
            Mistake(
                f"{home.id}.yaml", must="“practices” must be the last key", do="move it to the end"
            )
        )
    return re.sub(r"^practices: *\[\] *\n\Z", "practices:\n", text, flags=re.MULTILINE)


def _check_id(id: str, taken: Mapping[str, list[Thing]]) -> None:
    if not kinds.SLUG.fullmatch(id):
        raise SkeletonError(
            Mistake(found=f"“{id}” is no id", do="use small letters, digits and single hyphens")
        )
    for kind, things in taken.items():
        if any(thing.id == id for thing in things):
            raise SkeletonError(
                Mistake(found=f"“{id}” is the id of a {kind} already", do="choose another")
            )


def _next(things: list[Thing]) -> int:
    orders = [thing.data.get("order") for thing in things]
    return max((n for n in orders if isinstance(n, int)), default=0) + _STEP


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
