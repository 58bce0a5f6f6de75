"""Made-up readings and judgements of structures, for firms that no file holds."""

from build_tools.structure_trial.readings import Firm, firm

WORKS = {
    "concentration": 1,
    "largest-customer": -1,
    "accounts-with-time": 0,
    "names-without-time": -2,
    "price-buyers": -1,
    "co-creation": 2,
    "central-purchasing": 2,
    "who-needs-whom": "silent",
    "account-pays-for-resource": 1,
    "something-customised": 2,
    "complex-offer": 0,
    "units-per-account": 0,
    "co-ordination-need": 1,
    "operations-accept": 1,
    "strong-functions-or-countries": 0,
    "leaders-time": 2,
    "money-for-years": 2,
    "sales-pull": 1,
    "kam-maturity": 0,
    "purpose-is-the-customer": 1,
    "hand-over-failures": "unanswerable",
    "today-has-held": 2,
}
"""A firm that works well with its customers."""


def read(today="diamond-team", have=(), **steps) -> dict:
    """One reading: `WORKS`, with some answers changed."""
    changed = {id.replace("_", "-"): step for id, step in steps.items()}
    return {"answers": WORKS | changed, "today": today, "have": list(have)}


def judged(first="diamond-team", second="central-group", third=None, against=()) -> dict:
    """One judgement."""
    named = {"first": first, "second": second, "against": list(against)}
    return named | ({"third": third} if third else {})


NO_KAM = {"price_buyers": 2, "something_customised": -2}
"""Two tests of the gate that say no."""


def made(id="firm", judges=None, readers=None) -> Firm:
    """A firm with two judgements and two readings."""
    return firm(id, judges or [judged(), judged()], readers or [read(), read()])
