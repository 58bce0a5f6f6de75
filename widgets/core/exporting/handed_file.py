"""What a command answers once a file is made: the file, and what can truly be said of it.

A page hands a file to the browser and never hears what became of it, so it says no more than that.
"""

from widgets.core.exporting.subject import Subject
from widgets.core.keeping.steps import File, Picture, Step
from widgets.core.keeping.visit import Visit
from widgets.core.page.desk import Reply
from widgets.core.words.framed import FRAMED, SEALED


def saved(subject: Subject, ending: str, media_type: str, content: bytes, *more: Step) -> Reply:
    """Gives the reader `content` as a file, does `more`, and leaves the dialog as it is."""
    name = subject.file(ending)
    return given(subject.parts.place.visit, File(name, media_type, content), *more)


def given(visit: Visit, file: File | Picture, *more: Step) -> Reply:
    """Hands `file` to the browser, does `more`, and says so; refuses where the frame does."""
    words = FRAMED[visit.frame].file.format(file=file.name)
    return Reply(announce=words, steps=() if visit.frame == SEALED else (file, *more))
