"""The store of finished sites: nothing old is taken for new, and nothing half built for whole."""

import os
import subprocess
import time

import pytest

from tests.support import built


@pytest.fixture
def project(tmp_path):
    """A folder that looks like the project, as far as the store reads it."""
    (tmp_path / "project/docs").mkdir(parents=True)
    (tmp_path / "project/docs/a.md").write_text("# A")
    return tmp_path / "project"


@pytest.fixture
def builds(monkeypatch):
    """The builds that were asked for; each writes one page, and fails where `fails` is written."""
    made = []

    def build(project, folder):
        made.append(folder)
        folder.mkdir()
        (folder / "index.html").write_text((project / "docs/a.md").read_text())
        return subprocess.CompletedProcess([], int((project / "fails").exists()), "", "it failed")

    monkeypatch.setattr(built, "build", build)
    return made


def test_same_sources_are_built_once(project, builds, tmp_path):
    """The same sources share one folder; a changed file, a new one and a name get their own."""
    kept = tmp_path / "kept"
    first = built.built(project, kept)
    (project / "docs/__pycache__").mkdir()
    (project / "docs/__pycache__/a.pyc").write_text("made by running")
    assert first == built.built(project, kept)
    (project / "docs/a.md").write_text("# B")
    second = built.built(project, kept)
    (project / "docs/a.md").rename(project / "docs/b.md")
    named = built.key(project)
    (project / "docs/a.md").write_text("")

    assert 2 == len(builds)
    assert ("# A", "# B") == (
        (first / "index.html").read_text(),
        (second / "index.html").read_text(),
    )
    assert 4 == len({first.name, second.name, named, built.key(project)})


def test_no_site_waits_for_another(project, builds, tmp_path, monkeypatch):
    """While one is built, one of other sources can be, and one that is whole can be had."""
    kept, build = tmp_path / "kept", built.build
    whole = built.built(project, kept)
    met = []

    def build_beside(other, folder):
        (project / "docs/a.md").write_text("# A")
        met.append(built.built(project, kept))
        return build(other, folder)

    (project / "docs/a.md").write_text("# B")
    monkeypatch.setattr(built, "build", build_beside)
    built.built(project, kept)

    assert [whole] == met
    assert 2 == len(builds)


def test_failed_build_is_not_kept(project, builds, tmp_path):
    """A build that failed says why, and is tried again."""
    (project / "fails").touch()
    with pytest.raises(AssertionError, match="it failed"):
        built.built(project, tmp_path / "kept")
    (project / "fails").unlink()

    assert (built.built(project, tmp_path / "kept") / "index.html").is_file()
    assert 2 == len(builds)


@pytest.mark.usefixtures("builds")
def test_what_nobody_uses_is_taken_away(project, tmp_path):
    """Only the last few sites stay, and those that a run of this hour may still read."""
    kept = tmp_path / "kept"
    for age, name in enumerate(["young", *"abcde"]):
        (kept / name).mkdir(parents=True)
        then = time.time() - (age and 4000 + age)
        os.utime(kept / name, (then, then))
    now = built.built(project, kept).name

    assert {"young", now, "a", "b"} == {f.name for f in kept.iterdir() if f.is_dir()}
