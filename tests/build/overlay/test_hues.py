"""Two hues of an organisation: the shades that follow, their contrast, and where they are set."""

import pytest

from build_tools import ROOT
from build_tools.overlay.colours import (
    SCHEMES,
    TOKENS,
    colour_mistakes,
    contrast,
    mixed,
    recoloured,
    shades,
    tokens,
)

VIOLET = {"ours": {"light": "#5b2a86", "dark": "#c9a8ea"}}


@pytest.mark.parametrize(
    ("one", "two", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0c4f60", "#fbfbf9", 8.80)],
)
def test_contrast(one, two, ratio):
    """As WCAG 2 works it out, either way round; the last is that of the guide's own sheet."""
    assert round(contrast(one, two), 2) == round(contrast(two, one), 2) == ratio


def test_mixed():
    """Part by part."""
    assert "#804000" == mixed("#ff8000", "#000000", 0.5)


def test_the_words_on_a_hue_can_be_read():
    """Whatever hue passes, text on it and on its tint does too."""
    made, now = shades(VIOLET, ROOT), tokens(ROOT)

    assert [] == list(colour_mistakes(VIOLET, ROOT))
    for scheme in SCHEMES:
        assert contrast(made["on-ours"][scheme], made["ours"][scheme]) >= 4.5
        assert contrast(now["ink"][scheme], made["ours-tint"][scheme]) >= 4.5
        assert contrast(made["ours-strong"][scheme], now["paper"][scheme]) >= 4.5


def test_recoloured():
    """Tokens by name, and their colours on paper in each form in which our modules write them."""
    made = shades(VIOLET, ROOT)
    sheet = recoloured((ROOT / TOKENS).read_text("utf-8"), made, ROOT)
    module = 'A = "#0c4f60"\nB = RGBColor(0x0C, 0x4F, 0x60)\nC = "E1EDEF"\nD = "#1b2127"\n'

    assert "--kam-ours: light-dark(#5b2a86, #c9a8ea);" in sheet
    assert "--kam-ink: light-dark(#1b2127, #e8eae6);" in sheet
    tint = made["ours-tint"]["light"][1:].upper()
    assert (
        f'A = "#5b2a86"\nB = RGBColor(0x5B, 0x2A, 0x86)\nC = "{tint}"\nD = "#1b2127"\n'
        == recoloured(module, made, ROOT)
    )
