"""How hard a short text is to read: words, sentences, syllables and Flesch's reading ease.

Pure counting, without a dictionary: syllables are groups of vowels, mended by a few rules of
English spelling and by `words/syllables.txt`.  Good enough to tell plain words from long ones.
"""

import re
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[A-Za-z0-9]+(?:[’'.-][A-Za-z0-9]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"')]*\s+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouy])e(?=(ly|ment|ful|less)$)")
_SILENT_PLURAL = re.compile(r"(?<=[^aeiouyscxz])(?<!sh)(?<!ch)(?<!g)es$")
_SPOKEN_LE = re.compile(r"[^aeiouylr]les?$")
_SPLIT = re.compile(r"i(?:a(?!l$)|o(?!n|us)|um)|(?<![gq])ua|eo(?!u)|[aeiou]ing$")


def words(text: str) -> list[str]:
    """The words of `text`; a word with a hyphen or an apostrophe is one."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of `text`: each ends in `.`, `!` or `?` before a space."""
    return [part for part in _SENTENCE_END.split(text.strip()) if words(part)]


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The lines of `words/<name>.txt` without comments."""
    text = (Path(__file__).parents[1] / "words" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def phrases(name: str, not_after: str = "") -> re.Pattern[str]:
    """What finds the phrases of `words/<name>.txt`: whole, in any case, the longest first.

    Those that stand right behind the word `not_after` are not found.
    """
    longest_first = sorted(word_list(name), key=len, reverse=True)
    any_of = "|".join(re.escape(phrase) for phrase in longest_first)
    behind = rf"(?<!{re.escape(not_after)} )" if not_after else ""
    return re.compile(rf"(?<![\w-]){behind}(?:{any_of})(?![\w-])", re.IGNORECASE)


@cache
def _exceptions() -> dict[str, int]:
    pairs = (line.split() for line in word_list("syllables"))
    return {word: int(count) for word, count in pairs}


@cache
def syllables(word: str) -> int:
    """How many syllables a reader speaks in `word`; at least 1, figures count as 1."""
    return sum(_syllables(part) for part in re.split(r"[-.]", word.lower()) if part)


def _syllables(part: str) -> int:
    plain = re.sub(r"[’']s?$|[’']", "", part)
    if plain in _exceptions():
        return _exceptions()[plain]
    count = len(_VOWELS.findall(plain)) + len(_SPLIT.findall(plain))
    if _SPOKEN_LE.search(plain):
        return max(1, count - plain.endswith("es"))
    return max(1, count - len(_SILENT.findall(plain)) - len(_SILENT_PLURAL.findall(plain)))


def reading_ease(text: str) -> float:
    """Flesch's reading ease of `text`: about 100 is very easy, below 30 very hard.

    206.835 - 1.015 x words per sentence - 84.6 x syllables per word (Flesch 1948).
    Raises `ValueError` for a text without words.
    """
    found = words(text)
    if not found:
        raise ValueError("no words: reading ease needs at least one")
    per_sentence = len(found) / len(sentences(text))
    return 206.835 - 1.015 * per_sentence - 84.6 * sum(map(syllables, found)) / len(found)
