"""The dossier as data, for programs: one module a format, each with an `Export` that names and writes it."""
