"""A table that says of itself what it holds, as JSON and as CSV."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.text.markdown import CITATION, JUDGEMENT
from widgets.core.exporting.csv_table import in_bytes
from widgets.core.words.guide import edition

LICENCE = "CC-BY-4.0"
"""Of the words, figures and model of the guide."""

type Value = str | int | Sequence[str] | None

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*?|`")


@dataclass(frozen=True, slots=True)
class Dataset:
    """Rows of one kind of thing."""

    name: str
    """Of its files."""
    title: str
    version: str
    """Of the model that it belongs to."""
    columns: Mapping[str, str]
    """What each column holds, by its name."""
    rows: Sequence[Mapping[str, Value]]

    def as_json(self) -> bytes:
        """With its licence, its columns and what they mean; a list stays one."""
        document = {
            "format": 1,
            "title": self.title,
            "from": edition(),
            "licence": LICENCE,
            "model_version": self.version,
            "columns": self.columns,
            "rows": [{name: row.get(name) for name in self.columns} for row in self.rows],
        }
        return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"

    def as_csv(self) -> bytes:
        """As the tools write CSV: nothing in it is a formula; a list is parted by semicolons."""
        rows = ([_field(row.get(name)) for name in self.columns] for row in self.rows)
        return in_bytes([list(self.columns), *rows])


def _field(value: Value) -> str | int | None:
    return value if isinstance(value, str | int | None) else "; ".join(value)


def plain(markdown: str) -> str:
    """An author's prose as text, without links, marks and citations."""
    text = _MARKS.sub("", _LINK.sub(r"\1", CITATION.sub("", markdown)))
    return re.sub(r" +([.,:;])", r"\1", " ".join(text.split()))


def cited(*texts: str) -> list[str]:
    """The facts and sources that `texts` cite, each once, as they come."""
    found = [name for text in texts for _, name in CITATION.findall(text)]
    return [name for name in dict.fromkeys(found) if name != JUDGEMENT]
