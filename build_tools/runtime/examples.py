"""Examples of widgets: states that the tests draw, the build tours and people look at.

`widgets/<name>/examples.yaml` is a list; each example has a `name`, and may have `options`, `quick`
and `answers`: a mapping by id, or one state that stands for all.  `fields` gives other fields by
their names; `raw` gives kept records as they stand, for what a page must survive.  `stored` gives
what else the browser keeps, by key, as text or as data.  `seen` says how
people look at the state, where that is not a plain screen: `zoomed` to twice its size, `printed`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_tools import BuildError, Mistake
from build_tools.reading.kinds import Keys, Kind, Report, items, one_of, text
from build_tools.reading.yaml12 import Path_, read
from widgets.core.answers import field_kinds
from widgets.core.answers.kept_texts import new_record
from widgets.core.model.maturity import Model


class ExampleError(BuildError):
    """An example that cannot be used; the message names the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class Example:
    """One state of one widget."""

    widget: str
    name: str
    options: Mapping[str, str]
    records: Mapping[str, str]
    """Field name to the text that the browser keeps for it."""
    stored: Mapping[str, str] = field(default_factory=dict)
    """What else the browser keeps, by key."""
    seen: str = ""
    """"zoomed" or "printed"; empty: on a screen, at its own size."""

    def message(self, root: str = "../") -> str:
        """What a page that starts at `root` would send to the worker."""
        return json.dumps(
            {
                "widget": self.widget,
                "root": root,
                "options": dict(self.options),
                "records": dict(self.records),
                "stored": dict(self.stored),
            }
        )


def _anything(value: Any, path: Path_, report: Report) -> None:
    """Whatever stands there: ids and states are used as they are."""


_MAPPING: Kind = _anything
_PARTS = ("options", "quick", "answers", "fields", "raw", "stored")
_SCHEMA = items(
    Keys({"name": text}, {"seen": one_of("zoomed", "printed")} | dict.fromkeys(_PARTS, _MAPPING)),
    at_least=1,
)


def examples(checkout: Path, model: Model) -> list[Example]:
    """Every example of every widget in `checkout`; raises `ExampleError` for one that is wrong."""
    found = []
    for folder in sorted(path.parent for path in (checkout / "widgets").glob("*/widget.py")):
        file = folder / "examples.yaml"
        name = folder.name.replace("_", "-")
        if not file.is_file():
            raise ExampleError(
                Mistake(name, found="examples.yaml is missing", do="add at least one example")
            )
        document = read(file, str(file.relative_to(checkout)))
        report = Report(document, list(document.mistakes))
        _SCHEMA(document.value, (), report)
        if report.mistakes:
            raise ExampleError(*report.mistakes)
        found += [_example(name, data, model) for data in document.value]
    return found


def _example(widget: str, data: Mapping[str, Any], model: Model) -> Example:
    records = dict(_records(field_kinds.QUICK, data.get("quick"), model.dimension, model))
    records |= dict(_records(field_kinds.PRACTICE, data.get("answers"), model.practice, model))
    records |= {
        name: new_record(t, model.version) for name, t in (data.get("fields") or {}).items()
    }
    return Example(
        widget=widget,
        name=data["name"],
        options=data.get("options") or {},
        records=records | (data.get("raw") or {}),
        stored={
            key: kept if isinstance(kept, str) else json.dumps(kept)
            for key, kept in (data.get("stored") or {}).items()
        },
        seen=data.get("seen", ""),
    )


def _records(
    prefix: str, states: Any, ids: Mapping[str, object], model: Model
) -> Iterator[tuple[str, str]]:
    if states is None:
        return
    for id, state in (
        states if isinstance(states, Mapping) else dict.fromkeys(ids, states)
    ).items():
        if isinstance(state, Mapping):
            yield prefix + id, new_record(field_kinds.NA, model.version)
            yield field_kinds.REASON + id, new_record(str(state["na"]), model.version)
        else:
            yield prefix + id, new_record(str(state), model.version)
