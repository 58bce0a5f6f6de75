"""A whole run meets every test: pytest leaves out folders by their names, unless it is told."""

from fnmatch import fnmatch

from build_tools import ROOT


def test_no_folder_of_tests_is_left_out(pytestconfig):
    """None of the patterns of folders that are not searched fits one of ours."""
    left_out = pytestconfig.getini("norecursedirs")
    folders = {
        part
        for file in (ROOT / "tests").rglob("test_*.py")
        for part in file.relative_to(ROOT).parts[:-1]
    }

    assert {"build", "core", "browser"} <= folders
    assert [] == [name for name in folders for one in left_out if fnmatch(name, one)]
