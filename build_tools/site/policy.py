"""The Content-Security-Policy: what a page may load and run, as a meta tag and as a header."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.site.tokens import standing_alone

_TEMPLATES = Path(__file__).parents[1] / "templates"
_ADDRESS = _TEMPLATES.parents[1] / "docs" / "assets" / "javascripts" / "address.js"
"""A module of every page with a tool, which that page holds without its `export`."""


SLASH = "".join(
    line.strip()
    for line in (_TEMPLATES / "slash.js").read_text(encoding="utf-8").splitlines()
    if not line.startswith("//")
)
"""What stands in each page before all that loads: puts right an address without its slash."""


def in_policy(text: str) -> str:
    """How a policy names an inline script or style: by its hash."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' {in_policy(SLASH)} 'wasm-unsafe-eval'",
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
"""The policy of every page but one: no inline script but that, no other origin, no `eval`."""

WATCHED = POLICY.replace(in_policy(SLASH), "'unsafe-inline'")
"""Under `make serve`: MkDocs writes into each page a script of its own, which loads it anew once
it is built again. Where a hash stands, browsers ignore that inline scripts are allowed."""


def _alone(module: str) -> str:
    return re.sub("^export ", "", module, flags=re.MULTILINE)


BACK = 'addEventListener("popstate", () => location.reload());'
"""In a page that stands where another was wanted: the theme changes the address before it asks for
the page, so that for the browser a step back from here changes the address alone."""

LOST = {
    "style": standing_alone((_TEMPLATES / "lost.css").read_text(encoding="utf-8")),
    "script": _alone(_ADDRESS.read_text(encoding="utf-8"))
    + (_TEMPLATES / "lost.js").read_text(encoding="utf-8")
    + BACK,
}
"""What stands in the page for a missing address, which a server gives at any depth."""
LOST_PAGE = "404.html"


def _with_hashes(policy: str) -> str:
    for what, text in LOST.items():
        policy = policy.replace(f"{what}-src 'self'", f"{what}-src 'self' {in_policy(text)}")
    return policy


LOST_POLICY = _with_hashes(POLICY)
"""The policy that allows that page its style and its script as well, and no other inline text."""

AWAY_POLICY = LOST_POLICY.replace("script-src 'self'", f"script-src 'self' {in_policy(BACK)}")
"""The same for the page that stands in for one that was not kept: its script is `BACK` alone."""

_HEAD = re.compile(r'<meta charset="utf-8">', re.IGNORECASE)
_INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>", re.IGNORECASE
)
_AHEAD = re.compile(r'<link rel="?(?:prev|next)"? [^>]*>')
_STYLE = re.compile(r'<style\b|<[a-z][^<>]*\sstyle="', re.IGNORECASE)
_HANDLER = re.compile(r"<[a-z][^<>]*\son[a-z]+=", re.IGNORECASE)
_SUSPECT = re.compile(r"on(?<=\son)[a-z]+=")
"""What every handler has, in small letters: sought sooner than a tag, and few pages have it."""


class PolicyError(BuildError):
    """A built page holds what the policy forbids."""


def with_meta(html: str, policy: str = POLICY) -> str:
    """`html` with `policy` as its first meta tag after the character set, and `SLASH`.

    The page for a missing address, which has a policy of its own, has no slash to miss.
    Leaves out what would make Firefox fetch the next page ahead, which the policy forbids.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    if policy in (POLICY, WATCHED):
        meta += f"<script>{SLASH}</script>"
    return _HEAD.sub(lambda match: match[0] + meta, _AHEAD.sub("", html), count=1)


def check(site: Path) -> None:
    """Raises `PolicyError` naming every built page that the policy would break."""
    found = []
    for page in sorted(site.rglob("*.html")):
        name, html = str(page.relative_to(site)), page.read_text(encoding="utf-8")
        html = html.replace(f"<script>{SLASH}</script>", "", 1)
        if page == site / LOST_PAGE:
            for what, text in LOST.items():
                html = html.replace(f"<{what}>{text}</{what}>", "")
        small = html.lower()
        styled = 'style="' in small or "<style" in small
        for what, pattern, suspect in (
            ("script", _INLINE, True),
            ("style", _STYLE, styled),
            ("handler", _HANDLER, _SUSPECT.search(small)),
        ):
            if suspect and (match := pattern.search(html)):
                found.append(Mistake(name, f"inline {what}", match[0][:60]))
        if "Content-Security-Policy" not in html:
            found.append(Mistake(name, "", "no policy", "its head has no character set"))
    if found:
        raise PolicyError(Mistake(found="The policy forbids what these pages hold:"), *found)
