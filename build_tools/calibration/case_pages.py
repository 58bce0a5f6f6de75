"""A page for each invented firm that was read: its sheet to score, then how others saw it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from build_tools.calibration.readings import Calibration, Case, load
from build_tools.calibration.scores import Shown, shown
from build_tools.pages.templates import fill
from build_tools.structure_trial.said import ours
from build_tools.structure_trial.wording import in_order, met_first, told
from widgets.core.model.maturity import Model
from widgets.core.structures.structures import Structures
from widgets.core.words.numbers import number

FOLDER = "method/cases"


@dataclass(frozen=True)
class CasePage:
    """One firm as its page shows it."""

    model: Model
    case: Case
    structures: Structures | None = None

    @cached_property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """The structure: what each judge named, then what the chooser says to each reading."""
        firm, structures = self.case.forms, self.structures
        if firm is None or structures is None:
            return ()
        rule = ours(structures)
        judged = [
            (f"Judge {n}", in_order(structures, one.named), "–")
            for n, one in enumerate(firm.judged, 1)
        ]
        said = [
            (f"Chooser, reading {n}", told(structures, one), met_first(structures, one))
            for n, one in enumerate(map(rule, firm.readings), 1)
        ]
        return (*judged, *said)

    @property
    def facts(self) -> str:
        """The fact sheet below its title, its headings one step lower."""
        body = self.case.sheet.partition("\n")[2].strip()
        return "\n".join(f"#{one}" if one.startswith("##") else one for one in body.splitlines())

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Programme and dimensions: what each judge and each reading gave."""
        read = (*shown(self.model, self.case, "quick"), *shown(self.model, self.case, "full"))
        return (
            ("**Programme**", *self._judged(None), *(number(one.programme) for one in read)),
            *(
                (dimension.name, *self._judged(dimension.id), *_scores(read, dimension.id))
                for dimension in self.model.dimensions
            ),
        )

    def _judged(self, dimension: str | None) -> Iterator[str]:
        for said in self.case.judged:
            yield number(said.dimensions.get(dimension) if dimension else said.programme)


def _scores(read: tuple[Shown, ...], dimension: str) -> Iterator[str]:
    for one in read:
        yield number(one.dimensions[dimension])


def read_pages(
    checkout: Path, model: Model, structures: Structures | None = None
) -> Mapping[str, str]:
    """Those of the firms in `checkout`; none where it has none."""
    folder = checkout / "calibration"
    return case_pages(load(folder, model), model, structures) if folder.is_dir() else {}


def case_pages(
    calibration: Calibration, model: Model, structures: Structures | None = None
) -> Mapping[str, str]:
    """Markdown by address: the list of the firms, then each firm."""
    cases = calibration.cases
    made = {f"{FOLDER}/index.md": fill("cases.md", cases=cases)}
    for at, case in enumerate(cases):
        after = cases[(at + 1) % len(cases)]
        page = fill("case.md", page=CasePage(model, case, structures), case=case, after=after)
        made[f"{FOLDER}/{case.id}.md"] = page
    return made
