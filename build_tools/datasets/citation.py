"""How to cite the guide, from its CITATION file, in the form that reference managers take."""

import re
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.reading.yaml12 import read

FILE = "CITATION.cff"
NEEDED = ("title", "authors", "version", "license")


class CitationError(BuildError):
    """A CITATION file that says too little."""


def bibtex(checkout: Path) -> str:
    """An entry of BibTeX; the year is that of our licence.

    Raises `CitationError` naming what the file lacks.
    """
    document = read(checkout / FILE, FILE)
    if document.mistakes:
        raise CitationError(*document.mistakes)
    said = document.value
    if missing := [key for key in NEEDED if not said.get(key)]:
        raise CitationError(*(Mistake(FILE, key, "is missing", do="write it") for key in missing))
    year = re.search(r"Copyright \(c\) (\d{4})", (checkout / "LICENSE").read_text("utf-8"))
    authors = " and ".join(f"{{{author['name']}}}" for author in said["authors"])
    fields = {
        "title": f"{{{said['title']}}}",
        "author": authors,
        "year": year[1] if year else "",
        "version": said["version"],
        "note": f"Licence: {said['license']}",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{kam-field-guide,\n{lines}}}\n"
