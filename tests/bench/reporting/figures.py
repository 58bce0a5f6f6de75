"""The figures as a file: the one source of the table and of the speed page.

`{"format": 1, "parts": {name: {"run", "date", "whole", "machine", "loop", "load", "seconds",
"figures"}}}`.  Each part is written as soon as it is measured, so that a bench that was interrupted
keeps what it has; "run" tells which parts come from one call.
"""

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from build_tools import ROOT

FORMAT = 1
FILE = ROOT / "docs" / "method" / "speed.json"
PAGE = FILE.with_suffix(".md")


def loop() -> float:
    """The bench's fixed loop in this Python, in milliseconds, best of nine."""

    def once() -> float:
        began, total = time.perf_counter(), 0
        for number in range(100_000):
            total += number * number % 7
        return (time.perf_counter() - began) * 1000

    return min(once() for _ in range(9))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(slots=True)
class Kept:
    """The figures of one call of the bench, beside those of calls before it."""

    file: Path = FILE
    whole: bool = True
    browser: str = ""
    """Version of the browser, once one is open."""
    run: str = field(default_factory=_now)

    def add(self, name: str, measure: Callable[[], Mapping[str, Any]]) -> None:
        """Measures a part and writes it into the file."""
        speed, began = loop(), time.perf_counter()
        figures = measure()
        known = read(self.file)["parts"] if self.file.is_file() else {}
        known[name] = {
            "run": self.run,
            "date": _now(),
            "whole": self.whole,
            "machine": machine() | {"browser": self.browser},
            "loop": round(speed, 2),
            "load": round(os.getloadavg()[0], 1),
            "seconds": round(time.perf_counter() - began, 1),
            "figures": figures,
        }
        part = self.file.with_suffix(".part")
        part.write_text(_lines(known), "utf-8")
        part.replace(self.file)


def read(file: Path = FILE) -> dict[str, Any]:
    """What was measured; raises `SystemExit` where the file is of another format."""
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    if data.get("format") != FORMAT:
        raise SystemExit(f"{file}: format {data.get('format')}; this bench writes {FORMAT}")
    return data


def machine() -> dict[str, Any]:
    """The machine without its name: processors, and memory in GB."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {"cores": os.cpu_count(), "memory": round(memory / 2**30)}


def _lines(parts: Mapping[str, Any]) -> str:
    """The file's text: a part on each line, so that a change of one is a change of one line."""
    lines = [f"{json.dumps(name)}: {json.dumps(part)}" for name, part in parts.items()]
    return f'{{"format": {FORMAT}, "parts": {{\n{",\n".join(lines)}\n}}}}\n'
