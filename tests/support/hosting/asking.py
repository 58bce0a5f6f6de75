"""Asks a server for files of the site as a browser does; compares what it sends with a table."""

import gzip
from collections.abc import Collection, Iterator, Mapping
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

import yaml

from tests.support.case_files import CASES

SAME = {"text/javascript": "application/javascript", "application/xml": "text/xml"}
"""Second names that browsers take as well."""
KEPT = {"anew": "no-cache", "for-good": "immutable"}


def table() -> list[dict[str, Any]]:
    """What a server must send, by the address that it is asked for."""
    return list(yaml.safe_load((CASES / "hosting" / "answers.yaml").read_text("utf-8")))


def wrong(url: str, site: Path, cannot: Collection[str] = ()) -> list[str]:
    """A line for all that the server at `url` sends otherwise than the table says of `site`.

    `cannot` are the columns that this kind of server cannot give.
    """
    return [
        f"{case['ask']!r}: {said}"
        for case in table()
        for said in _wrong(url, site, {k: v for k, v in case.items() if k not in cannot}, cannot)
    ]


def ask(url: str, **headers: str) -> tuple[int, HTTPMessage, bytes]:
    """Status, headers and body of one answer; no redirect is followed."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=30)
    try:
        query = f"?{parts.query}" if parts.query else ""
        connection.request("GET", parts.path + query, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.msg, answer.read()
    finally:
        connection.close()


def _wrong(url: str, site: Path, case: Mapping[str, Any], cannot: Collection[str]) -> Iterator[str]:
    address, file = _found(site, case["ask"])
    asked = urljoin(url, quote(address, safe="/?=&"))
    status, headers, body = ask(asked, **{"Accept-Encoding": "gzip"})
    if "leads" in case:
        to = unquote(urlsplit(headers.get("Location", "")).path)
        if status not in (301, 302, 307, 308) or to != unquote(urlsplit(url).path) + case["leads"]:
            yield f"{status}, leads to {to!r}"
        return
    if status != case.get("status", 200):
        yield f"status {status}"
    yield from _kind(case, headers)
    yield from _content(case, headers, body, file)
    if "kept" in case:
        yield from _keeping(asked, headers, KEPT[case["kept"]])
    if "policy" not in cannot:
        yield from _policy(headers)


def _kind(case: Mapping[str, Any], headers: HTTPMessage) -> Iterator[str]:
    kind, _, rest = headers.get("Content-Type", "").partition(";")
    if "type" in case and kind not in (case["type"], SAME.get(case["type"])):
        yield f"media type {kind!r}"
    if "charset" in case and "utf-8" not in rest.lower():
        yield f"no charset in {rest!r}"


def _content(
    case: Mapping[str, Any], headers: HTTPMessage, body: bytes, file: Path
) -> Iterator[str]:
    packed = headers.get("Content-Encoding") == "gzip"
    plain = gzip.decompress(body) if packed else body
    if "packed" in case and not (packed and "accept-encoding" in _all(headers, "Vary").lower()):
        yield f"packed: {packed}, Vary: {_all(headers, 'Vary')!r}"
    if "twin" in case and body != Path(f"{file}.gz").read_bytes():
        yield "not the packed twin that lies beside it"
    if file.is_file() and plain != file.read_bytes():
        yield "other bytes than on the disc"
    if case.get("says", "") not in plain.decode("utf-8", "replace"):
        yield f"does not say {case['says']!r}"


def _found(site: Path, pattern: str) -> tuple[str, Path]:
    """The address that `pattern` names, and its file."""
    path, mark, query = pattern.partition("?")
    if "*" in path:
        (file,) = site.glob(path)
        path = file.relative_to(site).as_posix()
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    return path + mark + query, file


def _keeping(asked: str, headers: HTTPMessage, says: str) -> Iterator[str]:
    """What is kept as long as it must, and recognised when it is asked for again."""
    if says not in _all(headers, "Cache-Control"):
        yield f"kept: {_all(headers, 'Cache-Control')!r}"
    again, _, _ = ask(asked, **{"Accept-Encoding": "gzip", "If-None-Match": headers["ETag"] or ""})
    if again != 304:
        yield f"asked again: {again}"


def _policy(headers: HTTPMessage) -> Iterator[str]:
    policy = _all(headers, "Content-Security-Policy")
    for part in ("default-src 'none'", "'wasm-unsafe-eval'", "frame-ancestors *"):
        if policy.count(part) != 1:
            yield f"policy: {policy.count(part)} times {part}"
    for name, value in (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin")):
        if headers.get_all(name) != [value]:
            yield f"{name}: {headers.get_all(name)}"


def _all(headers: HTTPMessage, name: str) -> str:
    return ", ".join(headers.get_all(name) or ())
