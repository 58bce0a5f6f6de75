"""The archive of a release as somebody gets it: unpacked, checked, served, scored."""

import hashlib
import zipfile

import pytest
from playwright.sync_api import expect

from build_tools import ROOT
from build_tools.packing.release import release
from tests.support.hosting import real
from tests.support.pages.scan_page import ANSWERS, Scan


@pytest.fixture
def unpacked(site, tmp_path, monkeypatch):
    """The one folder of the archive of our site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795939200")
    with zipfile.ZipFile(release(ROOT, site, tmp_path / "dist")) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.glob("kam-field-guide-*")
    return folder


def test_unpacked_served_and_scored(unpacked, page, headline, tmp_path):
    """Every sum is right, and the quick scan is scored from the unpacked folder."""
    for line in (unpacked / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, path = line.split("  ")
        assert digest == hashlib.sha256((unpacked / path).read_bytes()).hexdigest(), path
    with real.python(unpacked / "site", tmp_path) as server:
        scan = Scan(page, server.url).open().answer(ANSWERS)
        expect(scan.headline).to_have_text(headline())
