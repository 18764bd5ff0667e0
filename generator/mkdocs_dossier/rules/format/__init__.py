"""The rules of the format, whose problems are found while a dossier is read: here are their pages."""
