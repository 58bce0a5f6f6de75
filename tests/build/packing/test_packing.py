"""The archive of a release: what is in it, how it is checked, and that it is always the same."""

import hashlib
import json
import os
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from build_tools import ROOT
from build_tools.hosting.folder import make_readable, unreadable
from build_tools.hosting.recipes import NAMES
from build_tools.packing import licences, zipped
from build_tools.packing.bill import FILE as BILL
from build_tools.packing.bill import bill
from build_tools.packing.contents import SUMS, PackingError, contents
from build_tools.packing.release import project_version, release
from build_tools.site import notices

DAY = datetime(2026, 11, 29, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def works():
    """The works by others in the site."""
    return notices.works(ROOT)


@pytest.fixture
def small(tmp_path):
    """The least that counts as a finished site."""
    folder = tmp_path / "site"
    folder.mkdir()
    for name in (*NAMES, "index.html", "NOTICES.txt", "offline-worker.js"):
        (folder / name).write_text(name)
    return folder


def test_every_file_can_be_checked(small, works):
    """The list of sums has each file but itself, as `sha256sum -c` reads it."""
    found = contents(ROOT, small, "1.0.0", works, DAY)
    lines = dict(reversed(line.split("  ")) for line in found.pop(SUMS).decode().splitlines())

    assert {path: hashlib.sha256(data).hexdigest() for path, data in found.items()} == lines
    assert {"site/index.html", "LICENSE", "NOTICES.txt", BILL, "READ-FIRST.txt"} <= lines.keys()
    assert {f"recipes/{name}" for name in NAMES} <= lines.keys()


def test_two_archives_are_the_same(small, tmp_path, monkeypatch):
    """To the byte, whatever the clock, the umask and the order of files on the disc say."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795939200")
    first = release(ROOT, small, tmp_path / "one")
    old = os.umask(0o077)
    try:
        for path in sorted(small.iterdir(), reverse=True):
            content = path.read_bytes()
            path.unlink()
            path.write_bytes(content)
        second = release(ROOT, small, tmp_path / "two")
    finally:
        os.umask(old)

    assert first.read_bytes() == second.read_bytes()
    assert f"kam-field-guide-{project_version(ROOT)}.zip" == first.name
    with zipfile.ZipFile(second) as archive:
        assert {0o644} == {entry.external_attr >> 16 & 0o777 for entry in archive.infolist()}
        assert {(2026, 11, 29)} == {entry.date_time[:3] for entry in archive.infolist()}
    digest = hashlib.sha256(first.read_bytes()).hexdigest()
    assert f"{digest}  {first.name}\n" == first.with_name(f"{first.name}.sha256").read_text()


def test_no_finished_site(tmp_path):
    """Says what to do first."""
    with pytest.raises(PackingError, match="there is no finished site; run `make site` first"):
        release(ROOT, tmp_path, tmp_path)


def test_no_day(tmp_path, monkeypatch):
    """Without a commit and a day, one sentence; each release needs a day for the servers' marks."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(PackingError, match="the day of the release is not known"):
        zipped.day(tmp_path)


def test_files_are_readable_whatever_the_umask(tmp_path):
    """A server runs as another user than the builder."""
    old = os.umask(0o077)
    try:
        (tmp_path / "a" / "b").mkdir(parents=True)
        (tmp_path / "a" / "b" / "index.html").write_text("")
    finally:
        os.umask(old)
    assert "a/b/index.html" in unreadable(tmp_path)
    make_readable(tmp_path)

    assert [] == unreadable(tmp_path)


def test_the_finished_site_is_readable(site):
    """All of it."""
    assert [] == unreadable(site)


def test_licences_are_allowed(works):
    """Each work may travel, and its package says the same of it as our notices."""
    assert [] == list(licences.mistakes(works, ROOT))


def test_a_licence_that_is_not_allowed_is_named(works):
    """So is one that the package does not give, and a text that is missing."""
    (idiomorph,) = (work for work in works if work.name == "idiomorph")
    found = licences.mistakes([replace(idiomorph, licence="GPL-3.0-only", text="")], ROOT)
    said = [str(mistake) for mistake in found]

    assert "idiomorph: licence: is GPL-3.0-only; it must be one of 0BSD, Apache-2.0" in said[0]
    assert "is GPL-3.0-only in our notices, and 0BSD in its package" in said[1]
    assert "has no text" in said[2]


def test_the_bill_names_every_work_and_where_it_is(site, works):
    """With version, licence and the hash of each file; a name of a package where it has one."""
    there = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    files = {address: path.read_bytes() for address, path in there.items()}
    made = json.loads(bill("1.0.0", works, files, DAY))
    parts = made["components"]

    assert [work.name for work in works] == [part["name"] for part in parts]
    assert [] == [part["name"] for part in parts if not part["components"]]
    assert "pkg:npm/pyodide@" in parts[0]["purl"]
    for part in parts:
        for file in part["components"]:
            content = files[file["name"].removeprefix("site/")]
            assert hashlib.sha256(content).hexdigest() == file["hashes"][0]["content"]
    runtime = {name for name in files if name.startswith("assets/runtime/")}
    named = {f["name"].removeprefix("site/") for part in parts for f in part["components"]}
    ours = {name for name in runtime if "kam_field_guide" in name or name.endswith("runtime.json")}
    assert set() == runtime - named - ours


def test_the_bill_has_the_form_of_cyclonedx(works):
    """References are there once, and every one that is named exists."""
    made = json.loads(bill("1.0.0", works, {}, DAY))
    refs = [made["metadata"]["component"]["bom-ref"], *(c["bom-ref"] for c in made["components"])]

    assert ("CycloneDX", "1.6") == (made["bomFormat"], made["specVersion"])
    assert len(refs) == len(set(refs))
    assert set(refs) == {dependency["ref"] for dependency in made["dependencies"]}
    assert "2026-11-29T08:30:00Z" == made["metadata"]["timestamp"]
