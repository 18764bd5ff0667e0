"""Turn nodes into records, and records into one linked, immutable dossier.

`folder` is what is read; `sourcemap` knows where records are written; `commas` mends texts that a comma cut;
`decode` makes records, `texts` finds the archived texts, `redirects` reads old addresses,
`changesfile` what changed; `linked` is the dossier, and `link` makes it.
"""
