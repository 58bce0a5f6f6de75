"""Share links: answers as a short text for the address bar, and back.

Canonical: the same answers give the same link.  Carries no free text and no name; a reason for
"does not apply" comes back empty.  Reading is bounded: nothing is unpacked, evaluated or repeated
that the link names, and every mistake is a `ShareError` of one sentence.
`docs/method/share-link.md` tells the form letter by letter.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from widgets.core.answers import fields
from widgets.core.answers.chooser_fields import mapping_of
from widgets.core.answers.file import from_json
from widgets.core.answers.states import Answers, NotApplicable
from widgets.core.files.refusals import LINK, AnswersError, Refusal, shown
from widgets.core.model.maturity import Model
from widgets.core.questionnaire.chooser import chooser
from widgets.core.sharing import base62
from widgets.core.sharing.link_parts import NA, OLD, PART_LETTERS, Layout
from widgets.core.sharing.link_text import (
    LINK_FORM,
    MARK,
    MOST_LINK,
    MOST_TEXT,
    ShareError,
    checked,
    damaged,
    found,
)
from widgets.core.structures.structures import Structures

__all__ = ["MOST_LINK", "MOST_TEXT", "OpenedLink", "ShareError", "fragment", "read"]

_NUMBER = "(?:0|[1-9][0-9]{0,3})"
_WHOLE = re.compile(
    rf"{LINK_FORM}\.([a-z][a-z0-9-]{{0,39}})\.({_NUMBER}\.{_NUMBER}\.{_NUMBER})"
    r"\.([0-9A-Za-z]{4})((?:\.[a-z][0-9A-Za-z]{0,99})*)"
)


@dataclass(frozen=True, slots=True)
class OpenedLink:
    """What a link carries."""

    version: str
    """Of the model whose questions the answers belong to; it may be an older one."""
    answers: Answers

    def records(self, model: Model, at: str = "") -> dict[str, str]:
        """The answers as a browser would keep them, in the version that the link names."""
        return fields.records(self.answers, replace(model, version=self.version), at)


def fragment(answers: Answers, model: Model, structures: Structures | None = None) -> str:
    """The fragment, with its "#", that carries `answers` to `model` in its present version."""
    layout, data = Layout(model, structures, model.version), _plain(answers)
    old = {"chooser": _old(data["chooser"])}
    written = (layout.written(part, old if part in "co" else data) for part in layout.parts)
    parts = [part for part in written if part]
    mark = base62.check(layout.listed({part[0]: part[1:] for part in parts}))
    body = ".".join([str(LINK_FORM), model.id, model.version, mark, *parts])
    return f"#{MARK}{body}.{base62.check(body)}"


def read(text: str, model: Model, structures: Structures | None = None) -> OpenedLink:
    """The link in `text`: a fragment, an address, or a message with one in it.

    Bears what mail programs do to links: percent signs, line breaks, marks of quotation, and a
    full stop or a bracket at the end.  Raises `ShareError`.
    """
    first: ShareError | None = None
    for body in found(text):
        try:
            return _opened(body, model, structures)
        except ShareError as error:
            first = first or error
    cut = Refusal(
        LINK, "it ends after “#kam=”", "the answers follow there", "copy the whole link again"
    )
    raise first or ShareError(cut)


def _plain(answers: Answers) -> dict[str, Any]:
    """The answers as the slots name them."""
    states = answers.practices.items()
    carried = {id: NA if isinstance(state, NotApplicable) else state for id, state in states}
    have = dict.fromkeys(answers.chooser.get("have", ()), True)
    return {
        "answers": carried,
        "quick": answers.quick,
        "profile": answers.profile,
        "targets": answers.targets,
        "chooser": {**answers.chooser, "have": have},
    }


def _old(part: Mapping[str, Any]) -> dict[str, Any]:
    """Of a `chooser` part, the answers to the first release; the rest has parts of its own."""
    there = mapping_of(part.get("other"))
    old = {key: part[key] for key in OLD if key in part}
    return {**old, "other": {key: there[key] for key in OLD if key in there}}


def _opened(body: str, model: Model, structures: Structures | None) -> OpenedLink:
    """The link whose text after the mark is `body`."""
    whole = _WHOLE.fullmatch(checked(body))
    if whole is None:
        raise damaged(what="its parts are not those of a link")
    id, version, mark, parts = whole.groups()
    if id != model.id:
        foreign = f"carries answers to the model {shown(id)}"
        known = f"this guide has “{model.id}”"
        do = "open it at the address that it names"
        raise ShareError(Refusal(LINK, foreign, known, do))
    try:
        layout = Layout(model, structures, version)
    except KeyError:
        foreign = f"carries answers to version {version} of the model"
        known = f"this guide has {model.version} and does not know that one"
        do = "open it in the guide that made it"
        raise ShareError(Refusal(LINK, foreign, known, do)) from None
    carried = {part[0]: part[1:] for part in parts.split(".")[1:]}
    try:
        same = mark == base62.check(layout.listed(carried))
    except KeyError:
        foreign, known = "carries answers to a chooser", "this guide does not know that one"
        do = "open it in the guide that made it"
        raise ShareError(Refusal(LINK, foreign, known, do)) from None
    if not same:
        foreign = f"its questions are not those that version {version} has in this guide"
        do = "open it at the address that it names, or ask for the answers as a file"
        raise ShareError(Refusal(LINK, foreign, do=do))
    if parts != "".join(f".{part}{carried[part]}" for part in PART_LETTERS if part in carried):
        raise damaged(what="its parts are in no known order")
    return OpenedLink(version, _answers(carried, layout, model, structures, version))


def _answers(
    carried: Mapping[str, str],
    layout: Layout,
    model: Model,
    structures: Structures | None,
    version: str,
) -> Answers:
    data: dict[str, Any] = {}
    for part, text in carried.items():
        try:
            values = list(layout.opened(part, text))
        except ValueError:
            raise damaged(what=f"its part “{part}” holds what no answers give") from None
        if not any(value for _, value in values):
            raise damaged(what=f"its part “{part}” is empty")
        for slot, value in values:
            slot.put(data, value)
    if version == model.version:
        _check(data, model)
    _check_chooser(data.get("chooser"), structures)
    states = data.get("answers", {}).items()
    data["answers"] = {id: {"na": ""} if state == NA else state for id, state in states}
    if structures and (have := data.get("chooser", {}).get("have")):
        in_order = [id for id in structures.add_on if id in have]  # lists of releases differ
        data["chooser"] = {**data["chooser"], "have": in_order}
    return from_json(data)


def _check(data: Mapping[str, Any], model: Model) -> None:
    """Raises where answers to the present version break one of its rules."""
    for id, state in data.get("answers", {}).items():
        if state == NA and not model.practice[id].scope:
            says = f"says that “{id}” does not apply"
            must = "this practice applies to every programme"
            raise ShareError(Refusal(LINK, says, must, "ask for the answers as a file"))


def _check_chooser(part: Mapping[str, Any] | None, structures: Structures | None) -> None:
    """Raises where a chooser breaks one of its rules, such as weights that are all 0."""
    if part and structures:
        try:
            chooser({**part, "have": list(part.get("have", ()))}, structures)
        except AnswersError as error:
            raise ShareError(*error.refusals) from None
