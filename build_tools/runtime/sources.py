"""Gathers the Python that travels to the browser, as it was written: ours and what it needs."""

from importlib.metadata import Distribution, distribution
from pathlib import Path

from build_tools.overlay.copies import STRUCTURES

PACKAGES = ("htpy", "markupsafe")
"""Distributions that `widgets` imports; only their pure Python is taken."""
ON_DEMAND = ("segno", "xlsxwriter")
"""Distributions that a few commands import inside a function; they travel in the library only,
which a page fetches the first time that an import fails."""
_COMMAND_LINE = ("cli.py", "__main__.py")
_NATIVE = (".so", ".pyd", ".c", ".pyi", ".pyc")
_INSTALLER = ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json")


def project_sources(root: Path, model_json: bytes) -> dict[str, bytes]:
    """Our package as {path: bytes}: every module, the published model and the structures."""
    found = [*sorted((root / "widgets").rglob("*.py")), *root.glob(STRUCTURES)]
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
    return files | {"widgets/model.json": model_json}


def pure_files(package: Distribution) -> dict[str, bytes]:
    """What an installed distribution would hold as a pure Python wheel, as {path: bytes}."""
    return {
        path.as_posix(): path.read_binary()
        for path in package.files or ()
        if not path.as_posix().startswith("..")
        and path.suffix not in _NATIVE
        and path.name not in _INSTALLER
    }


def package_sources(packages: tuple[str, ...] = PACKAGES) -> dict[str, bytes]:
    """The modules of `packages` as {path: bytes}, without their command lines."""
    return {
        path: data
        for name in packages
        for path, data in pure_files(distribution(name)).items()
        if path.endswith(".py") and not path.endswith(_COMMAND_LINE)
    }
