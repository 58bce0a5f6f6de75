"""What pages hold of what was drawn, so that an answer need not bring it again.

A page says what it holds by a sign, which every answer gives it.  The sign is made from the drawn
regions themselves: whoever names one holds just these, whichever widget, page or worker it was,
and a sign that is not known here means only that everything is sent.
"""

from collections import OrderedDict
from collections.abc import Mapping

SAID = "desk-said"
"""The region of what a command said: the page writes into it too, so it is brought every time."""

PAGES = 8
"""How many states of pages are kept, the newest: some 100 kB each."""

_held: OrderedDict[str, Mapping[str, str]] = OrderedDict()


def news(drawn: Mapping[str, str], holds: str) -> tuple[dict[str, str], str]:
    """What of the regions `drawn` differs from what a page `holds`, and what it holds then."""
    before = _held.get(holds, {})
    after = {**before, **drawn, SAID: ""}
    sign = f"{hash(frozenset(after.items())):x}"
    _held[sign] = after
    _held.move_to_end(sign)
    while len(_held) > PAGES:
        _held.popitem(last=False)
    new = {name: html for name, html in drawn.items() if name == SAID or before.get(name) != html}
    return new, sign
