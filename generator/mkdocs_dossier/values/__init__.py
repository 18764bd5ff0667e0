"""The format's value types: each reads a text, and says in an author's words what is wrong with it.

Every parser takes the text of one scalar and raises `InvalidValue`. White space around it never counts.

`invalid` is that error; `plaintext` reads text; `ids` and `refs` say which record is meant; `nearestnames`
finds the known name that a wrong one was meant for, as `choices` does; `tags`, `urls`, `coordinates` and
`amounts` read what their names say; `dates` reads EDTF, and `datehints` guesses what else was meant.
"""
