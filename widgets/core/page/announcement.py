"""What assistive technology hears after a change: the count, and the result where it is another.

Short, because it comes after every answer: the page itself reads the chosen words.
"""

from collections.abc import Mapping

from widgets.core.answers import chooser_fields, field_kinds
from widgets.core.answers.kept_texts import value_of
from widgets.core.page.view import View

COUNTED = (
    field_kinds.QUICK,
    field_kinds.PRACTICE,
    chooser_fields.question(""),
    chooser_fields.TODAY,
)
"""How the names of the questions begin that a view counts."""


def after(view: View, records: Mapping[str, str], touched: str, heard: str) -> str:
    """What to say once the field `touched` has changed; none: what a page that opens says.

    `heard`: the result that was said last.
    """
    result = f"{view.announce.rstrip('.')}." if view.announce and view.announce != heard else ""
    return " ".join(filter(None, [_change(view, records, touched), result]))


def _change(view: View, records: Mapping[str, str], touched: str) -> str:
    done, total = view.progress
    if not touched:
        return f"{done} of {total} answered." if done else ""
    if touched.startswith(COUNTED):
        said = "Answered" if value_of(records.get(touched, "")) else "Blank"
        return f"{said}, {done} of {total}."
    return next(
        (said for name, said in view.asides().items() if touched.startswith(name)), "Noted."
    )
