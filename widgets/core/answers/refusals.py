"""What is said of something from outside that does not come in: one sentence, made in one place."""

WHOLE = ("The file", "The link", "The text")
"""Names of the whole thing that was given, for which its source can stand."""


class RefusedError(ValueError):
    """Something that was given and cannot be used; as a text it is one sentence for its giver."""

    def __init__(self, what: str, where: str = "") -> None:
        """`what`: what was found, what must be, what to do; `where`: the part, or one of `WHOLE`.

        Without `where`, `what` names the part itself.
        """
        super().__init__(f"{where}: {what}" if where else what)
        self.what, self.where = what, where

    def of(self, source: str) -> str:
        """The same sentence about `source`, such as "Line 3" or "The file “x.json”"."""
        return f"{source}: {self.what if self.where in WHOLE else self}"
