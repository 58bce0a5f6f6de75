"""What the raters said, in words: who says what, the gap, and every figure as a reader sees it."""

from collections.abc import Iterator, Mapping, Sequence

from widgets.core.comparing.agreement import Agreement
from widgets.core.team.comparison import RatedQuestion
from widgets.core.team.raters import FUNCTION, FUNCTIONS
from widgets.core.words.english import listed, one_or_many, upper_first
from widgets.core.words.numbers import fixed


def rung(value: float | None) -> str:
    """A rung or a median, such as "3" or "1.5"; a dash where there is none."""
    return "–" if value is None else f"{value:g}"


def two(value: float | None) -> str:
    """A figure to two decimals; a dash where there is none."""
    return "–" if value is None else fixed(value, 2)


def function(id: str) -> str:
    """Name of a function; of those without one, "No function"."""
    return FUNCTION[id].label if id else "No function"


def each(counts: Sequence[int]) -> str:
    """Every answer, the lowest first, such as "0, 0, 1" or "0 (12 times), 3"."""
    return ", ".join(_times(rung, count) for rung, count in enumerate(counts) if count)


def _times(rung: int, count: int) -> str:
    return ", ".join([str(rung)] * count) if count <= 4 else f"{rung} ({count} times)"


def by_function(topic: RatedQuestion) -> str:
    """Everybody's answers by function, such as "Sales: 3, 4. Delivery: 0, 1."."""
    if list(topic.by_function) == [""]:
        return f"Answers: {each(topic.by_function[''])}."
    return " ".join(f"{function(id)}: {each(of)}." for id, of in topic.by_function.items())


def gap(topic: RatedQuestion) -> str:
    """Who says what, the highest first: "Sales says 3, delivery says 0.", and how far apart."""
    medians = topic.found.function_medians
    if not medians:
        return "Say who belongs to which function, and you see who says what."
    groups = sorted(set(medians.values()), reverse=True)
    said = [_group(value, medians) for value in groups]
    words = "; ".join(said) if len(said) > 2 else ", ".join(said)
    words = f"{upper_first(words)}."
    between = topic.found.function_gap
    if between is None:
        return f"{words} The others have no function, or there is only one."
    if between == 0:
        return f"{words} The functions do not differ: people within them do."
    return f"{words} That is {rung(between)} {one_or_many(between, 'rung', 'rungs')} apart."


def _group(value: float, medians: Mapping[str, float]) -> str:
    """Those functions whose median is `value`."""
    here = [one for one in FUNCTIONS if medians.get(one.id) == value]
    if len(here) == 1:
        return f"{here[0].says} {rung(value)}"
    names = listed([one.says.rpartition(" ")[0] for one in here])
    return f"{names} say {rung(value)}"


def r_wg(value: float | None) -> str:
    """r_wg; below 0 it says what that means."""
    return two(value) + (" (less agreement than chance)" if value is not None and value < 0 else "")


def overall(found: Agreement, unit: str) -> Iterator[tuple[str, str]]:
    """Each figure over all practices, with its value or why it has none; `unit`: "practices"."""
    yield "Raters counted", str(found.raters)
    yield f"{upper_first(unit)} that all of them answered", str(found.complete_practices)
    yield "ICC(1)", two(found.icc_1) if found.icc_1 is not None else _no_icc(found, unit)
    yield "ICC(1,k)", two(found.icc_1_k) if found.icc_1_k is not None else _no_icc(found, unit)
    yield "Krippendorff's alpha", two(found.alpha) if found.alpha is not None else _no_alpha(found)


def _no_icc(found: Agreement, unit: str) -> str:
    if found.raters < 2:
        return "undefined: it takes two raters"
    if found.complete_practices < 2:
        return f"undefined: it takes two {unit} that every rater answered"
    return f"undefined: the {unit} do not differ, so there is nothing to divide by"


def _no_alpha(found: Agreement) -> str:
    if not any(one.n > 1 for one in found.practices.values()):
        return "undefined: nothing was answered by two raters"
    return "undefined: every answer is the same rung, so chance has nothing to show"


def ends(topic: RatedQuestion) -> tuple[int, int]:
    """The lowest and the highest rung that somebody chose."""
    chosen = [rung for rung, count in enumerate(topic.found.distribution) if count]
    return chosen[0], chosen[-1]
