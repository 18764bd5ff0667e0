"""Saying why nothing is written."""


class RefusedError(Exception):
    """Says why nothing is changed, in words for the author; `hint` says what to do, if there is anything."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()
