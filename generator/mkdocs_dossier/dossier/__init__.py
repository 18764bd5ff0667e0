"""Nodes to records, and records to one linked, immutable dossier."""
