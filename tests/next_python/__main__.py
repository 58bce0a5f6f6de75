"""`python -m tests.next_python`: compares the newest Pyodide of the next Python with ours."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build_tools import ROOT, BuildError
from build_tools.runtime.examples import examples
from build_tools.runtime.node import Npm, find_npm
from build_tools.site.publish import published
from tests.next_python.trial import newest, table, trial
from tests.support.case_files import cases
from tests.support.given.scored import records
from tests.support.ours import our_guide

WORKER = ROOT / "docs/assets/javascripts/worker.js"


def main() -> int:
    """0 where every answer is that of CPython; takes a few minutes."""
    model_json = published(our_guide())["model.json"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            now, then = (
                trial(npm, model_json, messages(), folder / npm.version)
                for npm in (find_npm(ROOT), _installed(folder))
            )
        except BuildError as error:
            print(f"It does not run:\n{error}", file=sys.stderr)
            return 1
    print(table(now, then, WORKER.read_text(encoding="utf-8")))
    return int(bool(then.differ))


def messages() -> list[str]:
    """What pages would send: every shared case of the score, and every example of every widget."""
    told = [parameter.values[0] for parameter in cases("score")]
    model = our_guide().model
    asked = {"widget": "assessment", "root": "/", "options": {}}
    scored = [json.dumps({**asked, "records": records(case, model.version)}) for case in told]
    return scored + [example.message() for example in examples(ROOT, model)]


def _installed(folder: Path) -> Npm:
    """The newest release, from the registry that npm knows, in a folder of its own."""
    npm = shutil.which("npm") or "npm"
    told = subprocess.run(
        [npm, "view", "pyodide", "versions", "--json"], check=True, capture_output=True, text=True
    )
    release = f"pyodide@{newest(json.loads(told.stdout))}"
    command = [npm, "install", "--no-save", "--no-audit", "--no-fund", release]
    (folder / "package.json").write_text("{}")
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    return find_npm(folder)


if __name__ == "__main__":
    sys.exit(main())
