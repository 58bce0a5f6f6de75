"""Warnings: what stands in the model and is used by nothing, and what no release has frozen yet."""

import re
from collections.abc import Iterable, Iterator, Mapping

from build_tools import Mistake
from build_tools.reading import kinds
from build_tools.reading.folder import MEASURED, ModelFolder, Thing
from build_tools.releases import frozen_ids, frozen_words
from build_tools.releases.changes import asks_alike
from build_tools.text.markdown import CITATION

_FACTS = "evidence/facts.yaml"
_SOURCES = "evidence/sources.yaml"

_FACT = re.compile(rf"\b{kinds.FACT.pattern}\b")


def warnings(folder: ModelFolder) -> Iterator[Mistake]:
    """One for each fact or source that nothing names, margins of another model, and new ids."""
    texts = "\n".join(_texts(folder))
    named = set(_FACT.findall(texts))
    cited = {id for mark, id in CITATION.findall(texts) if mark == "@"}
    for fact in folder.listed(_FACTS):
        cited |= {*fact.listed("sources"), str(fact.data.get("cited_by"))}
        if not named & {fact.id, *fact.listed("aliases")}:
            yield _warning(fact, "nothing names this fact", "use it, or say why it is kept")
    for source in folder.listed(_SOURCES):
        if source.id not in cited:
            yield _warning(source, "no fact and no text names this source", "use it or take it out")
    yield from of_another(folder)
    version = folder.value("model.yaml")["version"]
    now = {
        frozen_ids.MODEL: frozen_ids.ids(folder),
        frozen_ids.PROFILE: frozen_ids.profile_ids(folder),
    }
    for family, entries in now.items():
        yield from frozen_ids.not_frozen(folder.root, version, family, entries)


def of_another(folder: ModelFolder) -> list[Mistake]:
    """A warning where the margins are those of another model, or of one that asked otherwise."""
    model, measured = folder.value("model.yaml"), folder.value(MEASURED)
    if not measured or _asks_what_was_read(folder, measured["model"]):
        return []
    of, here = (f"{one['id']} {one['version']}" for one in (measured["model"], model))
    found = f"was measured of {of}, so nothing is said of {here}"
    return [Mistake(MEASURED, found=found, do="have its questions read, or delete the file")]


def _asks_what_was_read(folder: ModelFolder, read: Mapping[str, str]) -> bool:
    """Whether the model is the one that was read, or a later version with the same questions."""
    model = folder.value("model.yaml")
    if read["id"] != model["id"]:
        return False
    if read["version"] == model["version"]:
        return True
    said = frozen_words.released(folder.root).get(read["version"])
    return said is not None and asks_alike(said, frozen_words.now(folder))


def _texts(folder: ModelFolder) -> Iterator[str]:
    """Every text that may name a fact: the model's other files, and the pages around it."""
    own = folder.root / _FACTS
    for path in sorted([*folder.root.rglob("*.yaml"), *folder.root.parent.rglob("*.md")]):
        if path != own:
            yield path.read_text(encoding="utf-8")


def _warning(thing: Thing, found: str, do: str) -> Mistake:
    line = thing.report.document.lines.get(thing.path)
    return Mistake(thing.report.document.file, thing.id, found, do=do, line=line)


def summary(found: Iterable[Mistake]) -> list[str]:
    """The warnings in a few lines: ids with the same file and message stand together."""
    groups: dict[tuple[str, str], list[str]] = {}
    for warning in found:
        groups.setdefault((warning.file, warning.words), []).append(warning.where)
    return [f"warning: {file}: {what}: {', '.join(ids)}" for (file, what), ids in groups.items()]
