"""What is wrong with kept answers, with the command that puts it right."""


class Offer(str):
    """A sentence about the kept answers that comes with a command."""

    __slots__ = ("command", "label")

    command: str
    """Name of the command that puts it right."""
    label: str
    """What the button says."""

    def __new__(cls, words: str, command: str, label: str) -> "Offer":
        """The sentence `words` with its command."""
        made = super().__new__(cls, words)
        made.command, made.label = command, label
        return made
