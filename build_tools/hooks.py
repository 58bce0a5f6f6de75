"""The only file that knows MkDocs: it hands the build's events to plain functions."""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from build_tools import ROOT as CHECKOUT
from build_tools import BuildError, Mistake, figures
from build_tools.checks import widget_blocks
from build_tools.embedding import oembed, tables
from build_tools.guide import ours, sums
from build_tools.guide.cite import cite
from build_tools.overlay import project
from build_tools.pages import glossary, navigation, routes, wide
from build_tools.papers.pages import with_papers
from build_tools.pictures import pages as pictures
from build_tools.searching import entries
from build_tools.site import hashed_names, policy, publish, styles
from build_tools.text.markdown import headed
from widgets.core.page.view import ROOT
from widgets.core.words import guide
from widgets.core.words.quotes import curly, curly_html

_WATCHED = ("widgets", "calibration", "build_tools/templates", "build_tools/theme")
"""Folders beside `docs/` whose change builds the site again under a server."""

_build: publish.Build
"""What this build was made from; `on_config` makes it before MkDocs calls the hooks below."""

_served = False
"""Whether a server builds the site again at every change."""

_SHOWN = ("title", "description")
"""What the front matter of a page says to readers."""

_DAY = "315532800"
"""The first day of 1980, in seconds: no file of the site tells the day of its build."""


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """Has MkDocs end with the sentence of whatever stops the build, and without a trace."""
    try:
        yield
    except BuildError as error:
        raise PluginError(str(error)) from error


def on_startup(command: str, dirty: bool) -> None:
    """Fixes the day that MkDocs writes into the packed sitemap.

    Leaves out a warning about quick rebuilds that does not hold here: our pages are remade.
    """
    global _served
    _served = command == "serve"
    os.environ.setdefault("SOURCE_DATE_EPOCH", _DAY)
    build = logging.getLogger("mkdocs.commands.build")
    build.addFilter(lambda record: "'dirty' build" not in record.getMessage())


@in_a_sentence()
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the model, makes the runtime, and puts the generated pages into the navigation."""
    global _build
    if origin := project.origin(CHECKOUT):
        project.write(origin, CHECKOUT)
        config.watch += [str(origin / folder) for folder in ("overlay", "docs")]
    path, url = unquote(urlsplit(config.site_url or "/").path), _url(config)
    _build = publish.prepare(CHECKOUT, Path(config.site_dir), path, config.extra_css, url)
    shared = _build.shared
    document = f"{url}{oembed.document('{page}')}" if url else ""
    config.extra["kam"] = {**shared.theme, "short": _build.short, "url": url, "oembed": document}
    config.site_name = guide.NAME
    config.extra_css = [shared.hashed[styles.SHEET]]
    for script in config.extra_javascript:
        assert not isinstance(script, str), "mkdocs.yml names the type of each script"
        script.path = shared.hashed.get(script.path, script.path)
    fences = {"custom_fences": [shared.fence.custom_fence()]}
    config.mdx_configs = {**config.mdx_configs, "pymdownx.superfences": fences}
    titles = {address: curly(title) for address, title in _build.titles.items()}
    config.nav = navigation.fill(config.nav or [], titles, shared.guide.model)
    config.watch += [str(CHECKOUT / folder) for folder in _WATCHED]
    return config


def _url(config: MkDocsConfig) -> str:
    """Where the site will stand; empty where nobody said so, and under a server."""
    loopback = f"http://{config.dev_addr}/"  # what MkDocs takes for the address under a server
    url = config.site_url or ""
    return "" if url.startswith(loopback) else url


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages; renames scripts after their content; leaves out what none loads."""
    folder = str(CHECKOUT / publish.PAGES)
    for address in _build.pages:
        files.append(File(address, folder, config.site_dir, config.use_directory_urls))
    for file in list(files):
        if file.src_uri.startswith("model/") or hashed_names.UNREAD.match(file.src_uri):
            files.remove(file)
        elif named := _build.shared.hashed.get(file.src_uri):
            file.dest_uri = file.url = named
    told = oembed.documents(_build.titles, _url(config), config.site_name)
    for name, content in (_build.files | told).items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Refuses widget blocks that cannot be drawn; draws the ways in, figures and citations.

    The quotes of title and description are set here; those of the text once it is HTML.
    """
    page.meta.update({key: curly(page.meta[key]) for key in _SHOWN if key in page.meta})
    name = f"docs/{page.file.src_uri}"
    shared = _build.shared
    if found := list(widget_blocks.in_page(page.file.content_string, name, shared.fence)):
        raise PluginError("\n".join(found))
    try:
        routed = routes.draw(markdown, page.file.src_uri, _build.routes)
        shown = sums.draw(routed, shared.guide.sums)
        whole = shown + _build.ends.get(page.file.src_uri, "")
        linked = glossary.link(whole, page.file.src_uri, _build.terms)
        linked = with_papers(linked, _build.taken.get(page.file.src_uri, ""))
        return figures.draw(cite(linked, shared.guide.evidence, _has_cards(page)))
    except KeyError as error:
        missing = f"names {error}, a citation, figure or sum that does not exist"
        raise PluginError(str(Mistake(name, found=missing))) from error


def _has_cards(page: Page) -> bool:
    return page.file.src_uri != glossary.PAGE  # hundreds of cards would make it too heavy


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Gathers the marks of our judgement and sets the quotes: text is whole, anchors stand.

    Reads the page for our search index, and keeps it out of the theme's; wide tables can have the
    focus.
    """
    gathered = ours.gather(html, card=_has_cards(page))
    shown = headed(curly_html(f"{gathered}{ours.legend(gathered)}"))
    _set_quotes(page.toc)
    if not page.url.startswith(f"{pictures.FOLDER}/"):  # the page of a figure is found beside it
        _build.found[page.url] = entries.entries(page.url, page.meta, shown)
    shown = pictures.linked(shown, page.url)
    page.meta["search"] = {"exclude": True}
    return tables.named(wide.focusable(shown))


def _set_quotes(headings: Iterable[AnchorLink]) -> None:
    """Sets the quotes of the page's contents; its anchors stay."""
    for heading in headings:
        heading.title = curly_html(heading.title)
        _set_quotes(heading.children)


@in_a_sentence()
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Makes links to the root relative to the page, and adds the policy."""
    styles.check(output, page.file.src_uri)
    allowed = policy.WATCHED if _served else policy.POLICY
    return policy.with_meta(output.replace(ROOT, _root(page.url)), allowed)


def _root(url: str) -> str:
    depth = url.count("/")
    return "../" * depth or "./"


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The page for a missing address stands alone, under a policy of its own."""
    if template_name != policy.LOST_PAGE:
        return output_content
    return policy.with_meta(curly_html(output_content), policy.LOST_POLICY)


@in_a_sentence()
def on_post_build(config: MkDocsConfig) -> None:
    """Puts the runtime, the notices and the server's recipe beside the pages."""
    packages = CHECKOUT / "node_modules"
    site = Path(config.site_dir)
    publish.finish(_build, site, packages, addressed=bool(_url(config)), served=_served)
