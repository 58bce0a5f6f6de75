"""The HTML that shows a page of the guide in a frame, and the script that gives it its height."""

import re
from collections.abc import Mapping
from html import escape

from build_tools.embedding.permissions import ALLOW, SANDBOX

FRAME = (
    '<iframe src="{src}" title="{title}" width="{width}" height="{height}" loading="lazy" '
    f'sandbox="{" ".join(one.word for one in SANDBOX)}" allow="{ALLOW.word}" '
    'style="border: 0; max-width: 100%"></iframe>'
)
"""The frame; what stands in braces is filled in, by the build or by the dialog."""

LISTENER = """\
<script>
addEventListener("message", ({ data, source, origin }) => {
  if (origin !== "{origin}" || data?.kamFieldGuide !== "height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.height = Number(data.height);
});
</script>"""
"""For the page around the frames, once for all of them: each becomes as high as what it shows."""

_BLANK = re.compile(r"\{(\w+)\}")


def filled(template: str, values: Mapping[str, str | int]) -> str:
    """`template` with `values` in its blanks, fit for an attribute; `KeyError` for one missing."""
    return _BLANK.sub(lambda blank: escape(str(values[blank[1]])), template)
