"""`python -m build_tools change`: raises the version and writes the map for whatever has changed.

It adds lines and never takes one out.  What only an author can know is left as `FILL IN`.
"""

import re
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.reading.folder import ModelFolder
from build_tools.reading.kinds import FILL_IN
from build_tools.releases import frozen_words, maps
from build_tools.releases.changes import STEPS, Change, differences, enough, raised, step, unnamed
from build_tools.releases.frozen_ids import version_key

_HEAD = """\
# What becomes of every answer between two releases; see docs/contributing/change-the-model.md.
from: {before}
to: {after}
"""

_WHY = f"{FILL_IN}: why nobody is asked this any more; or move it to “split” or “merged”"


class DraftError(BuildError):
    """A draft that cannot be written; the message says why and what to do."""


def change(model: Path) -> list[str]:
    """Tells version and map of the model folder about its changes; a line for each thing done.

    Raises `DraftError` where there is no release to compare with, or a file cannot be read.
    """
    folder = ModelFolder(model)
    said = frozen_words.released(model)
    version = folder.value("model.yaml") if not folder.unread else None
    if not isinstance(version, dict):
        raise DraftError(
            Mistake(
                found="the model cannot be read",
                do="run make check, and mend what it names first",
            )
        )
    now: str = version["version"]
    older = [found for found in said if version_key(found) < version_key(now)]
    if not said:
        raise DraftError(
            Mistake(found="no release is frozen yet", do="run: python -m build_tools freeze")
        )
    before = now if now in said else max(older, key=version_key)
    found = list(differences(said[before], frozen_words.now(folder)))
    if not found:
        return [f"nothing differs from release {before}"]
    return _write(model, before, now, found)


def _write(model: Path, before: str, now: str, found: list[Change]) -> list[str]:
    needed = min((change.step for change in found), key=STEPS.index)
    risen = step(before, now)
    after = now if enough(needed, risen) else raised(before, needed)
    done = []
    path = model / maps.FOLDER / f"{before}--{after}.yaml"
    old = model / maps.FOLDER / f"{before}--{now}.yaml"
    if after != now:
        _replace(model / "model.yaml", "version", after)
        done.append(f"model.yaml: version {after}")
        if old.is_file():
            _replace(old, "to", after)
            old.rename(path)
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        path.write_text(_HEAD.format(before=before, after=after), encoding="utf-8")
    written = maps.read_folder(ModelFolder(model))
    if wrong := written.mistakes():
        raise DraftError(*wrong)
    missing = unnamed(found, written.between(before, after))
    path.write_text(_added(path.read_text(encoding="utf-8"), missing), encoding="utf-8")
    return [*done, *(f"{maps.FOLDER}/{path.name}: {line}" for line in _told(missing))]


def _told(missing: list[Change]) -> list[str]:
    return [
        f"{one.id}: {'retired; fill in why' if one.section == 'left' else one.section}"
        for one in missing
        if one.section != "na"
    ]


def _replace(path: Path, key: str, value: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"(?m)^{key}:.*$", f"{key}: {value}", text, count=1), encoding="utf-8")


def _added(text: str, missing: list[Change]) -> str:
    """The text of a map with a line for each change, each at the head of its section."""
    for section in maps.SECTIONS:
        lines = [line for one in missing for line in _lines(one, section)]
        if not lines:
            continue
        block = "\n".join(lines) + "\n"
        if head := re.search(rf"(?m)^{section}:[ ]*(#.*)?\n", text):
            text = text[: head.end()] + block + text[head.end() :]
        elif re.search(rf"(?m)^{section}:", text):
            raise DraftError(
                Mistake(do=f"write “{section}” as a list with one item a line, then run it again")
            )
        else:
            text = f"{text.rstrip()}\n{section}:\n{block}"
    return text


def _lines(one: Change, section: str) -> list[str]:
    if section == "retired" and one.section == "left":
        return [f"  - id: {one.id}", f'    because: "{_WHY}"']
    if one.section != section:
        return []
    return [f"  - id: {one.id}"] if section == "reworded" else [f"  - {one.id}"]
