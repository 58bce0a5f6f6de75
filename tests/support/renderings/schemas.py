"""The published schemas, as checkers."""

import json

from jsonschema import Draft202012Validator

from build_tools import ROOT

FOLDER = ROOT / "docs" / "model" / "schema"


def validator(name: str) -> Draft202012Validator:
    """A checker for one of the published schemas."""
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
