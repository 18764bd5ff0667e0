"""The terminal of a review: shows lines that are drawn anew for each size of the window, and reads keys.

Every question takes the whole screen, and gives it back. Ctrl+C and Ctrl+D, or a terminal that is closed, end
a question by `EndedError`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Float, FloatContainer, HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.layout.menus import CompletionsMenu
from prompt_toolkit.widgets import TextArea

_T = TypeVar("_T")

Lines = Callable[[int], Sequence[str]]
"""Draws lines, with codes for styles, for a width in cells."""

Offered = tuple[str, str, str]
"""What completion offers: the text to put there, and what the menu shows of it in two columns."""


class EndedError(Exception):
    """The author ended the review, or closed the terminal."""


def ask_key(body: Lines, bar: Lines, keys: Iterable[str]) -> str:
    """Show a screen with a bar below it, and return the one of the keys that is pressed."""
    page = _Page(body, bar)
    bindings = _moving(page)
    for key in keys:
        for pressed in {key, key.upper()} if len(key) == 1 else {key}:
            bindings.add(pressed)(_answer(key))
    window = Window(
        FormattedTextControl(page.text, focusable=True, show_cursor=False), always_hide_cursor=True
    )
    app: Application[str] = Application(Layout(window), key_bindings=bindings, full_screen=True)
    return _asked(app)


def ask_text(
    body: Lines, bar: Lines, label: str, offer: Callable[[str], Iterable[Offered]], start: str = ""
) -> str | None:
    """Show a screen with a line to type in, and return what was typed; None where Escape gave it up.

    `offer` lists what may be meant by what stands there; `start` stands there at first.
    """
    bindings = KeyBindings()
    bindings.add("escape", eager=True)(_answer(None))
    bindings.add("c-c")(_end)
    bindings.add("c-d")(_end)

    def accepted(buffer: Buffer) -> bool:
        get_app().exit(result=buffer.text)
        return True

    line = TextArea(
        start,
        multiline=False,
        prompt=label,
        completer=_Offering(offer),
        complete_while_typing=True,
        accept_handler=accepted,
    )
    line.buffer.cursor_position = len(start)
    page = _Page(body, bar, reserved=1)
    above = Window(FormattedTextControl(page.text), dont_extend_height=False)
    menu = Float(CompletionsMenu(max_height=8, scroll_offset=1), xcursor=True, ycursor=True)
    held = FloatContainer(HSplit([above, line]), [menu])
    layout = Layout(held, focused_element=line)
    app: Application[str | None] = Application(layout, key_bindings=bindings, full_screen=True)
    app.ttimeoutlen = 0.1
    return _asked(app)


class _Page:
    """Lines that may be more than fit the screen, with the bar below them."""

    def __init__(self, body: Lines, bar: Lines, reserved: int = 0) -> None:
        self.body, self.bar, self.reserved = body, bar, reserved
        self.top = 0

    def text(self) -> ANSI:
        size = get_app().output.get_size()
        lines, bar = self.body(size.columns), self.bar(size.columns)
        rows = max(1, size.rows - len(bar) - self.reserved)
        self.top = max(0, min(self.top, len(lines) - rows))
        shown = list(lines[self.top : self.top + rows])
        left = len(lines) - self.top - rows
        if left > 0:
            shown[-1] = f"\x1b[2m… {left + 1} more lines: Space\x1b[0m"
        shown += [""] * (rows - len(shown))
        return ANSI("\n".join([*shown, *bar][-size.rows :]))

    def move(self, lines: int) -> None:
        self.top = max(0, self.top + lines)

    def by_screen(self, direction: int) -> None:
        self.move(direction * max(1, get_app().output.get_size().rows - 6))


def _moving(page: _Page) -> KeyBindings:
    bindings = KeyBindings()
    bindings.add("down")(lambda _: page.move(1))
    bindings.add("up")(lambda _: page.move(-1))
    bindings.add("space")(lambda _: page.by_screen(1))
    bindings.add("pagedown")(lambda _: page.by_screen(1))
    bindings.add("pageup")(lambda _: page.by_screen(-1))
    bindings.add("c-z")(lambda event: event.app.suspend_to_background())
    bindings.add("c-c")(_end)
    bindings.add("c-d")(_end)
    return bindings


def _answer(answer: str | None) -> Callable[[KeyPressEvent], None]:
    return lambda event: event.app.exit(result=answer)


def _end(event: KeyPressEvent) -> None:
    event.app.exit(exception=EndedError)


def _asked(app: Application[_T]) -> _T:
    try:
        return app.run()
    except (EOFError, KeyboardInterrupt) as ended:
        raise EndedError from ended


class _Offering(Completer):
    """Completes the whole line by what a function offers for it."""

    def __init__(self, offer: Callable[[str], Iterable[Offered]]) -> None:
        self.offer = offer

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """List what is offered; named and typed as its base class has it."""
        del complete_event  # asked for or not, the same is offered
        typed = document.text_before_cursor
        for text, shown, more in self.offer(typed):
            yield Completion(text, -len(typed), display=shown, display_meta=more)
