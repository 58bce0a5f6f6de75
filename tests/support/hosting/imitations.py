"""Hosts that cannot run here, imitated by what their makers say they do: a small real server."""

import hashlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote, urlsplit
from xml.etree import ElementTree

from build_tools.hosting.headers import MEDIA_TYPES
from build_tools.hosting.recipes import IIS

UPLOADED = MEDIA_TYPES | {".wasm": "binary/octet-stream", ".zip": "binary/octet-stream"}
"""Media types as a tool for uploading guesses them."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a host treats what it is asked for."""

    types: Mapping[str, str] = field(default_factory=lambda: UPLOADED)
    """Media type by ending; a file of another kind is sent as bytes."""
    strict: bool = False
    """Whether a file of another kind is not sent at all."""
    slash: Literal["added", "dropped"] = "added"
    """What becomes of the last slash of a folder's address: it is led to the other form."""
    lost: str = "404.html"
    """The page for a missing address; empty: the host has one of its own."""
    headers: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    """Cache-Control by the beginning of the address."""
    login: bool = False
    """Whether a form stands before all, as long as no cookie says that it was sent."""


PAGES = Habits(headers={"Cache-Control": "max-age=600", "Access-Control-Allow-Origin": "*"})
"""As GitHub Pages: own headers, `404.html` taken by itself."""
STORE = Habits(lost="")
"""As an S3-style store: documents of folders, and an error in XML for what is missing."""
DROPPER = Habits(slash="dropped")
"""As npm's `serve` told so, and some routers: no address of a folder ends in a slash."""
LOGIN = Habits(login=True)
"""As a gate before an intranet: a form, which then leads back to the address that was asked for."""


def iis(site: Path) -> Habits:
    """As IIS reads the `web.config` of `site`."""
    root = ElementTree.parse(site / IIS).getroot()  # noqa: S314 - our own
    types = {m.get("fileExtension", ""): m.get("mimeType", "") for m in root.iter("mimeMap")}
    headers = {h.get("name", ""): h.get("value", "") for h in root.iterfind(".//customHeaders/add")}
    kept = {"": "no-cache"}
    assert (
        root.find("system.webServer/staticContent/clientCache[@cacheControlMode='DisableCache']")
        is not None
    )
    for location in root.iter("location"):
        cache = location.find(".//clientCache")
        assert cache is not None and cache.get("cacheControlMaxAge") == "365.00:00:00"
        kept[f"{location.get('path')}/"] = f"{cache.get('cacheControlCustom')}, max-age=31536000"
    error = root.find(".//httpErrors/error[@statusCode='404'][@responseMode='File']")
    assert error is not None
    return Habits(types, strict=True, lost=error.get("path", ""), headers=headers, kept=kept)


@contextmanager
def imitation(site: Path, habits: Habits, path: str = "/") -> Iterator[str]:
    """Address of `site` at `path` of a host with these `habits`; stops it at the end."""
    host = type("Host", (_Host,), {"site": site, "habits": habits, "path_of_site": path})
    server = ThreadingHTTPServer(("127.0.0.1", 0), host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{quote(path)}"
    finally:
        server.shutdown()
        server.server_close()


class _Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Path
    habits: Habits
    path_of_site: str

    def log_message(self, *args: object) -> None:
        pass

    def do_POST(self) -> None:
        """A form that was sent: in from now on, and back to where the reader came from."""
        self._send(303, {"Location": urlsplit(self.path).query, "Set-Cookie": "in=1; Path=/"})

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if self.habits.login and "in=1" not in self.headers.get("Cookie", ""):
            form = f'<form method="post" action="/login?{parts.path}"><button>Sign in</button>'
            self._send(200, {"Content-Type": "text/html"}, form.encode())
            return
        name = unquote(parts.path).removeprefix(self.path_of_site).lstrip("/")
        folder = (self.site / name).is_dir()
        if folder and (led := self._led(parts.path, name)):
            query = f"?{parts.query}" if parts.query else ""
            self._send(301, {"Location": led + query})
        else:
            self._file(self.site / name / "index.html" if folder else self.site / name, name)

    def _led(self, path: str, name: str) -> str:
        """The other form of a folder's address, where this host has a reader led there."""
        if self.habits.slash == "added":
            return "" if path.endswith("/") else f"{path}/"
        return path.rstrip("/") if name and path.endswith("/") else ""

    def _file(self, file: Path, name: str) -> None:
        habits = self.habits
        known = file.is_file() and (not habits.strict or file.suffix in habits.types)
        if not known and not habits.lost:
            self._send(404, {"Content-Type": "application/xml"}, b"<Error/>")
            return
        shown = file if known else self.site / habits.lost
        content = shown.read_bytes()
        kind = habits.types.get(shown.suffix, "application/octet-stream")
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        headers = {"Content-Type": kind, "ETag": tag, **habits.headers}
        if starts := [start for start in habits.kept if name.startswith(start)]:
            headers["Cache-Control"] = habits.kept[max(starts)]
        if known and self.headers.get("If-None-Match") == tag:
            self._send(304, headers)
        else:
            self._send(200 if known else 404, headers, content)

    def _send(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
