"""What a command answers once an export is made: the file, and a word about it."""

from widgets.core.desk import File, Reply, Step
from widgets.core.exports.subject import Subject


def saved(subject: Subject, ending: str, media_type: str, content: bytes, *more: Step) -> Reply:
    """Gives the reader `content` as a file, does `more`, and leaves the dialog as it is."""
    name = subject.file(ending)
    file = File(name, media_type, content)
    return Reply(announce=f"Saved as {name}.", steps=(file, *more))
