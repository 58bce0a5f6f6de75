"""The build's own commands: `python -m build_tools COMMAND`."""

import argparse
import os
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from build_tools import ROOT, BuildError
from build_tools.calibration import readings
from build_tools.guide import warnings
from build_tools.guide.load import load
from build_tools.overlay import identity
from build_tools.overlay import project as overlay_copy
from build_tools.reading import skeleton
from build_tools.releases import change_command, fates_table, frozen_ids
from build_tools.site.publish import publish_model

MODEL = ROOT / "docs" / "model"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it did its work, 1 when it found mistakes."""
    parser = argparse.ArgumentParser(prog="python -m build_tools", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    model = commands.add_parser("model", help="check the model and publish widgets/model.json")
    model.set_defaults(run=lambda _: _model())
    checked = commands.add_parser("check", help="check the model and every page")
    checked.set_defaults(run=lambda _: _check())
    calibrated = commands.add_parser("calibrate", help="count the readings and write their page")
    calibrated.add_argument("--read", action="store_true", help="all was read as worded now")
    calibrated.set_defaults(run=lambda options: _calibrate(options.read))
    copied = commands.add_parser("overlay", help="set overlay/ over a copy, and print where it is")
    copied.set_defaults(run=lambda _: _overlay())
    kept = commands.add_parser("overlay-freeze", help="freeze what the overlay asks in its version")
    kept.set_defaults(run=lambda _: _freeze_overlay())
    next_one = commands.add_parser("zensical", help="see what Zensical makes of the pages")
    next_one.set_defaults(run=lambda _: _zensical())
    rooms = commands.add_parser("rooms", help="print the rooms of the code in their order")
    rooms.set_defaults(run=lambda _: _rooms())
    served = commands.add_parser("serve", help="build the site and serve it on loopback")
    served.add_argument("--port", type=int, default=8000, help="first port to try")
    served.set_defaults(run=lambda options: _serve(options.port))
    one = commands.add_parser("single-file", help="write the tools of the built site in one file")
    one.add_argument("--site", type=Path, default=ROOT / "site", help="folder of the built site")
    one.add_argument("--url", default="", help="address of the published site, for links to it")
    one.set_defaults(run=lambda options: _single_file(options.site, options.url))
    packed = commands.add_parser("release", help="pack the built site, with checksums and licences")
    packed.add_argument("--site", type=Path, default=ROOT / "site", help="folder of the built site")
    packed.set_defaults(run=lambda options: _release(options.site))
    _add_authoring(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1


type _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _add_authoring(commands: _Commands) -> None:
    """The commands of those who write the model; `docs/contributing/` shows their use."""
    new: dict[str, Callable[[argparse.Namespace], Path]] = {
        "dimension": lambda options: skeleton.new_dimension(MODEL, options.id),
        "practice": lambda options: skeleton.new_practice(MODEL, options.dimension, options.id),
        "failure-factor": lambda options: skeleton.new_failure_factor(MODEL, options.id),
    }
    for thing, write in new.items():
        command = commands.add_parser(f"new-{thing}", help=f"write the skeleton of a {thing}")
        if thing == "practice":
            command.add_argument("dimension", metavar="DIMENSION", help="id of its dimension")
        command.add_argument("id", metavar="ID", help="small letters, digits and single hyphens")
        command.set_defaults(run=lambda options, write=write: _new(write, options))
    changed = commands.add_parser("change", help="tell version and map what has changed")
    changed.set_defaults(run=lambda _: _change())
    frozen = commands.add_parser("freeze", help="freeze ids and words of the version in model.yaml")
    frozen.set_defaults(run=lambda _: _freeze())
    kept = commands.add_parser("promise", help="keep every address of the built site for good")
    kept.add_argument("--site", type=Path, default=ROOT / "site", help="folder of the built site")
    kept.set_defaults(run=lambda options: _promise(options.site))


def _promise(site: Path) -> int:
    from build_tools.addresses.promised import promise

    path, count = promise(ROOT / "docs", site, load(MODEL).model.version)
    print(f"{count} addresses more in {path.relative_to(ROOT)}: they lead somewhere for good")
    return 0


def _new(write: Callable[[argparse.Namespace], Path], options: argparse.Namespace) -> int:
    path = write(options)
    print(f"wrote {path.relative_to(ROOT)}; fill in what begins with FILL IN, then: make check")
    return 0


def _change() -> int:
    for line in (*change_command.change(MODEL), *fates_table.write(ROOT)):
        print(line)
    return 0


def _freeze() -> int:
    guide = load(MODEL)
    if unread := readings.check(ROOT, guide.model, guide.structures):
        print("\n".join(unread), file=sys.stderr)
        return 1
    for path in frozen_ids.freeze(MODEL):
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


def _model() -> int:
    guide = load(MODEL)
    for line in warnings.summary(guide.warnings):
        print(line, file=sys.stderr)
    publish_model(guide, ROOT)
    print("wrote widgets/model.json")
    return 0


def _serve(port: int) -> NoReturn:
    """Becomes the server of MkDocs, which runs until interrupted and builds what changes.

    Uses the first free port from `port`, so that two clones can run.
    """
    free = next(number for number in range(port, port + 100) if _free(number))
    print(f"building the site; then open http://127.0.0.1:{free}/ (Ctrl+C stops)", flush=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "-a", f"127.0.0.1:{free}"]
    os.chdir(ROOT)
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted: this process becomes it


def _free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _check() -> int:
    from build_tools.checks.run import check

    found = check(Path(ROOT))
    for line in found:
        print(line, file=sys.stderr)
    print(f"{len(found)} mistakes" if found else "model and pages: no mistakes")
    return 1 if found else 0


def _calibrate(read: bool) -> int:
    from build_tools.calibration.command import as_read, calibrate

    guide = load(MODEL)
    if read:
        print(as_read(ROOT, guide.model, guide.structures))
    for line in calibrate(ROOT, guide.model, guide.structures):
        print(line)
    return 0


def _single_file(site: Path, url: str) -> int:
    from build_tools.one_file.document import single_file

    out, size = single_file(ROOT, site, url)
    print(f"wrote {out.relative_to(ROOT)}, {size:.1f} MB: it opens by a double click")
    return 0


def _overlay() -> int:
    place = overlay_copy.project(ROOT)
    print("there is no overlay/" if place == ROOT else f"set overlay/ over a copy in {place}")
    return 0


def _freeze_overlay() -> int:
    for path in identity.freeze(ROOT, overlay_copy.project(ROOT)):
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


def _release(site: Path) -> int:
    from build_tools.packing.release import release

    archive = release(ROOT, site)
    size = archive.stat().st_size / 1_000_000
    print(f"wrote {archive.relative_to(ROOT)}, {size:.1f} MB, and its checksum beside it")
    return 0


def _zensical() -> int:
    from build_tools import zensical

    return zensical.main(ROOT)


def _rooms() -> int:
    from build_tools.checks.imports import listed

    print("\n".join(listed(Path(ROOT))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
