"""The error of a command that refuses to write."""


class RefusedError(Exception):
    """Nothing is changed; `message` tells the author why, `hint` what to do, if anything can be done."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()
