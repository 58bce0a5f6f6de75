"""Checks of a map against the words of its two releases: what it names is there, once.

The form of a map is checked in `build_tools.releases.maps`.
"""

from collections.abc import Mapping

from build_tools.releases import frozen_words
from build_tools.releases.frozen_words import Words
from build_tools.releases.maps import Entry, Map, Maps


def check(maps: Maps, said: Mapping[str, Words]) -> None:
    """Reports what a map names that is not so; `said`: the words of each release and of today."""
    gone: dict[str, str] = {}
    for one in maps.maps:
        old, new = said[one.before], said[one.after]
        named: dict[str, str] = {}
        for entry in one.entries():
            _check_sides(entry, old, new, one)
            _check_kinds(entry)
            _check_changed(entry, old, new)
            _check_na(entry, old, new)
            _check_once(entry, named)
        for id in sorted(gone.keys() & new.keys()):
            stands = f"“{id}” left with {gone[id]} and stands in {one.after}"
            never = "an id is never used again: give the new thing its own"
            one.report.add((), stands, never)
        gone |= {id: one.after for entry in one.entries() for id in entry.gone}


def _check_once(entry: Entry, named: dict[str, str]) -> None:
    """One thing happens to one id; only its other words and its sums may change beside.

    Several questions may be split into one, and a new one may stand in two places of old ones.
    """
    for id in (*entry.gone, *entry.new) if entry.section not in ("words", "counts") else ():
        both = {named.get(id, ""), entry.section}
        if id in named and not (id in entry.new and both in ({"split"}, {"split", "merged"})):
            entry.add(f"“{id}” stands under {named[id]} already", do="one thing happens to one id")
        named.setdefault(id, entry.section)


def _check_sides(entry: Entry, old: Words, new: Words, one: Map) -> None:
    for id in entry.old:
        if id not in old:
            entry.add(f"“{id}” is not in release {one.before}", do="correct it")
        elif id in entry.gone and id in new:
            entry.add(f"“{id}” is still in the model", do="take it out here or there")
    for id in entry.new:
        if id not in new:
            entry.add(f"“{id}” is not in the model", do="correct it or add it")
        elif id in old and entry.section in ("split", "merged", "new"):
            entry.add(
                f"“{id}” is in release {one.before} already", "what it asks must have a new id"
            )


def _check_changed(entry: Entry, old: Words, new: Words) -> None:
    """A line that names a change names one that is there."""
    before, after = old.get(entry.id, {}), new.get(entry.id, {})
    asked = frozen_words.asked(before)
    same = {
        "reworded": bool(asked) and asked == frozen_words.asked(after),
        "again": bool(asked) and asked == frozen_words.asked(after),
        "words": before.get(frozen_words.TOLD) == after.get(frozen_words.TOLD),
        "counts": before.get(frozen_words.COUNTS) == after.get(frozen_words.COUNTS),
    }
    if before and after and same.get(entry.section):
        entry.add("nothing of that has changed", do="take the line out")


def _check_na(entry: Entry, old: Words, new: Words) -> None:
    """An answer that is carried under another id is one that can be given there."""
    if entry.section == "merged" and frozen_words.NA not in new.get(entry.id, {}):
        for id in entry.old if entry.thing.data["becomes"] == "same" else ():
            if frozen_words.NA in old.get(id, {}):
                lost = f"“does not apply” could be answered to {id} and no longer can"
                entry.add(lost, do="say “becomes: ask”")


def _check_kinds(entry: Entry) -> None:
    kinds = {id.partition(" ")[0] for id in (*entry.old, *entry.new)}
    if len(kinds) > 1:
        entry.add(f"mixes {' and '.join(sorted(kinds))}", do="a thing becomes one of its own kind")
    elif entry.section == "again" and kinds != {"dimension"}:
        entry.add("only a dimension is asked again under its id", do="give it a new id, and split")
    elif entry.section in ("reworded", "split", "merged") and not kinds & {*frozen_words.SAVED}:
        entry.add(f"a {kinds.pop()} holds no answer", do="name it under words, new or retired")
    elif entry.section == "retired" and kinds == {"fact"}:
        entry.add("a fact stays, because pages cite it", do="give its id to another as an alias")
    elif entry.section == "merged":
        _check_becomes(entry, kinds.pop())


def _check_becomes(entry: Entry, kind: str) -> None:
    becomes = entry.thing.data["becomes"]
    if kind == "question":
        entry.add("answers to two questions make no third", do="say split or retired")
    elif kind in ("option", "rule") and becomes != "same":
        entry.add("it must say “becomes: same”: whoever chose one of them has chosen the new one")
    elif kind in ("dimension", "practice") and becomes == "same" and len(entry.old) > 1:
        entry.add("“becomes: same” needs one id under “from”", do="say lowest, highest or ask")
