"""`python -m tests.bench`: measures every budget, prints a table and writes the speed page."""

import tempfile
from pathlib import Path

from build_tools import ROOT
from tests.bench import builds, measuring, report
from tests.bench.scale import WHOLE
from tests.support.project import copy_project

_LATER = "Not measured yet, because it is not built yet: the start from a memory snapshot."


def main() -> None:
    """Measures in a folder of its own; takes about ten minutes on two quiet cores."""
    say = measuring.Progress()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        say("building a copy of the project, then serving it")
        built = builds.measure(copy_project(folder / "project"), folder / "site", WHOLE.changes)
        browser, rows = measuring.measure(folder / "site", built, folder, WHOLE, say)
    print(report.printed(rows))
    report.write_page(ROOT / "docs" / "method" / "speed.md", rows, browser, _LATER)
    say("wrote docs/method/speed.md")


if __name__ == "__main__":
    main()
