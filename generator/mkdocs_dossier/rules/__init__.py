"""The rules that a dossier is held to: what the format asks for, and what is most often a slip."""
