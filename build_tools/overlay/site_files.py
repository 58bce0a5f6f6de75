"""The files of the site's frame with an organisation's name, links and pages in them."""

import json
import re
from collections.abc import Iterable, Sequence

from build_tools.overlay.settings import Settings
from build_tools.text.markdown import FRONT, front

ORIGINAL = "The KAM Field Guide"

CHANGES = "own/changes.md"
"""The page that says what the organisation changed."""

_BEHIND = "  - Behind the guide:\n"
_NOT_LISTED = "not_in_nav: |\n"


def names(text: str, said: Settings) -> str:
    """The module of the guide's names with those of this edition."""
    values = {"NAME": said.name, "SHORT": said.short_name}
    values |= {"ORGANISATION": said.organisation, "OVERLAY": said.edition}
    return re.sub(
        rf'(?m)^({"|".join(values)}) = ".*"$',
        lambda match: f"{match[1]} = {json.dumps(values[match[1]])}",
        text,
    )


def settings(text: str, said: Settings, own: Sequence[str], hidden: Iterable[str]) -> str:
    """`mkdocs.yml` with name, links and the `own` pages; `hidden` ones stand in no menu."""
    text = _line(text, "site_name", said.name)
    if said.description:
        text = _line(text, "site_description", said.description)
    listed = "".join(f"      - {address}\n" for address in (*own, CHANGES))
    section = f"  - {json.dumps(said.organisation, ensure_ascii=False)}:\n{listed}"
    text = text.replace(_BEHIND, section + _BEHIND)
    for address in hidden:
        text = re.sub(rf"(?m)^ +- {re.escape(address)}\n", "", text)
        text = text.replace(_NOT_LISTED, f"{_NOT_LISTED}  /{address}\n")
    links = [{"title": name, "address": address} for name, address in said.links]
    data = {"from": ORIGINAL, "changes": CHANGES.removesuffix(".md"), "links": links}
    return text.replace("\nextra:\n", f"\nextra:\n  own: {json.dumps(data)}\n")


def _line(text: str, key: str, value: str) -> str:
    said = f"{key}: {json.dumps(value, ensure_ascii=False)}"
    return re.sub(rf"(?m)^{key}: .*$", lambda _: said, text, count=1)


def stub(title: str, said: Settings, up: str) -> str:
    """The page in the place of one that is hidden; `up` leads from there to the root."""
    plain = title.replace('"', "'")
    return f"""---
title: "{plain}"
description: "{said.organisation} does not use this page."
---

# {title}

{said.organisation} does not use this page of {ORIGINAL}.
The address stays, so that links to it lead somewhere.

## Next

[What {said.organisation} changed]({up}{CHANGES}), or [start here]({up}start/index.md).
"""


def with_key(text: str, ours: str) -> str:
    """A page in the place of `ours` with its key, so that it keeps the short address."""
    key = front(ours).get("key")
    if not key or front(text).get("key"):
        return text
    if FRONT.match(text):
        return text.replace("---\n", f"---\nkey: {key}\n", 1)
    return f"---\nkey: {key}\n---\n\n{text}"


def without_questions(markdown: str, gone: Iterable[str]) -> str:
    """A page without the questions in it that ask hidden practices."""
    for id in gone:
        markdown = re.sub(
            rf"(?m)^```widget\nquestions\npractice: {re.escape(id)}\n```\n", "", markdown
        )
        markdown = re.sub(
            rf"(?m)^(practices: .*?)(?<![\w-]){re.escape(id)}(?![\w-]),? ?", r"\1", markdown
        )
    return re.sub(r"(?m)^```widget\nquestions\npractices: *,? *\n```\n", "", markdown)
