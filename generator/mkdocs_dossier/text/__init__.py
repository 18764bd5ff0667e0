"""Text, before it means anything: characters, comparison, direction, spellings."""
