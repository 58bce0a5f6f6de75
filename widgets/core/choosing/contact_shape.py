"""The contact shape of each account, from the stage of its relationship."""

from dataclasses import dataclass

from widgets.core.questionnaire.chooser import Account
from widgets.core.structures.structures import Structures

HELD_AT = "bow-tie"
"""The shape at which a customer without reciprocity is held."""

HOLDING = "V2"
"""The veto that holds it: the customer buys on price only or refuses to share."""


@dataclass(frozen=True, slots=True)
class AccountShape:
    """The shape that fits one account."""

    name: str
    stage: str | None
    shape: str | None
    """None where no stage is given."""
    held: bool
    """Whether `HOLDING` keeps it below the shape of its stage."""
    functions: int
    """Different functions of the customer that are in contact today."""


def contact_shape(account: Account, held: bool, structures: Structures) -> AccountShape:
    """The shape of the account's stage; `held` keeps it at bow-tie (DESIGN 8).

    Where a stage has a shape for a second function in contact, two functions of the customer make
    it so.  Capital letters and outer spaces do not tell functions apart.
    """
    theirs = (contact.theirs.strip().casefold() for contact in account.contacts)
    functions = len({*filter(None, theirs)})
    stage = next((stage for stage in structures.stages if stage.id == account.stage), None)
    shape = stage.shape if stage else None
    if stage and stage.second_function and functions >= 2:
        shape = stage.second_function
    if held and shape:
        return AccountShape(account.name, account.stage, HELD_AT, shape != HELD_AT, functions)
    return AccountShape(account.name, account.stage, shape, False, functions)
