"""Turns the structured YAML extracted from news articles into a dossier that MkDocs builds."""

__version__ = "0.2.0"
