"""`make release`: the archive of the finished site, and its checksum beside it."""

import hashlib
import tomllib
from pathlib import Path

from build_tools.packing import licences, zipped
from build_tools.packing.bill import NAME
from build_tools.packing.contents import PackingError, contents
from build_tools.site import notices

FOLDER = "dist"


def release(checkout: Path, site: Path, out: Path | None = None) -> Path:
    """Writes the archive of the finished `site` into `out`, or `dist/`, and returns its path.

    Raises `PackingError` for a site that is not finished, a work whose licence forbids to hand it
    on, and where nobody knows the day of the release.
    """
    works = notices.works(checkout)
    if found := list(licences.mistakes(works, checkout)):
        raise PackingError(*found)
    version = project_version(checkout)
    day = zipped.day(checkout)
    name = f"{NAME}-{version}"
    archive = (out or checkout / FOLDER) / f"{name}.zip"
    zipped.write(archive, contents(checkout, site, version, works, day), name, day)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_name(f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", "utf-8")
    return archive


def project_version(checkout: Path) -> str:
    """The version of this project, which is neither that of the model nor of the chooser."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
