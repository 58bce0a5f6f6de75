"""The scripts of the page, as far as no browser is needed."""

from build_tools.sitewide import imported


def test_scripts_of_a_page_are_found_by_their_imports(tmp_path):
    """What a page loads early follows from the imports, once each and in their order."""
    folder = tmp_path / "docs/assets/javascripts"
    folder.mkdir(parents=True)
    (folder / "host.js").write_text('import { a } from "./a.js";\nimport { b } from "./b.js";\n')
    (folder / "a.js").write_text('import { b } from "./b.js";\n')
    (folder / "alone.js").write_text("")

    assert ["host.js", "a.js", "b.js"] == imported(tmp_path)
