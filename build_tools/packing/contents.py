"""What the archive of a release holds beside the site, by path."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.hosting.recipes import NAMES
from build_tools.packing.bill import FILE as BILL
from build_tools.packing.bill import bill
from build_tools.site.notices import Work
from widgets.core.words.guide import edition

SITE = "site"
SUMS = "SHA256SUMS"
READ_FIRST = "READ-FIRST.txt"
_OF_CHECKOUT = ("LICENSE", "CITATION.cff", "CHANGELOG.md")


class PackingError(BuildError):
    """What stops a release."""


def contents(
    checkout: Path, site: Path, version: str, works: Sequence[Work], day: datetime
) -> dict[str, bytes]:
    """Every file of the archive by its path: the finished `site`, recipes, licences, bill, sums.

    Raises `PackingError` where `site` is not finished.
    """
    if not (site / "offline-worker.js").is_file():
        found = "there is no finished site"
        raise PackingError(Mistake(str(site), "", found, do="run `make site` first"))
    there = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    files = {address: path.read_bytes() for address, path in there.items()}
    inside = {f"{SITE}/{address}": content for address, content in files.items()}
    inside |= {f"recipes/{name}": files[name] for name in NAMES}
    inside |= {name: (checkout / name).read_bytes() for name in _OF_CHECKOUT}
    inside["NOTICES.txt"] = files["NOTICES.txt"]
    inside[READ_FIRST] = _read_first(version).encode()
    inside[BILL] = bill(version, works, files, day)
    return inside | {SUMS: sums(inside)}


def sums(files: Mapping[str, bytes]) -> bytes:
    """The SHA-256 of each file, as `sha256sum -c` reads it."""
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode()


def _read_first(version: str) -> str:
    return f"""\
{edition()} {version}

site/       what goes to the server; site/about/update/ says how, in ten minutes
recipes/    settings for nginx, Apache, Caddy and IIS; each lies in site/ too
{SUMS}  see that all came whole: sha256sum -c {SUMS}
{BILL}  every work by others in the site: version, licence, files and their hashes
NOTICES.txt   the licence texts of these works
"""
