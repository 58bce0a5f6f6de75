"""The page of each paper, their list, and the lines that lead to them from the guide."""

import posixpath
import re
from collections.abc import Mapping, Sequence

from build_tools.pages.templates import fill
from build_tools.papers.paper import STAGES, STATES, Paper
from build_tools.papers.sheet import place, sheet
from build_tools.text.markdown import title
from build_tools.text.wording import plain
from widgets.core.words.english import upper_first

SHEETS = {1: "one sheet of A4", 2: "two sheets of A4"}

_NEXT = re.compile(r"^## Next\s*$", re.MULTILINE)


def pages(papers: Sequence[Paper], written: Mapping[str, str]) -> dict[str, str]:
    """Markdown of the list and of each paper, by address; none where there are no papers.

    `written` has the Markdown of the pages that papers lead on to.
    """
    if not papers:
        return {}
    listed = {
        words: [paper for paper in papers if paper.stage == stage]
        for stage, words in STAGES.items()
    }
    made = {"papers/index.md": fill("papers.md", listed=listed, papers=papers, sheets=SHEETS)}
    for paper in papers:
        drawn = {state: sheet(paper, state) for state in STATES}
        places = {state: place(state) for state in STATES}
        around = {"places": places, "sheets": SHEETS, "read": title(written[paper.read])}
        made[f"papers/{paper.id}.md"] = fill("paper.md", paper=paper, drawn=drawn, **around)
    return made


def taken_along(papers: Sequence[Paper]) -> dict[str, str]:
    """For each page on which papers are needed, the paragraphs that lead to them."""
    found: dict[str, str] = {}
    for paper in papers:
        for needed in paper.needed_on:
            folder = posixpath.dirname(needed.page)
            link = posixpath.relpath(f"papers/{paper.id}.md", folder)
            line = (
                f"**Take it along:** [{plain(paper.title)}]({link}). {plain(needed.why)} "
                f"{upper_first(SHEETS[paper.sheets])}, filled in and empty, to print or for Word."
            )
            found[needed.page] = found.get(needed.page, "") + f"{line}\n{{ .kam-take }}\n\n"
    return found


def with_papers(markdown: str, lines: str) -> str:
    """`markdown` with `lines` before what comes next on it, or at its end."""
    following = [match.start() for match in _NEXT.finditer(markdown)]
    if not lines:
        return markdown
    if not following:
        return f"{markdown.rstrip()}\n\n{lines}"
    return markdown[: following[-1]] + lines + markdown[following[-1] :]
