"""What changed between two states of a dossier, as a reader would say it.

`pairing` tells which records are the same in both, `changedrecords` and `changedfindings` what is otherwise,
`compare` puts that together. `changephrases` has the messages, `changesentences` fills them for any medium,
`plainchanges` in plain text.
"""
