"""What stops a build ends it with a sentence, of whatever kind it is."""

import importlib

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from build_tools import ROOT, BuildError, hooks
from build_tools.pages.fence import Fence
from build_tools.site import hashed_names, publish
from build_tools.site.hashed_names import ThemeError
from build_tools.site.loaded_files import loaded_files
from build_tools.site.policy import PolicyError
from build_tools.site.publish import Build, Shared
from build_tools.text.arithmetic import UnworkableError
from tests.support.ours import our_guide

BEFORE_ALL = "build_tools.setup"
"""Runs before there is anything to import; it is no part of the build."""

CAUGHT = (BuildError, UnworkableError)
"""The base of them all; and what whoever asks for a sum turns into a mistake with its file."""


def kinds() -> list[type[Exception]]:
    """Every exception class that a module of the build defines, and that may end it."""
    paths = [path.relative_to(ROOT) for path in sorted((ROOT / "build_tools").rglob("*.py"))]
    names = [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths]
    return [
        kind
        for name in names
        if name not in (BEFORE_ALL, "build_tools.__main__")
        if "theme" not in name and "stand_ins" not in name  # these are for the browser's Python
        for kind in vars(importlib.import_module(name)).values()
        if isinstance(kind, type) and issubclass(kind, Exception) and kind.__module__ == name
        if kind not in CAUGHT
    ]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_each_kind_ends_as_a_sentence(kind):
    """MkDocs gets its own kind of error with the message, so that no reader of it meets a trace."""
    error = kind(["docs/model/model.yaml: it is wrong"])
    with pytest.raises(PluginError) as caught, hooks.in_a_sentence():
        raise error

    assert str(error) == str(caught.value)
    assert "it is wrong" in str(caught.value)


@pytest.fixture
def config(tmp_path, monkeypatch):
    """Settings of a build that has written its pages into a folder, one without the policy."""
    shared = Shared(
        guide=our_guide(),
        fence=Fence(our_guide().model),
        papers=(),
        notices="",
        cases={},
        hashed={},
        files={},
        theme={},
        runtime=tmp_path / "runtime",
    )
    build = Build(
        shared=shared,
        pages={},
        titles={},
        promises={},
        ends={},
        terms=set(),
        routes=(),
        taken={},
        found={},
        short={},
        files={},
    )
    monkeypatch.setattr(hooks, "_build", build, raising=False)
    (tmp_path / "runtime").mkdir()
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>Bare</p>")
    config = MkDocsConfig()
    config.site_dir, config.site_url = str(site), ""
    return config


def test_a_page_against_the_policy_ends_the_build(config):
    """What is found once all pages are written is said in a sentence too."""
    with pytest.raises(PluginError, match=r"index\.html: no policy") as caught:
        hooks.on_post_build(config)

    assert isinstance(caught.value.__cause__, PolicyError)


def test_an_unknown_theme_ends_the_build(config, monkeypatch):
    """So is a theme that is not the one whose script we change."""
    monkeypatch.setattr(hashed_names, "_WORKER", ("nothing to change", ""))
    monkeypatch.setattr(publish, "prepare", lambda *_: loaded_files(ROOT, []))
    with pytest.raises(PluginError, match="pin the version of mkdocs-material") as caught:
        hooks.on_config(config)

    assert isinstance(caught.value.__cause__, ThemeError)
