"""The page that says what an organisation changed, made from its overlay."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.overlay.records import Records
from build_tools.overlay.settings import Settings
from build_tools.overlay.site_files import ORIGINAL

MEASURED = ("method/how-well-does-it-measure.md", "method/what-each-question-tells.md")
"""Pages of figures that hold for our questions alone."""

_KINDS = {
    "practices": "practice",
    "dimensions": "dimension",
    "failure_factors": "failure factor",
    "structures": "structure",
}
_PAGES = {"failure_factors": "why-it-fails"}
_WORDS = {"hide": "hidden", "ladder": "ladder"}


@dataclass(frozen=True, slots=True)
class What:
    """What was changed, beside what the settings say."""

    replaced: Mapping[str, str]
    """Pages of ours by address, with the titles that they had."""
    hidden: Mapping[str, str]
    logo: bool
    records: Records
    along: Sequence[str]
    """What went along with hidden things."""
    alike: bool
    """Whether the overlay asks what we ask."""


def page(settings: Settings, what: What) -> str:
    """The page as Markdown."""
    name = settings.organisation
    lines = "\n".join(f"- {line}" for line in (*_frame(settings, what), *_model(what)))
    return f"""---
title: "What {name} changed"
description: "What differs here from {ORIGINAL}, line by line."
---

# What {name} changed

What differs here from {ORIGINAL}, line by line, for whoever compares the two.
These are the changes of {name}, version {settings.version}. The build writes this page.

{lines}

## Answers, links and files

{_passing(settings, what.alike)}

All else is {ORIGINAL}. Its text may be changed and passed on under CC BY 4.0.

## Next

[Start here](../start/index.md).
"""


def _passing(settings: Settings, alike: bool) -> str:
    if alike:
        return (
            f"The questions and rungs are those of {ORIGINAL}. Answers, links and files of one "
            "guide can be read in the other, and how well results are measured holds here too."
        )
    return (
        f"{settings.organisation} changed what is asked or counted. So this guide does not say how "
        "far a result lies from independent judgement: that was measured with our questions. "
        f"A link or file of this guide is not read by {ORIGINAL}, nor one of that here; each says "
        "so in a sentence and names the guide to open it in."
    )


def _frame(settings: Settings, what: What) -> Iterator[str]:
    yield f"**Name**: {settings.name}, where we said {ORIGINAL}."
    if what.logo:
        yield "**Logo**: one of its own."
    if settings.colours:
        hues = {"ours": "the supplier", "theirs": "the customer"}
        yield f"**Colours**: of {' and of '.join(hues[hue] for hue in settings.colours)}."
    for title, address in settings.links:
        yield f"**A link** at the foot of each page: [{title}]({address})."
    for role in settings.roles:
        yield (
            f"**A role**: “{role.here}”, where we said “{role.ours}”, in pages and questions. "
            "Evidence and worked examples keep our word."
        )
    for address, title in what.replaced.items():
        yield f"**A page in its own words**: [{_plain(title)}](../{address})."
    for address, title in what.hidden.items():
        yield f"**A page that is not used**: [{_plain(title)}](../{address})."


def _model(what: What) -> Iterator[str]:
    for kind, thing in what.records:
        folder = _PAGES.get(kind, kind)
        link = f"[{thing.id}](../{folder}/{thing.id}.md)"
        if "hide" in thing.data:
            yield f"**A {_KINDS[kind]} that is not used**: {link}."
        elif kind == "practices" and thing in what.records.new():
            yield f"**A new practice**: {link}: {_plain(thing.data['statement'])}"
        else:
            keys = ", ".join(key.replace("_", " ") for key in thing.data if key != "id")
            yield f"**A {_KINDS[kind]} in its own words**: {link} ({keys})."
    for one in what.along:
        yield f"**Goes along**: {_plain(one)}, which rests on what is hidden."


def _plain(text: str) -> str:
    """A text that no page takes for marks of its own."""
    return re.sub(r"([\[\]<>*_`{}\\|])", r"\\\1", " ".join(text.split()))


def with_note(text: str, address: str, settings: Settings, alike: bool) -> str:
    """A page of figures with a word on whose questions they were measured."""
    if alike or address not in MEASURED:
        return text
    note = (
        f"**These figures hold for the questions of {ORIGINAL}.** {settings.organisation} changed "
        "what is asked, so none of them is shown beside a result here."
    )
    return re.sub(r"(?m)^(# .+\n)", lambda match: f"{match[1]}\n{note}\n", text, count=1)
