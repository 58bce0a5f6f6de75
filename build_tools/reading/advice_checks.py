"""Checks of the rules in `advice.yaml` that no other file needs.

The keys are in `build_tools.reading.model_schema`; ids that exist are checked in
`build_tools.reading.references`.
"""

from collections.abc import Iterator

from build_tools.reading.folder import ADVICE, ModelFolder, Thing
from build_tools.text.markdown import title


def check(folder: ModelFolder) -> None:
    """Reports rules that say a thing twice or not at all, or that wait for themselves."""
    found = folder.listed(ADVICE)
    for rule in found:
        _check_either(rule, "first_step")
        _check_either(rule, "do_not")
    if folder.unread:
        return
    titles = titles_of(folder)
    raisable = {thing.id for thing in (*folder.practices(), *folder.dimensions)}
    for rule in found:
        _check_raises(rule, raisable)
        for place, address in enumerate(rule.listed("pages")):
            if address not in titles:
                missing = f"found the page “{address}”, which does not exist"
                do = "give its address, such as “implement/pilot/”"
                rule.add(("pages", place), missing, do=do)
    _check_needs(found)


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
    """Title by address of the pages that a rule may name."""
    found = dict(_written(folder))
    for prefix, things in (("dimensions", folder.dimensions), ("why-it-fails", folder.factors)):
        found |= {f"{prefix}/{t.id}/": str(t.data.get("name")) for t in things}
    return found


def _written(folder: ModelFolder) -> Iterator[tuple[str, str]]:
    """The pages written by hand around the model."""
    docs = folder.root.parent
    named = {page for rule in folder.listed(ADVICE) for page in rule.listed("pages")}
    for address in named:
        for path in (docs / f"{address.rstrip('/')}.md", docs / address / "index.md"):
            if address.endswith("/") and path.is_file():
                yield address, title(path.read_text(encoding="utf-8"))
