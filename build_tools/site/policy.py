"""The Content-Security-Policy: what a page may load and run, as a meta tag and as a header."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.site.hashed_names import HASHED
from build_tools.site.tokens import standing_alone

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self'",
        "connect-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'none'",
    )
)
"""The policy of every page but one: no inline script, no other origin, no `eval`."""

_TEMPLATES = Path(__file__).parents[1] / "templates"
_ADDRESS = _TEMPLATES.parents[1] / "docs" / "assets" / "javascripts" / "address.js"
"""A module of every page with a tool, which that page holds without its `export`."""


def _alone(module: str) -> str:
    return re.sub("^export ", "", module, flags=re.MULTILINE)


LOST = {
    "style": standing_alone((_TEMPLATES / "lost.css").read_text(encoding="utf-8")),
    "script": _alone(_ADDRESS.read_text(encoding="utf-8"))
    + (_TEMPLATES / "lost.js").read_text(encoding="utf-8"),
}
"""What stands in the page for a missing address, which a server gives at any depth."""
LOST_PAGE = "404.html"


def _with_hashes(policy: str) -> str:
    for what, text in LOST.items():
        found = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        policy = policy.replace(f"{what}-src 'self'", f"{what}-src 'self' 'sha256-{found}'")
    return policy


LOST_POLICY = _with_hashes(POLICY)
"""The policy that allows that page its style and its script as well, and no other inline text."""

_HEAD = re.compile(r'<meta charset="utf-8">', re.IGNORECASE)
_INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>", re.IGNORECASE
)
_AHEAD = re.compile(r'<link rel="?(?:prev|next)"? [^>]*>')
_STYLE = re.compile(r'<style\b|<[a-z][^<>]*\sstyle="', re.IGNORECASE)
_HANDLER = re.compile(r"<[a-z][^<>]*\son[a-z]+=", re.IGNORECASE)


class PolicyError(BuildError):
    """A built page holds what the policy forbids."""


def with_meta(html: str, policy: str = POLICY) -> str:
    """`html` with `policy` as its first meta tag after the character set.

    Leaves out what would make Firefox fetch the next page ahead, which the policy forbids.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _HEAD.sub(lambda match: match[0] + meta, _AHEAD.sub("", html), count=1)


def check(site: Path) -> None:
    """Raises `PolicyError` naming every built page that the policy would break."""
    found = []
    for page in sorted(site.rglob("*.html")):
        name, html = str(page.relative_to(site)), page.read_text(encoding="utf-8")
        if page == site / LOST_PAGE:
            for what, text in LOST.items():
                html = html.replace(f"<{what}>{text}</{what}>", "")
        for what, pattern in (("script", _INLINE), ("style", _STYLE), ("handler", _HANDLER)):
            if match := pattern.search(html):
                found.append(Mistake(name, f"inline {what}", match[0][:60]))
        if "Content-Security-Policy" not in html:
            found.append(Mistake(name, "", "no policy", "its head has no character set"))
    if found:
        raise PolicyError(Mistake(found="The policy forbids what these pages hold:"), *found)


def nginx_recipe(path: str = "/") -> str:
    """The recipe for nginx, to be included in a `server` block: headers, compression, 404 page.

    `path` is where the site stands on its host, with a slash at both ends.
    """
    return f"""\
# The KAM Field Guide: include this file in the `server` block that serves the site.
# A meta tag in a page does not bind a web worker; this header on its file does.
add_header Content-Security-Policy "{LOST_POLICY}; frame-ancestors *" always;
add_header X-Content-Type-Options "nosniff" always;
add_header Referrer-Policy "same-origin" always;

# For addresses that lead nowhere. If the site stands under a path, name it: "/path/404.html".
error_page 404 "{path}404.html";

# What stands under a name that holds a hash of its content never changes; all else is asked for
# anew each time, which costs a few bytes where nothing changed.
set $kam_kept "no-cache";
if ($uri ~ "{HASHED}") {{ set $kam_kept "public, max-age=31536000, immutable"; }}
add_header Cache-Control $kam_kept;
etag on;
gzip on;
gzip_static on;  # take the packed twins of the two large files as they are
gzip_comp_level 6;
gzip_vary on;
gzip_min_length 512;
gzip_types text/css text/plain application/javascript application/json application/wasm
           application/zip application/xml image/svg+xml;
"""
