"""Runs inside Pyodide: draws every widget, in fair and foul weather, and says what that took."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

PROJECT = "/tmp/project.zip"  # noqa: S108 - in Pyodide's own file system
LIBRARY = f"/lib/python{sys.version_info[0]}{sys.version_info[1]}.zip"


def messages(widget: str, options: dict[str, str], model: dict[str, Any]) -> Iterator[str]:
    """One message for the worker for each kind of answers."""
    fields = importlib.import_module("widgets.core.fields")
    quick = [fields.QUICK + d["id"] for d in model["dimensions"]]
    practices = [p["id"] for d in model["dimensions"] for p in d["practices"]]
    answered = [fields.PRACTICE + practice for practice in practices]
    records: list[dict[str, str]] = [
        {},
        dict.fromkeys(quick[:2], "1"),
        {"quick.none": "?", "": "["},
    ]
    records += [dict.fromkeys(quick, value) for value in ("0", "3", "4", "unknown", "[")]
    records += [dict.fromkeys(answered, value) for value in ("0", "3", "4", "unknown", "na", "5")]
    records += [
        dict.fromkeys(answered, "na")
        | {fields.REASON + practice: "Not ours & <b>" for practice in practices}
    ]
    for record in records:
        yield json.dumps({"widget": widget, "root": "../", "options": options, "records": record})


def tour() -> list[str]:
    """Paths, inside their archives, of the modules in use at the end."""
    sys.path.insert(0, PROJECT)
    with ZipFile(PROJECT) as archive:
        paths = [PurePosixPath(name) for name in archive.namelist()]
        model = json.loads(archive.read("widgets/model.json"))
    for path in paths:
        if path.parts[0] == "widgets" and path.suffix == ".py" and path.stem != "__main__":
            importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    handle = sys.modules["widgets.worker"].handle
    for path in paths:
        if path.name == "widget.py":
            module = sys.modules[f"widgets.{path.parts[1]}.widget"]
            options = {name: values[0] for name, values in module.OPTIONS.items() if values}
            for message in messages(path.parts[1].replace("_", "-"), options, model):
                handle(message)
    return sorted(_files())


def _files() -> set[str]:
    origins = [getattr(m.__spec__, "origin", None) or "" for m in list(sys.modules.values())]
    return {
        origin.removeprefix(place + "/")
        for origin in origins
        for place in (PROJECT, LIBRARY)
        if origin.startswith(place + "/")
    }


if __name__ == "__main__":
    sys.stdout = sys.stderr
    answer = json.dumps(tour())
