"""Rules on the model's words: what makes two colleagues give the same answer for the same facts.

A question is a practice's statement, a dimension's question, or a rung of a ladder.  The rules can
be checked by a machine, so they catch careless wording and no more; people read the rest.
There is no way to switch a rule off for one text.  `docs/contributing/add-a-practice.md` explains
them to authors; the word lists are in `words/`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from math import floor
from typing import Any, NamedTuple, TypeGuard

from build_tools.reading import kinds
from build_tools.reading.folder import ADVICE, ModelFolder, Thing, practices_of
from build_tools.reading.yaml12 import Path_
from build_tools.text.markdown import CITATION
from build_tools.text.readability import reading_ease, sentences, word_list, words
from widgets.core.model.ladders import Role, named

MOST_WORDS = {"rung": 26, "statement": 30, "question": 20}
"""Words that each kind of question may have."""

RUNG_WORDS = 18
"""Words that the rungs of one dimension, its own ladder and its practices', have on average."""

LABEL_WORDS = (2, 4)
"""Least and most words of a rung's label."""

LASTED = "three years"
"""How rung 4 names the time after which what no strain has tested counts as lasting."""

MOST_SENTENCES = {"rung": 2, "statement": 2, "question": 1}
"""A rung may say in one sentence what is there, and in a second what is still missing."""

MOST_JOINS = {"rung": 1, "statement": 0, "question": 0}
"""Second clauses that one sentence may join: a rung repeats what the rung below asked for."""

LEAST_EASE = 60.0
"""Flesch's reading ease: plain English."""

TOO_ALIKE = 0.8
"""Share of words that two rungs of one ladder may not have in common."""

_REACH = 6
"""How many words after "and" its verb may stand."""


class Question(NamedTuple):
    """A text that a reader answers."""

    thing: Thing
    kind: str
    """`rung`, `statement` or `question`."""
    path: Path_
    text: str

    def add(self, found: str, must: str = "", do: str = "") -> None:
        """Reports what is wrong with it, in the parts of `Mistake`."""
        self.thing.add(self.path, found, must, do)

    @property
    def name(self) -> str:
        """How another question's mistake names it."""
        return f"{self.kind} {self.path[1]}" if self.kind == "rung" else f"the {self.kind}"


def check(folder: ModelFolder) -> None:
    """Reports every text of the model that breaks a rule."""
    asked = list(questions(folder))
    roles = [Role(r.id, str(r.data.get("name")), "") for r in folder.listed("roles.yaml")]
    for question in asked:
        _check_hedges(question)
        _check_length(question)
        _check_joins(question)
        _check_ease(question)
        _check_negatives(question)
        _check_roles(question, roles)
    _check_repeats(asked)
    for thing in (*folder.dimensions, *folder.practices()):
        _check_alike(thing)
        _check_labels(thing)
        _check_top(thing)
    for dimension in folder.dimensions:
        _check_average(dimension)
    _check_sources(folder)
    _check_guarded(folder)


def questions(folder: ModelFolder) -> Iterator[Question]:
    """Every text that a reader answers and that its author has filled in."""
    for thing, kind in (
        *((dimension, "question") for dimension in folder.dimensions),
        *((practice, "statement") for practice in folder.practices()),
    ):
        if _written(text := thing.data.get(kind)):
            yield Question(thing, kind, (kind,), text)
        for rung, text in _rungs(thing).items():
            yield Question(thing, "rung", ("ladder", rung, "text"), text)


def _written(text: Any) -> TypeGuard[str]:
    return isinstance(text, str) and bool(words(text)) and not text.startswith(kinds.FILL_IN)


def _rungs(thing: Thing) -> dict[int, str]:
    return {rung: text for rung, text in _parts(thing, "text").items() if rung in kinds.RUNGS}


def _parts(thing: Thing, key: str) -> dict[int, str]:
    """The label or the text of each rung, as far as it is written."""
    ladder = thing.data.get("ladder")
    found = ladder.items() if isinstance(ladder, dict) else ()
    parts = {rung: part.get(key) for rung, part in found if isinstance(part, dict)}
    return {rung: part for rung, part in parts.items() if _written(part)}


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """Whole words or phrases of a word list, longest first."""
    phrases = sorted(map(re.escape, word_list(name)), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(phrases)})(?![\w-])", re.IGNORECASE)


def _check_hedges(question: Question) -> None:
    for found in dict.fromkeys(m[0].lower() for m in _any_of("hedges").finditer(question.text)):
        question.add(f"“{found}” is a hedge word", do="say what a colleague can see or count")


def _check_length(question: Question) -> None:
    most = MOST_WORDS[question.kind]
    if (count := len(question.text.split())) > most:
        question.add(f"the {question.kind} has {count} words", f"it must have {most} at most")
    most = MOST_SENTENCES[question.kind]
    if (count := len(sentences(question.text))) > most:
        question.add(f"the {question.kind} has {count} sentences", f"it must have {most} at most")


_JOINT = re.compile(r"\b(?:and|but|or|while)\b(?! (?:more|less|fewer|later|sooner|earlier)\b)|;")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word_list("verbs"))


def joins(sentence: str) -> list[str]:
    """Where `sentence` joins a clause with a verb of its own to an earlier one, in its words."""
    found, start = [], 0
    for joint in _JOINT.finditer(sentence):
        after = words(sentence[joint.end() :])[:_REACH]
        verb = next((n for n, word in enumerate(after) if word.lower() in _verbs()), None)
        before = {word.lower() for word in words(sentence[start : joint.start()])}
        if joint[0] == ";" or (verb is not None and before & _verbs()):
            found.append(" ".join([joint[0], *after[: (verb or 0) + 1]]))
            start = joint.end()
    return found


def _check_joins(question: Question) -> None:
    most = MOST_JOINS[question.kind]
    for sentence in sentences(question.text):
        found = joins(sentence)
        if len(found) > most or ";" in sentence:
            second = f"“{found[-1]}” asks a second thing in one sentence"
            question.add(second, do="ask one thing, or make it two questions")


def _check_ease(question: Question) -> None:
    if (ease := reading_ease(question.text)) < LEAST_EASE:
        least = f"it must be {LEAST_EASE:.0f} or more: use shorter words and shorter sentences"
        question.add(f"the reading ease is {floor(ease)}", least)


_NEGATIVE = re.compile(
    r"\b(?:no|not|nobody|nothing|none|never|nowhere|neither|nor|without|cannot|\w+n't)\b", re.I
)


def _check_negatives(question: Question) -> None:
    """A reader who knows one of two things that are missing cannot say yes to both."""
    found = _NEGATIVE.findall(question.text)
    if question.kind == "rung" and len(found) > 1:
        both = " and ".join(f"“{word.lower()}”" for word in found[:2])
        question.add(f"{both} deny two things", do="say one thing that is missing")


_TITLE = re.compile(
    r"\b(?:heads? of [a-z]+|chief executive|director|leader|boss|seller|sponsor)(?:e?s)?\b", re.I
)


def _check_roles(question: Question, roles: Sequence[Role]) -> None:
    for title in dict.fromkeys(_TITLE.findall(question.text)):
        if not any(named(roles, [title])):
            question.add(f"the role “{title}” is not in roles.yaml", do="say there who stands in")


def _check_labels(thing: Thing) -> None:
    least, most = LABEL_WORDS
    for rung, label in _parts(thing, "label").items():
        if not least <= (count := len(label.split())) <= most:
            must = f"it must have {least} to {most} words"
            thing.add(("ladder", rung, "label"), f"the label has {count}", must)


def _check_top(thing: Thing) -> None:
    """Rung 4 asks for a strain that was stood or for years, whichever came."""
    top = _rungs(thing).get(kinds.RUNGS[-1], "")
    choice = f"name a strain that it has stood, or {LASTED} (“or” between them)"
    if top and (LASTED not in top or not re.search(r"\bor\b", top)):
        thing.add(("ladder", kinds.RUNGS[-1], "text"), "leaves the reader no choice", do=choice)


def _check_average(dimension: Thing) -> None:
    things = (dimension, *practices_of(dimension))
    counts = [len(text.split()) for thing in things for text in _rungs(thing).values()]
    if counts and (average := sum(counts) / len(counts)) > RUNG_WORDS:
        found = f"the rungs have {average:.1f} words on average"
        dimension.add(("ladder",), found, f"they must have {RUNG_WORDS} at most")


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in words(text))


def _check_repeats(asked: list[Question]) -> None:
    """No text stands twice; within one ladder, the schema has seen it already."""
    said: dict[tuple[str, ...], Question] = {}
    for question in asked:
        first = said.setdefault(_plain(question.text), question)
        both_rungs = first.kind == question.kind == "rung"
        if first is not question and not (both_rungs and first.thing == question.thing):
            question.add(f"says the same as {first.name} of “{first.thing.id}”", "each must differ")


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common, 0 to 1, whatever their order."""
    a, b = Counter(_plain(one)), Counter(_plain(other))
    return (a & b).total() / (a | b).total()


def _check_alike(thing: Thing) -> None:
    for (low, one), (high, other) in combinations(sorted(_rungs(thing).items()), 2):
        same = likeness(one, other)
        if same >= TOO_ALIKE and " ".join(one.lower().split()) != " ".join(other.lower().split()):
            shared = f"shares {same:.0%} of its words with rung {low}"
            do = f"say what has changed, below {TOO_ALIKE:.0%}"
            thing.add(("ladder", high, "text"), shared, do=do)


_PROSE = ("why", "how_it_looks", "why_it_happens", "early_signs", "remedy", "do_not")
"""Keys of dimensions, failure factors and rules of advice whose texts may cite."""

_ARGUED = ("why", "why_it_happens")
"""Those in which every paragraph says on what it rests."""


def _check_sources(folder: ModelFolder) -> None:
    for thing in (*folder.dimensions, *folder.factors, *folder.listed(ADVICE)):
        for path, text in _prose(thing):
            _check_paragraphs(thing, path, text)
    for sign in (*folder.listed("warning_signs.yaml"), *folder.listed(ADVICE)):
        if sign.data.get("judgement") is False and sign.data.get("facts") == []:
            sign.add(("facts",), "the list is empty", do="name a fact, or say “judgement: true”")


def _prose(thing: Thing) -> Iterator[tuple[Path_, str]]:
    for key in _PROSE:
        value = thing.data.get(key)
        texts = enumerate(value) if isinstance(value, list) else [(None, value)]
        for place, text in texts:
            if _written(text):
                yield ((key,) if place is None else (key, place)), text


def _check_paragraphs(thing: Thing, path: Path_, text: str) -> None:
    cure = "cite a fact, such as [=E015], or say [=judgement]"
    for paragraph in re.split(r"\n\s*\n|\n", text.strip()):
        if path[0] in _ARGUED and not CITATION.search(paragraph):
            start = " ".join(paragraph.split()[:5])
            thing.add(path, f"the paragraph “{start} …” has no source", do=f"{cure}")
            continue
        for sentence in sentences(paragraph):
            claim = _any_of("claims").search(sentence)
            if claim and not CITATION.search(sentence):
                thing.add(path, f"a sentence with “{claim[0]}” has no source", do=f"{cure}")


def _check_guarded(folder: ModelFolder) -> None:
    for factor in folder.factors:
        if factor.data.get("practices") == []:
            factor.add(
                ("practices",),
                "no practice guards against this failure factor",
                do="name one or more",
            )
