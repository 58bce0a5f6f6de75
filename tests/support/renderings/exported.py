"""What the tests of exports hand over: answers in every weather, and a place to write from."""

import json

import pytest
from hypothesis import strategies as st

from tests.support.ours import our_guide
from widgets.core.answers.states import Answers, Details, NotApplicable, Planned
from widgets.core.exporting.subject import subject
from widgets.core.keeping.visit import Visit
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place

MODEL = our_guide().model
PRACTICES = [practice.id for practice in MODEL.practices()]
RULES = [rule.id for rule in MODEL.advice]
NOW = "2026-11-22T03:00:00.000Z"
PAGE = "https://wiki.example/kam%20guide/assessment/"
EVIL = (
    '=HYPERLINK("http://evil.example","x")\n<script>alert(1)</script><img src=x onerror=y> '
    "| *b* [a](javascript:x) `c` ![i](http://evil.example/i) \x07\ud800 \u202e مرحبا 🙂\r\n# h\n- l"
)


def place(name="North", beside="", now=NOW, address=PAGE):
    """A place on the page of the assessment `name`."""
    kept = {"about:default": json.dumps({"name": name, "made": "2026-10-01T00:00:00.000Z"})}
    visit = Visit(now=now, stored=kept, address=address, beside=beside)
    return Place(MODEL, "/kam guide/", {}, visit)


def of(answers=None, **visit):
    """What to export of `answers`."""
    return subject(place(**visit), answers or Answers())


def full(text="Asked in May", chooser=True):
    """Answers to everything, with a plan and with `text` wherever a reader may write.

    Without the chooser, whose result takes a while, for tests of many texts.
    """
    states = {id: n % 5 for n, id in enumerate(PRACTICES)}
    away = next(p.id for p in MODEL.practices() if p.scope)
    states |= {PRACTICES[1]: "unknown", away: NotApplicable(text or "why")}
    beside = Details(note=text, evidence=text, owner=text, proof=True)
    asked = {
        "answers": {"complex-offer": 2, "units-per-account": 1, "kam-maturity": -1},
        "accounts": [{"name": text.strip() or "Account", "stage": "cooperative"}],
    }
    return Answers(
        states,
        details=dict.fromkeys(PRACTICES, beside),
        actions={id: Planned(text, "2027-03") for id in RULES[:5]},
        chooser=asked if chooser else {},
    )


QUICK = Answers(quick={d.id: n % 5 for n, d in enumerate(MODEL.dimensions)})
WEATHERS = {
    "empty": Answers(),
    "quick": QUICK,
    "half": Answers({id: n % 5 for n, id in enumerate(PRACTICES[:20])}, dict(QUICK.quick)),
    "full": full(),
    "hostile": full(EVIL),
    "long": full("A very long note. " * 400),
    "unknown": Answers(dict.fromkeys(PRACTICES, "unknown")),
}
weathers = pytest.mark.parametrize("answers", WEATHERS.values(), ids=WEATHERS)
TEXTS = st.text(st.characters(codec=None), max_size=40) | st.sampled_from(
    ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\uff1d1", "_x0041_", "a\r\nb", EVIL, "\ud800", ""]
)


def desk(answers, value="", **visit):
    """The desk of a reader with `answers`."""
    return Desk(place(**visit), "assessment", answers, (), {"value": value})
