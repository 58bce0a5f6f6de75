"""The only file that knows MkDocs: it hands the build's events to plain functions."""

import logging
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_tools import ROOT as CHECKOUT
from build_tools import figures
from build_tools.guide.cite import cite
from build_tools.guide.load import ModelError
from build_tools.pages import fence, glossary, navigation
from build_tools.runtime.build import RuntimeBuildError
from build_tools.runtime.examples import ExampleError
from build_tools.site import policy, publish
from build_tools.site.fonts import FontError
from build_tools.site.notices import NoticeError
from build_tools.site.permalinks import RedirectError
from widgets.core.page.view import ROOT

_WATCHED = ("widgets", "build_tools/templates", "build_tools/theme")
"""Folders beside `docs/` whose change builds the site again under a server."""

_SENTENCES = (ExampleError, FontError, NoticeError, RedirectError, RuntimeBuildError)
"""What stops a build with a sentence of its own."""

_build: Any = None
"""What this build was made from; MkDocs calls the hooks below one after another."""


_DAY = "315532800"
"""The first day of 1980, in seconds: no file of the site tells the day of its build."""


def on_startup(command: str, dirty: bool) -> None:
    """Fixes the day that MkDocs writes into the packed sitemap.

    Leaves out a warning about quick rebuilds that does not hold here: our pages are remade.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", _DAY)
    build = logging.getLogger("mkdocs.commands.build")
    build.addFilter(lambda record: "'dirty' build" not in record.getMessage())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the model, makes the runtime, and puts the generated pages into the navigation."""
    global _build
    try:
        path = unquote(urlsplit(config.site_url or "/").path)
        _build = publish.prepare(CHECKOUT, Path(config.site_dir), path)
    except ModelError as error:
        raise PluginError(f"The model has mistakes:\n{error}") from error
    except _SENTENCES as error:
        raise PluginError(str(error)) from error
    config.extra["kam"] = _build.site
    config.extra_css = [_build.hashed.get(path, path) for path in config.extra_css]
    for script in config.extra_javascript:
        assert not isinstance(script, str), "mkdocs.yml names the type of each script"
        script.path = _build.hashed.get(script.path, script.path)
    config.nav = navigation.fill(config.nav or [], _build.titles, _build.guide.model)
    config.watch += [str(CHECKOUT / folder) for folder in _WATCHED]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages; renames scripts and style sheets after their content."""
    folder = str(CHECKOUT / publish.PAGES)
    for address in _build.pages:
        files.append(File(address, folder, config.site_dir, config.use_directory_urls))
    for file in list(files):
        if file.src_uri.startswith("model/"):
            files.remove(file)
        elif named := _build.hashed.get(file.src_uri):
            file.dest_uri = file.url = named
    for name, content in _build.files.items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Refuses widget blocks that cannot be drawn; turns citations into links."""
    source = page.file.content_string
    if found := fence.mistakes(source, f"docs/{page.file.src_uri}"):
        raise PluginError("\n".join(found))
    try:
        whole = markdown + _build.ends.get(page.file.src_uri, "")
        linked = glossary.link(whole, page.file.src_uri, _build.terms)
        card = page.file.src_uri != glossary.PAGE  # hundreds of cards would make it too heavy
        return figures.draw(cite(linked, _build.guide.evidence, card))
    except KeyError as error:
        raise PluginError(
            f"docs/{page.file.src_uri}: names {error}, a citation or figure that does not exist"
        ) from error


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Makes links to the root relative to the page, and adds the policy."""
    return policy.with_meta(output.replace(ROOT, _root(page.url)))


def _root(url: str) -> str:
    depth = url.count("/")
    return "../" * depth or "./"


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The page for a missing address stands alone, under a policy of its own."""
    if template_name != policy.LOST_PAGE:
        return output_content
    return policy.with_meta(output_content, policy.LOST_POLICY)


def on_post_build(config: MkDocsConfig) -> None:
    """Puts the runtime, the notices and the server's recipe beside the pages."""
    packages = CHECKOUT / "node_modules"
    served = f"http://{config.dev_addr}/"  # what MkDocs takes for the address under a server
    addressed = bool(config.site_url) and not (config.site_url or "").startswith(served)
    publish.finish(_build, Path(config.site_dir), packages, addressed=addressed)
