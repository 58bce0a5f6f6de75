"""Small numbers as letters and digits, which mail programs and chat windows leave alone.

Pure; knows nothing of answers.  Values go into one number by mixed radix, the first value highest,
and that number is written in base 62 at a fixed width, so that the same values give the same text.
"""

from binascii import crc32
from collections.abc import Sequence
from math import prod

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""Digits of base 62, by their value."""

BASE = len(ALPHABET)

CHECK = 4
"""Letters of a check."""


def width(radices: Sequence[int]) -> int:
    """How many letters the values below `radices` take."""
    letters, most = 0, prod(radices) - 1
    while most:
        letters, most = letters + 1, most // BASE
    return letters


def written(values: Sequence[int], radices: Sequence[int]) -> str:
    """`values` as letters; each is 0 to its radix less 1."""
    number = 0
    for value, radix in zip(values, radices, strict=True):
        number = number * radix + value
    return _text(number, width(radices))


def values(text: str, radices: Sequence[int]) -> list[int]:
    """What `written` put into `text`; `ValueError` for anything that it never writes."""
    if len(text) != width(radices):
        raise ValueError(f"{len(text)} letters, not {width(radices)}")
    number = 0
    for letter in text:
        number = number * BASE + ALPHABET.index(letter)
    found = []
    for radix in reversed(radices):
        number, value = divmod(number, radix)
        found.append(value)
    if number:
        raise ValueError("more than these values can give")
    return found[::-1]


def check(text: str) -> str:
    """Four letters that change when `text` does: its CRC-32 modulo 62 to the fourth."""
    return _text(crc32(text.encode()) % BASE**CHECK, CHECK)


def _text(number: int, width: int) -> str:
    letters = []
    for _ in range(width):
        number, digit = divmod(number, BASE)
        letters.append(ALPHABET[digit])
    return "".join(reversed(letters))
