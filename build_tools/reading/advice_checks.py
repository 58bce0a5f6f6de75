"""Checks that only `advice.yaml` and `lasting.yaml` need: what is said once, and of what exists.

The keys are in `build_tools.reading.model_schema`; ids that exist are checked in
`build_tools.reading.references`.
"""

from collections.abc import Iterator, Mapping

from build_tools.reading import kinds
from build_tools.reading.folder import ADVICE, LASTING, ModelFolder, Thing
from build_tools.text.markdown import title


def check(folder: ModelFolder) -> None:
    """Reports rules that say a thing twice or not at all, or that wait for themselves.

    And what is to be written down of nothing, in words that do not go on from "Write down".
    """
    found = folder.listed(ADVICE)
    for rule in found:
        _check_either(rule, "first_step")
        _check_either(rule, "do_not")
    if folder.unread:
        return
    titles = titles_of(folder)
    dimensions = {thing.id for thing in folder.dimensions}
    raisable = {thing.id for thing in folder.practices()} | dimensions
    for rule in found:
        _check_raises(rule, raisable)
        _check_pages(rule, titles)
    _check_needs(found)
    for entry in folder.listed(LASTING):
        _check_lasting(entry, raisable, dimensions)
        _check_pages(entry, titles)


def _check_either(rule: Thing, key: str) -> None:
    given = [name for name in (key, f"{key}_of") if name in rule.data]
    if len(given) != 1:
        what = "both are given" if given else "neither is given"
        rule.add((), f"“{key}” or “{key}_of”: {what}", do="give one of the two")


def _check_raises(rule: Thing, raisable: set[str]) -> None:
    raised = rule.data.get("raises")
    raised = raised if isinstance(raised, dict) else {}
    for id in raised:
        if id not in raisable and not rule.report.knows((*rule.path, "raises", id)):
            rule.add(
                ("raises", id),
                f"names “{id}”, which is no practice or dimension",
                do="correct it or add it",
            )
    for place, id in enumerate(rule.listed("first_step_of")):
        if id not in raised:
            rule.add(
                ("first_step_of", place),
                f"the rule does not raise “{id}”",
                do="add it to “raises” or take it out here",
            )


def _check_pages(thing: Thing, titles: Mapping[str, str]) -> None:
    for place, address in enumerate(thing.listed("pages")):
        if address not in titles:
            missing = f"found the page “{address}”, which does not exist"
            do = "give its address, such as “implement/pilot/”"
            thing.add(("pages", place), missing, do=do)


def _check_lasting(entry: Thing, things: set[str], dimensions: set[str]) -> None:
    """An entry is of a practice or a dimension, goes on from "Write down", and has its reason."""
    if entry.id and entry.id not in things:
        found = f"names “{entry.id}”, which is no practice or dimension"
        entry.add(("id",), found, do="correct it or take the entry out")
    said = str(entry.data.get("write_down", "")).strip()
    if (said[:1].isupper() or said.endswith(".")) and not said.startswith(kinds.FILL_IN):
        must = "it goes on from “Write down”: begin small, without a full stop"
        entry.add(("write_down",), f"found {kinds.show(said)}", must)
    if entry.id in dimensions and "why" not in entry.data:
        entry.add((), "“why” is missing", do="a dimension says why, for its practices too: add it")


def _check_needs(found: list[Thing]) -> None:
    """No rule waits for itself, directly or in a ring."""
    needs = {rule.id: rule.listed("needs") for rule in found}
    for rule in found:
        seen, ahead = set[str](), list(needs[rule.id])
        while ahead:
            at = ahead.pop()
            if at not in seen:
                seen.add(at)
                ahead += needs.get(at, [])
        if rule.id in seen:
            rule.add(("needs",), "leads back to this rule", do="break the circle")


def titles_of(folder: ModelFolder) -> dict[str, str]:
    """Title by address of the pages that a rule or an entry may name."""
    found = dict(_written(folder))
    for prefix, things in (("dimensions", folder.dimensions), ("why-it-fails", folder.factors)):
        found |= {f"{prefix}/{t.id}/": str(t.data.get("name")) for t in things}
    return found


def _written(folder: ModelFolder) -> Iterator[tuple[str, str]]:
    """The pages written by hand around the model."""
    docs = folder.root.parent
    naming = (*folder.listed(ADVICE), *folder.listed(LASTING))
    named = {page for thing in naming for page in thing.listed("pages")}
    for address in named:
        for path in (docs / f"{address.rstrip('/')}.md", docs / address / "index.md"):
            if address.endswith("/") and path.is_file():
                yield address, title(path.read_text(encoding="utf-8"))
