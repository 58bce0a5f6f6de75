"""What a text or a file is that holds neither answers nor a link: our own exports above all.

Told by what is in it, never by its name.  Each is said in one sentence with a way on.
"""

import re
from collections.abc import Iterator, Sequence, Set
from io import BytesIO
from typing import TYPE_CHECKING

from widgets.core.files.refusals import (
    FILE,
    LINK,
    TEXT,
    AnswersError,
    Refusal,
    RefusedError,
    shown,
)
from widgets.core.importing.given_file import LARGEST
from widgets.core.sharing.link_text import ShareError
from widgets.core.words import guide

if TYPE_CHECKING:
    from zipfile import ZipFile

GUIDES = ("KAM Field Guide", guide.NAME)
"""What every export names in it, one of these: another edition has a name of its own."""

BACK = "where the answers are, choose Export and there JSON"
"""What to do with any other export."""

UNPACK = "unpack it and choose the file of answers"
"""What to do with a zip."""

_HEAD = 4_000
"""Characters of a text in which its kind is looked for."""

_OF_GUIDE = re.compile("|".join((*map(re.escape, GUIDES), "kam-programme")), re.IGNORECASE)

_TEXTS: Sequence[tuple[re.Pattern[str], str, str]] = (
    (re.compile(r"BEGIN:VCALENDAR"), "the guide's calendar", "a calendar"),
    (re.compile(r"<svg|<\?xml[^>]*>\s*<svg"), "a picture of the guide", "a picture (SVG)"),
    (re.compile(r"(?i)<(?:!doctype html|html|h1|head|meta)\b"), "the guide's report", "a web page"),
    (re.compile(r"\{\\rtf"), "the guide's report, saved as RTF", "a document (RTF)"),
    (re.compile(r'"?kind"?[,;\t]"?(?:dimension|id)"?[,;\t]'), "the guide's table (CSV)", ""),
    (re.compile(r"# "), "the guide's report (Markdown)", "a text in Markdown"),
)
"""How a text begins: what it is called if it is of this guide, and if not; "": it always is."""

_BYTES: Sequence[tuple[bytes, str]] = (
    (b"%PDF-", "a PDF, such as a printed report"),
    (b"\x89PNG", "a picture (PNG); if it is the code of a link, scan it with a phone"),
    (b"\xff\xd8\xff", "a picture (JPEG); if it is the code of a link, scan it with a phone"),
    (b"GIF8", "a picture (GIF)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, or a mail that was saved by Outlook"),
)
"""How a file begins that is no text, and what it is."""

_ADDRESS = re.compile(r"https?://([^\s/?#<>\"]{1,200})", re.IGNORECASE)

_FILTERS = re.compile(
    r"(?:^|\.)(?:mimecast(?:protect)?\.com|protection\.outlook\.com|urldefense(?:\.proofpoint)?\.(?:com|us)"
    r"|cudasvc\.com|protection\.sophos\.com|secure-web\.cisco\.com|clicktime\.symantec\.com"
    r"|fireeye\.com|hornetsecurity\.com|mailanyone\.net|trendmicro\.com|avanan\.click"
    r"|lnkd\.in|t\.co|bit\.ly|tinyurl\.com|aka\.ms|goo\.gl|is\.gd|ow\.ly|rebrand\.ly)$",
    re.IGNORECASE,
)
"""Hosts that put an address of their own in the place of another."""


def text_of(content: bytes) -> str:
    """The text in a file; of a zip with one JSON in it, that.

    Raises `AnswersError` for what is no text.
    """
    if content.startswith(b"PK\x03\x04"):
        return _text_of(_unpacked(content))
    for begins, what in _BYTES:
        if content.startswith(begins):
            raise _no_answers(what=f"it is {what}")
    return _text_of(content)


def refusal(text: str) -> RefusedError:
    """What to say of a `text` that is neither a file of answers nor a link."""
    begins = text.lstrip("\ufeff \t\r\n")
    for start, what in _BYTES:
        if begins.startswith(start.decode("latin-1")):
            return _no_answers(f"it is {what}")
    if begins.startswith("PK\x03\x04"):
        return _no_answers("it is a packed file, such as a workbook, opened as a text")
    for pattern, ours, others in _TEXTS:
        if pattern.match(begins):
            known = not others or _OF_GUIDE.search(text)
            return _no_answers(f"it is {ours if known else others}")
    if _OF_GUIDE.search(text) and len(text) > 200:
        return _no_answers("it is a text of the guide, such as a copied result")
    found = (
        f"it begins with {shown(text.strip()[:20])}, so it is neither a file of answers nor a "
        "link of this guide"
    )
    must = "a file begins with “{” and a link has “#kam=” in it"
    return _of_address(begins[:_HEAD]) or AnswersError(Refusal(TEXT, found, must))


def _of_address(text: str) -> RefusedError | None:
    """What to say where an address came without the answers."""
    hosts = [found[1] for found in _ADDRESS.finditer(text)]
    for host in hosts:
        if _FILTERS.search(host.partition(":")[0]):
            found = (
                f"a mail filter or a shortener put an address of its own, at {shown(host)}, in "
                "the place of the link, and the answers are not in that"
            )
            do = "open it in a browser, which may lead to the guide"
            return ShareError(Refusal(LINK, found, do=f"{do}, or ask for the answers as a file"))
    if hosts and len(text) < 1_000:
        found = (
            f"it is an address at {shown(hosts[0])} without answers: a link of this guide has "
            "“#kam=” in it"
        )
        do = "if that was lost on the way, ask for the link again, or for the answers as a file"
        return ShareError(Refusal(LINK, found, do=do))
    return None


def _text_of(content: bytes) -> str:
    """`content` read as UTF-8, as UTF-16 where it is marked so, or as Windows writes it."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for codec in ("utf-16",) if marked else ("utf-8", "latin-1"):
        try:
            return content.decode(codec).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    raise AnswersError(Refusal(FILE, "not a text that can be read", do="save it as UTF-8"))


def _unpacked(content: bytes) -> bytes:
    """The one JSON in a zip."""
    import struct  # noqa: PLC0415 - seldom needed, as are these
    import zlib  # noqa: PLC0415
    from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile  # noqa: PLC0415

    broken = (BadZipFile, zlib.error, struct.error)
    try:
        with ZipFile(BytesIO(content)) as packed:
            unpacked = _only_json(packed, {ZIP_STORED, ZIP_DEFLATED})
    except AnswersError:
        raise
    except (*broken, RuntimeError, ValueError, OSError, LookupError, EOFError) as error:
        found = "it is a zip that cannot be unpacked here"
        raise AnswersError(Refusal(FILE, found, do=UNPACK)) from error
    if len(unpacked) > LARGEST:
        found = f"it unpacks to more than {LARGEST / 1e6:.0f} MB, and is not read"
        raise AnswersError(Refusal(FILE, found))
    return unpacked


def _only_json(packed: "ZipFile", readable: Set[int]) -> bytes:
    """The one JSON in a zip, whose ways of packing must be `readable`; cut where it is too long."""
    if {info.compress_type for info in packed.infolist()} - readable:
        raise ValueError(packed)
    names = packed.namelist()
    if what := _office(names, b"".join(_properties(packed, names))):
        raise _no_answers(what=f"it is {what}")
    found = [n for n in names if n.lower().endswith(".json") and "__MACOSX" not in n]
    if len(found) != 1:
        count = f"it is a zip with {len(found)} files of JSON in it, and must hold one"
        raise AnswersError(Refusal(FILE, count, do=UNPACK))
    with packed.open(found[0]) as file:
        return file.read(LARGEST + 1)


def _properties(packed: "ZipFile", names: Sequence[str]) -> Iterator[bytes]:
    """What an Office file says of itself."""
    for name in ("docProps/core.xml", "docProps/app.xml"):
        if name in names and packed.getinfo(name).file_size < LARGEST:
            yield packed.read(name)


def _office(names: Sequence[str], properties: bytes) -> str:
    """What Office file it is; empty if it is none."""
    ours = any(name.encode() in properties for name in GUIDES)
    if "xl/workbook.xml" in names:
        return "the guide's workbook" if ours else "a workbook (Excel)"
    if "word/document.xml" in names:
        return "the guide's report, saved by Word" if ours else "a document (Word)"
    if "ppt/presentation.xml" in names:
        return "a presentation"
    return "a document of an office program" if "mimetype" in names else ""


def _no_answers(what: str) -> AnswersError:
    return AnswersError(Refusal(FILE, what, "only the JSON comes back in", BACK))
