"""Sets the single file together and writes it: pages, styles, scripts, Python, and a policy."""

import json
from base64 import b64encode
from html import escape
from pathlib import Path

from build_tools import Mistake
from build_tools.one_file import held
from build_tools.one_file.pages import HELD, OneFileError, host, sheets, tool_pages
from build_tools.one_file.texts import page_script, styles, worker_script
from build_tools.pages.templates import TEMPLATES, fill
from build_tools.runtime.build import ARCHIVE, WASM
from build_tools.site.policy import in_policy
from build_tools.site.tokens import inline_mark
from widgets.core.words import guide

FILE = "dist/kam-field-guide.html"
MILLION = 1_000_000
DESCRIPTION = "The tools of the guide in one file: they run without a network, and send nothing."
WORKER = "worker.js"

_POLICY = (
    "default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; worker-src blob:; "
    "connect-src data:; style-src {styles}; img-src data:; font-src data:; base-uri 'none'; "
    "object-src 'none'; form-action 'none'"
)
"""No address at all: what the page reads is in the page."""


def single_file(checkout: Path, site: Path, published: str = "") -> tuple[Path, float]:
    """Writes the single file of the finished `site` into `checkout`; where, and its size in MB.

    `published` is the address where the site can be reached, as for `make site URL=…`.
    Raises `OneFileError` where `site` is none, or not as we know it.
    """
    published = f"{published.rstrip('/')}/" if published else ""
    if not (site / "index.html").is_file():
        found, do = "there is no finished site", "run `make site` first"
        raise OneFileError(Mistake(str(site), "", found, do=do))
    out = checkout / FILE
    out.parent.mkdir(exist_ok=True)
    out.write_text(document(checkout, site, published), "utf-8")
    return out, out.stat().st_size / MILLION


def document(checkout: Path, site: Path, published: str = "") -> str:
    """The single file of the finished `site`, as HTML.

    `published`: the address where the site can be reached, ending in "/"; empty where nobody knows.
    Raises `OneFileError` for a site that is not as we know it.
    """
    runtime = next((site.resolve() / "assets" / "runtime").iterdir())
    script, first = host(site), (TEMPLATES / "one_file_colours.js").read_text("utf-8")
    style = styles([*sheets(site), TEMPLATES / "one_file.css"])
    last = page_script(checkout, script)
    pages = tool_pages(site, published)
    told = {"root": "./", "runtime": "runtime/", "one": {"pages": HELD, "site": published}}
    return fill(
        "one_file.html",
        name=guide.NAME,
        description=DESCRIPTION,
        policy=_POLICY.format(
            scripts=f"{in_policy(first)} {in_policy(last)}", styles=in_policy(style)
        ),
        icon=f"data:image/svg+xml;base64,{_base64(site / 'assets/images/favicon.svg')}",
        logo=inline_mark(),
        styles=style,
        told=json.dumps(told),
        colours=first,
        pages=pages,
        version=json.loads((site / "assets/model.json").read_bytes())["version"],
        published=published,
        notices=escape((site / "NOTICES.txt").read_text("utf-8")),
        files={
            WORKER: held.packed(worker_script(checkout, script, runtime).encode()),
            WASM: held.program(runtime),
            ARCHIVE: held.packed(held.archive(runtime)),
        },
        script=last,
    )


def _base64(path: Path) -> str:
    return b64encode(path.read_bytes()).decode()
