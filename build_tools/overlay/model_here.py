"""Sets an overlay's records over the model: what is reworded, added and hidden, and what follows.

What only a hidden thing needed goes along: rules of advice that test it, answers of worked firms to
it, words on what outlasts it.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from build_tools.overlay.records import Records
from build_tools.reading.yaml12 import read

_STEP = 10

_OPTIONS = "structures/options"


_WIDE = 1_000_000
"""Letters of a line: no text is folded."""


class ModelParts:
    """The YAML files below a model folder; those that were changed are written anew."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, Any] = {}
        self._changed: set[str] = set()

    def value(self, file: str) -> Any:
        """What one file says; changing it is told by `changes`."""
        if file not in self._read:
            self._read[file] = read(self._root / file, file).value
        return self._read[file]

    def changes(self, file: str) -> Any:
        """The same, to be changed in place."""
        self._changed.add(file)
        return self.value(file)

    def replace(self, file: str, value: Any) -> None:
        """Puts `value` into the place of what a file says."""
        self._read[file] = value
        self._changed.add(file)

    def named(self, folder: str) -> Iterator[tuple[str, Any]]:
        """The files of one folder of the model and what each says."""
        for path in sorted((self._root / folder).glob("*.yaml")):
            file = f"{folder}/{path.name}"
            yield file, self.value(file)

    def written(self) -> dict[str, str]:
        """The text of each file that was changed."""
        return {
            file: yaml.safe_dump(self._read[file], allow_unicode=True, sort_keys=False, width=_WIDE)
            for file in sorted(self._changed)
        }


def with_said(thing: dict[str, Any], said: Mapping[str, Any]) -> None:
    """Changes `thing` to what a record says of it; of a ladder, the rungs that it names."""
    for key, value in said.items():
        if key == "ladder":
            thing["ladder"] = {**thing["ladder"], **value}
        elif key != "id":
            thing[key] = value


def without_practices(condition: Any, gone: set[str]) -> Any:
    """A condition of a rule without tests of practices that are `gone`.

    None where nothing is left, and where a test that must hold cannot be made any more.
    """
    if "practice" in condition:
        return None if condition["practice"] in gone else condition
    for word, enough in (("all", all), ("any", any)):
        if word in condition:
            left = [without_practices(one, gone) for one in condition[word]]
            kept: Callable[[list[bool]], bool] = enough
            if not kept([one is not None for one in left]):
                return None
            return {word: [one for one in left if one is not None]}
    return condition


def set_over(parts: ModelParts, records: Records) -> list[str]:
    """Changes `parts` to what the records say; a line for each thing that goes along."""
    for kind, folder in (("failure_factors", "failure_factors"), ("structures", _OPTIONS)):
        for record in records.reworded(kind):
            with_said(parts.changes(f"{folder}/{record.id}.yaml"), record.data)
    for record in records.reworded("dimensions"):
        with_said(parts.changes(f"dimensions/{record.id}.yaml"), record.data)
    for record in records.reworded("practices"):
        file, place = _home(parts, record.id)
        before = list(place.get("guards", ()))
        with_said(place, record.data)
        parts.changes(file)
        _guarded(parts, record.id, before, place["guards"])
    for record in records.new():
        _add(parts, record.data)
    along = _hide_practices(parts, set(records.hidden("practices")))
    return [*along, *_hide_structures(parts, set(records.hidden("structures")))]


def _home(parts: ModelParts, practice: str) -> tuple[str, dict[str, Any]]:
    """The file of a practice, and its place there."""
    return next(
        (file, one)
        for file, dimension in parts.named("dimensions")
        for one in dimension.get("practices", ())
        if one["id"] == practice
    )


def _guarded(parts: ModelParts, practice: str, before: list[str], now: list[str]) -> None:
    """Lets the failure factors know which practices guard against them."""
    known = {
        file.rpartition("/")[2].removesuffix(".yaml") for file, _ in parts.named("failure_factors")
    }
    for factor in sorted({*before, *now} & known):
        practices = parts.changes(f"failure_factors/{factor}.yaml")["practices"]
        if factor in now and practice not in practices:
            practices.append(practice)
        if factor not in now and practice in practices:
            practices.remove(practice)


def _add(parts: ModelParts, said: Mapping[str, Any]) -> None:
    """A new practice at the end of its dimension; nobody knows what the worked firms would say."""
    dimension = parts.changes(f"dimensions/{said['dimension']}.yaml")
    practices = dimension.setdefault("practices", [])
    order = max((one["order"] for one in practices), default=0) + _STEP
    rest = {key: value for key, value in said.items() if key not in ("id", "dimension")}
    practices.append({"id": said["id"], "order": order, **rest})
    _guarded(parts, said["id"], [], said["guards"])
    for file, firm in parts.named("examples"):
        if "answers" in firm:
            parts.changes(file)["answers"][said["id"]] = "unknown"


def _hide_practices(parts: ModelParts, gone: set[str]) -> list[str]:
    if not gone:
        return []
    _papers(parts, gone)
    for file, dimension in list(parts.named("dimensions")):
        kept = [one for one in dimension.get("practices", ()) if one["id"] not in gone]
        if len(kept) != len(dimension.get("practices", ())):
            parts.changes(file)["practices"] = kept
        for one in kept:
            if one.get("precondition") in gone:
                parts.changes(file)
                del one["precondition"]
    for file, factor in list(parts.named("failure_factors")):
        if gone & {*factor["practices"]}:
            parts.changes(file)["practices"] = [p for p in factor["practices"] if p not in gone]
    for file, firm in list(parts.named("examples")):
        for id in gone & {*firm.get("answers", ())}:
            del parts.changes(file)["answers"][id]
    lasting = parts.changes("lasting.yaml")
    parts.replace("lasting.yaml", [one for one in lasting if one["id"] not in gone])
    return _hide_rules(parts, gone)


def _papers(parts: ModelParts, gone: set[str]) -> None:
    """A paper that served a hidden practice serves the first that is left of its dimension."""
    dimensions = [d.get("practices", ()) for _, d in parts.named("dimensions")]
    beside = {one["id"]: practices for practices in dimensions for one in practices}
    for file, paper in list(parts.named("papers")):
        asked = paper.get("asks") if isinstance(paper, dict) else None
        left = [one["id"] for one in beside.get(asked, ()) if one["id"] not in gone]
        if asked in gone and left:
            parts.changes(file)["asks"] = left[0]


def _hide_rules(parts: ModelParts, gone: set[str]) -> list[str]:
    """Takes hidden practices out of the rules of advice; rules that need them go along."""
    kept: list[dict[str, Any]] = []
    left: list[dict[str, Any]] = []
    for rule in parts.changes("advice.yaml"):
        rule["when"] = without_practices(rule["when"], gone)
        rule["raises"] = {id: to for id, to in rule["raises"].items() if id not in gone}
        if "first_step_of" in rule:
            rule["first_step_of"] = [id for id in rule["first_step_of"] if id not in gone]
        whole = (
            rule["when"] and rule["raises"] and ("first_step" in rule or rule.get("first_step_of"))
        )
        (kept if whole else left).append(rule)
    away = {rule["id"] for rule in left}
    for rule in kept:
        if away & {*rule.get("needs", ())}:
            rule["needs"] = [id for id in rule["needs"] if id not in away]
            if not rule["needs"]:
                del rule["needs"]
    parts.replace("advice.yaml", kept)
    return [f"the advice “{rule['title']}”" for rule in left]


def _hide_structures(parts: ModelParts, gone: set[str]) -> list[str]:
    """Takes structures out of every list that names them, and says so to the loader."""
    if not gone:
        return []
    for file, one in list(parts.named(_OPTIONS)):
        if one["id"] not in gone:
            option = parts.changes(file)
            option["needs"] = [id for id in option["needs"] if id not in gone]
            option["moves"] = [to for to in option["moves"] if to["to"] not in gone]
    for file, key in (("add_ons", "joins"), ("vetoes", "blocks")):
        for one in parts.changes(f"structures/{file}.yaml"):
            one[key] = [id for id in one[key] if id not in gone]
            if not one[key]:  # a veto that closes nothing waits for nothing
                one.pop("until", None)
                one.pop("until_known", None)
    hours = parts.changes("structures/first_hours.yaml")
    parts.replace("structures/first_hours.yaml", [one for one in hours if one["of"] not in gone])
    parts.changes("structures/structures.yaml")["hidden"] = sorted(gone)
    return []
