"""Keeps compiled templates while a server runs: to compile those of a theme takes longer than most pages."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """The compiled templates of one process, which Jinja asks for by their names and checks by their sources.

    They are of one server, whose plugins set the environment up alike before each build; so no template is
    ever taken that was compiled in another way.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is kept; Jinja drops it where the source is another."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
