"""The scripts of the page, as far as no browser is needed."""

import shutil
import subprocess

import pytest

from build_tools import ROOT
from build_tools.site.hashed_names import imported

SCRIPTS = ROOT / "tests" / "scripts"


def test_scripts_of_a_page_are_found_by_their_imports(tmp_path):
    """What a page loads early follows from the imports, once each and in their order."""
    folder = tmp_path / "docs/assets/javascripts"
    folder.mkdir(parents=True)
    (folder / "host.js").write_text('import { a } from "./a.js";\nimport { b } from "./b.js";\n')
    (folder / "a.js").write_text('import { b } from "./b.js";\n')
    (folder / "alone.js").write_text("")

    assert ["host.js", "a.js", "b.js"] == imported(tmp_path)


@pytest.mark.parametrize("script", sorted(p.name for p in SCRIPTS.glob("*.test.mjs")))
def test_script_units(script):
    """What the tests beside the scripts ask, in Node, with a worker and a storage of their own."""
    command = [ROOT / ".venv/bin/node", "--test", "--no-warnings", SCRIPTS / script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout


def test_a_message_of_another_shape_is_refused(tmp_path):
    """The checker knows each message between page and worker: one letter more is a mistake."""
    for part in ("docs/assets/javascripts", "build_tools/script_types"):
        shutil.copytree(ROOT / part, tmp_path / part)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    script = tmp_path / "docs/assets/javascripts/worker.js"
    script.write_text(script.read_text().replace('type: "ready", ms:', 'type: "ready", mss:'))
    tsc = ROOT / "node_modules/typescript/bin/tsc"
    command = [ROOT / ".venv/bin/node", tsc, "-p", tmp_path / "build_tools/script_types"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "worker.js" in done.stdout
    assert "'mss' does not exist" in done.stdout
