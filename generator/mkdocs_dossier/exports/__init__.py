"""The dossier as data, for programs.

`downloads` says what an `Export` is and finds all of them. A module that is named as its format holds one, as
`dossier_json` and `csv_package` do; the others are what several share: `published`, `selectors`, the tables.
"""
