"""The bill of materials of the site, in the form of CycloneDX: works, files, licences, hashes."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from build_tools.site.notices import Work
from widgets.core.words.guide import edition

FILE = "bom.cdx.json"
NAME = "kam-field-guide"

_FILES: Mapping[str, Sequence[str]] = {
    "npm pyodide": ("assets/runtime/*/pyodide*",),
    "cpython": ("assets/runtime/*/pyodide.asm.wasm*", "assets/runtime/*.zip*"),
    "pypi mkdocs-material": ("assets/javascripts/bundle.*", "assets/stylesheets/*"),
    "pypi mkdocs": ("assets/javascripts/workers/*",),
    "icons": ("assets/stylesheets/*",),
    "pypi htpy": ("assets/runtime/*/htpy-*", "assets/runtime/*/kam.zip*"),
    "pypi markupsafe": ("assets/runtime/*/markupsafe-*", "assets/runtime/*/kam.zip*"),
    "pypi segno": ("assets/runtime/*/library.zip*",),
    "pypi xlsxwriter": ("assets/runtime/*/library.zip*",),
    "pypi python-docx": ("papers/*.docx",),
    "npm idiomorph": ("assets/javascripts/*/idiomorph.js",),
    "npm @fontsource-variable/source-sans-3": ("assets/fonts/guide-sans*",),
    "npm @fontsource-variable/source-serif-4": ("assets/fonts/guide-serif*",),
}
"""Where in the site each work is, by its package; a file may hold several."""


def bill(version: str, works: Sequence[Work], files: Mapping[str, bytes], day: datetime) -> bytes:
    """The bill as JSON for the `files` of the site by address; the same input gives the same bytes.

    `day` is that of the release. Its serial number follows from what it says.
    """
    document: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": day.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": NAME,
                "name": NAME,
                "version": version,
                "description": f"{edition()}: a static site with tools in Python",
                "licenses": [_licence("MIT"), _licence("CC-BY-4.0")],
            },
        },
        "components": [_component(work, files) for work in works],
        "dependencies": [
            {"ref": NAME, "dependsOn": [_ref(work) for work in works]},
            *({"ref": _ref(work)} for work in works),
        ],
    }
    serial = uuid5(NAMESPACE_URL, json.dumps(document))
    document = {"serialNumber": f"urn:uuid:{serial}", **document}
    return json.dumps(document, indent=1, ensure_ascii=False).encode() + b"\n"


def _component(work: Work, files: Mapping[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": _ref(work),
        "name": work.name,
        "version": work.version,
        "licenses": [_licence(work.licence)],
    }
    kind, _, package = work.package.partition(" ")
    if package:
        found["purl"] = f"pkg:{kind}/{quote(package)}@{work.version}"
    inside = {a: data for a, data in sorted(files.items()) if _holds(a, work.package)}
    found["components"] = [_file(address, data, work) for address, data in inside.items()]
    return found


def _holds(address: str, package: str) -> bool:
    return any(fnmatchcase(address, pattern) for pattern in _FILES.get(package, ()))


def _file(address: str, content: bytes, work: Work) -> dict[str, Any]:
    digest = hashlib.sha256(content).hexdigest()
    return {
        "type": "file",
        "bom-ref": f"{_ref(work)}/{address}",
        "name": f"site/{address}",
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }


def _licence(id: str) -> dict[str, Any]:
    return {"license": {"id": id}}


def _ref(work: Work) -> str:
    return f"{work.package.replace(' ', ':')}@{work.version}"
