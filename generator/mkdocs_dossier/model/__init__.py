"""The records of a dossier, and what their fields are."""
