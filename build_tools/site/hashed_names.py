"""What every page loads: names that hold a hash, and the theme's script as this guide needs it."""

import hashlib
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from build_tools import BuildError, Mistake

SCRIPTS = "assets/javascripts"
BUNDLE = f"{SCRIPTS}/bundle.js"
"""What the theme's own script is called here; its published name holds a hash."""
HASHED = "/assets/.*[./][0-9a-f]{8,16}[./]"
"""The address of a file whose name, or a folder of it, holds a hash of the content."""
FOLDERS = tuple(
    f"assets/{name}" for name in ("fonts", "javascripts", "runtime", "stylesheets", "theme")
)
"""Where all of these lie, and nothing else."""
_EARLY = "build_tools/theme/assets/theme"
"""Scripts of ours that run before the first paint."""
UNREAD = re.compile(
    r"assets/(javascripts/(bundle\.|lunr/)|stylesheets/|images/favicon\.png$)|.*\.map$"
)
"""What the theme brings and no page asks for: all else of it stands in a file of ours."""


class ThemeError(BuildError):
    """The theme is not the one that this project knows; the message says what to do."""


def hashed_names(checkout: Path) -> dict[str, str]:
    """Published address of each script of ours, by its address in the sources.

    Scripts import each other by plain names, so they share one folder named after all of them.
    A browser that keeps old files, as it may with any server, can so never mix two builds.
    """
    scripts = sorted((checkout / "docs" / SCRIPTS).glob("*.js"))
    folder = _hash(*(path.read_bytes() for path in scripts))
    names = {f"{SCRIPTS}/{p.name}": f"{SCRIPTS}/{folder}/{p.name}" for p in scripts}
    for path in sorted((checkout / _EARLY).glob("*.js")):
        names[f"assets/theme/{path.name}"] = hashed(f"assets/theme/{path.name}", path.read_bytes())
    return names


def hashed(address: str, content: bytes) -> str:
    """`address` with the hash of the file's `content` before its ending."""
    stem, _, ending = address.rpartition(".")
    return f"{stem}.{_hash(content)}.{ending}"


def published(files: Mapping[str, bytes]) -> tuple[dict[str, str], dict[str, bytes]]:
    """The hashed addresses of `files` by their plain ones, and the files by those."""
    names = {address: hashed(address, content) for address, content in files.items()}
    return names, {names[address]: content for address, content in files.items()}


_IMPORT = re.compile(r'^import .* from "\./(\w+\.js)";$', re.MULTILINE)


def imported(checkout: Path, first: str = "host.js") -> list[str]:
    """Names of the scripts that a page with a tool loads: `first`, then all that it imports."""
    found, waiting = [], [first]
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        found.append(name)
        script = checkout / "docs" / SCRIPTS / name
        if script.is_file():  # else it is published from elsewhere, and imports nothing
            waiting += _IMPORT.findall(script.read_text("utf-8"))
    return found


def _hash(*contents: bytes) -> str:
    return hashlib.sha256(b"\0".join(contents)).hexdigest()[:12]


_SITEMAP = (r"(\w+)\(new URL\((\w+)\.textContent\),(\w+)\)", r"\1(new URL(\2.textContent,\3),\3)")
"""Addresses in the sitemap are relative to the site's own root: see `theme_script`."""
_INDEX = (
    r'((\w+\([\w$]+\()location\.protocol!=="file:"(\),\w+\("search"\)\)\.pipe\(\w+\((\w+)=>\4\),\w+\()'
    r'\(\)=>.*__index\),(\w+\(1\)).*namedItem\("search"\)\?)(\w+)\(\)',
    r"\1\2/[?&]h=/.test(location.search)\3\6),\5)",
)
"""The index of the search is fetched when a reader turns to it, or comes from one of its hits."""
_WORKER = (r"(\w+)=new Worker\((\w+)\)", r"\1=__kam_late(\2)")
"""Its worker starts with the first message to it: see `scope.js`."""
_MAP = (r"//# sourceMappingURL=\S+", "")


def theme_script() -> bytes:
    """Material's script as this guide needs it.

    Its instant navigation compares links with the sitemap, whose addresses must be absolute; this
    build knows no address, for the same files serve at any path of any host.  Its search starts
    with each page; here it starts when somebody turns to it.
    """
    (script,) = (material() / SCRIPTS).glob("bundle.*.min.js")
    return changed(script.read_text(encoding="utf-8"), script.name).encode()


def changed(code: str, name: str) -> str:
    """The script of this `name` with our changes made in it.

    Raises `ThemeError` where it does not hold each place that is changed exactly once.
    """
    for pattern, by in (_SITEMAP, _INDEX, _WORKER, _MAP):
        code, count = re.subn(pattern, by, code, flags=re.DOTALL)
        if count != 1:
            found = f"a place that this guide changes is found {count} times"
            do = "pin the version of mkdocs-material that the lock file names"
            raise ThemeError(Mistake(name, "", found, "exactly one is known", do))
    return code


def material() -> Path:
    """The folder of the theme's templates and files."""
    spec = find_spec("material")
    assert spec
    return Path(spec.origin or "").parent / "templates"
