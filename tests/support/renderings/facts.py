"""Facts that a reader takes out of words and tables by what stands beside them; and the score's."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from html import unescape

from tests.support.ours import our_guide
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.scoring.score import score

GUIDE = our_guide()
MODEL = GUIDE.model
NOW = "2027-03-31T12:00:00.000Z"
DAY = "31 March 2027"
NAMES = {d.name for d in MODEL.dimensions}
FACTORS = {f.name for f in MODEL.failure_factors}
type Facts = Iterator[tuple[tuple[str, ...], str]]
"""What a text says: what of, and how it is said."""


def rounded(value: float | None) -> str:
    """A score as everything must show it, by decimal arithmetic: half up, "3.0" or "2.13"."""
    if value is None:
        return "–"
    text = str(Decimal(f"{value:.12g}").quantize(Decimal("0.01"), ROUND_HALF_UP))
    return text[:-1] if text.endswith("0") else text


def hundred(value: float) -> str:
    """An exposure as everything must show it."""
    return str(Decimal(f"{100 * value:.12g}").quantize(Decimal(1), ROUND_HALF_UP))


def span(ends) -> str:
    """A range as everything must show it."""
    return " to ".join(dict.fromkeys(map(rounded, ends))) if ends else "–"


def of_score(answers: Answers) -> Facts:
    """What the score says, without any words of ours."""
    result = score(MODEL, answers)
    yield ("score",), rounded(result.score)
    if result.score_range:
        yield ("score range",), span(result.score_range)
    for d in MODEL.dimensions:
        found = result.dimensions[d.id]
        if found.range is not None:
            yield ("dimension", d.name, "score"), rounded(found.score)
            yield ("dimension", d.name, "range"), span(found.range)
        if found.level is not None:
            yield ("dimension", d.name, "level"), str(found.level)
    for factor in MODEL.failure_factors:
        exposure = result.exposure[factor.id]
        if exposure.value is not None:
            yield ("exposure", factor.name), hundred(exposure.value)
            ends = dict.fromkeys(map(hundred, exposure.range))
            yield ("exposure range", factor.name), " to ".join(ends)
    states_ = list(answers.practices.values())
    blank = len(MODEL.practice) - len(states_)
    yield ("not answered",), str(blank)
    yield ("unknown",), str(states_.count(UNKNOWN))
    yield ("not applicable",), str(sum(isinstance(s, NotApplicable) for s in states_))


def plain(text: str) -> str:
    """Words without tags, escapes or marks of Markdown."""
    text = re.sub(r"<(style|script)\b.*?</\1>", " ", text, flags=re.S)
    text = re.sub(r"</?(strong|a|bdi|span|time|em)\b[^>]*>", "", text)
    text = unescape(re.sub(r"<[^>]*>", "\n", text))
    text = re.sub(r"\[([^\]]*)\]\(<[^>]*>\)", r"\1", text).replace("**", "").replace("\\", "")
    return re.sub(r"[ \t]+", " ", text)


_NUMBER = r"\d[\d.]*\d"
_RANGE = rf"({_NUMBER}(?: to {_NUMBER})?)"
_SAID: Sequence[tuple[str, *tuple[tuple[str, ...], ...]]] = (
    (r"The score is ([\d.]+\d) of 4", ("score", "{0}")),
    (r"The score is ([\d.]+\d) of 4; every", ("score range", "{0}")),
    (rf"What is not known leaves {_RANGE}, ", ("score range", "{0}")),
    (rf"leaves {_RANGE}, and level (\d) to (\d)\.", ("level range", "{1} to {2}")),
    (r"exposed to “([^”\n]+)”: ([^.\n]+?)(?: of 100)?\.", ("exposure", "{0}", "{1}")),
    (r"Most exposed to: (.+?) \((\S+) of 100\)", ("exposure", "{0}", "{1}")),
    (r"“([^”\n]+)” stands at (?:level )?(\d)", ("dimension", "{0}", "level", "{1}")),
    (
        r"“([^”\n]+)” stands at level \d; [^.\d]*?(\d)\.",
        ("dimension", "{0}", "target", "{1}"),
    ),
    (rf"Programme score: [^\n]*= ({_NUMBER})\.", ("score", "{0}")),
    (
        r"(\d+) of \d+ practices have a rung, (\d+) “we don['’]t know”, (\d+) not applicable, "
        r"(\d+) not answered",
        *(("known", "{0}"), ("unknown", "{1}"), ("not applicable", "{2}"), ("not answered", "{3}")),
    ),
    (
        r"(\d+) of \d+ practices not answered yet, about \d+ minutes? left\.(?: (\d+) unknown)?",
        ("not answered", "{0}"),
        ("unknown", "{1}"),
    ),
    (r"A single level needs a known answer on", ("single level", "no")),
    (r"What (?:would it|it would) take to kill", ("single level", "yes")),
    (r"; every (?:quick )?answer is known", ("all known", "yes")),
    (r"What is not known leaves|too much is not known", ("all known", "no")),
)
"""Sentences, and what each says: what of, and last how it is said; {0} is the first group."""


def sentences(text: str) -> Facts:
    """The figures in sentences, wherever these stand."""
    for pattern, *facts in _SAID:
        for match in re.finditer(pattern, text):
            for *of, said in facts:
                groups = match.groups(default="0")
                yield tuple(word.format(*groups) for word in of), said.format(*groups)
    for names, said in re.findall(
        r"Your lowest answers? (?:is|are) (.+?), (?:all )?at (\S+)\.", text
    ):
        for name in names.split(", ") if names not in NAMES else [names]:
            if name in NAMES:
                yield ("dimension", name, "score"), said


def unknown(said: str) -> str:
    """A score as it is said, or a dash for what is not answered or not known."""
    return re.sub(r"^(?:not answered yet|we don['’]t know).*", "–", said)


def cells(text: str) -> Iterator[list[str]]:
    """The rows of tables: HTML's, or Markdown's."""
    for row in re.findall(r"<tr\b[^>]*>(.*?)</tr>", text, re.S):
        found = re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.S)
        yield [" ".join(plain(cell).split()) for cell in found]
    for row in re.findall(r"^\| (.*) \|$", text, re.M):
        yield [" ".join(plain(cell).split()) for cell in re.split(r"(?<!\\) \| ", row)]


def tables(text: str) -> Facts:
    """The figures in tables, by the name that begins their row and the heads above."""
    heads: list[str] = []
    for row in cells(text):
        if {"Score", "Exposure"} & set(row):
            heads = row
            continue
        name, values = row[0].removesuffix(" ◆"), dict(zip(heads[1:], row[1:], strict=False))
        if "Exposure" in values and name in FACTORS and "/" not in values["Exposure"]:
            yield ("exposure", name), values["Exposure"].removesuffix(" rough")
            yield ("exposure range", name), values["Range"]
        if "Score" in values and name in NAMES and "does not apply" not in values["Score"]:
            known = unknown(values["Score"]).removesuffix(" rough")
            yield ("dimension", name, "score"), re.sub(r" \(quick answer\)|.* = ", "", known)
            if "Range" in values:
                yield ("dimension", name, "range"), values["Range"]
            for key, wanted in (("Level", "level"), ("Target", "target")):
                if found := re.search(r"(\d)(?: \D*)?$", values.get(key, "")):
                    yield ("dimension", name, wanted), found[1]
        if name == "Score" and "Now" in values:
            yield ("score",), values["Now"]
