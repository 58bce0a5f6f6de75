"""Who made what the site ships: the licence texts that must travel with it."""

import json
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.site.hashed_names import material


class NoticeError(BuildError):
    """A licence text is not where its package keeps it; the message says which."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work by others that `site/` contains."""

    name: str
    version: str
    licence: str
    text: str
    package: str = ""
    """Registry and name, such as "npm idiomorph"; a name alone where it comes with another."""


PYTHON_PACKAGES = {
    "mkdocs-material": ("Material for MkDocs (theme, search)", "MIT"),
    "mkdocs": ("MkDocs (search worker)", "BSD-2-Clause"),
    "htpy": ("htpy", "MIT"),
    "markupsafe": ("MarkupSafe", "BSD-3-Clause"),
    "segno": ("segno", "BSD-3-Clause"),
    "xlsxwriter": ("XlsxWriter", "BSD-2-Clause"),
    "python-docx": ("python-docx (styles of the Word files)", "MIT"),
}
"""Distribution to its name for the reader and its licence."""

NPM_PACKAGES = {
    "idiomorph": "0BSD",
    "@fontsource-variable/source-sans-3": "OFL-1.1",
    "@fontsource-variable/source-serif-4": "OFL-1.1",
}


def works(checkout: Path) -> list[Work]:
    """Every work that the site ships; raises `NoticeError` if a licence text is missing."""
    return [*_pyodide(checkout), *_from_pypi(), *_icons(), *_from_npm(checkout)]


def text(checkout: Path) -> str:
    """The notices as one text."""
    ours = (checkout / "LICENSE").read_text(encoding="utf-8")
    parts = [f"The KAM Field Guide\n\n{ours}"]
    parts += [f"{w.name} {w.version}\nLicence: {w.licence}\n\n{w.text}" for w in works(checkout)]
    return ("\n\n" + "=" * 78 + "\n\n").join(part.strip() for part in parts) + "\n"


def page(checkout: Path) -> str:
    """The notices as a page."""
    rows = "".join(f"| {w.name} | {w.version} | {w.licence} |\n" for w in works(checkout))
    return f"""---
title: Notices
description: The works by others that this site contains, and their licences.
---

# Notices

The works by others that this site contains, for readers who copy or host it.
The full licence texts are in [NOTICES.txt](../NOTICES.txt).

Our own code is under the MIT licence. Our words, figures and model are under CC BY 4.0.

| Work | Version | Licence |
| --- | --- | --- |
{rows}
Pyodide's source code is published at <https://github.com/pyodide/pyodide>; its files are unchanged.

## Next

[Run the guide yourself](run-it-yourself.md).
"""


def _pyodide(checkout: Path) -> Iterator[Work]:
    package = checkout / "node_modules" / "pyodide" / "package.json"
    version = json.loads(package.read_text(encoding="utf-8"))["version"]
    # Pyodide's npm package brings no licence text; pathspec is under the same one and does.
    yield Work("Pyodide", version, "MPL-2.0", _licence("pathspec"), "npm pyodide")
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if not python.is_file():
        missing = "the licence of Python is not there"
        raise NoticeError(Mistake(str(python), "", missing, do="use a full Python 3.13"))
    yield Work("Python (in Pyodide)", "3.13.2", "PSF-2.0", python.read_text("utf-8"), "cpython")


def _from_pypi() -> Iterator[Work]:
    for package, (name, licence) in PYTHON_PACKAGES.items():
        licensed = _licence(package)
        yield Work(name, distribution(package).version, licence, licensed, f"pypi {package}")


def _icons() -> Iterator[Work]:
    """Icons that the theme draws, which come with it under a licence of their own."""
    text = (material() / ".icons" / "material" / "LICENSE").read_text(encoding="utf-8")
    version = distribution("mkdocs-material").version
    yield Work("Material Design Icons", version, "Apache-2.0", text, "icons")


def _licence(package: str) -> str:
    """The first licence text that the package names; no list of its files, which can be long."""
    found = distribution(package)
    for name in found.metadata.get_all("License-File") or ():
        if text := found.read_text(f"licenses/{name}") or found.read_text(name):
            return text
    missing = "the installed package brings no licence text"
    raise NoticeError(Mistake(package, "", missing, do="install it again"))


def _from_npm(checkout: Path) -> Iterator[Work]:
    for package, licence in NPM_PACKAGES.items():
        folder = checkout / "node_modules" / package
        data = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        text = (folder / "LICENSE").read_text(encoding="utf-8")
        yield Work(package, data["version"], licence, text, f"npm {package}")
