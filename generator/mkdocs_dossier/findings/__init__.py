"""What follows from the records of a dossier; nothing here judges who is right.

`found` holds the values that the others make: `verification` looks up every quotation; `voices` says for whom
a statement speaks; `positions` orders the statements on a claim; `contradictions` pairs those that do not go
together; `standing` labels a claim; `figures` compares numbers; `bounds` says what is too much to be paired;
`derive` does all of it.
"""
