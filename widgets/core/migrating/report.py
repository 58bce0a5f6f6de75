"""What became of the answers of an older release, as a list: for a panel and for a file.

Plain data in the blocks of a written report.  Pure; texts of the reader's are not escaped here.
"""

from collections.abc import Iterator, Mapping, Sequence

from widgets.core.answers.field_kinds import DETAILS
from widgets.core.answers.problems import Offer
from widgets.core.answers.states import UNKNOWN
from widgets.core.migrating.file_migration import Gone, Joined, Migrated, Old, Reworded
from widgets.core.migrating.things import asked
from widgets.core.model.maturity import Model
from widgets.core.model.release_maps import RULES, Words
from widgets.core.words.english import number_of
from widgets.core.writing.blocks import (
    Block,
    Item,
    Line,
    Listing,
    Paragraph,
    Section,
    Strong,
    Table,
)

_RUNGS = ("0", "1", "2", "3", "4")


def sections(migrated: Migrated, model: Model) -> list[Section]:
    """The list; a section with nothing in it is left out."""
    found = {
        "again": ("Asked again", list(_again(migrated, model))),
        "reworded": ("Carried, in other words now", list(_reworded(migrated.reworded))),
        "merged": ("Several answers became one", list(_merged(migrated.merged, model))),
        "retired": ("No longer asked", list(_retired(migrated))),
        "new": ("New questions", list(_new(migrated, model))),
        "carried": ("Carried as they were", list(_carried(migrated, model))),
    }
    return [Section(id, title, blocks) for id, (title, blocks) in found.items() if blocks]


def sentence(migrated: Migrated) -> str:
    """What became of the answers, in one sentence with the figures."""
    stand = len(migrated.carried) + len(migrated.reworded)
    words = f", {len(migrated.reworded)} in other words now" if migrated.reworded else ""
    merged = sum(len(one.parts) for one in migrated.merged)
    parts = (
        (stand, "answer stands", "answers stand", f"as given{words}"),
        (merged, "answer is", "answers are", "merged"),
        (len(migrated.again), "question is", "questions are", "asked again"),
        (len(migrated.retired), "answer is", "answers are", "kept and no longer asked for"),
        (len(migrated.new), "question is", "questions are", "new"),
    )
    said = (f"{number_of(count, one, many)} {what}" for count, one, many, what in parts if count)
    told = "; ".join(said) or "nothing has to be done"
    return (
        f"These answers come from version {migrated.before} of the model; this guide has "
        f"{migrated.after}: {told}.{no_level(migrated)}"
    )


def no_level(migrated: Migrated) -> str:
    """Why answers of an older release make no level here; empty where they may make one."""
    if not migrated.few:
        return ""
    stand = f"{migrated.stand} of" if migrated.stand else "none of"
    return (
        f" Of the answers that make a level, {stand} {migrated.given} can be counted, so no level "
        "is shown and no movement is told."
    )


def offer(migrated: Migrated) -> Offer:
    """What a page says while records of an older release are kept; its button shows the list."""
    return Offer(sentence(migrated), "earlier.migrate", "See what changed, and keep them")


def name(words: Words) -> str:
    """What a thing is called in a list: its question, or what stands for one."""
    keys = ("statement", "question", "label", "title")
    return next((words[key] for key in keys if key in words), "")


def old_answer(old: Old) -> str:
    """What was answered, in words."""
    state = old.entry.get("state")
    if isinstance(state, Mapping):
        reason = str(state.get("na") or "")
        return f"Does not apply: {reason}" if reason else "Does not apply"
    if state == UNKNOWN:
        return "We don't know"
    if "action" in old.entry:
        return "In your plan"
    if state is None:
        beside = "a note" if "details" in old.entry else ""
        beside = f"a target of {old.entry['target']}" if "target" in old.entry else beside
        return f"No answer, but {beside}" if beside else "No answer"
    if state is True:
        return "Chosen"
    text = old.words.get(str(state), "")
    return f"{state}: {text}" if text and str(state) in _RUNGS else text or str(state)


def _again(migrated: Migrated, model: Model) -> Iterator[Block]:
    if not migrated.again:
        return
    yield Paragraph(
        ("The old answer does not hold for these questions. It stands below as a hint.",)
    )
    because = {one.old.thing: one.because for one in migrated.split}
    because |= {part.thing: one.because for one in migrated.merged for part in one.parts}
    items = []
    for thing, olds in migrated.again.items():
        under = [line for old in olds for line in _old(old, because.get(old.thing, ""))]
        items.append(Item((Strong(name(asked(model, thing))),), under))
    yield Listing(items)


def _old(old: Old, because: str = "") -> Iterator[Line]:
    yield (f"You answered “{name(old.words)}”: {old_answer(old)}",)
    yield from written(old)
    if because:
        yield (f"Why it changed: {because}",)


def written(old: Old) -> Iterator[tuple[str]]:
    """What was written beside the answer."""
    details = old.entry.get("details")
    kept: Mapping[str, object] = details if isinstance(details, Mapping) else {}
    for kind in DETAILS.fields:
        text = kept.get(kind.key)
        if text and isinstance(text, str):
            yield (f"{kind.listed or kind.words}: {text}",)
    if "target" in old.entry and "state" in old.entry:
        yield (f"Your target was {old.entry['target']}",)
    action = old.entry.get("action")
    if isinstance(action, Mapping) and any(action.values()):
        yield (", ".join(str(text) for text in action.values() if text),)


def _reworded(found: Sequence[Reworded]) -> Iterator[Block]:
    if not found:
        return
    yield Paragraph(("Your answer stands. Look whether it still says what you mean.",))
    yield Table(("", "It was", "It is now"), list(_side_by_side(found)))


def _side_by_side(found: Sequence[Reworded]) -> Iterator[Sequence[Line]]:
    for one in found:
        for key, text in sorted(one.old.words.items(), key=lambda pair: pair[0] in _RUNGS):
            mine = key == str(one.old.entry.get("state"))
            what = f"rung {key}" if key in _RUNGS else "the question"
            label = Strong(f"{what}, your answer") if mine else what
            yield ((name(one.now), ": ", label), (text,), (one.now.get(key, "–"),))


def _merged(found: Sequence[Joined], model: Model) -> Iterator[Block]:
    if not found:
        return
    yield Paragraph(("What several answers become is our judgement.",))
    yield Listing(
        [Item((Strong(name(asked(model, o.thing))),), list(_joined(o, model))) for o in found]
    )


def _joined(one: Joined, model: Model) -> Iterator[Line]:
    for part in one.parts:
        yield (f"You answered “{name(part.words)}”: {old_answer(part)}",)
    if not one.entry:
        yield ("Asked again: see above.",)
    elif one.becomes == "same":
        yield ("Your answer goes with it.",)
    else:
        made = old_answer(Old(one.thing, asked(model, one.thing), one.entry))
        yield (f"It becomes {RULES[one.becomes]}: {made}",)
    yield (f"Why: {one.because}",)


def _retired(migrated: Migrated) -> Iterator[Block]:
    if migrated.retired:
        yield Paragraph(("Your answers stay in your file; nothing asks for them any more.",))
        yield Listing([_gone(one) for one in migrated.retired])


def _gone(one: Gone) -> Item:
    lines = ((old_answer(one.old),), *written(one.old), (f"Why: {one.because}",))
    return Item((Strong(name(one.old.words)),), lines)


def _new(migrated: Migrated, model: Model) -> Iterator[Block]:
    if migrated.new:
        yield Listing([Item((name(asked(model, thing)),)) for thing in migrated.new])


def _carried(migrated: Migrated, model: Model) -> Iterator[Block]:
    if migrated.carried:
        yield Listing([Item((name(asked(model, thing)),)) for thing in migrated.carried])
