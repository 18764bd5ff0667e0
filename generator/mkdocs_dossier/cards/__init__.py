"""What search knows of a dossier: a card for each record, each day of the timeline, and each other page.

`card` is the value; `ofrecords`, `ofdays` and `ofpages` make them. `indexentries`
writes them as entries of the index that MkDocs' search plugins make, `htmlcards` as the pages that Pagefind
reads.
"""
