"""`python -m tests.bench [PART …]`: measures, writes the figures and the speed page from them.

Without a part it measures all but suite and lighthouse, in about 25 minutes on two quiet cores.
`page` alone writes the page anew from figures that are there.  `--site` takes a finished site
instead of building one; `--short` tries everything once; `--to` names another folder.
"""

import tempfile
import time
from argparse import ArgumentParser, Namespace
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


def main(arguments: list[str] | None = None) -> None:
    """Measures in a folder of its own; each part is kept as soon as it is known."""
    asked, say = _asked(arguments), Progress()
    scale = SHORT if asked.short else WHOLE
    kept = figures.Kept(asked.to / figures.FILE.name, whole=scale.whole)
    names = [name for name in PARTS if name in asked.parts]
    if names:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name).resolve()
            folder.chmod(0o755)
            _measure(names, kept, asked.site, folder, scale, say)
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


def _measure(
    names: list[str],
    kept: figures.Kept,
    site: Path | None,
    folder: Path,
    scale: Scale,
    say: Progress,
) -> None:
    if SUITE in names:
        say("running the suite")
        kept.add(SUITE, partial(suite.measure, scale.suite))
    if SCRIPTS in names:
        kept.add(SCRIPTS, scripts.measure)
    inside = {name: measure for name in names if (measure := PARTS[name].measure)}
    if BUILDS in names or (inside and not site):
        site = _built(names, kept, site, folder, scale, say)
    if not inside or not site:
        return
    with opened(site.resolve(), folder, scale, say) as place:
        kept.browser = place.browser.version
        for name, measure in inside.items():
            kept.add(name, partial(measure, place))


def _built(
    names: list[str],
    kept: figures.Kept,
    site: Path | None,
    folder: Path,
    scale: Scale,
    say: Progress,
) -> Path:
    """The site to measure: `site`, or that of a copy of the project, whose builds may count."""
    say("building a copy of the project")
    project, own = copy_project(folder / "project"), folder / "site"
    if BUILDS in names:
        kept.add(BUILDS, partial(builds.measure, project, own, scale.changes))
    else:
        build(project, own).check_returncode()
    return site or own


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
