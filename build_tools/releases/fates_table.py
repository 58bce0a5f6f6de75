"""The table on the page of model changes: what became of each practice of an older release."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from build_tools import BuildError, Mistake
from build_tools.reading.folder import ModelFolder
from build_tools.releases import frozen_words
from build_tools.releases.before_and_after import Reading, compared, pairs, readings, spread
from build_tools.releases.frozen_words import Words
from build_tools.releases.maps import Entry, Map, read_folder

PAGE = Path("docs/method/model-changes.md")
READINGS = Path("calibration/readings")

BEGIN, END = "<!-- fates {0} -->", "<!-- end of fates {0} -->"

HEAD = """\
| Practice of {before} | What became of it | Rungs 0 to 4 before | Rungs 0 to 4 after | Equal |
| --- | --- | --- | --- | --- |
"""


def write(checkout: Path) -> list[str]:
    """Writes the table of each map whose releases were read; a line for each that changed.

    Raises `BuildError` where the page has no place for one.
    """
    folder = ModelFolder(checkout / "docs" / "model")
    said = frozen_words.released(folder.root)
    done, path = [], checkout / PAGE
    for one in read_folder(folder).maps:
        if not (old := readings(checkout / READINGS, one.before)):
            continue
        text = path.read_text(encoding="utf-8")
        new = readings(checkout / READINGS)
        now = frozen_words.now(folder)
        changed = placed(text, one.before, table(one, said[one.before], now, old, new))
        if changed != text:
            path.write_text(changed, encoding="utf-8")
            done.append(f"{PAGE.name}: the table of {one.before}")
    return done


def placed(text: str, release: str, made: str) -> str:
    """The text of a page with the table of a release in its place."""
    begin, end = BEGIN.format(release), END.format(release)
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise BuildError(
            Mistake(str(PAGE), release, "has no place for its table", do=f"write {begin} and {end}")
        )
    return f"{before}{begin}\n\n{made}\n{end}{after}"


def table(one: Map, said: Words, now: Words, old: Sequence[Reading], new: Sequence[Reading]) -> str:
    """The table as Markdown, a row for each practice that the map lets go, in its order."""
    equal = {(c.old, c.new): f"{c.equal} of {c.both}" for c in compared(pairs(one), old, new)}
    rows = "".join(
        f"| {' | '.join(cells)} |\n"
        for entry in one.entries()
        for before in entry.gone
        if before.startswith("practice ")
        for cells in [tuple(_cells(entry, before.partition(" ")[2], said, now, (old, new), equal))]
    )
    return HEAD.format(before=one.before) + rows


def _cells(
    entry: Entry,
    before: str,
    said: Words,
    now: Words,
    found: tuple[Sequence[Reading], Sequence[Reading]],
    equal: Mapping[tuple[str, str], str],
) -> Iterator[str]:
    old, new = found
    after = [thing.partition(" ")[2] for thing in entry.new]
    yield f'<span id="{before}"></span>{_plain(said[f"practice {before}"]["statement"])}'
    yield f"{_became(entry, after, now)} {_plain(entry.thing.data['because'])}"
    yield _counts(spread(before, old))
    yield "<br>".join(_counts(spread(id, new)) for id in after) or "–"
    yield "<br>".join(equal[before, id] for id in after) or "–"


def _became(entry: Entry, after: Sequence[str], now: Words) -> str:
    names = {id: _plain(now[f"practice {id}"]["statement"]).rstrip(".") for id in after}
    if names:
        links = [f"[{name}](../practices/{id}.md)" for id, name in names.items()]
        return f"Asked again: {'; '.join(links)}."
    see = entry.thing.data.get("see", "")
    return (
        f"No longer asked; [the advice stays](../{see.rstrip('/')}.md)."
        if see
        else ("No longer asked.")
    )


def _counts(rungs: Sequence[int]) -> str:
    return " · ".join(map(str, rungs)) if any(rungs) else "no rung"


def _plain(text: str) -> str:
    return text.replace("|", "\\|")
