"""Whether an overlay asks what we ask, and what its model is called then: id, version and lists.

Where it does, answers go to and fro.  Where not, it is a model of its own, with its own frozen
lists in `overlay/released/`: no answer, link or file of one guide is read by the other.
"""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from build_tools import Mistake
from build_tools.overlay.settings import FILE, FOLDER, MODEL, Settings
from build_tools.reading import advice_checks, references, structures_checks
from build_tools.reading.folder import ModelFolder
from build_tools.reading.structures_folder import read_folder
from build_tools.releases import frozen_ids, frozen_words
from build_tools.releases.changes import asks_alike, differences

RELEASED = f"{FOLDER}/released"
"""Where an overlay keeps the lists of its releases; `released` stands in `maps` too."""

OF_OURS = ("released/", "migrations/")
"""Folders of the model that tell of our releases alone."""


def named(checkout: Path, model: Path, settings: Settings, hides: bool) -> tuple[str, bool]:
    """What `model.yaml` says in the copy, and whether the overlay asks what we ask.

    `model`: the folder of the model with the overlay over it; `hides`: structures are hidden.
    """
    before, after = ModelFolder(checkout / MODEL), ModelFolder(model)
    said = dict(after.value("model.yaml"))
    alike = not hides and asks_alike(frozen_words.now(before), frozen_words.now(after))
    made_of = f"{said['id']} {said['version']} with {settings.id} {settings.version}"
    if not alike:
        said |= {
            "id": f"{said['id']}-{settings.id}",
            "version": settings.version,
            "title": f"{said['title']}, as {settings.organisation} asks it",
        }
    text = yaml.safe_dump({**said, "made_of": made_of}, allow_unicode=True, sort_keys=False)
    return text, alike


def mistakes(model: Path, places: Mapping[str, Mistake]) -> list[Mistake]:
    """What is wrong in the model with the overlay over it, told where the overlay says it.

    `places`: a mistake without words for each thing that the overlay names, by its id.
    """
    folder = ModelFolder(model)
    references.check(folder)
    advice_checks.check(folder)
    chooser = read_folder(model)
    if chooser:
        structures_checks.check(chooser, folder)
    found = [*folder.mistakes(), *(chooser.mistakes() if chooser else ())]
    return [_placed(one, places) for one in found]


def _placed(one: Mistake, places: Mapping[str, Mistake]) -> Mistake:
    place = places.get(one.where.partition(":")[0])
    if place is None:
        return Mistake(f"{MODEL}/{one.file}", one.where, one.found, one.must, one.do)
    return Mistake(place.file, one.where, one.found, one.must, one.do, place.line)


def frozen_mistakes(checkout: Path, model: Path, settings: Settings) -> Iterator[Mistake]:
    """A mistake where a version that was frozen asks or counts something else by now."""
    kept = frozen_words.released(checkout / FOLDER)
    now = frozen_words.now(ModelFolder(model))
    for change in differences(kept.get(settings.version, now), now):
        if change.section != "words":
            found = f"found {settings.version}, which is frozen, but “{change.id}” differs now"
            do = "raise the version, and run `make overlay-freeze` before readers answer"
            yield Mistake(f"{FOLDER}/{FILE}", "version", found, do=do)
            return


def freeze(checkout: Path, copy: Path) -> list[Path]:
    """Freezes ids and words of the overlay's present version into `overlay/released/`.

    Returns the files.  Raises `FrozenError` where all are there.
    """
    written = [
        path for path in frozen_ids.freeze(copy / MODEL) if path.parent == copy / MODEL / "released"
    ]
    target = checkout / RELEASED
    target.mkdir(exist_ok=True)
    return [Path(shutil.copy2(path, target / path.name)) for path in written]
