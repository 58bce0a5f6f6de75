"""What every server must send with the site, whatever it is called: the recipes say it alike."""

from collections.abc import Sequence
from dataclasses import dataclass

KEPT = "public, max-age=31536000, immutable"
"""For what stands under a name that holds a hash of its content: it never changes."""
ANEW = "no-cache"
"""For all else, the pages and the worker that keeps them above all: asked for anew each time."""
FRAMES = "frame-ancestors *"
"""The one line that says who may embed the pages."""

MEDIA_TYPES = {
    ".css": "text/css",
    ".bib": "text/plain",
    ".cff": "text/plain",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".gz": "application/gzip",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""Media type by ending: browsers refuse a script, a style sheet or a typeface under another."""

COMPRESSED = (
    *("text/html", "text/css", "text/csv", "text/plain", "text/javascript"),
    *("application/javascript", "application/json", "application/wasm", "application/xml"),
    *("application/zip", "image/svg+xml"),
)
"""What gets smaller on its way: our archives are stored, not packed, so that it does."""

PACKED = ("wasm", "zip")
"""Endings of the files that have a packed twin beside them, with `.gz` behind its name."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """What the recipes need to know of this build."""

    policy: str
    """The Content-Security-Policy that fits every page."""
    hashed: str
    """Matches, as a regular expression, the address of what never changes."""
    folders: Sequence[str]
    """The folders that hold nothing else, below the site: for servers that match no expression."""
    path: str = "/"
    """Where the site stands on its host, with a slash at both ends."""

    @property
    def headers(self) -> dict[str, str]:
        """What goes with every answer, beside the policy."""
        return {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
