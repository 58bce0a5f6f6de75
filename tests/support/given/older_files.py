"""Answers files of older releases, for the chain of small models."""

from hypothesis import strategies as st

from tests.support.given import chain

MODELS = {release: chain.guide(release).model for release in chain.RELEASES}
OLD, LAST = MODELS["1.0.0"], MODELS["2.0.0"]


def file(release, **parts):
    """An answers file of one release."""
    return {"format": 1, "model": {"id": LAST.id, "version": release}, **parts}


STATE = st.integers(0, 4) | st.just("unknown")
TEXT = st.text(min_size=1, max_size=6)


@st.composite
def files(draw, model=OLD):
    """Any file of one release, with something in every part."""
    scoped = {p.id: bool(p.scope) for p in model.practices()}
    na = TEXT.filter(str.strip).map(lambda reason: {"na": reason})
    ids = draw(st.sets(st.sampled_from(sorted(scoped))))
    details = st.fixed_dictionaries(
        {},
        optional={
            "note": TEXT,
            "owner": TEXT,
            "proof": st.booleans(),
            "answered_at": st.just("2026-01-02T03:04:05.000Z"),
        },
    )
    dimensions = st.sampled_from([d.id for d in model.dimensions])
    action = st.fixed_dictionaries({}, optional={"owner": TEXT, "month": st.just("2027-03")})
    rules = st.sampled_from([rule.id for rule in model.advice])
    practices = st.sampled_from(sorted(scoped))
    profile = {q.id: st.sampled_from([o.id for o in q.options]) for q in model.profile}
    units = st.lists(practices | dimensions, unique=True)
    return file(
        model.version,
        answers={id: draw(STATE | na if scoped[id] else STATE) for id in sorted(ids)},
        quick=draw(st.dictionaries(dimensions, STATE)),
        details=draw(st.dictionaries(practices, details)),
        profile=draw(st.fixed_dictionaries({}, optional=profile)),
        targets=draw(st.dictionaries(dimensions, st.integers(0, 4))),
        plan={"actions": draw(st.dictionaries(rules, action)), "left_out": draw(units)},
    )
