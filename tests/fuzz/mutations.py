"""Makes mutations of a text: what networks, mail programs, editors and attackers do to it."""

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

type Mutation = Callable[[str, Random, Sequence[str]], str]

JUNK = (
    *(
        "\x00",
        "\ud800",
        "\udfff",
        "\u202e",
        "\N{FAMILY}",
        "%",
        "%2",
        "%23",
        "#",
        "=",
        ".",
        "-",
        ">",
    ),
    *("\r\n> ", "\n", " ", "\t", "\N{ZERO WIDTH SPACE}", "\ufeff", '"', "\\", "{", "}", "[", "]"),
    *("null", "true", "NaN", "1e999", "-0", "9" * 60, "__proto__", "constructor", "<script>"),
    *('{"na":""}', '{"a":' * 40, "[" * 60, ",", ":", "kam=", "#kam=1.", "é", "Ａ", "٣"),
)
"""Pieces that parsers stumble over."""

MOST = 60_000
"""Characters beyond which nothing more is added."""


def flip(text: str, random: Random, _: Sequence[str]) -> str:
    """Another sign at one place."""
    at = random.randrange(len(text) + 1)
    return text[:at] + chr(random.randrange(1, 0x250)) + text[at + 1 :]


def cut(text: str, random: Random, _: Sequence[str]) -> str:
    """The end or the beginning lost."""
    at = random.randrange(len(text) + 1)
    return text[:at] if random.random() < 0.7 else text[at:]


def drop(text: str, random: Random, _: Sequence[str]) -> str:
    """A piece lost."""
    at, size = random.randrange(len(text) + 1), random.randrange(1, 30)
    return text[:at] + text[at + size :]


def insert(text: str, random: Random, _: Sequence[str]) -> str:
    """A piece of junk put in."""
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(JUNK) + text[at:]


def repeat(text: str, random: Random, _: Sequence[str]) -> str:
    """A piece said again."""
    at, size = random.randrange(len(text) + 1), random.randrange(1, 400)
    return text[:at] + text[at : at + size] * random.randrange(2, 6) + text[at + size :]


def splice(text: str, random: Random, others: Sequence[str]) -> str:
    """The beginning of this and the end of another."""
    other = random.choice(others)
    return text[: random.randrange(len(text) + 1)] + other[random.randrange(len(other) + 1) :]


def swap(text: str, random: Random, _: Sequence[str]) -> str:
    """Two pieces in each other's place."""
    a, b, c = sorted(random.randrange(len(text) + 1) for _ in range(3))
    return text[:a] + text[b:c] + text[a:b] + text[c:]


MUTATIONS: tuple[Mutation, ...] = (flip, cut, drop, insert, repeat, splice, swap)


def mutated(text: str, random: Random, others: Sequence[str]) -> str:
    """`text` after one to four mutations."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        text = random.choice(MUTATIONS)(text, random, others)[:MOST]
    return text


VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 5, 4.0, 1e308, 10**30, "", " ", "unknown", "na", "4", [], {}),
    *({"na": ""}, {"na": " "}, {"na": "\ud800"}, {"na": {"na": 1}}, [[[[]]]], ["sponsors"] * 3),
    *("<img src=x onerror=alert(1)>", "=1+1", "\u202e", "x" * 5000, {"__proto__": {"x": 1}}),
)
"""Values that stand in for another."""


def reshaped(text: str, random: Random) -> str:
    """The JSON in `text` with one to three of its parts replaced, renamed or taken out."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return mutated(text, random, [text])
    for _ in range(random.choice((1, 1, 2, 3))):
        _reshape(data, random)
    return json.dumps(data)


def _reshape(data: Any, random: Random) -> None:
    while isinstance(data, dict | list) and data:
        key = random.choice(list(data)) if isinstance(data, dict) else random.randrange(len(data))
        if not isinstance(data[key], dict | list) or not data[key] or random.random() < 0.2:
            break
        data = data[key]
    else:
        return
    way = random.randrange(4)
    if way == 0:
        del data[key]
    elif way == 1 and isinstance(data, dict):
        data[random.choice((*JUNK, "delivery-on-board", "other"))] = data.pop(key)
    elif way == 2 and isinstance(data[key], str):
        data[key] = mutated(data[key], random, [data[key]])
    else:
        data[key] = deepcopy(random.choice(VALUES))
