"""Every door through which a text from outside comes in, and what may be said at it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

import yaml

from tests.fuzz.filters import Wrapped, wrapped
from tests.fuzz.mutations import mutated, reshaped
from tests.support.case_files import CASES
from tests.support.given.strange_files import FILES, JSON, packed
from tests.support.renderings.links import answers_of
from widgets.core.answers import fields
from widgets.core.answers.file import as_json
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.files.refusals import AnswersError, RefusedError
from widgets.core.importing import incoming
from widgets.core.importing.opened_file import read
from widgets.core.keeping import opening
from widgets.core.keeping.steps import Beside
from widgets.core.model.maturity import Model
from widgets.core.page import desk
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place
from widgets.core.questionnaire import chooser
from widgets.core.sharing import base62, share_link
from widgets.core.structures.structures import Structures

KEPT = 40
"""Texts of one door that mutations start from, besides those that it let in."""


WIDTHS = {"a": 23, "p": 5, "c": 17, "o": 16, "s": 19, "t": 17}
"""Letters of the parts of a link, without the release of the structures in parts s and t."""

PLACES = ("quick.delivery-on-board", "choose.answers.sales-pull", "choose.gate.margin-pays")


@dataclass(frozen=True, slots=True)
class Door:
    """One entry point."""

    name: str
    enter: Callable[[str], object]
    """Lets a text in, or raises one of `refusals`."""
    refusals: tuple[type[RefusedError], ...]
    seeds: Sequence[str]
    """Texts that mutations start from."""
    share: float
    """Part of the whole number of tries."""
    filtered: float = 0.0
    """Part of these that come through mail filters, and are not hurt otherwise."""

    def tries(self, random: Random, count: int) -> Iterator[str]:
        """`count` texts: mutated ones, and half of them such that they get further in."""
        for _ in range(count):
            seed = random.choice(self.seeds)
            if random.random() < self.filtered:
                yield wrapped(seed, random)
            elif self.filtered:
                yield mutated(wrapped(seed, random), random, self.seeds)
            elif seed.startswith("{") and random.random() < 0.5:
                yield reshaped(seed, random)
            elif random.random() < 0.5:
                yield mutated(seed, random, self.seeds)
            else:
                yield _sealed(mutated(seed, random, self.seeds), random)


def doors(model: Model, structures: Structures) -> list[Door]:
    """Every door, with what it is tried with."""
    known = list(_answers(model))
    links = [share_link.fragment(one, model, structures) for one in known]
    files = [json.dumps(as_json(one, model)) for one in known] + list(_bad_files())
    kept = [json.dumps(fields.records(one, model)) for one in known]
    choosers = [json.dumps(one.chooser) for one in known if one.chooser]
    place = Place(model, "../", {})
    both = (RefusedError,)
    anything = [*links, *files, *kept]
    exports = [content.decode("latin-1") for content, _ in FILES.values()]
    exports += [packed({"kam.json": JSON}).decode("latin-1"), JSON]
    return [
        Door(
            "links", lambda t: _opened(t, model, structures), (share_link.ShareError,), links, 0.35
        ),
        Door("filters", lambda t: _unwrapped(t, place), both, links, 0.25, filtered=0.5),
        Door("files", lambda t: read(t, model), (AnswersError,), files, 0.13),
        Door("import", lambda t: incoming.incoming(t, place), both, anything, 0.08),
        Door("exports", lambda t: incoming.incoming(_bytes(t), place), both, exports, 0.06),
        Door("choosers", lambda t: chooser.read(t, structures), (AnswersError,), choosers, 0.03),
        Door("records", lambda t: opening.read_records(_records(t), model), (), kept, 0.07),
        Door("commands", lambda t: _asked(t, place), (), anything, 0.03),
    ]


def _answers(model: Model) -> Iterator[Answers]:
    for path in sorted((CASES / "share").glob(f"form-*-model-{model.version}*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield answers_of(case, model)
    for organisation in model.organisations:
        data = {"format": 1, "model": {"id": model.id, "version": model.version}}
        yield read(json.dumps(data | {"answers": organisation.answers}), model)


def _bad_files() -> Iterator[str]:
    found = (CASES / "bad_answers").glob("*.yaml")
    cases = (case for path in sorted(found) for case in yaml.safe_load(path.read_text("utf-8")))
    texts = (case.get("text") or json.dumps(case.get("file")) for case in cases)
    yield from islice((text for text in texts if isinstance(text, str)), KEPT)


def _sealed(link: str, random: Random) -> str:
    """A link with the right check, as somebody who makes one by hand gives it."""
    before, _, _ = link.rpartition(".")
    if random.random() < 0.5:
        letter = random.choice("apcost")
        release = "200" if letter in "st" else ""
        guess = "".join(random.choices(base62.ALPHABET, k=WIDTHS[letter]))
        before = f"{before[: before.find(f'.{letter}')]}.{letter}{release}0{guess[1:]}"
    body = before.rpartition(share_link.MARK)[2]
    return f"{before}.{base62.check(body)}" if body.isascii() else link


def _opened(text: str, model: Model, structures: Structures) -> None:
    """Opens a link; what it lets in must give one link, and pass through the browser's records."""
    link = share_link.read(text, model, structures)
    again = share_link.fragment(link.answers, model, structures)
    assert share_link.read(again, model, structures) == link
    kept = opening.read_records(link.records(model), model)
    assert not kept.problems
    assert share_link.fragment(kept.answers, model, structures) == again


def _unwrapped(text: str, place: Place) -> None:
    """Opens what came through filters; unless it was hurt, the answers are those of its link."""
    try:
        found = incoming.incoming(text, place)
    except RefusedError as refused:
        if isinstance(text, Wrapped) and "carries no answer" not in str(refused):
            raise AssertionError(f"lost: {refused}") from refused
        raise
    assert not found.problems
    if isinstance(text, Wrapped):
        assert found.records == incoming.incoming(text.link, place).records


def _bytes(text: str) -> bytes:
    return text.encode("latin-1", "replace")


def _records(text: str) -> Mapping[str, str]:
    """Records as a page that was tampered with may keep them: each is any text."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return dict.fromkeys(PLACES, text)
    if not isinstance(found, dict):
        return {text[:50]: text}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def _asked(text: str, place: Place) -> None:
    """Asks the commands that take a text; they may show something beside, and change nothing."""
    for command, name in (("borrowed.open-link", "text"), ("borrowed.open-text", "pasted")):
        reply = desk.run(command, Desk(place, "assessment", Answers(), (), {name: text}))
        assert all(isinstance(step, Beside) for step in reply.steps)
        json.dumps([step.plain() for step in reply.steps])
        assert "<script" not in html(reply.panel)
