"""Gathers all that the site is made of beside its hand-written pages, and sets it beside them."""

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from build_tools import notices, policy, sitewide
from build_tools.fonts import write_fonts
from build_tools.guide import Guide
from build_tools.pages import Pages, pages
from build_tools.runtime import Runtime, build_runtime
from widgets.core.model import as_json

_TITLE = re.compile(r'^title: (?:"(.*)"|(.*))$', re.MULTILINE)

IDIOMORPH = "node_modules/idiomorph/dist/idiomorph.esm.js"


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the site."""

    guide: Guide
    pages: Pages
    """Generated Markdown by address."""
    titles: dict[str, str]
    """Title of each generated page by address, in reading order."""
    hashed: dict[str, str]
    """Where each script and style sheet is published: its address holds a hash of the content."""
    files: dict[str, bytes]
    """Other files by address."""
    site: dict[str, str]
    """What the page tells the host script."""
    runtime: Runtime
    runtime_folder: Path
    """Folder that holds the runtime's hashed folder."""


def model_json(guide: Guide) -> bytes:
    """The published model as the bytes of `model.json`."""
    return json.dumps(as_json(guide.model), ensure_ascii=False, indent=1).encode() + b"\n"


def publish_model(guide: Guide, checkout: Path) -> Path:
    """Writes `widgets/model.json`, which the engines read; returns its path."""
    path = checkout / "widgets" / "model.json"
    path.write_bytes(model_json(guide))
    return path


def prepare(guide: Guide, checkout: Path) -> Build:
    """Everything that can be made before MkDocs reads a page.

    Raises `RuntimeBuildError`, `FontError` where the machine lacks what the build needs.
    """
    publish_model(guide, checkout)
    made = pages(guide) | {"about/notices.md": notices.page(checkout)}
    published = model_json(guide)
    out = checkout / ".cache" / "published"
    runtime = build_runtime(published, out, checkout)
    hashed = sitewide.hashed_names(checkout)
    scripts = hashed["assets/javascripts/host.js"].rpartition("/")[0]
    return Build(
        guide=guide,
        pages=made,
        titles={address: _title(text) for address, text in made.items()},
        hashed=hashed,
        files={
            **_fonts(checkout),
            f"{scripts}/idiomorph.js": (checkout / IDIOMORPH).read_bytes(),
            "assets/model.json": published,
            "nginx.conf.example": policy.nginx_recipe().encode(),
            "NOTICES.txt": notices.text(checkout).encode(),
        },
        site={"runtime": f"assets/runtime/{runtime.folder}/"},
        runtime=runtime,
        runtime_folder=out / runtime.folder,
    )


def _title(markdown: str) -> str:
    match = _TITLE.search(markdown)
    assert match, "every template begins with a title"
    return (match[1] or match[2]).replace('\\"', '"').replace("\\\\", "\\")


def _fonts(checkout: Path) -> dict[str, bytes]:
    """The typefaces, cut once and kept until their sources or the cut change."""
    cut = Path(__file__).with_name("fonts.py").read_bytes()
    lock = (checkout / "package-lock.json").read_bytes()
    folder = checkout / ".cache" / "fonts" / hashlib.sha256(cut + lock).hexdigest()[:16]
    if not folder.is_dir():
        written = write_fonts(checkout / "node_modules", folder.with_suffix(".part"))
        written[0].parent.rename(folder)
    return {f"assets/fonts/{f.name}": f.read_bytes() for f in sorted(folder.iterdir())}


def finish(build: Build, site: Path) -> None:
    """Sets the runtime beside the pages; raises `PolicyError` if one breaks the policy."""
    target = site / "assets" / "runtime"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(build.runtime_folder, target / build.runtime.folder)
    sitewide.patch_theme(site)
    policy.check(site)
