"""Tags of the model: why a practice may not apply, and when less is enough, in one place each."""

import ast
import shutil

from build_tools.guide.load import load
from build_tools.pages.generated import pages
from tests.support.case_files import CASES
from tests.support.ours import our_guide
from tests.support.sources import nodes
from widgets.core.model.maturity_json import as_json, from_json
from widgets.core.page.question import practice_question
from widgets.core.page.view import Place


def test_a_new_tag_is_one_entry(tmp_path):
    """Once it stands in its list, a practice can name it: its page and its question say why."""
    folder = shutil.copytree(CASES / "good_model", tmp_path / "model")
    with (folder / "scopes.yaml").open("a", encoding="utf-8") as scopes:
        scopes.write("- {id: no-board, on_page: You have no board., answered: there is no board}\n")
    with (folder / "contexts.yaml").open("a", encoding="utf-8") as contexts:
        contexts.write("- {id: one-owner, name: With one owner}\n")
    file = folder / "dimensions/reason.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("scope: [too-early]", "scope: [too-early, no-board]")
    file.write_text(text.replace("when: small-firm", "when: one-owner"), encoding="utf-8")

    guide = load(folder)
    model = from_json(as_json(guide.model))
    page = pages(guide, {})["practices/written-case.md"]
    asked = str(practice_question(Place(model, "./", {}), model.practice["written-case"]))

    assert "- You have no board.\n" in page and "**With one owner: rung 2.**" in page
    assert "Does not apply: the programme is too young or there is no board" in asked


def test_no_tag_stands_in_python():
    """A tag is named by the model alone, so that no list of them can lag behind."""
    guide = our_guide()
    tags = {*guide.scopes, *guide.contexts}
    named = {
        f"{package}/{file}: {node.value}"
        for package in ("widgets", "build_tools")
        for file, node in nodes(package)
        if isinstance(node, ast.Constant) and node.value in tags
    }

    assert guide.scopes.keys() == guide.model.scopes.keys()
    assert set() == named
