"""What follows from the records of a dossier; nothing here judges who is right.

`found` holds the values that the others make: `verification` looks up every quotation; `hidden` says what of
a source is not to be shown; `voices` says for whom a statement speaks, `origins` from whom it is known;
`implications` finds what positions follow from others; `withdrawals` what a side took back; `positions`
orders the statements on a claim; `contradictions` pairs those that do not go together; `standing` labels a
claim; `figures` compares numbers; `bounds` says what is too much to be listed; `derive` does all of it.
"""
