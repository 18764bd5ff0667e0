"""The error of a command that refuses to write."""

from collections.abc import Sequence


class RefusedError(Exception):
    """Nothing is changed; `message` tells the author why, `hint` what to do, if anything can be done.

    `further` are more sentences, each told on a line of its own: what else is wrong.
    """

    def __init__(self, message: str, hint: str = "", further: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.further = tuple(further)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()
