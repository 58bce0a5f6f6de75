"""`python -m tests.bench [PART …]`: measures, writes the figures and the speed page from them.

Without a part it measures all but suite and lighthouse, in about 25 minutes on two quiet cores.
`page` alone writes the page anew from figures that are there.  `--site` takes a finished site
instead of building one; `--short` tries everything once; `--to` names another folder.
"""

import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench import parts
from tests.bench.counting import builds, scripts, suite
from tests.bench.parts import APART, BUILDS, PARTS, SCRIPTS, SUITE
from tests.bench.place import opened
from tests.bench.reporting import figures, page, tables
from tests.bench.scale import SHORT, WHOLE, Scale
from tests.support.project import build, copy_project


class Progress:
    """Says on the terminal what happens, with the seconds since it was made."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    def __call__(self, text: str) -> None:
        """Say `text`."""
        print(f"[{time.perf_counter() - self._began:5.0f} s] {text}", flush=True)


@dataclass(frozen=True)
class Bench:
    """What is measured, how thoroughly, where, and what is kept of it."""

    names: Sequence[str]
    kept: figures.Kept
    site: Path | None
    """A finished site; None: one is built."""
    folder: Path
    scale: Scale
    say: Progress

    def measure(self) -> None:
        """Measures the parts; each is kept as soon as it is known."""
        if SUITE in self.names:
            self.say("running the suite")
            self.kept.add(SUITE, partial(suite.measure, self.scale.suite))
        if SCRIPTS in self.names:
            self.kept.add(SCRIPTS, scripts.measure)
        inside = {name: measure for name in self.names if (measure := PARTS[name].measure)}
        site = self.site
        if BUILDS in self.names or (inside and not site):
            site = self._built()
        if not inside or not site:
            return
        with opened(site.resolve(), self.folder, self.scale, self.say) as place:
            self.kept.browser = place.browser.version
            for name, measure in inside.items():
                self.kept.add(name, partial(measure, place))

    def _built(self) -> Path:
        """The site to measure: that given, or that of a copy, whose builds may count."""
        self.say("building a copy of the project")
        project, own = copy_project(self.folder / "project"), self.folder / "site"
        if BUILDS in self.names:
            self.kept.add(BUILDS, partial(builds.measure, project, own, self.scale.changes))
        else:
            build(project, own).check_returncode()
        return self.site or own


def main(arguments: list[str] | None = None) -> None:
    """Measures in a folder of its own, and writes the page."""
    asked, say = _asked(arguments), Progress()
    scale = SHORT if asked.short else WHOLE
    kept = figures.Kept(asked.to / figures.FILE.name, whole=scale.whole)
    names = [name for name in PARTS if name in asked.parts]
    if names:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name).resolve()
            folder.chmod(0o755)
            Bench(names, kept, asked.site, folder, scale, say).measure()
    write(asked.to, say)


def write(folder: Path, say: Progress) -> None:
    """Prints the table and writes the page from the figures in `folder`."""
    data = figures.read(folder / figures.FILE.name)
    rows = parts.rows({name: part["figures"] for name, part in data["parts"].items()})
    print(tables.printed([row for of in rows.values() for row in of]))
    (folder / figures.PAGE.name).write_text(page.page(data), "utf-8")
    say(f"wrote {folder / figures.PAGE.name}")
    for id in page.unexplained(data):
        say(f"missed, and nothing is said about it in tests/bench/reporting/missed.yaml: {id}")


def _asked(arguments: list[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    usual = [name for name in PARTS if name not in APART]
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; or page")
    parser.add_argument("--site", type=Path, help="a finished site")
    parser.add_argument("--short", action="store_true", help="try everything once")
    parser.add_argument("--to", type=Path, default=figures.FILE.parent, help="a folder")
    asked = parser.parse_args(arguments)
    asked.parts = [part for given in asked.parts for part in given.split(",")] or usual
    if strange := set(asked.parts) - {*PARTS, "page"}:
        parser.error(f"no such part: {', '.join(sorted(strange))}")
    return asked


if __name__ == "__main__":
    main()
