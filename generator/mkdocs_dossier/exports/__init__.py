"""The dossier as data, for programs.

`downloads` says what an `Export` is and finds all of them. Each other module holds one: `dossier_json`.
"""
