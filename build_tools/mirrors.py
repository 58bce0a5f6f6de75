"""What pip and the system know of mirrors, proxies and certificates, in the words of uv and npm.

Runs on any Python from 3.8, before anything is installed; standard library only.
"""

from __future__ import annotations

import ast
import os
import sys
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch, Alpine
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, Red Hat
    "/etc/ssl/ca-bundle.pem",  # SUSE
)
"""Where systems keep the certificates they trust, one that inspects traffic included."""

_NAMED = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
_UV_INDEXES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL")
_SECTIONS = ("global", "install", ":env:")
"""Sections of pip's settings that count for an installation, the stronger later."""


def pip_settings(listed: str) -> dict[str, str]:
    """The settings for `pip install` in what `pip config list` printed, by their names."""
    found: dict[tuple[int, str], str] = {}
    for line in listed.splitlines():
        name, _, value = line.partition("=")
        section, _, key = name.partition(".")
        if section in _SECTIONS and value[:1] in ("'", '"'):
            found[_SECTIONS.index(section), key] = str(ast.literal_eval(value))
    return {key: " ".join(value.split()) for (_, key), value in sorted(found.items())}


def environment(
    pip: Mapping[str, str], given: Mapping[str, str], bundles: Sequence[str], uv_file: bool = False
) -> dict[str, str]:
    """Variables for uv and npm that say what `pip` and the environment `given` say already.

    `bundles` are the system's files of certificates; `uv_file`: uv has settings of its own, whose
    indexes stand. A variable that `given` holds is never changed.
    """
    named = next((given[name] for name in _NAMED if given.get(name)), "")
    bundle = pip.get("cert") or named
    wanted = {
        "UV_FIND_LINKS": ",".join(pip.get("find-links", "").split()),
        "UV_INSECURE_HOST": pip.get("trusted-host", ""),
        "SSL_CLIENT_CERT": pip.get("client-cert", ""),
        "SSL_CERT_FILE": bundle,
        "PIP_CERT": bundle,
        "NODE_EXTRA_CA_CERTS": bundle or next(iter(bundles), ""),
    }
    if not bundle and bundles:
        wanted["UV_SYSTEM_CERTS"] = "1"
    if not uv_file and not any(given.get(name) for name in _UV_INDEXES):
        wanted["UV_DEFAULT_INDEX"] = pip.get("index-url", "")
        if pip.get("extra-index-url"):
            wanted["UV_INDEX"] = pip["extra-index-url"]
            wanted["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # as pip; the lock's hashes guard it
    proxy = pip.get("proxy", "")
    for scheme in ("HTTP", "HTTPS"):
        if proxy and not given.get(f"{scheme.lower()}_proxy"):
            wanted[f"{scheme}_PROXY"] = proxy if "://" in proxy else f"http://{proxy}"
    return {name: value for name, value in wanted.items() if value and not given.get(name)}


def of_this_machine(listed: str) -> dict[str, str]:
    """Variables for uv and npm on this machine; `listed` is what `pip config list` printed."""
    homes = (os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "/etc")
    files = [Path(home, "uv", "uv.toml") for home in homes]
    files.append(Path(os.environ.get("UV_CONFIG_FILE", "")))
    bundles = [bundle for bundle in BUNDLES if Path(bundle).is_file()]
    uv_file = any(file.is_file() for file in files)
    found = environment(pip_settings(listed), os.environ, bundles, uv_file)
    if sys.platform == "darwin":  # the keychain is no file
        found.setdefault("UV_SYSTEM_CERTS", "1")
        found.setdefault("NODE_USE_SYSTEM_CA", "1")
    return found


_SIGNS = (
    *("certificate", "cert_", "ssl", "tls", "dns", "resolve", "enotfound", "eai_again", "connect"),
    *("econn", "etimedout", "timed out", "timeout", "proxy", "unreachable", "failed to fetch"),
    *("403", "407", "502", "503", "network", "no matching distribution"),
)
"""What tools write where the network is closed."""

_MIRROR = "https://…"
"""Stands for the address of a reader's own mirror."""
_LINES = {
    "pip": f"name your mirror with `pip config set global.index-url {_MIRROR}`, and the "
    "certificate of a proxy with `pip config set global.cert /path/to/ca.pem`",
    "uv": f"name your mirror with `export UV_DEFAULT_INDEX={_MIRROR}`, and the certificate of a "
    "proxy with `export SSL_CERT_FILE=/path/to/ca.pem`",
    "npm": f"name your mirror with `export npm_config_registry={_MIRROR}`, and the certificate of "
    "a proxy with `export NODE_EXTRA_CA_CERTS=/path/to/ca.pem`",
    "playwright": f"name your mirror with `export PLAYWRIGHT_DOWNLOAD_HOST={_MIRROR}`, or install "
    "Chromium with your system's package manager",
}


def advice(tool: str, said: str) -> str:
    """The line to set where `tool` could not reach what it needs; empty where it failed otherwise.

    `said` is what the tool wrote.
    """
    line = _LINES.get(tool)
    if line is None or not any(sign in said.lower() for sign in _SIGNS):
        return ""
    return f"If this network is closed or inspects traffic, {line}; then run make again."


NO_PYTHON = (
    "the build needs Python 3.13, which is not on this machine, and uv could not fetch it; get one "
    "with `apt-get install python3.13-venv` (Debian 13, Ubuntu 25.04), `dnf install python3.13` "
    "(Fedora), `brew install python@3.13` or `pyenv install 3.13`, or name one that you have with "
    "`make serve PYTHON=/path/to/python3.13`, or a mirror of uv's with "
    "`export UV_PYTHON_INSTALL_MIRROR=https://…`."
)
"""What to do where no Python 3.13 is to be had."""
