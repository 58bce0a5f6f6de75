"""Facts of the chooser that a reader takes out of words and tables; and the engine's own."""

import re
from collections.abc import Iterator
from csv import DictReader
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO, StringIO

from openpyxl import load_workbook

from tests.support.renderings.facts import GUIDE, MODEL, Facts, cells, plain
from widgets.core.answers.states import Answers
from widgets.core.choosing.choice import Choice
from widgets.core.choosing.outcome import outcome_of
from widgets.core.choosing_words.course import aim
from widgets.core.choosing_words.phrases import option

STRUCTURES = GUIDE.structures
OPTIONS = {one.name for one in STRUCTURES.options}
CRITERIA = {one.name for one in STRUCTURES.criteria}
NAMED = {option(STRUCTURES, one.id).lower(): one.name for one in STRUCTURES.options}
"""Names of options by how they stand in a sentence."""

OPTION, CRITERION, PHRASE = (
    "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for names in (OPTIONS, CRITERIA, NAMED)
)
NUMBER = r"[+−]?\d+(?:\.\d)?"
SHARE = r"(?:under |over )?\d+%|all|none"


def tenth(value: float) -> str:
    """Points as everything must show them, by decimal arithmetic: half up, "24.5" or "−1"."""
    text = str(Decimal(f"{value:.12g}").quantize(Decimal("0.1"), ROUND_HALF_UP)).removesuffix(".0")
    return "0" if text == "-0" else text.replace("-", "−")


def signed(value: float) -> str:
    """The same with a sign before every number but nought."""
    return f"+{tenth(value)}" if value > 0 else tenth(value)


def share(part: float) -> str:
    """A share of draws as everything must show it."""
    if part in (0, 1):
        return "all" if part else "none"
    text = str(Decimal(f"{100 * part:.12g}").quantize(Decimal(1), ROUND_HALF_UP))
    return {"0": "under 1%", "100": "over 99%"}.get(text, f"{text}%")


def of_choice(answers: Answers) -> Facts:
    """What the engine says of both contexts, without any words of ours."""
    found = outcome_of(MODEL, STRUCTURES, answers)
    yield from _of_context(found.choice, "")
    if found.second:
        yield from _of_context(found.second.choice, "second ")
    form = aim(found.choice)
    for criterion in STRUCTURES.criteria if form else ():
        points = found.choice.contributions[form][criterion.id]
        yield ("adds", criterion.name), signed(points)


def _of_context(choice: Choice, which: str) -> Facts:
    for id, row in choice.contributions.items():
        name = STRUCTURES.option[id].name
        yield (f"{which}points", name), tenth(sum(row.values()))
        low, high = map(tenth, choice.points_range[id])
        yield (f"{which}points range", name), f"{low} to {high}"
    for id, part in choice.acceptability.items():
        yield (f"{which}first in", STRUCTURES.option[id].name), share(part)


def shares(text: str, which: str = "") -> Facts:
    """How often options come first, in the sentence that sums up how sure this is."""
    for name, said in re.findall(
        rf"\b({PHRASE}) stays first in ({SHARE})(?: of)? 2,000 random", text, re.I
    ):
        yield (f"{which}first in", NAMED[name.lower()]), said
    for counted in re.findall(r"of 2,000 random weightings, first is (.+)\.$", text, re.M):
        for name, said in re.findall(rf"\b({PHRASE}) in ({SHARE})", counted, re.I):
            yield (f"{which}first in", NAMED[name.lower()]), said


def reasons(text: str) -> Facts:
    """What criteria add to the first option, in reasons for it and against it."""
    for name, said in re.findall(rf"\b({CRITERION}) [+−]?\d \([^()]*”\): ({NUMBER})", text):
        yield ("adds", name), said


def lines(text: str) -> Facts:
    """The figures in the lines of a report, of a mail or of a table."""
    own, _, second = text.partition("A second context")
    for name, said in re.findall(rf"(?:\d\. |^|[-,] )({OPTION}): ({NUMBER}) points", own, re.M):
        yield ("points", name), said
    yield from shares(own)
    yield from reasons(own)
    beside = second.partition("\n\n#")[0]
    for name, said in re.findall(rf"({OPTION}) ({NUMBER})(?=,|$)", beside, re.M):
        yield ("second points", name), said
    yield from shares(beside, "second ")


def of_regions(regions: dict[str, str]) -> Facts:
    """Facts of the chooser's page: its answer, its reasons, its tables, and its second context."""
    for item in re.findall(r"<li>(.*?)</li>", regions["working"], re.S):
        parts = re.fullmatch(r"(.*?)(<span.*?</span>)(<span.*?</span>)", item, re.S)
        if not parts:
            continue
        name, points, first = (" ".join(plain(part).split()) for part in parts.groups())
        yield ("points", name), points.partition(" points")[0]
        if found := re.search(rf"({NUMBER} to {NUMBER}) possible", points):
            yield ("points range", name), found[1]
        yield ("first in", name), _whole(re.search(rf"first in ({SHARE}) of", first)[1])
    yield from shares(plain(regions["working"]))
    yield from _of_bars(regions["working"].partition("From your answers")[0])
    yield from _of_working(regions["working"])
    columns = re.split("(?=<h3)", regions["other-form"])[1:]
    for column, which in zip(columns, ("", "second "), strict=False):
        for item in re.findall(r"<li>(.*?)</li>", column, re.S):
            name, _, said = plain(item).rpartition(", ")
            yield (f"{which}points", name), said
        yield from shares(plain(column), which)


def _whole(share: str) -> str:
    """A share as a sentence has it."""
    return {"100%": "all", "0%": "none"}.get(share, share)


def _of_bars(region: str) -> Facts:
    heads: list[str] = []
    for name, *values in cells(region):
        if name == "Criterion":
            heads = values[1:]
        elif name == "Points":
            for name_, said in zip(heads, values[1:], strict=True):
                yield ("points", name_), said
        else:
            yield ("adds", name), values[1]


def _of_working(region: str) -> Facts:
    for first, *values in cells(region):
        if found := re.match(OPTION, first):
            points, _, range_ = values[0].rstrip(")").partition(" (")
            yield ("points", found[0]), points
            yield ("points range", found[0]), range_ or f"{points} to {points}"
            if values[1] != "–":
                yield ("first in", found[0]), _whole(values[1])


def of_csv(data: bytes) -> Facts:
    """Facts of the CSV's lines on the structure."""
    rows = DictReader(StringIO(data.decode("utf-8-sig")))
    yield from lines(_by_part((r["text"], r["says"]) for r in rows if r["kind"] == "structure"))


def of_workbook(data: bytes) -> Facts:
    """Facts of the workbook's sheet on the structure."""
    book = load_workbook(BytesIO(data), data_only=True)
    rows = book["Structure"].values if "Structure" in book.sheetnames else ()
    yield from lines(_by_part((str(row[0]), str(row[1])) for row in rows if row[1]))


def _by_part(rows: Iterator[tuple[str, str]]) -> str:
    """Rows of part and line as a text with a title above the lines of each part."""
    parts: dict[str, list[str]] = {}
    for part, line in rows:
        parts.setdefault(part, []).append(line)
    return "\n\n".join("\n".join([part, *said]) for part, said in parts.items())
