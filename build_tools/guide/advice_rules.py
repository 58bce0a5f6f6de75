"""The rules of `advice.yaml`, and what `lasting.yaml` has written down, as they are published."""

from collections.abc import Mapping
from typing import Any

from build_tools.guide.cite import cited
from build_tools.guide.evidence import Evidence
from build_tools.reading.advice_checks import titles_of
from build_tools.reading.folder import ADVICE, LASTING, ModelFolder
from widgets.core.model.advice_conditions import advice_condition
from widgets.core.model.maturity import Advice, Lasting, Page


def rules(folder: ModelFolder, evidence: Evidence) -> tuple[Advice, ...]:
    """The checked rules of `folder`, in model order."""
    titles = titles_of(folder)
    warnings = {factor.id: factor.data["do_not"] for factor in folder.factors}
    found = sorted(folder.listed(ADVICE), key=lambda rule: rule.data["order"])
    return tuple(_advice(rule.data, titles, warnings, evidence) for rule in found)


def lasting(folder: ModelFolder, evidence: Evidence) -> tuple[Lasting, ...]:
    """The checked entries of `folder`, in the order of the file."""
    titles = titles_of(folder)
    return tuple(_lasting(entry.data, titles, evidence) for entry in folder.listed(LASTING))


def _lasting(data: Mapping[str, Any], titles: Mapping[str, str], evidence: Evidence) -> Lasting:
    return Lasting(
        id=data["id"],
        write_down=data["write_down"],
        who=data["who"],
        this_week=data["this_week"],
        do_not=cited(data["do_not"], evidence),
        why=cited(data["why"], evidence) if "why" in data else (),
        pages=tuple(Page(address, titles[address]) for address in data.get("pages", ())),
    )


def _advice(
    data: Mapping[str, Any],
    titles: Mapping[str, str],
    warnings: Mapping[str, str],
    evidence: Evidence,
) -> Advice:
    return Advice(
        id=data["id"],
        title=data["title"],
        when=advice_condition(data["when"]),
        raises=data["raises"],
        effort=data["effort"],
        who=data["who"],
        do_not=cited(data.get("do_not") or warnings[data["do_not_of"]], evidence),
        why=cited(data["why"], evidence),
        judgement=data["judgement"],
        pages=tuple(Page(address, titles[address]) for address in data.get("pages", [])),
        first_step=data.get("first_step", ""),
        first_step_of=tuple(data.get("first_step_of", [])),
        needs=tuple(data.get("needs", [])),
    )
