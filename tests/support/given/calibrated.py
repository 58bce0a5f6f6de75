"""A small calibration on disk: two dimensions of two practices, as many firms as are asked for."""

from pathlib import Path

import yaml

from tests.support.given.scored import small_model

MODEL = small_model([(True, 2), (False, 2)], {})


def judged(*levels: float) -> dict:
    """What a judge said: the programme, then the two dimensions."""
    programme, *dimensions = levels
    said = {f"d{n}": level for n, level in enumerate(dimensions)}
    return {"programme": programme, "dimensions": said, "why": "So it is.", "actions": ["Begin."]}


def full(*given) -> dict:
    """A full reading: the four practices in order."""
    ids = ("d0p0", "d0p1", "d1p0", "d1p1")
    return {"answers": dict(zip(ids, given, strict=True))}


def quick(*given) -> dict:
    """A quick reading: the two dimensions."""
    return {"answers": dict(zip(("d0", "d1"), given, strict=True))}


ONE = {
    "judge-1": judged(2, 3, 1),
    "judge-2": judged(1, 2, 1),
    "quick-1": quick(2, 1),
    "quick-2": quick(3, "silent"),
    "full-1": full(2, 4, 0, "na"),
    "full-2": full(2, "unanswerable", 1, "ill"),
}
"""A firm that stands better in its first dimension."""

OTHER = {
    "judge-1": judged(3, 3, 4),
    "judge-2": judged(4, 4, 4),
    "quick-1": quick(4, 4),
    "quick-2": quick(4, 3),
    "full-1": full(4, 4, 4, 4),
    "full-2": full(3, 4, 4, 4),
}
"""A firm that stands high."""


CHOOSERS = ("chooser-1", "chooser-2")


def with_forms(firm: dict, judges: list[dict], readers: list[dict]) -> dict:
    """The firm with what judges named and what readers told the chooser."""
    named = {
        f"judge-{n}": {**firm[f"judge-{n}"], "structures": one} for n, one in enumerate(judges, 1)
    }
    return firm | named | dict(zip(CHOOSERS, readers, strict=True))


def write(folder: Path, firms: dict, group: str = "tuning", **more: object) -> Path:
    """Writes firms and their readings; `more` holds further files of readings by name."""
    readings = folder / ("readings" if group == "tuning" else "readings/sealed")
    readings.mkdir(parents=True)
    for name in ONE:
        _dump(readings / f"{name}.yaml", {id: firm[name] for id, firm in firms.items()})
    for name in CHOOSERS:
        if any(name in firm for firm in firms.values()):
            _dump(readings / f"{name}.yaml", {id: firm[name] for id, firm in firms.items()})
    for name, content in more.items():
        _dump(readings / f"{name.replace('_', '-')}.yaml", content)
    for id in firms:
        texts = folder / ("cases" if group == "tuning" else "sealed") / id
        texts.mkdir(parents=True)
        (texts / "sheet.md").write_text(f"# Firm {id}\n\n## Work\nIt makes pumps.\n")
        (texts / "sequel.md").write_text("A new head came.\n\nOutcome: held\n")
        _dump(texts / "interview.yaml", [{"ask": "Why?", "answer": "Nobody knows."}])
    if group == "tuning":
        _dump(readings / "about.yaml", {"model": "2.0.0"})
        _dump(folder / "keystones.yaml", {"d0": ["d0p0"]})
    return folder


def _dump(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
