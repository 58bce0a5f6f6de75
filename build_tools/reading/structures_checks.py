"""Checks that only all files of `docs/model/structures/` together can show."""

from collections.abc import Iterable
from typing import Any

from build_tools.reading.folder import ModelFolder, Thing, walk
from build_tools.reading.kinds import show
from build_tools.reading.references import check_order, dangling, fact_ids
from build_tools.reading.structures_folder import FIRST_HOURS, StructuresFolder
from build_tools.reading.yaml12 import Path_
from widgets.core.structures.asked import CONTEXT

NEVER_A_HOME = ("recognise-only", "add-on")
"""Kinds of options that no move leads to."""

_NUMBERS = [1, 2, 3, 4, 5, 6, 6, 7]
"""Numbers of the tests of the gate: test 6 has two halves."""


def check(folder: StructuresFolder, model: ModelFolder) -> None:
    """Reports a table with holes, ids that stand twice or dangle, and needs that cannot be met."""
    for things in folder.things.values():
        _check_unique(things)
    _check_gate(folder)
    for question in folder.things["questions"]:
        _check_scale(question)
        _check_count(question)
    if not folder.whole:
        return
    _check_cells(folder)
    _check_named(folder, model)
    _check_needs(folder)
    _check_hours(folder)
    _check_asked(folder)
    _check_lifted(folder)


def _check_unique(things: Iterable[Thing]) -> None:
    ids: set[str] = set()
    things = list(things)
    for thing in things:
        if thing.id and thing.id in ids:
            thing.add(("id",), "the id stands already above", do="give each its own")
        ids.add(thing.id)
    check_order(things)


def _check_scale(question: Thing) -> None:
    """No two of its five steps say the same."""
    steps = [("low", question.data.get("low")), ("high", question.data.get("high"))]
    steps += [("between", text) for text in question.listed("between")]
    said: dict[str, str] = {}
    for key, text in steps:
        first = said.setdefault(str(text).strip(" .").lower(), key)
        if isinstance(text, str) and text and first != key:
            question.add((key,), f"a step says the same as “{first}”", "all five must differ")


def _check_count(question: Thing) -> None:
    """A count of practices runs over five steps, from none of them to all."""
    told = question.data.get("from_assessment")
    told = told if isinstance(told, dict) else {}
    counted = told.get("practices")
    if told.get("steps") == "count" and isinstance(counted, list) and len(counted) != 4:
        found = f"found {len(counted)} to count"
        question.add(
            ("from_assessment", "practices"),
            found,
            "there must be four practices, so that none to all are five steps",
        )


def _check_gate(folder: StructuresFolder) -> None:
    report = folder.reports.get("gate.yaml")
    if report is None or not isinstance(report.document.value, dict):
        return
    numbers = sorted(str(test.data.get("number")) for test in folder.things["tests"])
    if numbers != list(map(str, _NUMBERS)):
        report.add(
            ("tests",),
            f"found the numbers {', '.join(numbers)}",
            "they must be 1 to 7, and 6 twice",
        )
    if missing := [id for id in CONTEXT if id not in folder.ids("context")]:
        report.add(("context",), f"{', '.join(missing)}: missing", do="add each once")


def _check_cells(folder: StructuresFolder) -> None:
    """Every option has a cell for every criterion and for nothing else."""
    criteria = folder.ids("criteria")
    for option in folder.things["options"]:
        cells = option.data.get("cells")
        found = cells if isinstance(cells, dict) else {}
        if missing := [id for id in criteria if id not in found]:
            option.add(("cells",), f"has no cell for {', '.join(missing)}", do="add each")
        for id in found:
            if id not in criteria:
                option.add(("cells", id), "is no criterion", do="correct it or add it")


def _check_named(folder: StructuresFolder, model: ModelFolder) -> None:
    """Every id that points elsewhere exists."""
    known = {
        "needs": ("add-on", set(folder.ids("add_ons"))),
        "missing": ("add-on", set(folder.ids("add_ons"))),
        "add_on": ("add-on", set(folder.ids("add_ons"))),
        "until": ("condition", set(folder.ids("conditions"))),
        "joins": ("option", set(folder.ids("options"))),
        "asks": ("question", set(folder.ids("questions"))),
        "asked": ("question", set(folder.ids("questions"))),
        "to": ("option", set(folder.ids("options"))),
        "blocks": ("option", set(folder.ids("options"))),
        "criterion": ("criterion", set(folder.ids("criteria"))),
        "gate_test": ("test of the gate", set(folder.ids("tests"))),
        "shape": ("contact shape", set(folder.ids("shapes"))),
        "second_function": ("contact shape", set(folder.ids("shapes"))),
    }
    if not model.unread:
        known["facts"] = ("fact", set(fact_ids(model)))
        practices = ("practice", {thing.id for thing in model.practices()})
        known |= {"practices": practices, "practice": practices}

    in_maps = {"beside": known["asked"]}  # what was “asked” there is an old question itself
    maps = [line.report for line in folder.earlier]
    for report in folder.reports.values():
        found = in_maps if report in maps else known
        walk(report.document.value, (), dangling(found, report))
    _check_moves(folder)


def _check_moves(folder: StructuresFolder) -> None:
    """A move leads to another option that may be recommended."""
    others = {o.id for o in folder.things["options"] if o.data.get("kind") in NEVER_A_HOME}
    for option in folder.things["options"]:
        moves = option.data.get("moves")
        for place, move in enumerate(moves if isinstance(moves, list) else []):
            to = move.get("to") if isinstance(move, dict) else None
            if to in others or to == option.id:
                option.add(
                    ("moves", place, "to"), f"leads to {show(to)}", do="name another ranked option"
                )


def _check_needs(folder: StructuresFolder) -> None:
    """What an option needs is not closed by a veto that leaves the option open."""
    for veto in folder.things["vetoes"]:
        blocks = veto.listed("blocks")
        for option in folder.things["options"]:
            if option.id in blocks or option.data.get("kind") != "ranked":
                continue
            for closed in set(option.listed("needs")) & set(blocks):
                option.add(
                    ("needs",),
                    f"needs “{closed}”, which {veto.id} closes while it leaves this open",
                )
    for option in folder.things["options"]:
        beside = {a.id for a in folder.things["add_ons"] if option.id in a.listed("joins")}
        for apart in [id for id in option.listed("needs") if id not in beside]:
            if option.data.get("kind") == "ranked" and apart in folder.ids("add_ons"):
                option.add(
                    ("needs",),
                    f"needs “{apart}”, which does not join it",
                    do="add this to its “joins”",
                )
    homes = [o.id for o in folder.things["options"] if o.data.get("kind") != "add-on"]
    for add_on in folder.things["add_ons"]:
        for option_id in set(add_on.listed("joins")) & set(folder.ids("options")) - set(homes):
            add_on.add(("joins",), f"joins “{option_id}”, which is no home", do="take it out")


def _check_hours(folder: StructuresFolder) -> None:
    """Every step of a form that is advised, and every companion, has its entry, once and whole."""
    wrong = {option.id for option in folder.things["options"] if option.report.mistakes}
    due: dict[tuple[str, Any], None] = dict.fromkeys((id, None) for id in folder.ids("add_ons"))
    for option in folder.things["options"]:
        if option.data.get("kind") == "ranked" and option.id not in wrong:
            numbers = range(1, len(option.data["first_steps"]) + 1)
            due |= dict.fromkeys((option.id, number) for number in numbers)
    said: set[tuple[str, Any]] = set()
    for entry in folder.hours:
        of = (str(entry.data.get("of")), entry.data.get("step"))
        if of[0] in wrong:
            continue  # what is wrong there is told already
        if of not in due:
            entry.add(("of",), f"{_step_of(of)} is no companion or step that is advised")
        elif of in said:
            entry.add(("of",), f"{_step_of(of)} stands already above", do="say it once")
        said.add(of)
        _check_hour(entry)
    report = folder.reports[FIRST_HOURS]
    for of in [of for of in due if of not in said]:
        report.add((), f"{_step_of(of)} is missing", do="say what not to do, and the first hour")


def _step_of(of: tuple[str, Any]) -> str:
    id, step = of
    return f"“{id}”" if step is None else f"step {step} of “{id}”"


def _check_hour(entry: Thing) -> None:
    """The first hour for a step and not for a companion, whose step it is; a source, or ours."""
    if ("step" in entry.data) != ("this_week" in entry.data):
        must = "“this_week” belongs to a “step”, and a step to it"
        entry.add((), "one stands without the other", must)
    if ("facts" in entry.data) == ("ours" in entry.data):
        entry.add((), "where it comes from is not told", "it must have “facts” or “ours”")
    if not str(entry.data.get("do_not", "")).startswith("Do not "):
        entry.add(("do_not",), f"found {show(entry.data.get('do_not'))}", "it begins “Do not”")


def _check_asked(folder: StructuresFolder) -> None:
    """Something follows from every question."""
    read: set[str] = set()

    def note(value: Any, path: Path_) -> None:
        if isinstance(value, str) and {"asks", "asked"} & set(path[-2:]):
            read.add(value)

    for report in folder.reports.values():
        walk(report.document.value, (), note)
    for question in folder.things["questions"]:
        if question.id and question.id not in read:
            question.add(
                (),
                "nothing follows from its answer",
                do="read it somewhere, or take the question out",
            )


def _check_lifted(folder: StructuresFolder) -> None:
    """What a firm can change lifts a veto, and a veto that can be lifted closes something."""
    waited = {veto.data.get("until") for veto in folder.things["vetoes"]}
    for condition in folder.things["conditions"]:
        if condition.id and condition.id not in waited:
            condition.add((), "no veto waits for it", do="name it in a veto's “until”")
    for veto in folder.things["vetoes"]:
        for key in ("until", "until_known"):
            if key in veto.data and not veto.listed("blocks"):
                veto.add((key,), "the veto closes nothing that could be lifted", do="take it out")
