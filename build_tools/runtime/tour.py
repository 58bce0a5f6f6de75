"""Runs inside Pyodide: draws every example of every widget, and says which modules that took.

It also notes what `dataclasses` compiles for the first widgets: see `widgets.prepared`.
"""

import dataclasses
import importlib
import json
import sys
import zipimport

PROJECT = "/tmp/project.zip"  # noqa: S108 - in Pyodide's own file system
LIBRARY = f"/lib/python{sys.version_info[0]}{sys.version_info[1]}.zip"

DRAWN = "widgets.core.choosing.robustness"
"""Draws thousands of weightings for a page, all of them in one way."""


def tour() -> dict[str, list[str]]:
    """Paths, inside their archives, of the modules in use: after the first widgets, and at the end.

    A widget that says `LATE` is drawn last; so is every module that no widget has asked for.
    "compiled" holds the texts that data classes were made from for the first widgets.
    """
    sys.path.insert(0, PROJECT)
    texts: list[str] = []

    def noted(text: str, *names: dict[str, object]) -> None:
        texts.append(text)
        exec(text, *names)  # noqa: S102 - as `dataclasses` would

    vars(dataclasses)["exec"] = noted
    messages = json.loads(zipimport.zipimporter(PROJECT).get_data("messages.json"))
    handle = importlib.import_module("widgets.worker").handle
    for message in messages["first"]:
        handle(message)
    importlib.import_module("widgets.browser")
    first, compiled = sorted(_files()), sorted(set(texts))
    vars(importlib.import_module(DRAWN))["DRAWS"] = 10
    for message in messages["later"]:
        handle(message)
    for name in messages["modules"]:
        importlib.import_module(name)
    return {"first": first, "all": sorted(_files()), "compiled": compiled}


def _files() -> set[str]:
    specs = (getattr(module, "__spec__", None) for module in list(sys.modules.values()))
    origins = [getattr(spec, "origin", None) or "" for spec in specs]
    return {
        origin.removeprefix(place + "/").removesuffix("c")
        for origin in origins
        for place in (PROJECT, LIBRARY)
        if origin.startswith(place + "/")
    }


if __name__ == "__main__":
    sys.stdout = sys.stderr
    answer = json.dumps(tour())
