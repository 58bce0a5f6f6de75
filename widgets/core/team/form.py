"""What the commands of the team page answer with: the form in which raters are added, and a line.

Draws and keeps nothing by itself.
"""

from collections.abc import Sequence

import htpy as h

from widgets.core.importing.given_file import LARGEST
from widgets.core.keeping.steps import Step
from widgets.core.page.controls import PRIMARY, button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.fields import file_field

SHOWN = 20_000
"""Characters of a pasted text that stay in the field after a mistake."""


def form(now: str = "", left: str = "") -> h.Node:
    """Where answers are pasted or chosen; `left` stays in the field; new ids empty the others."""
    return (
        h.label(".kam-written")[
            h.span["Share links, one a line, or the texts of answers files"],
            h.textarea(id=f"team-pasted-{now}", name="pasted", rows="4", spellcheck="false")[
                left if len(left) <= SHOWN else ""
            ],
        ],
        h.div(".kam-actions", role="group", aria_label="Add raters")[
            button("team.add", "Add", look=PRIMARY),
            button("team.add-own", "Add my own answers"),
        ],
        file_field(
            "Or choose files of answers, or drop them anywhere on this page",
            f"team-files-{now}",
            several=True,
        ),
        h.p(".kam-note")[
            f"Up to {LARGEST / 1e6:.0f} MB. Only the answers are kept, in this browser: no notes, "
            "no names, no reasons. Nothing is sent anywhere."
        ],
    )


def told(
    desk: Desk,
    words: str,
    problems: Sequence[str] = (),
    steps: Sequence[Step] = (),
    back: tuple[str, str, str] | None = None,
    left: str | None = None,
) -> Reply:
    """Says `words` and each of `problems`; `back`: command, label and value that undo it.

    `left`: what stays in the field; None leaves the form as it is.
    """
    node = words and h.div(".kam-kept")[h.p[words], back and button(*back)]
    mistakes = [h.div(".kam-error", role="alert")[h.p[h.bdi[problem]]] for problem in problems]
    regions: dict[str, h.Node] = {"team-said": (mistakes, node)}
    if left is not None:
        regions["team-add"] = form(desk.place.visit.now, left)
    announce = " ".join(filter(None, [words, *problems]))
    return Reply(regions=regions, announce=announce, steps=tuple(steps), close=True)
