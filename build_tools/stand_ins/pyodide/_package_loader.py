"""In place of Pyodide's own: where packages would be, for its script; none is ever loaded."""


class Folder:
    """A folder that the script asks for its name."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Folder("/lib/site-packages")
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages() -> None:
    """There are none."""
