"""Gathers all that the site is made of beside its hand-written pages, and sets it beside them."""

import hashlib
import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from build_tools.guide.guide import Guide
from build_tools.guide.load import load
from build_tools.pages import backlinks, glossary
from build_tools.pages.generated import Pages, pages
from build_tools.runtime.build import Runtime, build_runtime
from build_tools.site import hashed_names, incremental, notices, permalinks, policy, search_words
from build_tools.site.fonts import write_fonts
from build_tools.site.preview_images import write_cards
from build_tools.text.front_matter import title
from widgets.core.model import structures_json as model_structures_json
from widgets.core.model.maturity_json import as_json

PAGES = ".cache/pages"
"""Where a checkout keeps the generated pages, so that only those that changed are built again."""

IDIOMORPH = "node_modules/idiomorph/dist/idiomorph.esm.js"


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the site."""

    guide: Guide
    pages: Pages
    """Generated Markdown by address."""
    titles: dict[str, str]
    """Title of each page by address; generated pages first, in reading order."""
    ends: dict[str, str]
    """Markdown that ends a page, by its address: the pages that build on it."""
    terms: set[str]
    """Ids of the glossary's entries."""
    words: dict[str, tuple[str, ...]]
    """What pages add to the search, by address."""
    hashed: dict[str, str]
    """Where each script and style sheet is published: its address holds a hash of the content."""
    files: dict[str, bytes]
    """Other files by address."""
    site: dict[str, Any]
    """What the theme tells the page: the runtime's folder, and the scripts of a tool."""
    runtime: Runtime
    runtime_folder: Path
    """Folder that holds the runtime's hashed folder."""


def model_json(guide: Guide) -> bytes:
    """The published model as the bytes of `model.json`."""
    return json.dumps(as_json(guide.model), ensure_ascii=False, indent=1).encode() + b"\n"


def structures_json(guide: Guide) -> bytes:
    """The published structures as the bytes of `structures.json`; none, no bytes."""
    if guide.structures is None:
        return b""
    data = model_structures_json.as_json(guide.structures)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def publish_model(guide: Guide, checkout: Path) -> Path:
    """Writes `widgets/model.json` and `structures.json`, which the engines read, where they differ.

    Returns the path of `model.json`.
    """
    path = checkout / "widgets" / "model.json"
    _keep(path, model_json(guide))
    if found := structures_json(guide):
        _keep(path.with_name("structures.json"), found)
        model_structures_json.published.cache_clear()
    return path


def _keep(path: Path, content: bytes) -> None:
    """Writes `content` unless `path` holds it: an unchanged file keeps its time."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def written(docs: Path) -> Pages:
    """The pages written by hand under `docs`, by address, in the order of their addresses."""
    found = sorted(path for path in docs.rglob("*.md") if docs / "model" not in path.parents)
    return {str(p.relative_to(docs).as_posix()): p.read_text(encoding="utf-8") for p in found}


_kept: dict[incremental.Stamp, Build] = {}
"""The last build of this process, by what went into it."""


def prepare(checkout: Path, site: Path, path: str = "/") -> Build:
    """Everything that can be made before MkDocs reads a page; MkDocs will build into `site`.

    `path` is where the site stands on its host, as far as the build is told.
    Raises `ModelError` with all mistakes of the model, and `RuntimeBuildError` or `FontError` where
    the machine lacks what the build needs.
    """
    stamp = incremental.stamp(checkout)
    if stamp not in _kept:
        incremental.forget(site)
        shared = _shared(load(checkout / "docs" / "model"), checkout)
        _kept.clear()
        _kept[stamp] = shared
    build = _kept[stamp]
    by_hand = written(checkout / "docs")
    made = pages(build.guide, by_hand) | build.pages
    incremental.keep(checkout / PAGES, made)
    titles = {address: title(text) for address, text in (made | by_hand).items()}
    moved = permalinks.redirects(titles, checkout / "docs")
    leading = backlinks.backlinks(by_hand)
    return replace(
        build,
        terms=glossary.entries(by_hand),
        ends={address: backlinks.named(address, leading, by_hand) for address in leading},
        words={address: search_words.words(text) for address, text in by_hand.items()},
        pages=made,
        titles=titles,
        files={**build.files, **moved, "nginx.conf.example": policy.nginx_recipe(path).encode()},
    )


def _shared(guide: Guide, checkout: Path) -> Build:
    """What no change of one page touches; of the pages only those that need no other page."""
    publish_model(guide, checkout)
    published = model_json(guide)
    out = checkout / ".cache" / "published"
    runtime = build_runtime(published, out, checkout)
    hashed = hashed_names.hashed_names(checkout)
    scripts = hashed["assets/javascripts/host.js"].rpartition("/")[0]
    return Build(
        guide=guide,
        pages={"about/notices.md": notices.page(checkout)},
        titles={},
        ends={},
        terms=set(),
        words={},
        hashed=hashed,
        files={
            **_fonts(checkout),
            f"{scripts}/idiomorph.js": (checkout / IDIOMORPH).read_bytes(),
            "assets/model.json": published,
            **({"assets/structures.json": found} if (found := structures_json(guide)) else {}),
            **_schemas(checkout),
            "NOTICES.txt": notices.text(checkout).encode(),
        },
        site={
            "runtime": f"assets/runtime/{runtime.folder}/",
            "scripts": [f"{scripts}/{name}" for name in hashed_names.imported(checkout)],
            "lost": policy.LOST,
        },
        runtime=runtime,
        runtime_folder=out / runtime.folder,
    )


def _schemas(checkout: Path) -> dict[str, bytes]:
    """The JSON Schemas of the model and of an answers file, beside `model.json`."""
    found = sorted((checkout / "docs" / "model" / "schema").glob("*.schema.json"))
    return {f"assets/{path.name}": path.read_bytes() for path in found}


def _fonts(checkout: Path) -> dict[str, bytes]:
    """The typefaces, cut once and kept until their sources or the cut change."""
    cut = Path(__file__).with_name("fonts.py").read_bytes()
    lock = (checkout / "package-lock.json").read_bytes()
    folder = checkout / ".cache" / "fonts" / hashlib.sha256(cut + lock).hexdigest()[:16]
    if not folder.is_dir():
        written = write_fonts(checkout / "node_modules", folder.with_suffix(".part"))
        written[0].parent.rename(folder)
    return {f"assets/fonts/{f.name}": f.read_bytes() for f in sorted(folder.iterdir())}


def finish(build: Build, site: Path, packages: Path, addressed: bool) -> None:
    """Sets the runtime beside the pages; raises `PolicyError` if one breaks the policy.

    `addressed`: the build knows its address, so that preview images can be linked; `packages` is
    `node_modules`.
    """
    target = site / "assets" / "runtime"
    if not (target / build.runtime.folder).is_dir():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(build.runtime_folder, target / build.runtime.folder)
    if addressed:
        write_cards(build.titles, packages, site / "assets" / "cards")
    search_words.patch(site, build.words)
    hashed_names.patch_theme(site)
    policy.check(site)
