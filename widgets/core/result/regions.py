"""The result as a page shows it, region by region."""

import htpy as h

from widgets.core.actions import advice_list, first_steps_list, plan_list, way_up_list
from widgets.core.drawing import bars
from widgets.core.drawing.dots import TITLE
from widgets.core.model.maturity import Practice
from widgets.core.page.controls import button
from widgets.core.result import exposure_list, level, panel, profile_list, terms, working
from widgets.core.result.parts import Parts
from widgets.core.scoring import margins, result_words

SUMS = "The sums of advice, way up and what is not known"
"""What the button says that has them worked out; after every answer would take too long."""


def scope(found: Parts) -> h.Node:
    """What the profile proposes: practices that may not apply, a target for each dimension."""
    return profile_list.draw(found.place.model, found.scoped)


def headline(found: Parts) -> h.Node:
    """The level, what would kill it, what is not known leaves possible, and what is left."""
    return level.of_reader(found.place, found.result, found.name, own=found.editable)


def picture(found: Parts) -> h.Node:
    """Every dimension with its range and its target."""
    return (
        not found.empty and h.h3["Dimension by dimension"],
        bars.dots("result-dots", TITLE, rows(found)),
        terms.picture(found.place, found.result, len(found.answers.targets)),
    )


def radar(found: Parts) -> h.Node:
    """The dimensions as a radar, for those who want one."""
    if found.empty:
        return None
    return bars.radar("result-radar", "The same as a radar", rows(found))


def rows(found: Parts) -> list[bars.Dot]:
    """Every dimension with its range and its target."""
    return [
        bars.Dot(
            d.name,
            d.critical,
            scored.score,
            scored.range,
            found.scoped.targets[d.id].level,
            scored.asked,
        )
        for d in found.place.model.dimensions
        for scored in [found.result.dimensions[d.id]]
    ]


def sums(found: Parts) -> h.Node:
    """Every sum behind the result."""
    if found.empty:
        return None
    model, answers, result = found.place.model, found.answers, found.result
    more = [
        h.h4["How far such results lay from independent judges"],
        h.p[margins.judged(result)],
        working.exposure(model, answers, result),
        working.targets(model, found.scoped),
        not found.name and h.p[button("export.show-sums", SUMS)],
    ]
    return working.draw(model, result, more)


def cap(found: Parts) -> h.Node:
    """What holds the programme below what its mean allows."""
    return level.cap(found.place, found.result)


def first(found: Parts) -> h.Node:
    """What to do, or to write down, this week."""
    return first_steps_list.draw(found.place, found.first)


def focus(found: Parts) -> h.Node:
    """Three things to talk about first."""
    topics = found.topics()
    exposed = any(topic.kind == "exposure" for topic in topics)
    return bool(topics) and (
        h.ol[[h.li[topic.text] for topic in topics]],
        exposed and terms.exposure(found.place),
    )


def climb(found: Parts) -> h.Node:
    """The shortest way to the next level, with a tick to leave each move out."""
    place = found.place
    return way_up_list.draw(place.model, found.result, found.way, found.editable, place.root)


def advice(found: Parts) -> h.Node:
    """The recommendations, each with a tick that puts it into the plan."""
    chosen = found.answers.actions if found.editable else None
    return advice_list.draw(found.place, found.advised, chosen)


def road(found: Parts) -> h.Node:
    """The plan."""
    offered = bool(found.advised) and found.editable
    typed, editable = found.place.visit.typed, found.editable
    return plan_list.draw(found.plan, offered, typed, found.expected(), editable=editable)


def exposure(found: Parts) -> h.Node:
    """The failure factors, most exposed first, with the range that is possible."""
    return exposure_list.draw(found.place, found.result)


def deciding(found: Parts) -> h.Node:
    """What is not known and would change most."""
    return (
        bool(found.deciding_first)
        and not found.empty
        and (
            h.h3["Not known, and it matters"],
            h.ul[[h.li[item.text] for item in found.deciding_first]],
        )
    )


def second_look(found: Parts) -> h.Node:
    """Questions that ask, and never change the score."""
    asked = found.second_looks()
    return bool(asked) and h.ul[[h.li[item.text] for item in asked]]


def jump(found: Parts) -> h.Node:
    """The way to the result, to the list of dimensions, and to the next unanswered question."""
    following = next(found.open_practices(), None)
    answered, total = len(found.answers.practices), len(found.place.model.practice)
    done = f"All {total} are answered"
    words = result_words.standing(found.place.model, found.result, answered, total)
    return (
        panel.jump(words, answered, total),
        h.a(".kam-whole", href="#contents")["All dimensions"],
        h.p(".kam-next", data_kam_key="n", data_kam_says=f"{done}.")[done]
        if following is None
        else h.a(
            ".kam-next",
            href=f"#q-{following.id}",
            data_kam_key="n",
            data_kam_says=_says(found, following),
            aria_keyshortcuts="n",
        )["Next unanswered question", h.kbd["n"]],
    )


def _says(found: Parts, practice: Practice) -> str:
    """What the page says on the way to an unanswered question, which then says its own words."""
    home = found.place.model.home[practice.id]
    number, total = home.practices.index(practice) + 1, len(home.practices)
    return f"Next unanswered question: {home.name}, {number} of {total}."
