"""The records of a dossier, and what their fields are.

`vocabulary` holds the words that the format fixes; `fields` the types of values; `recordparts` and `records`
the models; `proselinks` reads links in prose; `walk` goes over the fields and values of any record;
`json_schema` writes the schema for editors from all this.
"""
