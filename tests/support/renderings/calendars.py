"""A small strict reader of calendars."""

import re


def events(content):
    """The entries of a calendar, by a small strict reader of RFC 5545."""
    text = content.decode()
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
    lines = re.sub("\r\n[ \t]", "", text).split("\r\n")[:-1]
    assert ["BEGIN:VCALENDAR", "VERSION:2.0"] == lines[:2] and "END:VCALENDAR" == lines[-1]
    found, entry = [], None
    for line in lines[2:-1]:
        name, _, value = line.partition(":")
        assert re.fullmatch(r"[A-Z-]+(;[A-Z]+=[A-Z]+)*", name), line
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", value)
        if line == "BEGIN:VEVENT":
            assert entry is None
            entry = {}
        elif line == "END:VEVENT":
            assert {"uid", "dtstamp", "dtstart", "dtend", "summary"} <= entry.keys()
            found.append(entry)
            entry = None
        elif entry is not None:
            entry[name.partition(";")[0].lower()] = unescaped(value)
    assert entry is None
    return found


def unescaped(value):
    r"""The text of a value; a `,` or `;` that is not escaped is an error."""
    assert re.fullmatch(r"(?:[^\\,;]|\\[\\,;nN])*", value) or re.fullmatch(r"[0-9A-Z;:-]+", value)
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "N": "\n"}.get(found[1], found[1]), value)
