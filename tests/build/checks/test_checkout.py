"""What the build takes from a clone: the same bytes, whatever git does elsewhere."""

import os
import subprocess
from datetime import UTC, datetime

from build_tools import ROOT


def test_a_clone_with_windows_line_ends_has_the_same_bytes(tmp_path):
    """A clone with `core.autocrlf=true` holds every file byte for byte as it stands here."""
    git = ("git", "--git-dir", str(tmp_path / "all.git"), "--work-tree", str(ROOT))
    author = ("-c", "user.name=test", "-c", "user.email=test")
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}

    def run(*command):
        return subprocess.run(
            command, cwd=ROOT, env=kept | quiet, check=True, capture_output=True
        ).stdout

    run("git", "init", "--bare", str(tmp_path / "all.git"))
    run(*git, "add", "--all")
    run(*git, *author, "commit", "-m", "everything")
    copy = tmp_path / "copy"
    run("git", "clone", "-c", "core.autocrlf=true", str(tmp_path / "all.git"), str(copy))
    files = run(*git, "ls-files", "-z").decode().split("\0")
    files = [name for name in files if (ROOT / name).is_file()]

    assert "docs/index.md" in files
    assert [] == [f for f in files if (ROOT / f).read_bytes() != (copy / f).read_bytes()]


def test_the_site_does_not_hold_the_day_of_its_build(site):
    """The packed sitemap, the one file that MkDocs dates, bears the first day of 1980."""
    dated = int.from_bytes((site / "sitemap.xml.gz").read_bytes()[4:8], "little")

    assert datetime(1980, 1, 1, tzinfo=UTC) == datetime.fromtimestamp(dated, UTC)
