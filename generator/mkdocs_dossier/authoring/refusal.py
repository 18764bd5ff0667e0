"""Saying why nothing is written."""


class RefusedError(Exception):
    """Says why nothing is changed, in words for the author, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
