"""What changed between two states of a dossier, as a reader would say it.

`pairing` tells which records are the same in both, `changedrecords` and `changedfindings` what is otherwise,
`compare` what follows from what; `phrases` has the sentences, `telling` puts values and causes into them,
`wording` makes lines of `changes.yaml`.
"""
