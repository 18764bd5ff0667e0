"""Reports of what is wrong with a dossier; each form is a pure function from an `Outcome` to text.

`outcome` is what each is written from, and `summary` counts for it. One module for each form: `readable`
(with `excerpt`, the line that a problem is in), `jsonlist`, `github`, `sarif`; `formats` maps their names to
them.
"""
