"""The build's own commands: `python -m build_tools COMMAND`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from build_tools import ROOT
from build_tools.load import ModelError, load
from build_tools.publish import publish_model


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it did its work, 1 when it found mistakes."""
    parser = argparse.ArgumentParser(prog="python -m build_tools", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    model = commands.add_parser("model", help="check the model and publish widgets/model.json")
    model.set_defaults(run=lambda options: _model())
    checked = commands.add_parser("check", help="check the model and every page")
    checked.set_defaults(run=lambda options: _check())
    served = commands.add_parser("serve", help="build the site and serve it on loopback")
    served.add_argument("--port", type=int, default=8000, help="first port to try")
    served.set_defaults(run=lambda options: _serve(options.port))
    options = parser.parse_args(arguments)
    return int(options.run(options))


def _model() -> int:
    try:
        guide = load(ROOT / "docs" / "model")
    except ModelError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"wrote {publish_model(guide, ROOT).relative_to(ROOT)}")
    return 0


def _serve(port: int) -> int:
    from build_tools.serve import serve

    return serve(port)


def _check() -> int:
    from build_tools.check import check

    found = check(Path(ROOT))
    for line in found:
        print(line, file=sys.stderr)
    print(f"{len(found)} mistakes" if found else "model and pages: no mistakes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
