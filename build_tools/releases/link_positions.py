"""What a share link counts positions in: the frozen lists of each release, as `Model` carries them.

Reads only; `released` writes and checks the lists.
"""

from build_tools.reading.folder import ModelFolder
from build_tools.releases.frozen_ids import PROFILE, Frozen, ids, lists, profile_ids
from widgets.core.model.maturity import LINKED


def releases(folder: ModelFolder) -> dict[str, tuple[Frozen, ...]]:
    """The list of each release by its version, without one that is the model's own order."""
    of_model, of_profile = lists(folder.root), lists(folder.root, PROFILE)
    found = {
        version: tuple(e for e in (*entries, *of_profile.get(version, ())) if e.kind in LINKED)
        for version, entries in of_model.items()
    }
    version = folder.value("model.yaml")["version"]
    if found.get(version) == _now(folder):
        del found[version]
    return found


def _now(folder: ModelFolder) -> tuple[Frozen, ...]:
    return tuple(e for e in (*ids(folder), *profile_ids(folder)) if e.kind in LINKED)
