"""Holds every import, late ones too, against the table of rooms; reads the code and runs none."""

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from build_tools.rooms import BUILD, CORE, FEWEST, LISTS, MOST, Room

_HTML = ("htpy", "markupsafe")
_BROWSER_ONLY = ("js", "pyodide", "_pyodide")
_IN_PLACE = "build_tools.stand_ins."
"""What is here is imported under the names of what it stands in for."""
_PACKAGE = ("widgets.worker", "widgets.browser", "widgets.headline")
"""What the browser asks: the modules that know the rest of the package."""
_ON_DEMAND = ("segno", "xlsxwriter")
_ALWAYS = ("build_tools", "build_tools.rooms")
"""What every room of the build may know: where the checkout is, and this table."""


@dataclass(frozen=True, slots=True)
class Import:
    """One name that a file imports."""

    line: int
    name: str
    """Its module in full, as far as that is one of ours; otherwise as it is written."""
    late: bool
    """Whether a function does it, or only a reader of types."""


type Modules = Mapping[str, Path]
"""Files by the full names of their modules; a package has its own name."""

type Imports = Mapping[str, Sequence[Import]]


def check(checkout: Path) -> list[str]:
    """A sentence for every import, room and circle of `checkout` that breaks the order."""
    modules = _modules(checkout)
    imports = {module: tuple(_imports(path, modules)) for module, path in modules.items()}
    found = [
        f"{modules[module].relative_to(checkout)}:{one.line}: imports {one.name}; {why}"
        for module, all_ in imports.items()
        for one in all_
        if (why := _against(module, one))
    ]
    return [*found, *_impure(imports, modules, checkout), *_circles(imports), *_rooms(modules)]


def listed(checkout: Path) -> list[str]:
    """The table as lines of text: each room with its sentence, the ground first."""
    lines = []
    for package, table in (("widgets/core", CORE), ("build_tools", BUILD)):
        lines.append(f"{package}: a room may know those above it in this list")
        for room in table:
            tree = ast.parse((checkout / package / room.name / "__init__.py").read_text("utf-8"))
            marks = [mark for mark, is_so in (("pure", room.pure), (room.archive, True)) if is_so]
            said = f" ({', '.join(filter(None, marks))})" if any(marks) else ""
            lines.append(f"  {room.name}{said}: {ast.get_docstring(tree)}")
    return lines


def _modules(checkout: Path) -> dict[str, Path]:
    return {
        ".".join(path.relative_to(checkout).with_suffix("").parts).removesuffix(".__init__"): path
        for folder in ("widgets", "build_tools")
        for path in sorted((checkout / folder).rglob("*.py"))
    }


def _imports(path: Path, modules: Modules) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) or _for_types(node)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name, node in late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            names = (f"{base}.{alias.name}" for alias in node.names)
            found = dict.fromkeys(name if name in modules else base for name in names)
            yield from (Import(node.lineno, name, node in late) for name in found)


def _for_types(node: ast.AST) -> bool:
    """Whether `node` is a block that only a reader of types enters."""
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _room(module: str) -> tuple[Sequence[Room], int] | None:
    """The table that `module` belongs to and the place of its room in it; None: it has no room."""
    core, build = module.removeprefix("widgets.core."), module.removeprefix("build_tools.")
    for table, rest in ((CORE, core), (BUILD, build)):
        if rest == module:
            continue
        for at, room in enumerate(table):
            if rest.partition(".")[0] == room.name:
                return table, at
    return None


def _against(module: str, one: Import) -> str:
    """Why `module` may not have that import; empty if it may."""
    top = one.name.partition(".")[0]
    if one.name.startswith("."):
        return "write the whole name, so that a reader sees which part it is"
    if module.startswith(_IN_PLACE):
        return ""
    if top in _BROWSER_ONLY and module != "widgets.worker":
        return "only widgets.worker may know the browser"
    if top == "mkdocs" and module != "build_tools.hooks":
        return "only build_tools.hooks may know MkDocs"
    if one.name.startswith("build_tools.hooks"):
        return "nothing may build on the hooks"
    if module.startswith("widgets"):
        return _against_package(module, top, one.late) or _against_widget(module, one)
    return _against_order(module, one)


def _against_package(module: str, top: str, late: bool) -> str:
    """What may come from outside into the browser."""
    if top in _ON_DEMAND and _below_core(module):
        return "" if late else f"{top} comes on demand; import it inside the function that needs it"
    known = ("widgets", *_HTML, *_BROWSER_ONLY)
    if top not in known and top not in sys.stdlib_module_names:
        return "the browser has only the standard library, htpy and markupsafe"
    return ""


def _against_widget(module: str, one: Import) -> str:
    """Core knows itself, in its order; a widget knows the core and itself; the worker knows all."""
    if one.name.partition(".")[0] != "widgets" or module in _PACKAGE:
        return ""
    if _below_core(module):
        if one.name == "widgets.core" or _below_core(one.name):
            return _against_order(module, one)
        return "widgets.core knows nothing of the rest"
    own = ".".join(module.split(".")[:2])
    if one.name == own or one.name.startswith((f"{own}.", "widgets.core")):
        return ""
    return "widgets know widgets.core and themselves, never each other or the worker"


def _against_order(module: str, one: Import) -> str:
    """A room knows the rooms before it; the first archive meets the later one in functions only."""
    here, there = _room(module), _room(one.name)
    if here is None or (here[0] is BUILD and not one.name.startswith("build_tools")):
        return ""
    table, at = here
    if there is None:
        return "" if one.name in _ALWAYS or not _ours(one.name) else "it is in no room"
    if there[0] is not table or there[1] > at:
        return f"the room {table[at].name} is below the room {there[0][there[1]].name}"
    if table[at].archive == "first" and table[there[1]].archive == "later" and not one.late:
        return f"the room {table[there[1]].name} comes later; import it inside the function"
    return ""


def _ours(name: str) -> bool:
    return name.partition(".")[0] in ("widgets", "build_tools")


def _below_core(module: str) -> bool:
    return module.startswith("widgets.core.")


def _impure(imports: Imports, modules: Modules, checkout: Path) -> Iterator[str]:
    """Modules of pure rooms that rest on HTML, with the way to it."""
    for module in imports:
        here = _room(module)
        if here and here[0][here[1]].pure and (way := _way_to_html(module, imports)):
            yield (
                f"{modules[module].relative_to(checkout)}: rests on HTML by "
                f"{' → '.join(way)}; the room {here[0][here[1]].name} is pure"
            )


def _way_to_html(module: str, imports: Imports) -> tuple[str, ...]:
    """The imports that lead from `module` to HTML; none if it rests on none."""
    ways: dict[str, tuple[str, ...]] = {module: ()}
    for at in (row := [module]):
        for one in imports.get(at, ()):
            if one.name.partition(".")[0] in _HTML:
                return (*ways[at], one.name)
            if one.name not in ways:
                ways[one.name] = (*ways[at], one.name)
                row.append(one.name)
    return ()


def _circles(imports: Imports) -> Iterator[str]:
    """The first circle of modules that know each other, late imports too."""
    graph = {module: {one.name for one in all_} - {module} for module, all_ in imports.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield f"a circle of imports: {' → '.join(reversed(error.args[1]))}; cut it"


def _rooms(modules: Modules) -> Iterator[str]:
    """What is in no room, and rooms that are none: too small, too large, without their sentence."""
    named = {f"widgets.core.{room.name}" for room in CORE}
    for module in modules:
        if module.count(".") == 2 and _below_core(module) and module not in named:
            yield f"{module}: is in no room of build_tools/rooms.py; put it into one"
    for package, table in (("widgets.core", CORE), ("build_tools", BUILD)):
        for room in table:
            name = f"{package}.{room.name}"
            if name not in modules:
                continue
            inside = [m for m in modules if m.rpartition(".")[0] == name and not _whole(m, modules)]
            if room.name not in LISTS and not FEWEST <= len(inside) <= MOST:
                yield f"{name}: has {len(inside)} modules; a room has {FEWEST} to {MOST}"
            tree = ast.parse(modules[name].read_text(encoding="utf-8"))
            if not ast.get_docstring(tree):
                yield f"{name}: says nothing of itself; write one sentence into its __init__.py"


def _whole(module: str, modules: Modules) -> bool:
    """Whether `module` is a package."""
    return modules[module].name == "__init__.py"
