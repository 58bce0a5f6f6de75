"""The names of the form's fields, and what some of their values mean."""

import re

QUICK = "quick."
PRACTICE = "practice."
REASON = "reason."
PROFILE = "profile."
TARGET = "target."
PLAN = "plan."
OWNER = "plan-owner."
PLAN_MONTH = "plan-month."
LEAVE = "leave."
"""Prefixes of the names of fields; an id follows."""

DETAILS = {
    "note.": "note",
    "evidence.": "evidence",
    "dated.": "dated",
    "owner.": "owner",
    "proof.": "proof",
}
"""Prefix of the fields about one practice, and their key in the answers file."""

TYPING_DAY = re.compile(r"[0-9]{4,6}-[0-9]{2}-[0-9]{2}")
"""A day whose year is being typed, such as 0002-03-05."""

TICKED = ("yes", "on")
"""Value of a ticked box: ours, and what a browser gives a box without one."""

NA = "na"
"""Value of a practice that does not apply; its reason is a field of its own."""
