"""Sets an organisation's `overlay/` over a copy of the checkout, in which its site is built.

Our own files are never touched: to update the guide is to replace them and to keep `overlay/`.
"""

import tempfile
from pathlib import Path

from build_tools import Mistake
from build_tools.overlay import changed, colours, copies, identity, site_files
from build_tools.overlay.model_here import ModelParts, set_over
from build_tools.overlay.own_pages import OWN, OwnPages, read_pages_and_files
from build_tools.overlay.records import RECORDS, Records, read_records
from build_tools.overlay.role_words import KEPT, RoleWords
from build_tools.overlay.settings import FOLDER, MODEL, OverlayError, Settings, read_settings
from build_tools.text.markdown import title

TARGET = ".cache/overlay"
"""Where the copy stands in the checkout."""

ORIGIN = "overlay-of.txt"
"""The file of a copy that names the checkout that it is a copy of."""

_IMAGES = ("docs/assets/images/mark.svg", "docs/assets/images/favicon.svg")
_NAMES = "widgets/core/words/guide.py"
_COVERAGE = "evidence/coverage.yaml"
_OF = {"structures": "structures/options"}


def project(checkout: Path) -> Path:
    """Where to build: the checkout itself, or, where it has an overlay, the copy with that in it.

    Raises `OverlayError` with every mistake in the overlay.
    """
    if not (checkout / FOLDER).is_dir():
        return checkout
    write(checkout, checkout / TARGET)
    return checkout / TARGET


def origin(copy: Path) -> Path | None:
    """The checkout that `copy` is a copy of; None where it is a checkout itself."""
    file = copy / ORIGIN
    return Path(file.read_text(encoding="utf-8")) if file.is_file() else None


def write(checkout: Path, target: Path) -> None:
    """Makes or renews the copy of `checkout` in `target`; raises as `project` does."""
    settings, mistakes = read_settings(checkout)
    pages = read_pages_and_files(checkout, _addresses(checkout / "docs"))
    records = read_records(checkout, _ids(checkout / MODEL))
    if settings is None or mistakes or pages.mistakes or records.mistakes:
        raise OverlayError(*mistakes, *pages.mistakes, *records.mistakes)
    copy = _Copy(checkout, settings, pages, records)
    copies.written(checkout, target, copy.changed, copy.own, copy.without)
    (target / ORIGIN).write_text(str(checkout.resolve()), encoding="utf-8")


def _addresses(docs: Path) -> set[str]:
    found = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    return {address for address in found if not address.startswith("model/")}


def _ids(model: Path) -> dict[str, set[str]]:
    """The ids that the guide has, by the kinds of `RECORDS`."""
    found = {
        kind: {path.stem for path in (model / _OF.get(kind, kind)).glob("*.yaml")}
        for kind in RECORDS
    }
    dimensions = [value for _, value in ModelParts(model).named("dimensions")]
    found["practices"] = {p["id"] for d in dimensions for p in d.get("practices", ())}
    return found


class _Copy:
    """What the files of the copy say, worked out once."""

    def __init__(
        self, checkout: Path, settings: Settings, pages: OwnPages, records: Records
    ) -> None:
        self._checkout, self._settings, self._pages = checkout, settings, pages
        self._roles = RoleWords(settings.roles)
        self._shades = colours.shades(settings.colours, checkout)
        self._gone = records.hidden("practices")
        self._hidden = [
            *settings.hidden_pages,
            *(f"practices/{id}.md" for id in self._gone),
            *(
                address
                for id in records.hidden("structures")
                for address in (f"structures/{id}.md", f"structures/table/{id}.md")
            ),
        ]
        parts = ModelParts(checkout / MODEL)
        self._titles = self._named(parts)
        self._along = set_over(parts, records)
        self._without_places(parts)
        self._model = {
            file: text if f"model/{file}".startswith(KEPT) else self._roles.in_text(text)
            for file, text in parts.written().items()
        }
        self._dropped = {
            f"{MODEL}/structures/options/{id}.yaml" for id in records.hidden("structures")
        }
        self.alike = self._identity(records)
        self.own = self._own(records)

    def _named(self, parts: ModelParts) -> dict[str, str]:
        """The titles of the pages that are hidden or replaced, by address."""
        docs = self._checkout / "docs"
        practices = {
            f"practices/{p['id']}.md": str(p["statement"])
            for _, dimension in parts.named("dimensions")
            for p in dimension.get("practices", ())
        }
        found = {}
        for address in (*self._hidden, *self._pages.replaced()):
            file = docs / address
            name = title(file.read_text(encoding="utf-8")) if file.is_file() else ""
            found[address] = name or practices.get(address, "The fit of a structure")
        return found

    def _without_places(self, parts: ModelParts) -> None:
        """A point of the literature that stood on a page of ours stands there no longer."""
        gone = {*self._hidden, *self._pages.replaced()}
        points = parts.value(_COVERAGE)
        kept = [
            {**point, "places": [p for p in point["places"] if p.partition("#")[0] not in gone]}
            for point in points
        ]
        if kept != points:
            parts.replace(_COVERAGE, [point for point in kept if point["places"]])

    def _identity(self, records: Records) -> bool:
        """Names the model, and whether it asks what ours asks; raises for what is wrong in it."""
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder) / "docs" / "model"
            self.alike = True
            copies.written(
                self._checkout / "docs",
                Path(folder) / "docs",
                lambda path, content: self.changed(f"docs/{path}", content),
                {},
                lambda path: path.startswith("assets/") or self.without(f"docs/{path}"),
            )
            places = {
                thing.id: Mistake(
                    thing.report.document.file,
                    line=thing.report.document.lines.get(thing.path),
                )
                for _, thing in records
            }
            wrong = identity.mistakes(model, places)
            if wrong:
                raise OverlayError(*wrong)
            hides = bool(records.hidden("structures"))
            text, alike = identity.named(self._checkout, model, self._settings, hides)
            if not alike:
                wrong = list(identity.frozen_mistakes(self._checkout, model, self._settings))
                if wrong:
                    raise OverlayError(*wrong)
        self._model["model.yaml"] = text
        return alike

    def without(self, path: str) -> bool:
        """Whether the copy lacks one of our files."""
        of_ours = tuple(f"{MODEL}/{folder}" for folder in identity.OF_OURS)
        return path in self._dropped or (not self.alike and path.startswith(of_ours))

    def changed(self, path: str, content: bytes) -> bytes:
        """The content of one of our files in the copy."""
        if path == _NAMES:
            return site_files.names(content.decode(), self._settings).encode()
        if path == "mkdocs.yml":
            own = sorted(a for a in self._pages.pages if a.startswith(f"{OWN}/"))
            own.sort(key=lambda address: address != f"{OWN}/index.md")
            text = site_files.settings(content.decode(), self._settings, own, self._hidden)
            return text.encode()
        if path in _IMAGES and self._pages.logo:
            return self._pages.logo.encode()
        if path.startswith("docs/"):
            content = self._said(path.removeprefix("docs/"), content)
        coloured = path.startswith(("widgets/", "build_tools/papers/")) and path.endswith(".py")
        if self._shades and (coloured or path in (colours.TOKENS, *_IMAGES)):
            content = colours.recoloured(content.decode(), self._shades, self._checkout).encode()
        return content

    def _said(self, address: str, content: bytes) -> bytes:
        """A page or a file of the model, with the words of this organisation."""
        if address.startswith("model/") and (said := self._model.get(address[len("model/") :])):
            return said.encode()
        if address.endswith(".md") and not address.startswith("model/"):
            text = site_files.without_questions(content.decode(), self._gone)
            if not address.startswith(KEPT):
                text = self._roles.in_page(text).replace(site_files.ORIGINAL, self._settings.name)
            return changed.with_note(text, address, self._settings, self.alike).encode()
        of_model = address.startswith("model/") and address.endswith(".yaml")
        if of_model and not address.startswith(KEPT):
            return self._roles.in_text(content.decode()).encode()
        return content

    def _own(self, records: Records) -> dict[str, bytes]:
        """The files of the copy that are not ours."""
        pages = dict(self._pages.pages)
        for address in self._hidden:
            up = "../" * address.count("/")
            pages[address] = site_files.stub(self._titles[address], self._settings, up)
        pages[site_files.CHANGES] = changed.page(
            self._settings,
            changed.What(
                replaced={a: self._titles[a] for a in self._pages.replaced()},
                hidden={a: self._titles[a] for a in self._settings.hidden_pages},
                logo=bool(self._pages.logo),
                records=records,
                along=self._along,
                alike=self.alike,
            ),
        )
        for address in self._titles:
            ours = self._checkout / "docs" / address
            if ours.is_file():
                pages[address] = site_files.with_key(pages[address], ours.read_text("utf-8"))
        found = {f"docs/{a}": text.encode() for a, text in pages.items()}
        found |= {f"docs/{a}": content for a, content in self._pages.files.items()}
        if not self.alike:
            for path in sorted((self._checkout / identity.RELEASED).glob("*.txt")):
                found[f"{MODEL}/released/{path.name}"] = path.read_bytes()
        return found
