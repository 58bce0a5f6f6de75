"""Gathers all that the site is made of beside its hand-written pages, and sets it beside them."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.addresses.onward import Around, Said
from build_tools.addresses.permalinks import redirects
from build_tools.addresses.short import short
from build_tools.calibration.case_pages import read_pages
from build_tools.datasets import files as datasets
from build_tools.guide.guide import Guide
from build_tools.guide.load import load
from build_tools.hosting import recipes
from build_tools.hosting.folder import make_readable
from build_tools.hosting.headers import Hosting
from build_tools.overlay.copies import MADE, keep
from build_tools.pages import backlinks, coverage, glossary, routes
from build_tools.pages.fence import Fence
from build_tools.pages.generated import Pages, pages
from build_tools.pages.routes import Route
from build_tools.papers import pages as paper_pages
from build_tools.papers.load import check_pages
from build_tools.papers.load import load as load_papers
from build_tools.papers.paper import STATES, Paper
from build_tools.papers.word import word
from build_tools.pictures import drawn
from build_tools.pictures import pages as picture_pages
from build_tools.pictures.charts import charts
from build_tools.runtime.build import build_runtime
from build_tools.searching import search_index
from build_tools.searching.entries import Entry
from build_tools.site import hashed_names, incremental, notices, offline, policy, tokens
from build_tools.site.loaded_files import loaded_files
from build_tools.site.preview_images import name as card
from build_tools.site.preview_images import typefaces, write_cards
from build_tools.site.tokens import inline_mark
from build_tools.site.tool_motifs import MOTIFS, motif
from build_tools.text.markdown import front, promise, title
from widgets.core.model import maturity_json
from widgets.core.structures import structures_json
from widgets.core.words.quotes import curly

PAGES = ".cache/pages"
"""Where a checkout keeps the generated pages, so that only those that changed are built again."""

FIGURES_SHEET = "assets/stylesheets/figures.css"

IDIOMORPH = "node_modules/idiomorph/dist/idiomorph.min.js"
"""Packed, a third of its own module, which keeps all comments; but it exports nothing."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What no change of one page touches."""

    guide: Guide
    fence: Fence
    papers: tuple[Paper, ...]
    """The papers to take along."""
    notices: str
    """The page of licences, as Markdown."""
    cases: Pages
    """The pages of the invented firms that the questions were tried on."""
    hashed: dict[str, str]
    """Where each file that pages load is published: its address holds a hash of the content."""
    files: dict[str, bytes]
    """Files beside the pages, by address."""
    theme: dict[str, Any]
    """What the theme tells the page: runtime, scripts of a tool, the words of preview images."""
    runtime: Path
    """The runtime's folder, named after its content."""


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the site."""

    shared: Shared
    pages: Pages
    """Generated Markdown by address."""
    titles: dict[str, str]
    """Title of each page by address; generated pages first, in reading order."""
    short: dict[str, str]
    """The short address of each page by address; that of home is empty."""
    promises: dict[str, str]
    """The promise of each tool and one sentence about any other page, for its preview image."""
    ends: dict[str, str]
    """Markdown that ends a page, by its address: the pages that build on it."""
    taken: dict[str, str]
    """Markdown that leads from a page, by its address, to the papers that are needed there."""
    terms: set[str]
    """Ids of the glossary's entries."""
    routes: tuple[Route, ...]
    """The ways in by role."""
    found: dict[str, list[Entry]]
    """What the search index holds of each page by its address in the site: filled as they come."""
    files: dict[str, bytes]
    """Other files by address."""


def published(guide: Guide) -> dict[str, bytes]:
    """The model, and the structures where there are some, as the bytes of files by their names."""
    found = {"model.json": _json(maturity_json.as_json(guide.model), indent=1)}
    if guide.structures:
        as_data = structures_json.as_json(guide.structures)
        found["structures.json"] = _json(as_data, separators=(",", ":"))
    return found


def _json(data: Any, **form: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, **form).encode() + b"\n"


def publish_model(guide: Guide, checkout: Path) -> dict[str, bytes]:
    """Writes what is `published` into `widgets/`, where engines read it, and returns it."""
    files = published(guide)
    for path in MADE:
        if content := files.get(path.rpartition("/")[2]):
            keep(checkout / path, content)
    structures_json.published.cache_clear()
    return files


def written(docs: Path) -> Pages:
    """The pages written by hand under `docs`, by address, in the order of their addresses."""
    found = sorted(path for path in docs.rglob("*.md") if docs / "model" not in path.parents)
    return {str(p.relative_to(docs).as_posix()): p.read_text(encoding="utf-8") for p in found}


_kept: dict[incremental.Stamp, Shared] = {}
"""What the pages of the last build of this process shared, by what went into it."""


_found: dict[str, list[Entry]] = {}
"""What this process read of each page for the search: one changed page is read alone."""


def prepare(
    checkout: Path, site: Path, path: str = "/", sheets: Sequence[str] = (), url: str = ""
) -> Build:
    """Everything that can be made before MkDocs reads a page; MkDocs will build into `site`.

    `path` is where the site stands on its host, as far as the build is told, and `url` its whole
    address, empty or ending in a slash; `sheets` are our style sheets in their order.
    Raises a `BuildError`: `ModelError` with all mistakes of the model, `ThemeError` for a theme
    that we do not know, or one of their kin where the machine lacks what the build needs.
    """
    stamp = incremental.stamp(checkout)
    if stamp not in _kept:
        incremental.forget(site)
        shared = _shared(load(checkout / "docs" / "model"), checkout, sheets)
        _kept.clear()
        _kept[stamp] = shared
    return _build(_kept[stamp], checkout, path, url)


def _build(shared: Shared, checkout: Path, path: str, url: str) -> Build:
    """What the pages add to what they share."""
    by_hand = written(checkout / "docs")
    coverage.check(shared.guide.evidence, by_hand)
    check_pages(shared.papers, by_hand)
    papers = paper_pages.pages(shared.papers, by_hand)
    made = pages(shared.guide, by_hand | papers) | papers | shared.cases
    made["about/notices.md"] = shared.notices
    shown = picture_pages.figures(by_hand | made) | dict(
        charts(shared.guide.model, tokens.on_paper()["paper"])
    )
    made |= picture_pages.pages(shown)
    incremental.keep(checkout / PAGES, made)
    titles = {address: title(text) for address, text in (made | by_hand).items()}
    said = {address: _said(text) for address, text in (made | by_hand).items()}
    around = Around(script=shared.hashed["assets/javascripts/onward.js"], url=url)
    cards = {address: card(address) for address in said}
    steps = shared.guide.model.migrations
    moved = redirects(said, checkout / "docs", steps, around, cards)
    leading = backlinks.backlinks(by_hand)
    return Build(
        shared=shared,
        pages=made,
        titles=titles,
        short=short(said),
        promises={
            a: promise(text) if motif(a) else said[a].description
            for a, text in (made | by_hand).items()
        },
        ends={address: backlinks.named(address, leading, by_hand) for address in leading},
        taken=paper_pages.taken_along(shared.papers),
        terms=glossary.entries(by_hand),
        routes=routes.routes(checkout / "docs", titles),
        found=_found,
        files={
            **shared.files,
            **_pictures(shown, checkout),
            **{address: policy.with_meta(html).encode() for address, html in moved.items()},
            **_recipes(path),
            **datasets.files(
                shared.guide, by_hand.get(glossary.PAGE, ""), published(shared.guide), checkout
            ),
        },
    )


def _pictures(shown: Mapping[str, picture_pages.Shown], checkout: Path) -> dict[str, bytes]:
    """The files of all figures, in the colours of paper."""
    sheet = (checkout / "docs" / FIGURES_SHEET).read_text(encoding="utf-8")
    by = drawn.rules(sheet, tokens.on_paper())
    typeface = typefaces(checkout / "node_modules").sans
    return picture_pages.files(shown, by, typeface, checkout / ".cache" / "pictures")


def _recipes(path: str) -> dict[str, bytes]:
    """The settings of each kind of server, for a site at `path` of its host."""
    kept, folders = hashed_names.HASHED, hashed_names.FOLDERS
    return recipes.recipes(Hosting(policy.LOST_POLICY, kept, folders, path))


def _said(markdown: str) -> Said:
    """What a page says of itself."""
    found = front(markdown)
    description = " ".join(str(found.get("description", "")).split())
    return Said(title(markdown), description, str(found.get("key", "")))


def _shared(guide: Guide, checkout: Path, sheets: Sequence[str]) -> Shared:
    model = publish_model(guide, checkout)
    runtime = build_runtime(model["model.json"], checkout / ".cache" / "published", checkout)
    papers = load_papers(checkout / "docs" / "model", guide.model.practice.keys())
    hashed, loaded = loaded_files(checkout, sheets)
    scripts = hashed["assets/javascripts/host.js"].rpartition("/")[0]
    return Shared(
        guide=guide,
        fence=Fence(guide.model),
        papers=papers,
        notices=notices.page(checkout),
        cases=dict(read_pages(checkout, guide.model, guide.structures)),
        hashed=hashed,
        files={
            **loaded,
            f"{scripts}/idiomorph.js": _idiomorph(checkout),
            **{f"assets/{name}": content for name, content in model.items()},
            **_schemas(checkout),
            **{paper.file(state): word(paper, state) for paper in papers for state in STATES},
            **offline.app(),
            "NOTICES.txt": notices.text(checkout).encode(),
        },
        theme={
            "runtime": f"assets/runtime/{runtime.name}/",
            "scripts": [f"{scripts}/{name}" for name in hashed_names.imported(checkout)],
            "hashed": hashed,
            "lost": policy.LOST,
            "app": offline.HEAD,
            "mark": inline_mark(),
            "motifs": {a: shown.words for a, shown in MOTIFS.items()},
        },
        runtime=runtime,
    )


def _idiomorph(checkout: Path) -> bytes:
    return (checkout / IDIOMORPH).read_bytes() + b";export{Idiomorph};\n"


def _schemas(checkout: Path) -> dict[str, bytes]:
    """The JSON Schemas of the model and of an answers file, beside `model.json`."""
    found = sorted((checkout / "docs" / "model" / "schema").glob("*.schema.json"))
    return {f"assets/{path.name}": path.read_bytes() for path in found}


def finish(build: Build, site: Path, packages: Path, addressed: bool, served: bool = False) -> None:
    """Sets the runtime beside the pages, and at last the worker that keeps them for a reader.

    Raises `PolicyError` for a page that breaks the policy.

    `addressed`: the build knows its address, so that preview images can be linked; `packages` is
    `node_modules`; `served`: by a server that builds at every change.
    """
    runtime = build.shared.runtime
    target = site / "assets" / "runtime"
    if not (target / runtime.name).is_dir():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(runtime, target / runtime.name)
    if addressed:
        titles, promises = (
            {address: curly(text) for address, text in said.items()}
            for said in (build.titles, build.promises)
        )
        practices = [len(d.practices) for d in build.shared.guide.model.dimensions]
        folder = site / "assets" / "cards"
        write_cards(titles, promises, practices, packages, folder)
    search_index.write(site, build.found)
    policy.check(site)
    offline.write(site, served)
    make_readable(site)
