"""Writes into an author's files: a new dossier, a source, fixes, another id.

No character is changed that was not asked for: a value is replaced where it stands, and the result is read
again and compared with what it should be, before anything is written.

`edits` changes values in YAML; `layout` tells where fields and comments stand; `plainfields` finds fields of
a type; `mentioning` finds where a record is named, `redirecting` keeps its address; `reading` holds a dossier
with the text of its files; `refusal` is the error of all commands here. A module for each command: `starting`
(new), `storing` (source; its article comes from `articles`, by `bounded` and `extraction`), `fixing`,
`renaming`, `merging` (it compares by `sameness`, moves fields by `uniting` and `removing`, comments by
`allowing`). `writing` puts their files on the disk.
"""
