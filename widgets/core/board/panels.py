"""What the drawing of a board's page shows: one account, who meets whom, today and then.

Pure data.  Pairs that are proposed, and who decides in a form, are the guide's judgement.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from widgets.core.board.pairs import Pair, pairs
from widgets.core.board.voice import ours
from widgets.core.choosing.decision import TRIAL
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words.clearness import more
from widgets.core.choosing_words.phrases import bare, form_of
from widgets.core.questionnaire.chooser import Account
from widgets.core.structures.structures import NO_FORM
from widgets.core.words.english import in_words, listed, one_line, upper_first

DECIDES: Mapping[str, str] = {
    "segment-sales": "Each function does its part; nobody has the customer as a job",
    TRIAL: "One leader looks after the customer, beside the day job",
    "bow-tie-in-sales": "Account manager and buyer are the channel",
    "lead-function": "One function decides; the others follow",
    "internal-market": "Units charge each other; nobody decides above them",
    "co-ordination-overlay": "The account manager asks; each unit decides",
    "diamond-team": "The team decides, its leader first",
    "balanced-matrix": "Account manager and unit heads decide together",
    "central-group": "A central group decides; local units deliver",
    "separate-customer-unit": "The customer's own unit decides",
    "front-back": "Units in front decide and buy from the units behind",
    NO_FORM: "Nobody has these customers as a job",
}
"""Who decides about an account in a form; after `Option.seen`."""

SHAPES: Mapping[str, str] = {
    "bow-tie-in-sales": "bow-tie",
    TRIAL: "bow-tie",
    "segment-sales": "bow-tie",
    "diamond-team": "diamond",
    "separate-customer-unit": "diamond",
}
"""The contact shape that a form suggests where no stage is given; else two leads."""

COUNTED: Mapping[str, tuple[str, str]] = {
    "diamond": ("as a team of pairs", "as teams of pairs"),
    "two-lead": ("as two leads", "as two leads"),
    "bow-tie": ("as a single pair", "as single pairs"),
}

STOPS = ("The title of key account", "Special discounts for size", "Visits without a purpose")
"""What stops where there is to be no key account management (our judgement)."""

LEADER, CONTACT = "One leader", "One named contact"
"""Who meets the customer in a trial, and without key account management."""

EXAMPLE = "The customer"
BLANK = 3
"""Pairs that may be written in by hand where none was typed in."""

WHOLE = 2
"""Conditions that are said in full; more are named."""

MOST = 5
"""Pairs that a panel draws."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A pair as it is drawn."""

    ours: str
    theirs: str
    number: int = 0
    """Its place in the order in which pairs are made; 0: it is there today."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One state of the account."""

    head: str
    ties: tuple[Tie, ...] = ()
    decides: str = ""
    changes: tuple[str, ...] = ()
    """What has to change, in words; a panel of changes has no pairs, or few."""
    blank: int = 0
    """Pairs to be written in by hand."""
    more: int = 0
    """Pairs that are not drawn."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The panels of one account, from left to right, and what is said of the others."""

    account: str
    panels: tuple[Panel, ...]
    others: str
    note: str


def drawn(found: Outcome) -> Drawing:
    """The account of the page, and the forms that it goes through."""
    account = _account(found.chooser.accounts)
    panels = _panels(found, account)
    proposed = [tie for panel in panels for tie in panel.ties if tie.number]
    notes = []
    if any(panel.blank for panel in panels):
        notes.append("Write in who meets whom today.")
    if proposed:
        notes.append("Numbered pairs are an example of the guide: choose your own.")
    name = one_line(account.name) if account else EXAMPLE
    return Drawing(name, panels, _others(found, account), ours(" ".join(notes)))


def _account(accounts: Sequence[Account]) -> Account | None:
    """The first that has contacts, else the first."""
    with_pairs = [one for one in accounts if any(c.ours and c.theirs for c in one.contacts)]
    return next(iter([*with_pairs, *accounts]), None)


def _panels(found: Outcome, account: Account | None) -> tuple[Panel, ...]:
    choice, structures = found.choice, found.structures
    today = _today(found, account)
    if choice.answer == "no-kam":
        there = Panel(
            "Instead: one named contact",
            (Tie(CONTACT, "Purchasing", 1),),
            "Served by segment, at the prices of all",
        )
        return today, there, Panel("What stops", changes=STOPS)
    if choice.answer == "keep":
        mends = tuple(structures.add_on[id].name for id in choice.companions[:4])
        return today, Panel("What we mend", changes=mends or ("Nothing asks for a change",))
    needed = [structures.condition[id] for id in choice.conditions]
    conditions = tuple(
        upper_first(ours(one.first)) if len(needed) <= WHOLE else one.name for one in needed
    )
    first = choice.first
    if choice.answer == "not-yet" and first == choice.now == TRIAL:
        trial = Panel("Now: a trial", (_leads(account),), DECIDES[TRIAL])
        after = more(choice)
        last = _then(found, account, after) if after else None
        head = "Before more" if after else "What comes first"
        return tuple(filter(None, [trial, Panel(head, changes=conditions), last]))
    if choice.answer == "not-yet":
        then = (_then(found, account, first),) if first else ()
        return today, Panel("First", changes=conditions), *then
    return today, *((_then(found, account, first),) if first else ())


def _today(found: Outcome, account: Account | None) -> Panel:
    today = found.chooser.today
    kept = found.choice.answer == "keep"
    form = form_of(found.structures, today)
    name = f": {bare(found.structures, form.id)}" if form else ""
    there = tuple(Tie(p.ours, p.theirs) for p in _pairs(found, account, None) if p.today)
    return Panel(
        f"Today{', and from now on' if kept else ''}{name}",
        there[:MOST],
        DECIDES.get(today or "", ""),  # a file may name what the form never offers
        blank=0 if there else BLANK,
        more=max(0, len(there) - MOST),
    )


def _then(found: Outcome, account: Account | None, form: str) -> Panel:
    """The account in the form that is advised: pairs of today first, then those to be made."""
    target = [pair for pair in _pairs(found, account, form) if pair.target]
    ties, made = [], 0
    for pair in target:
        made += not pair.today
        first = LEADER if (form, pair.ours) == (TRIAL, "Account manager") else pair.ours
        ties.append(Tie(first, pair.theirs, 0 if pair.today else made))
    head = f"Then: {bare(found.structures, form)}"
    return Panel(head, tuple(ties[:MOST]), DECIDES[form], more=max(0, len(ties) - MOST))


def _leads(account: Account | None) -> Tie:
    theirs = next((c.theirs for c in account.contacts if c.theirs), "") if account else ""
    return Tie(LEADER, theirs or "Purchasing", 1)


def _pairs(found: Outcome, account: Account | None, form: str | None) -> list[Pair]:
    """In the shape of the account's stage, else in the one that the form suggests."""
    if account is None:
        return pairs((), SHAPES.get(form, "two-lead")) if form else []
    both = zip(found.chooser.accounts, found.choice.accounts, strict=True)
    shape = next(shaped.shape for given, shaped in both if given is account)
    return pairs(account.contacts, form and (shape or SHAPES.get(form, "two-lead")))


def _others(found: Outcome, account: Account | None) -> str:
    """How many accounts are not drawn, with the number of each shape."""
    both = zip(found.chooser.accounts, found.choice.accounts, strict=True)
    left = [shaped.shape for given, shaped in both if given is not account]
    if not left:
        return ""
    counted = Counter(left)
    said = [
        f"{in_words(counted[shape])} {words[counted[shape] > 1]}"
        for shape, words in COUNTED.items()
        if counted[shape]
    ]
    if said and counted[None]:
        said.append(f"{in_words(counted[None])} not yet known")
    more = f"and {len(left)} more"
    changes = found.choice.answer not in ("no-kam", "keep")
    return f"{more}: {listed(said)}" if said and changes else more
