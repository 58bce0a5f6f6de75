"""Why something from outside does not come in: a value with parts, put into words here alone."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from widgets.core.words.english import number_of, short

FILE, LINK, TEXT = "The file", "The link", "The text"
"""What a refusal calls the whole of what was given; its source can stand in the place of it."""

SHOWN = 10
"""Mistakes that are told one by one: about as many as one mends before trying again."""

MOST = 1_000
"""Mistakes after which nobody looks for more: a full assessment has about as many fields."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one thing that was given cannot be used; each part is words without a full stop."""

    where: str
    """The place, such as `answers.obstacle-list`, or one of `FILE`, `LINK` and `TEXT`."""
    found: str
    """What stands there; empty where `because` says it all."""
    must: str = ""
    """What must stand there."""
    do: str = ""
    """What its giver can do."""
    because: str = ""
    """Whole sentences that follow."""

    @property
    def words(self) -> str:
        """What is said of the place."""
        said = "; ".join(filter(None, (self.found, self.must, self.do)))
        return " ".join(filter(None, (said and f"{said}.", self.because)))

    def sentence(self, whole: str = "") -> str:
        """The sentence for its giver; `whole` names what was given, such as "The file “x.json”"."""
        where = whole if whole and self.where in (FILE, LINK, TEXT) else self.where
        return f"{where}: {self.words}"

    def about(self, source: str) -> str:
        """The sentence about `source`, which it names in any case, such as "Line 3"."""
        sentence = self.sentence(source)
        return sentence if self.where in (FILE, LINK, TEXT) else f"{source}: {sentence}"


class RefusedError(ValueError):
    """Something that was given and cannot be used, for one reason or several."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__(*refusals)
        self.refusals = refusals

    def __str__(self) -> str:
        return " ".join(self.sentences())

    def of(self, source: str) -> str:
        """All of it in one text about `source`."""
        return " ".join([self.refusals[0].about(source), *self.sentences(source)[1:]])

    def sentences(self, whole: str = "") -> list[str]:
        """A sentence for each mistake in the `whole`; more than `SHOWN` are counted in a last."""
        rest = self._rest()
        return [one.sentence(whole) for one in self.refusals[:SHOWN]] + [f"And {rest}"] * bool(rest)

    def lines(self, source: str) -> list[str]:
        """A line for each mistake, naming its `source`; more than `SHOWN` are counted in a last."""
        rest = self._rest()
        told = [one.about(source) for one in self.refusals[:SHOWN]]
        return told + [f"{source}: and {rest}"] * bool(rest)

    def _rest(self) -> str:
        more = len(self.refusals) - SHOWN
        least = "at least " if len(self.refusals) >= MOST else ""
        return f"{least}{number_of(more, 'more mistake')}." if more > 0 else ""


class AnswersError(RefusedError):
    """Answers that cannot be used."""


class Mistakes:
    """Gathers what is refused in each `with` of it, so that a file tells all of its mistakes."""

    def __init__(self) -> None:
        self._found: list[Refusal] = []

    def __enter__(self) -> None:
        """Begins what may be refused without stopping the rest."""

    def __exit__(
        self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None
    ) -> bool:
        if not isinstance(error, AnswersError):
            return False
        self.add(*error.refusals)
        return True

    def add(self, *refusals: Refusal) -> None:
        """Notes mistakes; raises `AnswersError` once there are `MOST`."""
        self._found += refusals
        if len(self._found) >= MOST:
            self.refuse()

    def value[T](self, read: Callable[[], T], otherwise: T) -> T:
        """What `read` gives; `otherwise` where that is refused."""
        with self:
            return read()
        return otherwise

    def refuse(self) -> None:
        """Raises `AnswersError` with all that was gathered, if anything was."""
        if self._found:
            raise AnswersError(*self._found)


def wrong(where: str, value: Any, must: str) -> AnswersError:
    """The mistake of a `value` at `where` that must be `must`, such as "a text"."""
    return AnswersError(Refusal(where, f"found {shown(value)}", f"it must be {must}"))


def mapping(value: Any, where: str) -> Mapping[str, Any]:
    """`value` if it is a mapping; raises `AnswersError`, which names it by `where`."""
    if not isinstance(value, Mapping):
        raise wrong(where, value, "a mapping {…}")
    return value


def known_keys(data: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    """Raises `AnswersError` where `data` has keys that are not `known`."""
    mistakes = Mistakes()
    for key in data:
        if key not in known:
            found = f"{shown(key)} is no key of an answers file"
            mistakes.add(Refusal(where, found, f"the keys here are {', '.join(known)}"))
    mistakes.refuse()


def shown(value: Any) -> str:
    """`value` as a message shows it."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = text.encode(errors="backslashreplace").decode()
    return short(text, 60)
