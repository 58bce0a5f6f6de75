"""What a browser may keep of the site, and what lets it be installed."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from build_tools.site import offline

PAGES = {
    "index.html": '<link href="assets/images/mark.svg">',
    "scan/index.html": f'<nav {offline.ROW}></nav><link href="../assets/x.1.css">'
    '<a href="../read/">Read</a>',
    "read/index.html": '<link href="../assets/read.2.css">',
    offline.PAGE: '<p><span data-kam-size="all">some</span></p>',
}
FILES = {
    "404.html": "",
    "assets/cards/read.png": "",
    "assets/images/mark.svg": "",
    "assets/javascripts/a1/host.js": "",
    "assets/javascripts/a1/host.js.map": "",
    "assets/read.2.css": "",
    "assets/runtime/b2/kam.zip": "PK",
    "assets/runtime/b2/kam.zip.gz": "",
    "assets/runtime/b2/kam.whl": "",
    "assets/runtime/b2/library.zip": "PK" * 1_000_000,
    "assets/x.1.css": "",
}


@pytest.fixture
def site(tmp_path):
    """A small finished site."""
    for name, text in (PAGES | FILES).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def listed(site):
    """What the worker of `site` is told."""
    found = re.search(r'JSON\.parse\((".*")\);', (site / offline.WORKER).read_text())
    return json.loads(json.loads(found[1]))


def test_what_is_kept(site):
    """Tools with all that they name, by itself; every file that a page asks for, on a wish."""
    offline.write(site)
    told = listed(site)

    tools = [
        "./",
        "about/offline/",
        "assets/images/mark.svg",
        "assets/javascripts/a1/host.js",
        "assets/runtime/b2/kam.zip",
        "assets/x.1.css",
        "scan/",
    ]
    assert tools == told["tools"]
    more = ["assets/read.2.css", "assets/runtime/b2/library.zip", "read/"]
    assert sorted(tools + more) == sorted(told["files"])
    digest = b64encode(sha256(b"PK").digest()[:12]).decode()
    assert [2, digest, True] == told["files"]["assets/runtime/b2/kam.zip"]
    assert '<span data-kam-size="all">2 MB</span>' in (site / offline.PAGE).read_text()


def test_a_build_has_a_name(site):
    """The same files give the same worker; one letter more in any of them gives another."""
    offline.write(site)
    first = (site / offline.WORKER).read_text()
    offline.write(site)
    assert first == (site / offline.WORKER).read_text()
    (site / "read/index.html").write_text("Another")
    offline.write(site)
    assert first != (site / offline.WORKER).read_text()


def test_a_server_that_builds_keeps_nothing(site):
    """Under `make serve` the worker answers nothing, so that every change is seen at once."""
    offline.write(site, served=True)
    assert ([], {}) == (listed(site)["tools"], listed(site)["files"])


def test_icons_are_what_the_manifest_says():
    """Each icon has the size that the manifest names; what a system may cut has a ground."""
    files = offline.app()
    manifest = json.loads(files["manifest.json"])
    for icon in manifest["icons"]:
        image = Image.open(BytesIO(files[icon["src"]]))
        assert icon["sizes"] == f"{image.width}x{image.height}"
        assert (icon.get("purpose") == "maskable") == (image.getpixel((0, 0))[3] == 255)
    assert manifest["start_url"].startswith("./")  # from wherever the site stands
    assert "id" not in manifest
