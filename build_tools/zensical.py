"""`make zensical`: the pages as Markdown in a folder, and what Zensical makes of them.

Zensical reads `mkdocs.yml` and runs no hooks, so all that ours do to a page's Markdown is done
before.  Its environment stands in `.cache/zensical`; nothing of the project rests on it.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from build_tools import figures, setup
from build_tools.guide import sums
from build_tools.guide.cite import cite
from build_tools.pages import glossary, routes
from build_tools.papers.pages import with_papers
from build_tools.site import publish
from build_tools.text.markdown import FRONT
from widgets.core.page.view import ROOT

PLACE = ".cache/zensical"
_SHEET = re.compile(r"^  - (assets/stylesheets/\S+)$", re.MULTILINE)
_FENCE = re.compile(r"^```widget\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OURS = (
    r"^site_url: .*\n",
    r"^  custom_dir: .*\n",
    r"^hooks:\n(?:  - .*\n)+",
    r"^extra_javascript:\n(?:  .*\n)+",
    r"^extra_css:\n(?:  .*\n)+",
    r"^# A page is called what(?s:.*)\Z",
)
"""Of `mkdocs.yml`: what asks for our hooks and our theme, and the menu that hooks fill."""


def drawn(build: publish.Build, checkout: Path) -> dict[str, str]:
    """Every page as Markdown and HTML that needs no hook, by address."""
    pages = build.pages | publish.written(checkout / "docs")
    return {address: _drawn(build, address, text) for address, text in pages.items()}


def _drawn(build: publish.Build, address: str, text: str) -> str:
    front = FRONT.match(text)
    head, body = (front[0], text[front.end() :]) if front else ("", text)
    shared = build.shared
    shown = sums.draw(routes.draw(body, address, build.routes), shared.guide.sums)
    whole = glossary.link(shown + build.ends.get(address, ""), address, build.terms)
    whole = with_papers(whole, build.taken.get(address, ""))
    whole = figures.draw(cite(whole, shared.guide.evidence, address != glossary.PAGE))
    root = "../" * (address.removesuffix("index.md").removesuffix(".md") + "/").count("/")
    alone = _FENCE.sub(lambda one: f"<div>{_one_block(shared.fence.draw(one[1]))}</div>", whole)
    return head + alone.replace(ROOT, root)


def _one_block(html: str) -> str:
    """HTML without empty lines, at which Markdown would end it."""
    return re.sub(r"\n\s*\n", "\n", html)


def main(checkout: Path) -> int:
    """Writes the pages, installs Zensical on demand, builds, and hands on what it says."""
    place = checkout / PLACE
    settings = (checkout / "mkdocs.yml").read_text(encoding="utf-8")
    build = publish.prepare(checkout, place / "site", sheets=_SHEET.findall(settings))
    shutil.rmtree(place / "docs", ignore_errors=True)
    shutil.copytree(checkout / "docs" / "assets", place / "docs" / "assets")
    for address, text in drawn(build, checkout).items():
        path = place / "docs" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for line in _OURS:
        settings = re.sub(line, "", settings, flags=re.MULTILINE)
    (place / "mkdocs.yml").write_text(settings, encoding="utf-8")
    zensical = place / "env" / "bin" / "zensical"
    if not zensical.exists():
        uv = str(setup.uv_program())
        setup.run([uv, "venv", "--quiet", "--python", sys.executable, str(place / "env")])
        setup.run([uv, "pip", "install", "--quiet", "zensical"], VIRTUAL_ENV=place / "env")
    said = subprocess.run(
        [str(zensical), "build", "-f", "mkdocs.yml"],
        cwd=place,
        check=False,
        capture_output=True,
        text=True,
    )
    (place / "said.txt").write_text(said.stdout + said.stderr, encoding="utf-8")
    made = len(list((place / "site").rglob("*.html")))
    print(f"Zensical made {made} pages in {place / 'site'}; what it said is in said.txt beside it")
    return said.returncode
