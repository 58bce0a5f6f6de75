"""The nine people of the page on agreement, as it prints their answers."""

import re

from build_tools import ROOT

PAGE = (ROOT / "docs/method/agreement.md").read_text(encoding="utf-8").replace("−", "-")
FUNCTIONS = ("sales", "delivery", "executives")
_ROWS = re.findall(r"^\| \[([^]]+)\]\(\S+/([\w-]+)\.md\) \| (.+) \|$", PAGE, re.MULTILINE)
_CELLS = {name: [cell.split(", ") for cell in answers.split(" | ")] for name, _, answers in _ROWS}

PRACTICES = list(_CELLS)
"""By the names that the page prints, in its order."""

RATERS = [
    {
        "function": function,
        "answers": {
            name: a if (a := groups[place][nth]) == "unknown" else int(a)
            for name, groups in _CELLS.items()
        },
    }
    for place, function in enumerate(FUNCTIONS)
    for nth in range(3)
]
"""Three people of each function, as the reference reads them."""
