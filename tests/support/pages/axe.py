"""What axe finds on a page."""

from build_tools import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

COLOURED = ("color-contrast", "link-in-text-block")
"""Rules that look at the colours of each text, and at what lies under it."""


def found(page, sheets=False, within="html", contrast=True):
    """What axe finds, in short.

    `sheets`: whether it reads the style sheets anew, for a rule that forbids to lock a screen's
    orientation there; as all pages share them, one page with it is enough.  `within`: a selector
    of what it looks at, where the rest of the page is looked at elsewhere.  `contrast`: whether it
    looks at colours, of texts and of links within them, which takes two thirds of its time.
    """
    options = {"resultTypes": ["violations"], "preload": sheets}
    if not contrast:
        options["rules"] = {rule: {"enabled": False} for rule in COLOURED}
    report = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])
    return [
        (rule["id"], node["target"], node["failureSummary"])
        for rule in report["violations"]
        for node in rule["nodes"]
    ]
