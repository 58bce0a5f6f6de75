"""Tries 300,000 mutated links and files at every door: `python -m tests.fuzz`.

Nothing but the documented refusals may be raised, each mistake in one short sentence, in bounded
time, and nothing that is kept may change.  Seeded: the same arguments try the same texts.
"""

import argparse
import sys
import time
from collections import Counter
from dataclasses import asdict
from random import Random

from tests.fuzz.doors import Door, doors
from tests.support.ours import our_guide

COUNT = 300_000
SEED = 20261122
SLOWEST = 2.0
"""Seconds that one text may take on a busy machine."""
LONGEST = 900
"""Letters of a refusal."""


def main() -> int:
    """Runs the tries; 0 if nothing went wrong, 1 with the text that did."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT, help=f"tries; {COUNT:,} by default")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    guide = our_guide()
    assert guide.structures
    before = repr((asdict(guide.model), asdict(guide.structures)))
    began, wrong, total = time.monotonic(), 0, 0
    for door in doors(guide.model, guide.structures):
        count = round(options.count * door.share)
        mistakes, outcome = _try(door, Random(f"{options.seed} {door.name}"), count)
        told = ", ".join(f"{number:,} {what}" for what, number in sorted(outcome.items()))
        print(f"{door.name}: {count:,} texts: {told}", flush=True)
        for mistake in mistakes:
            print(f"  {mistake}", file=sys.stderr)
        wrong, total = wrong + len(mistakes), total + count
    if before != repr((asdict(guide.model), asdict(guide.structures))):
        print("the model or the structures changed under the tries", file=sys.stderr)
        wrong += 1
    took = time.monotonic() - began
    print(f"{total:,} texts in {took:.0f} s, {wrong} mistakes, seed {options.seed}")
    return 1 if wrong else 0


def _try(door: Door, random: Random, count: int) -> tuple[list[str], Counter[str]]:
    """Mistakes, ten at most, and how many texts came in or were refused."""
    mistakes: list[str] = []
    outcome: Counter[str] = Counter()
    for text in door.tries(random, count):
        began = time.monotonic()
        what, wrong = _outcome(door, text)
        outcome[what] += 1
        if time.monotonic() - began > SLOWEST:
            wrong = "took too long"
        if wrong:
            mistakes.append(f"{door.name}: {wrong}: {text[:600]!a}")
            if len(mistakes) == 10:
                break
    return mistakes, outcome


def _outcome(door: Door, text: str) -> tuple[str, str]:
    """What became of one text, and what was wrong about that; empty if nothing."""
    try:
        door.enter(text)
    except door.refusals as refused:
        return "refused", next(filter(None, map(_about, refused.sentences())), "")
    except Exception as error:
        return "failed", f"{type(error).__name__}: {error}"
    return "let in", ""


def _about(sentence: str) -> str:
    """What is wrong with a refusal: it is one sentence that can be shown and sent."""
    if len(sentence) > LONGEST:
        return f"a refusal of {len(sentence)} letters"
    if "\n" in sentence or not sentence.endswith((".", "”")):
        return f"no sentence: {sentence!r}"
    try:
        sentence.encode()
    except UnicodeEncodeError:
        return f"a refusal that cannot be encoded: {sentence!r}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
