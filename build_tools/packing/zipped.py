"""A zip whose bytes depend on its content and its day alone, and whose files everybody may read."""

import os
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from build_tools import Mistake
from build_tools.packing.contents import PackingError

_FILE = 0o100644 << 16
_UNIX = 3
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""A zip knows no day before."""


def write(out: Path, files: Mapping[str, bytes], folder: str, day: datetime) -> None:
    """Writes `files`, by their path within `folder`, into the zip `out`; all dated `day`.

    A server takes the date of a file into the mark by which a browser knows it again, so each
    release must have a day of its own.
    """
    dated = max(day, _EARLIEST)
    when = (dated.year, dated.month, dated.day, dated.hour, dated.minute, dated.second)
    part = out.with_suffix(".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}", when)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
            entry.external_attr = _FILE
            archive.writestr(entry, files[path])
    part.replace(out)


def day(checkout: Path) -> datetime:
    """The day of the release: SOURCE_DATE_EPOCH, or else that of the commit that is checked out.

    Raises `PackingError` where there is neither.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not said:
        command = ("git", "-C", str(checkout), "log", "-1", "--format=%ct")
        asked = subprocess.run(command, capture_output=True, text=True, check=False)
        said = asked.stdout.strip()
    if not said.isdigit():
        found, must = "the day of the release is not known", "it must be that of a commit"
        do = "set SOURCE_DATE_EPOCH to the seconds since 1970, as `date +%s` prints them"
        raise PackingError(Mistake("", "", found, must, do))
    return datetime.fromtimestamp(int(said), UTC)
