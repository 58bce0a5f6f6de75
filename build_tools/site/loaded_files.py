"""What all pages load, made once: the theme's script, the typefaces, one style sheet."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from build_tools.embedding import dialog
from build_tools.site import hashed_names, styles
from build_tools.site.fonts import STYLESHEET, write_fonts
from widgets.core.words.guide import NAME

FONTS = "assets/fonts"


def loaded_files(checkout: Path, sheets: Sequence[str]) -> tuple[dict[str, str], dict[str, bytes]]:
    """Where each file that pages load is published, and those that are made: script, fonts, style.

    Each name holds a hash of the content, so that a browser may keep what it has for good.
    """
    faces = _fonts(checkout)
    rules = faces.pop(f"{FONTS}/{STYLESHEET}").decode()
    names, files = hashed_names.published(
        {**faces, hashed_names.BUNDLE: hashed_names.theme_script()}
    )
    for address, name in names.items():
        rules = rules.replace(address.removeprefix(f"{FONTS}/"), f"../fonts/{Path(name).name}")
    ours = [(checkout / "docs" / address).read_text("utf-8") for address in sheets]
    ours = [text.replace('"{guide}"', json.dumps(NAME, ensure_ascii=False)) for text in ours]
    style = {styles.SHEET: styles.sheet(ours, rules).encode(), dialog.FILE: dialog.published()}
    more = hashed_names.published(style)
    return {**hashed_names.hashed_names(checkout), **names, **more[0]}, {**files, **more[1]}


def _fonts(checkout: Path) -> dict[str, bytes]:
    """The typefaces, cut once and kept until their sources or the cut change."""
    cut = Path(__file__).with_name("fonts.py").read_bytes()
    lock = (checkout / "package-lock.json").read_bytes()
    folder = checkout / ".cache" / "fonts" / hashlib.sha256(cut + lock).hexdigest()[:16]
    if not folder.is_dir():
        written = write_fonts(checkout / "node_modules", folder.with_suffix(".part"))
        written[0].parent.rename(folder)
    return {f"{FONTS}/{f.name}": f.read_bytes() for f in sorted(folder.iterdir())}
