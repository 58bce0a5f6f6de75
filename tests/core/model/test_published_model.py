"""The model that we publish keeps to its schemas."""

import json

import pytest
import yaml

from build_tools import ROOT
from build_tools.site.publish import published
from tests.support.renderings.schemas import validator

EXAMPLES = sorted((ROOT / "docs/model/examples").glob("*.yaml"))


def test_published_model_fits_its_schema(guide):
    """Other tools can rely on the schema beside `model.json`."""
    assert [] == list(validator("model").iter_errors(json.loads(published(guide)["model.json"])))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_fit_the_schema_of_answers(guide, path):
    """The worked organisations are answers files."""
    example = yaml.safe_load(path.read_text(encoding="utf-8"))
    named = {"id": guide.model.id, "version": guide.model.version}
    parts = {part: example[part] for part in ("answers", "quick") if part in example}

    assert parts
    assert [] == list(validator("answers").iter_errors({"format": 1, "model": named, **parts}))


@pytest.mark.parametrize(
    "part",
    [
        {"answers": {"written-case": 5}},
        {"answers": {"written-case": True}},
        {"answers": {"written-case": "3"}},
        {"answers": {"written-case": {"na": " "}}},
        {"answers": {"Written case": 1}},
        {"quick": {"reason": {"na": "no reason for one here"}}},
        {"details": {"written-case": {"colour": "red"}}},
        {"details": {"written-case": {"proof": "yes"}}},
        {"profile": {"size": 3}},
        {"targets": {"reason": "unknown"}},
        {"retired": {"obstacle-list": {"state": 2}}},
        {"retired": {"practice obstacle-list": {"state": 9}}},
        {"retired": {"practice obstacle-list": {"colour": "red"}}},
        {"format": 2},
        {"name": "Doe"},
    ],
    ids=str,
)
def test_schema_of_answers_refuses(part):
    """What the reader refuses, the schema refuses where it can say so."""
    good = {"format": 1, "model": {"id": "small-model", "version": "1.0.0"}}
    assert validator("answers").is_valid(good)

    assert not validator("answers").is_valid({**good, **part})
