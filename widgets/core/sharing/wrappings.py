"""Undoes what mail filters, chats and mail programs do to the addresses in a text.

Most of them carry the whole address in their own: as percent signs, once or several times
(Safe Links, Teams, Barracuda, Cisco, Google, Slack, LinkedIn and others), in an alphabet of their
own (Proofpoint), or as base 64 (Sophos).  Bounded, and never fails: what it cannot read, it leaves.
"""

import re
from base64 import urlsafe_b64decode
from itertools import islice

ROUNDS = 6
"""Wrappings in one another that are undone."""

MOST = 100_000
"""Characters of a text in which wrappings are looked for; a longer one stays as it is."""

_NOT_SEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = str.maketrans("\u2010\u2011", "--")
_PERCENT = re.compile(r"%([0-7][0-9A-Fa-f])")
_ENTITY = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,4})|([0-9]{1,5}));")
_QUOTED = re.compile(r"(?<=kam)=3D(?=[0-9])", re.IGNORECASE)
_PROOFPOINT_2 = re.compile(r"(?<=[?&]u=)https?-3A[^&\"<>]{1,4000}")
_PROOFPOINT_3 = re.compile(r"/v3/__(.{1,2000}?)__;([0-9A-Za-z_-]{0,2000})!!", re.DOTALL)
_RUN = re.compile(r"\*\*([0-9A-Za-z_-])|\*")
_BASE_64 = re.compile(r"aHR0c[0-9A-Za-z+/_-]{16,4000}")
_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def unwrapped(text: str) -> str:
    """`text` with every address in it as it was before it was sent."""
    for _ in range(ROUNDS if len(text) <= MOST else 0):
        before, text = text, _once(text)
        if before == text:
            break
    return text


def _once(text: str) -> str:
    text = _NOT_SEEN.sub("", text).translate(_DASHES)
    text = _PROOFPOINT_3.sub(_proofpoint_3, text)
    text = _PROOFPOINT_2.sub(_proofpoint_2, text)
    text = _BASE_64.sub(lambda found: _decoded(found[0]) or found[0], text)
    text = _ENTITY.sub(lambda found: chr(int(found[1], 16) if found[1] else int(found[2])), text)
    return _QUOTED.sub("=", _PERCENT.sub(_sign, text))


def _sign(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _proofpoint_2(found: re.Match[str]) -> str:
    """Version 2: a minus stands for a percent sign, a low line for a slash."""
    return _PERCENT.sub(_sign, found[0].replace("-", "%").replace("_", "/"))


def _proofpoint_3(found: re.Match[str]) -> str:
    """Version 3: a star stands for a sign, two stars and a letter for several; these follow."""
    signs = iter(_decoded(found[2]))

    def put(star: re.Match[str]) -> str:
        count = 2 + _LENGTHS.index(star[1]) if star[1] else 1
        return "".join(islice(signs, count)) or star[0]

    return "/v3/ " + _RUN.sub(put, found[1]) + " "


def _decoded(text: str) -> str:
    """The text behind letters of base 64; empty where there is none."""
    letters = text.translate(str.maketrans("+/", "-_"))
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    try:
        return urlsafe_b64decode(letters + "=" * (-len(letters) % 4)).decode()
    except ValueError:  # of base 64 or of UTF-8
        return ""
