"""Figures of the guide, drawn as SVG in the site's own style: `<!-- figure: slug: … -->` names one.

A new figure is one function in the module of its theme and one line here.
"""

import re
from collections.abc import Callable, Mapping

import htpy as h

from build_tools.figures import (
    accounts,
    capacity,
    case,
    contact,
    failure,
    options,
    people,
    rescue,
    road,
    rooms,
    stances,
    strong,
    structure,
    together,
)

FIGURES: Mapping[str, Callable[[], h.Element]] = {
    "account-portfolio": accounts.account_portfolio,
    "account-team": people.account_team,
    "added-or-moved": failure.added_or_moved,
    "bow-tie": contact.bow_tie,
    "bow-tie-and-diamond": contact.bow_tie_and_diamond,
    "cost-iceberg": capacity.cost_iceberg,
    "diamond": contact.diamond,
    "early-and-late": case.early_and_late,
    "entanglement": failure.entanglement,
    "five-executives": stances.five_executives,
    "four-loyalties": stances.four_loyalties,
    "four-worries": stances.four_worries,
    "go-hold-stop": rescue.go_hold_stop,
    "hr-case-timeline": case.hr_case_timeline,
    "hundred-days": road.hundred_days,
    "in-and-out": capacity.in_and_out,
    "joint-steps": together.joint_steps,
    "joint-team": people.joint_team,
    "kam-two-faces": people.kam_two_faces,
    "lesson-travels": together.lesson_travels,
    "levels-staircase": road.levels_staircase,
    "matrix-one-owner": structure.matrix_one_owner,
    "moments": rescue.moments,
    "nine-elements": failure.nine_elements,
    "number-chain": case.number_chain,
    "one-prop-or-many": rescue.one_prop_or_many,
    "one-rope-or-five": rescue.one_rope_or_five,
    "option-balanced-matrix": strong.balanced_matrix,
    "option-bow-tie-in-sales": options.bow_tie_in_sales,
    "option-central-group": strong.central_group,
    "option-co-ordination-overlay": options.co_ordination_overlay,
    "option-diamond-team": strong.diamond_team,
    "option-front-back": strong.front_back,
    "option-internal-market": options.internal_market,
    "option-lead-function": options.lead_function,
    "option-part-time-ownership": options.part_time_ownership,
    "option-programme-office": strong.programme_office,
    "option-segment-sales": options.segment_sales,
    "option-separate-customer-unit": strong.separate_customer_unit,
    "over-the-wall": structure.over_the_wall,
    "over-the-wall-to-table": structure.over_the_wall_to_table,
    "plan-two-readers": accounts.plan_two_readers,
    "power-and-loss": accounts.power_and_loss,
    "quarrel-settled": together.quarrel_settled,
    "relationship-stages": contact.relationship_stages,
    "reporting-line": structure.reporting_line,
    "rooms": rooms.rooms,
    "sales-up-trust-down": case.sales_up_trust_down,
    "seller-or-manager": people.seller_or_manager,
    "sponsor-capacity": capacity.sponsor_capacity,
    "the-road": road.the_road,
    "three-choices": structure.three_choices,
    "three-silences": failure.three_silences,
    "two-ceilings": capacity.two_ceilings,
    "two-leads": contact.two_leads,
    "two-offices": stances.two_offices,
    "two-sheets-into-one": rescue.two_sheets_into_one,
    "usual-repairs": structure.usual_repairs,
    "value-against-the-quarter": road.value_against_the_quarter,
    "value-curve": road.value_curve,
    "who-is-who": people.who_is_who,
    "who-loses": failure.who_loses,
}
"""Each figure by its slug; the slug is also its address: `#figure-<slug>`."""

MARK = re.compile(r"^<!-- figure: (?P<slug>[a-z0-9-]+)(?::[^\n]*?)? -->$", re.MULTILINE)
"""A line of Markdown that stands for a figure; what follows the slug says what it shows."""


def draw(markdown: str) -> str:
    """`markdown` with every mark replaced by its figure; `KeyError` for a slug without one."""
    return MARK.sub(lambda mark: str(FIGURES[mark["slug"]]()), markdown)
