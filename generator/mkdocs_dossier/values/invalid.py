"""The error of a value that is not of its type, in words for the author of a dossier."""

_SHOWN = 60


class InvalidValue(ValueError):  # noqa: N818 - it names what the author wrote, which is no fault of the program
    """A text that is not a value of its type.

    `message` says what is wrong, and is read after the name of the field ("is not a date: “…”"). `hint` says
    what to do about it, without a capital or a full stop; it is empty where there is nothing to add.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message

    @property
    def advice(self) -> str:
        """The hint as a sentence; empty where there is none."""
        ended = self.hint if not self.hint or self.hint.endswith(("?", ".")) else f"{self.hint}."
        return ended[:1].upper() + ended[1:]


def quoted(text: str) -> str:
    """Return a text in quotation marks for a message: 60 characters at most, unseen ones as `U+XXXX`."""
    cut = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return f"“{''.join(c if c.isprintable() else code_point(c) for c in cut)}”"


def code_point(character: str) -> str:
    """Return the `U+XXXX` notation of one character."""
    return f"U+{ord(character):04X}"
