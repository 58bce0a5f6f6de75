"""Share links in cases: their answers by position, and texts with a check that fits."""

from dataclasses import replace

from tests.support.ours import our_guide
from widgets.core.answers.file import from_json
from widgets.core.answers.states import UNKNOWN, NotApplicable
from widgets.core.sharing import base62, share_link

GUIDE = our_guide()
MODEL, STRUCTURES = GUIDE.model, GUIDE.structures
STATES = {str(rung): rung for rung in range(5)} | {"?": UNKNOWN, "-": NotApplicable("")}


def answers_of(case, model=MODEL, version=MODEL.version):
    """The answers that a case names by position."""
    practices, dimensions = (model.released(version, kind) for kind in ("practice", "dimension"))
    return replace(
        from_json({part: case.get(part) for part in ("profile", "targets", "chooser")}),
        practices=_by_position(case.get("practices", ""), practices),
        quick=_by_position(case.get("quick", ""), dimensions),
    )


def _by_position(letters_, ids):
    return {id: STATES[s] for s, id in zip(letters_, ids, strict=False) if s != "."}


def text_of(case):
    """The text of a bad case; `{check}` stands for the check of what is before it."""
    before, mark, after = case["text"].partition("{check}")
    body = before.rpartition(share_link.MARK)[2].removesuffix(".")
    return before + base62.check(body) + after if mark else before


FULL = answers_of({"practices": "01234012" * 6, "quick": "01234012"})
